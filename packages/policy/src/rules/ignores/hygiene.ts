import { exclusion } from "@assay/inventory";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { readerOf, type ToolSuppression } from "../../tool-ignores/files.ts";
import { type BareComment, barePythonComments } from "../../tool-ignores/inline.ts";

/** Of files whose bare comments are compared with the base, where each file costs a process of git. */
const MAX_COMPARED = 200;

/** Rule 44. */
export const ignoresHygiene = defineRule({
  id: "ignores.hygiene",
  title: "A finding of another tool is ignored without a reason or an end",
  description:
    "Without a reason it can't be judged again, without an end it is ignored for ever. Comments (`# nosec`, `# type: ignore`) count where a change adds them.",
  help: "Write the reason, and the end where the format has one; name the rule in a comment (`# nosec B602`, `# type: ignore[arg-type]`).",
  severity: "medium",
  sources: { osps: ["VM-05.01"], ssdf: ["RV.2"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const violations: Violation[] = [];
    const unknown: string[] = [];
    let looked = 0;
    for (const path of repository.files) {
      const read = readerOf(path);
      if (read === undefined || exclusion(path, true) !== undefined) continue;
      const text = await repository.read(path);
      if (text === undefined) continue;
      try {
        const entries = read(text);
        looked += entries.length;
        for (const entry of entries) violations.push(...faultsOf(entry, path, repository.today));
      } catch {
        unknown.push(`${path} can't be read.`);
      }
    }
    const comments = await newComments(repository, unknown);
    looked += comments.length;
    return {
      violations: [...violations, ...comments],
      looked,
      ...(unknown.length > 0 && { unknown }),
    };
  },
});

function faultsOf(
  { id, line, hasReason, expires }: ToolSuppression,
  path: string,
  today: Date,
): readonly Violation[] {
  const name = id.slice(0, 100);
  const at = { path, place: { startLine: line } };
  const ended =
    typeof expires === "string" && Date.parse(expires) < today.getTime() - 24 * 60 * 60 * 1000;
  return [
    ...(hasReason
      ? []
      : [{ ...at, key: `${id} reason`, message: `${name} is ignored without a reason.` }]),
    ...(expires === undefined
      ? [
          {
            ...at,
            key: `${id} end`,
            message: `${name} is ignored without an end.`,
            severity: "low" as const,
          },
        ]
      : ended
        ? [
            {
              ...at,
              key: `${id} ended`,
              message: `${name} was ignored until ${expires}: remove the entry, or decide again.`,
              severity: "low" as const,
            },
          ]
        : []),
  ];
}

/** Bare comments that the base does not have in that file. */
async function newComments(
  { base, files, read }: PolicyRepository,
  unknown: string[],
): Promise<readonly Violation[]> {
  if (base === undefined) return [];
  const violations: Violation[] = [];
  let compared = 0;
  for (const path of files) {
    if (!/\.pyi?$/.test(path) || exclusion(path) !== undefined) continue;
    const found = barePythonComments((await read(path)) ?? "");
    if (found.length === 0) continue;
    if (compared++ >= MAX_COMPARED) {
      unknown.push(`${path} and what comes after it were not compared with the base.`);
      break;
    }
    const before = new Set(
      barePythonComments((await base.read(path)) ?? "").map(({ text }) => text),
    );
    for (const comment of found.filter(({ text }) => !before.has(text)))
      violations.push(commentViolation(path, comment));
  }
  return violations;
}

function commentViolation(path: string, { tool, text, line, column }: BareComment): Violation {
  return {
    path,
    place: { startLine: line, startColumn: column },
    key: `${tool} ${text.slice(0, 200)}`,
    message: `The change adds a comment that makes ${tool} quiet for every rule; the rule must be named.`,
    severity: "low",
  };
}
