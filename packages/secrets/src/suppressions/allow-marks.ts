import { plural } from "@assay/core";
import { ALLOW_MARK } from "../engine/match-rule.ts";
import type { Target } from "../scan/target.ts";
import { historyFragments } from "../sources/history.ts";
import { newScanStats, type SourceFragment } from "../sources/source-fragment.ts";

/** Names in one notice. */
const SHOWN = 10;

/** A line with a mark, and where it stands. */
export interface MarkedLine {
  readonly path: string;
  /** Empty outside of history. */
  readonly commit: string;
  readonly line: string;
}

/**
 * Whether a mark counts: all do but those in lines that a change from outside adds, for whoever brings a line does not say that it
 * is no secret.
 *
 * In history a line is the change's where the base branch lacks its commit; in files, where the base branch lacks it in the same
 * file.
 */
export async function allowMarkJudge(
  target: Target,
): Promise<(marked: MarkedLine) => Promise<boolean>> {
  if (target.addedMarksCount) return async () => true;
  if (target.kind === "history") {
    const isMerged = await mergedCommits(target);
    return async ({ commit }) => isMerged(commit);
  }
  const before = new Map<string, ReadonlySet<string>>();
  return async ({ path, line }) => {
    const lines = before.get(path) ?? new Set(await target.linesBefore(path));
    before.set(path, lines);
    return line.split("\n").every((one) => lines.has(one));
  };
}

/** Whether the base branch of a change from outside has a commit. Where the base is not known, no commit is known to be merged. */
export async function mergedCommits({
  repo,
  range,
  baseCommit,
}: Target & { readonly kind: "history" }): Promise<(commit: string) => boolean> {
  if (baseCommit === undefined) return () => false;
  const heads = range.kind === "commits" ? [range.head] : ["--all"];
  const list = await repo.read(["rev-list", ...heads, "--not", baseCommit, "--"]);
  const added = new Set(list.toString("latin1").split("\n"));
  return (commit) => !added.has(commit);
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
  if (target.kind !== "history" || !target.isChange) return marks;
  const fragments = historyFragments(target.repo, target.range, newScanStats());
  for await (const _ of collectAllowMarks(fragments, marks));
  return marks;
}

/** The marks that a change adds, reported whether or not they count. */
export function allowMarkNotices(
  marks: ReadonlySet<string>,
  { addedMarksCount }: Pick<Target, "addedMarksCount">,
): readonly string[] {
  if (marks.size === 0) return [];
  const effect = addedMarksCount ? "" : ", which do not count before it is merged";
  const more = marks.size - SHOWN;
  const shown = [...marks].slice(0, SHOWN).join(", ");
  return [
    `The change adds ${plural(marks.size, "line")} marked with ${ALLOW_MARK}${effect}: ${shown}${more > 0 ? ` and ${more} more` : ""}`,
  ];
}
