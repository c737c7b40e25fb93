import { fileAt } from "@assay/git";
import { ALLOW_MARK } from "../engine/match-rule.ts";
import type { Target } from "../scan/target.ts";
import { historyFragments } from "../sources/history.ts";
import { newScanStats, type SourceFragment } from "../sources/source-fragment.ts";

/** A line with a mark, and where it stands. */
export interface MarkedLine {
  readonly path: string;
  readonly line: string;
}

/**
 * Whether marks in lines that the change adds count. What stood in the file before the change counts always; where the base is not
 * known, nothing did.
 *
 * @param ignoreAdded they don't: the change comes from outside.
 */
export function allowMarkJudge(
  target: Target,
  ignoreAdded: boolean,
): (marked: MarkedLine) => Promise<boolean> {
  // In history every line that is looked at is an added one.
  if (!ignoreAdded || target.kind === "history") return async () => !ignoreAdded;
  const { change } = target;
  if (change === undefined) return async () => false;
  const before = new Map<string, ReadonlySet<string>>();
  return async ({ path, line }) => {
    let lines = before.get(path);
    if (lines === undefined) {
      const bytes = await fileAt(change.repo, change.base, path);
      lines = new Set(
        Buffer.from(bytes ?? [])
          .toString("utf8")
          .split("\n"),
      );
      before.set(path, lines);
    }
    return line.split("\n").every((one) => lines.has(one));
  };
}

/** The places of marks in some fragments, as `path:line`, gathered while others read them. */
export async function* collectAllowMarks(
  fragments: AsyncIterable<SourceFragment>,
  marks: Set<string>,
): AsyncGenerator<SourceFragment> {
  for await (const fragment of fragments) {
    const { text, path, commit, startLine } = fragment;
    if (text.includes(ALLOW_MARK)) {
      text.split("\n").forEach((line, index) => {
        if (line.includes(ALLOW_MARK)) marks.add(`${path || commit}:${startLine + index}`);
      });
    }
    yield fragment;
  }
}

/** The same where nobody else reads the fragments: gitleaks reads the history itself, and drops what is marked. */
export async function allowMarksIn(target: Target): Promise<ReadonlySet<string>> {
  const marks = new Set<string>();
  if (target.kind !== "history" || target.change === undefined) return marks;
  const fragments = historyFragments(target.repo, target.range, newScanStats());
  for await (const _ of collectAllowMarks(fragments, marks));
  return marks;
}
