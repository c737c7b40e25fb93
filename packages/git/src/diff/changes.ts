import { decodePath } from "../objects/names.ts";
import { records } from "../objects/tree.ts";
import type { Repository } from "../repository/repository.ts";
import { resolveCommit } from "../revisions/revision.ts";

/** `type-changed`: a link became a file, say. A rename is deleted + added. */
export type FileStatus = "added" | "modified" | "deleted" | "type-changed";

export interface ChangedFile {
  readonly path: string;
  readonly status: FileStatus;
}

const STATUS = new Map<string, FileStatus>([
  ["A", "added"],
  ["D", "deleted"],
  ["M", "modified"],
  ["T", "type-changed"],
]);

/** The status that a letter of git's raw format stands for. */
export function statusOf(letter: string): FileStatus {
  return STATUS.get(letter) ?? "modified";
}

/** The name of the tree without files, which git knows without storing it. */
export function emptyTree(repo: Repository): string {
  return repo.objectFormat === "sha256"
    ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
    : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
}

/**
 * What differs between two revisions below the root folder, sorted by path; `base` undefined: everything was added. Links and
 * submodules are among them.
 *
 * @throws UsageError when the clone has no such revision.
 */
export async function changedFiles(
  repo: Repository,
  base: string | undefined,
  head: string,
): Promise<readonly ChangedFile[]> {
  const from = base === undefined ? emptyTree(repo) : await resolveCommit(repo, base);
  const to = await resolveCommit(repo, head);
  const options = ["-r", "-z", "--name-status", "--no-renames", relativeOption(repo)];
  const output = await repo.read(["diff-tree", ...options, "--ignore-submodules=none", from, to]);
  const fields = [...records(output)];
  const changed: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [status, path] = [fields[at], fields[at + 1]];
    if (status === undefined || path === undefined) break;
    changed.push({ path: decodePath(path), status: statusOf(status.toString("latin1")) });
  }
  return changed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Limits a diff to the root folder, with paths relative to it, whatever `diff.relative` says. */
export function relativeOption(repo: Repository): string {
  return repo.prefix === "" ? "--no-relative" : "--relative";
}
