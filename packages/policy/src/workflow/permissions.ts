import type { Job, Permissions, Workflow } from "./model.ts";

/** Scopes of the workflow token (2026-08), each with the levels that it can have besides `none`. */
const SCOPES = new Map<string, RegExp>([
  ...(
    "actions artifact-metadata attestations checks code-quality contents deployments discussions drives issues packages pages " +
    "pull-requests repository-projects security-events statuses"
  )
    .split(" ")
    .map((scope) => [scope, /^(?:read|write|none)$/] as const),
  ["id-token", /^(?:write|none)$/],
  ["copilot-requests", /^(?:write|none)$/],
  ["models", /^(?:read|none)$/],
  ["vulnerability-alerts", /^(?:read|none)$/],
]);

/** Why GitHub refuses an entry of `permissions`; `undefined` where it does not. */
export function wrongScope(scope: string, level: string): string | undefined {
  const levels = SCOPES.get(scope);
  if (levels === undefined) return `there is no scope \`${scope}\``;
  return levels.test(level) ? undefined : `\`${scope}\` can't be \`${level}\``;
}

/** Scopes that may be written to; `write-all` alone where everything may. */
export function writesOf(permissions: Permissions | undefined): readonly string[] {
  if (permissions?.all === "write-all") return ["write-all"];
  return [...(permissions?.scopes ?? [])]
    .filter(([, { value }]) => value.kind === "scalar" && value.text === "write")
    .map(([scope]) => scope);
}

/** The rights of a job: its own key takes the place of the workflow's. */
export function rightsOf(workflow: Workflow, job: Job): Permissions | undefined {
  return job.permissions ?? workflow.permissions;
}
