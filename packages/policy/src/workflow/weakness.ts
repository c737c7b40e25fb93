import { textOf, valueAt } from "@assay/core/yaml";
import { conditionOf, type Expression, truthOf } from "../expressions/index.ts";
import type { Job, SourceFile, Step, Trigger } from "./model.ts";
import { inputText } from "./purposes.ts";

// What takes the effect of a step away, each as a clause.

/** A failure that does not count. */
export function softFailed(node: Step["continueOnError"], where: string): string | undefined {
  const text = textOf(node)?.trim() ?? "";
  const { expression } = text.includes("${{") ? conditionOf(text) : {};
  const isSoft = expression ? truthOf(expression) === true : text.toLowerCase() === "true";
  return isSoft ? `its ${where} has \`continue-on-error: true\`` : undefined;
}

/** A filter of the event that leaves out what has to be looked at. Patterns that may take a branch or file are believed. */
export function filteredOut({ name, filters }: Trigger): string | undefined {
  const listed = (key: string) => {
    const node = valueAt(filters, key);
    const items = node?.kind === "list" ? node.items : [node];
    return node && items.flatMap((item) => textOf(item) ?? []);
  };
  const types = listed("types");
  if (name.startsWith("pull_request") && types !== undefined) {
    const missing = ["opened", "synchronize"].find((type) => !types.includes(type));
    if (missing !== undefined) return `\`types\` of its event lack \`${missing}\``;
  }
  const all = ["branches-ignore", "paths-ignore"].find((key) =>
    listed(key)?.some((pattern) => /^\*{1,2}$/.test(pattern)),
  );
  if (all !== undefined) return `\`${all}\` of its event leaves everything out`;
  const onlyTags = listed("tags") && !listed("branches") && !listed("branches-ignore");
  return name === "push" && onlyTags ? "its event comes for tags alone" : undefined;
}

const MAX_NEEDS = 50;
const NAMED = new WeakMap<readonly Job[], ReadonlyMap<string, Job>>();

function byId(jobs: readonly Job[]): ReadonlyMap<string, Job> {
  const named = NAMED.get(jobs) ?? new Map(jobs.map((job) => [job.id, job]));
  NAMED.set(jobs, named);
  return named;
}

/** A job that is skipped skips those that need it, unless their condition asks for the status. */
export function skippedWith(job: Job, jobs: readonly Job[], event: string): string | undefined {
  const seen = new Set([job]);
  for (const { needs, if: condition } of seen) {
    if (/\b(?:always|failure|cancelled|success)\s*\(/.test(condition?.text ?? "")) continue;
    for (const id of needs) {
      const other = byId(jobs).get(id);
      if (other === undefined || seen.size > MAX_NEEDS) continue;
      if (neverRuns(other.if?.text, event, "job"))
        return `the job \`${other.id}\` that it needs never runs on \`${event}\``;
      seen.add(other);
    }
  }
  return undefined;
}

/** Inputs by which an action reports and does not fail. */
const PASSING: readonly (readonly [input: string, value: RegExp])[] = [
  ["warn-only", /^true$/i],
  ["exit-code", /^0$/],
  ["fail-build", /^false$/i],
];

export function toldToPass(step: Step): string | undefined {
  const found = PASSING.find(([input, value]) => value.test(inputText(step, input)));
  return found && `it is told \`${found[0]}: ${inputText(step, found[0])}\``;
}

/** They end well whatever they find. */
const REPORTS =
  /\b(?:trivy(?:-action)?|grype|detect-secrets\s+scan|trufflehog(?=\s)|license-checker\S*|pip-licenses|go-licenses\s+(?:csv|report))\b/;
/** By an option, a variable or their settings they fail; or the script decides, or code scanning does by the SARIF that it gets. */
const DECIDES =
  /exit-code\W+[^\s0]|TRIVY_EXIT_CODE|fail.?on|--fail\b|only-?allow|allow-only|(?:trivy|grype)\.ya?ml|trivy-config|\bexit\s+["']?[1-9$]|\bjq\b|diff\b|sarif|secrets-hook/i;

/** @param settings Names of files that such a tool reads by itself. */
export function onlyReports(
  what: string,
  { node: { span } }: Step,
  { text }: SourceFile,
  settings: string,
): string | undefined {
  if (!REPORTS.test(what)) return undefined;
  const bare = text.replace(/(?<=^|\s)#.*$/gm, (comment) => " ".repeat(comment.length));
  const variables = bare.match(/\b(?:TRIVY_EXIT_CODE|GRYPE_FAIL_ON\w*)/g) ?? [];
  const told = [bare.slice(span.start, span.end), settings, ...variables].join(" ");
  return DECIDES.test(told) ? undefined : "it only reports, for nothing tells it to fail";
}

/** Whether its `if` is false whatever comes. */
export function isNever({ if: condition }: Pick<Step, "if">): boolean {
  const { expression } = conditionOf(condition?.text ?? "");
  return expression !== undefined && truthOf(expression) === false;
}

/** Whether an `if` is false for the event, whatever else is the case. */
export function neverRuns(
  text: string | undefined,
  event: string,
  where: string,
): string | undefined {
  const { expression, alwaysTrue } = conditionOf(text ?? "");
  if (expression === undefined || alwaysTrue) return undefined;
  const known: Readonly<Record<string, string>> = {
    "github.event_name": event,
    ...(event === "pull_request" && {
      "github.ref": "refs/pull/1/merge",
      "github.ref_name": "1/merge",
    }),
  };
  const holds = truthOf(expression, (path) => known[path.join(".")]);
  if (holds === false) return `its ${where} never runs on \`${event}\``;
  return isAfterFailure(expression) ? `its ${where} only runs after a failure` : undefined;
}

function isAfterFailure(node: Expression): boolean {
  if (node.kind === "call") return /^(?:failure|cancelled)$/i.test(node.name);
  if (node.kind !== "logical") return false;
  return node.operator === "&&"
    ? node.operands.some(isAfterFailure)
    : node.operands.every(isAfterFailure);
}
