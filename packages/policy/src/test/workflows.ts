import type { PolicyRule } from "../rule.ts";
import { violationsOf } from "./repository.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
export const PIN = `actions/checkout@${SHA}`;

/** A workflow with these lines as the only job's steps. */
export function steps(text: string, on = "push"): string {
  const lines = text.trimEnd().split("\n");
  return `on: ${on}\njobs:\n  build:\n    runs-on: x\n    steps:\n${lines.map((line) => `      ${line}`).join("\n")}\n`;
}

/** What a rule finds in a workflow, as `line:column severity message`; severity only where it is not the rule's. */
export async function said(
  rule: PolicyRule,
  workflow: string,
  {
    files = {},
    ...facts
  }: Parameters<typeof violationsOf>[2] & {
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Promise<readonly string[]> {
  const all = { ".github/workflows/ci.yml": workflow, ...files };
  return (await violationsOf(rule, all, facts)).map(
    ({ path, place, severity, confidence, message }) =>
      [
        path === undefined || path === ".github/workflows/ci.yml" ? "" : `${path}:`,
        `${place?.startLine ?? "-"}${place?.startColumn === undefined ? "" : `:${place.startColumn}`}`,
        ...[severity, confidence].flatMap((word) => (word === undefined ? [] : [` ${word}`])),
        ` ${message}`,
      ].join(""),
  );
}
