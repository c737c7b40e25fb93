import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Input variables as the runner names them: spaces become `_`, dashes stay. */
export function inputVariables(
  defaults: ReadonlyMap<string, string>,
  inputs: Readonly<Record<string, string>>,
  token: string,
) {
  const values = new Map([...defaults, ...Object.entries(inputs)]);
  return Object.fromEntries(
    [...values].map(([name, value]) => [
      `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
      value.replaceAll("${{ github.token }}", token).replaceAll("${{ toJSON(matrix) }}", "null"),
    ]),
  );
}

/** The files that a step writes to and reads its event from. */
export async function stepFiles(folder: string, payload: unknown) {
  const paths = {
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_ENV: join(folder, "env"),
    GITHUB_STATE: join(folder, "state"),
    GITHUB_PATH: join(folder, "path"),
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    GITHUB_EVENT_PATH: join(folder, "event.json"),
  };
  for (const path of Object.values(paths)) await writeFile(path, "");
  await writeFile(paths.GITHUB_EVENT_PATH, JSON.stringify(payload));
  return paths;
}

/** What a hosted runner sets for a step, with a made-up repository. */
export function runnerVariables(
  folder: string,
  workspace: string,
  event: { readonly name: string; readonly payload: unknown } | undefined,
) {
  const eventName = event?.name ?? "workflow_dispatch";
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: join(folder, "home"),
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "octo-dev",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_EVENT_NAME: eventName,
    GITHUB_JOB: "assay",
    GITHUB_REF: eventName === "pull_request" ? mergeRef(event?.payload) : "refs/heads/main",
    GITHUB_REPOSITORY: "octo/shop",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1001",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_WORKFLOW: "CI",
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_OS: "Linux",
    RUNNER_TEMP: join(folder, "runner-temp"),
    RUNNER_TOOL_CACHE: join(folder, "tool-cache"),
  };
}

function mergeRef(payload: unknown): string {
  const { pull_request } = (payload ?? {}) as { pull_request?: { number?: unknown } };
  return `refs/pull/${pull_request?.number ?? 1}/merge`;
}
