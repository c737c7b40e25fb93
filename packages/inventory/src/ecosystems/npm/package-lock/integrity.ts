import { uncheckedProblems } from "../../../assemble/gaps.ts";
import type { NpmEntry, NpmLockfile, NpmProblem } from "./entry.ts";
import { isInstalledKey } from "./resolution.ts";

const ADVICE =
  "Remove `node_modules` and the lockfile and run `npm install`: npm adds none to entries that stand there already. Look at the versions that change with it.";

/**
 * How many packages of a registry or a server have no checksum, as one problem at the first of them. What is bundled in another
 * package has none of its own, and a git commit is one.
 */
export function integrityProblems(
  { entries }: NpmLockfile,
  own: ReadonlySet<string>,
): readonly NpmProblem[] {
  const downloaded = [...entries.values()].filter((entry) => isDownloaded(entry, own));
  return uncheckedProblems(
    downloaded,
    ({ integrity }) => integrity !== undefined,
    "packages that are downloaded have no `integrity`",
  ).map((problem) => ({ ...problem, key: "", advice: ADVICE }));
}

function isDownloaded(
  { key, flags, resolved = "https:" }: NpmEntry,
  own: ReadonlySet<string>,
): boolean {
  if (own.has(key) || flags.has("link") || flags.has("inBundle")) return false;
  return (isInstalledKey(key) || resolved !== "https:") && /^https?:/.test(resolved);
}
