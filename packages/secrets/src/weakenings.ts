import { CONFIG_PATHS, plural } from "@assay/core";
import { changedFiles, fileAt } from "@assay/git";
import { CONFIG_FILE } from "./config/locate.ts";
import { MARK } from "./engine/match-rule.ts";
import { parseIgnoreFile } from "./findings/ignore-file.ts";
import { historyPieces } from "./sources/history.ts";
import { newTally, type Piece } from "./sources/piece.ts";
import { IGNORE_FILE } from "./suppressions.ts";
import type { Target } from "./target.ts";

/** Names told in one notice. */
const SHOWN = 10;

/**
 * What a change adds to that which hides findings, told whether or not this run believes it: lines of the ignore file, marks in
 * the text, and edits of the files that decide what counts.
 *
 * @param settings Further files that decide: the config file, the baseline, a gitleaks configuration.
 */
export async function weakenings(
  { change }: Target,
  marks: ReadonlySet<string>,
  settings: readonly string[],
): Promise<readonly string[]> {
  if (change === undefined) return [];
  const { repo, base, head } = change;
  const notices: string[] = [];
  const ignored = async (revision: string) => {
    const bytes = await fileAt(repo, revision, IGNORE_FILE);
    return parseIgnoreFile(bytes === undefined ? "" : Buffer.from(bytes).toString("utf8")).entries;
  };
  const before = await ignored(base);
  const added = [...(await ignored(head))].filter((entry) => !before.has(entry));
  if (added.length > 0) {
    notices.push(`The change adds ${added.length} to ${IGNORE_FILE}: ${shown(added)}`);
  }
  if (marks.size > 0) {
    const lines = plural(marks.size, "line");
    notices.push(`The change adds ${lines} marked with ${MARK}: ${shown([...marks])}`);
  }
  const deciding = new Set<string>([...CONFIG_PATHS, CONFIG_FILE, ...settings]);
  const edited = (await changedFiles(repo, base, head)).filter(({ path }) => deciding.has(path));
  if (edited.length > 0) {
    const files = shown(edited.map(({ path, status }) => `${path} (${status})`));
    notices.push(`The change touches files that decide what counts: ${files}`);
  }
  return notices;
}

/** The places of marks in some pieces, as `path:line`, gathered while others read them. */
export async function* notingMarks(
  pieces: AsyncIterable<Piece>,
  marks: Set<string>,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    const { text, path, commit, startLine } = piece.fragment;
    if (text.includes(MARK)) {
      text.split("\n").forEach((line, index) => {
        if (line.includes(MARK)) marks.add(`${path || commit}:${startLine + index}`);
      });
    }
    yield piece;
  }
}

/** The same where nobody else reads the pieces: gitleaks reads the history itself, and drops what is marked. */
export async function marksOf(target: Target): Promise<ReadonlySet<string>> {
  const marks = new Set<string>();
  if (target.kind !== "history" || target.change === undefined) return marks;
  const pieces = historyPieces(target.repo, target.range, newTally());
  for await (const _ of notingMarks(pieces, marks));
  return marks;
}

function shown(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
