import { CONFIG_PATHS, plural } from "@assay/core";
import { changedFiles, fileAt } from "@assay/git";
import { CONFIG_FILE } from "../config/locate.ts";
import { ALLOW_MARK } from "../engine/match-rule.ts";
import type { Target } from "../scan/target.ts";
import { IGNORE_FILE, parseIgnoreFile } from "./ignore-file.ts";

/** Names in one notice. */
const SHOWN = 10;

/**
 * What a change adds to that which hides findings, reported whether or not it counts in this run: lines of the ignore file, marks in
 * the text, and edits of the files that decide what counts.
 *
 * @param marks places as `path:line`.
 * @param settings further files that decide: the config file, the baseline, a gitleaks configuration.
 */
export async function suppressionChanges(
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
    notices.push(`The change adds ${lines} marked with ${ALLOW_MARK}: ${shown([...marks])}`);
  }
  const deciding = new Set<string>([...CONFIG_PATHS, CONFIG_FILE, ...settings]);
  const edited = (await changedFiles(repo, base, head)).filter(({ path }) => deciding.has(path));
  if (edited.length > 0) {
    const files = shown(edited.map(({ path, status }) => `${path} (${status})`));
    notices.push(`The change touches files that decide what counts: ${files}`);
  }
  return notices;
}

function shown(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
