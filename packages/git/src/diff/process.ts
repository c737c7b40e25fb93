import { devNull } from "node:os";
import type { Repository } from "../repository/repository.ts";
import { relativeOption } from "./changes.ts";
import type { DiffOptions } from "./options.ts";
import { EVERYTHING } from "./view.ts";

/** What holds for every diff: no setting or attribute of the repository may hide or alter content. */
const DIFF_OPTIONS = [
  "--patch",
  "--raw",
  "-z",
  "-U0",
  "--inter-hunk-context=0",
  "--full-index",
  "--no-abbrev",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--diff-algorithm=myers",
  "--indent-heuristic",
  "--ignore-submodules=none",
  "--submodule=short",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  `-O${devNull}`,
] as const;

export function diffOptions(repo: Repository, { view = EVERYTHING }: DiffOptions): string[] {
  const relative = view.inFolder ? relativeOption(repo) : "--no-relative";
  return [...DIFF_OPTIONS, relative, ...view.options];
}

/** `git log` over the revisions that `revisionsOf` adds. */
export function logOptions(repo: Repository, options: DiffOptions): string[] {
  const { view = EVERYTHING } = options;
  const merges = view.merges && !combinesMerges(repo, options) ? "first-parent" : "off";
  const format = [view.commitFormat, `--diff-merges=${merges}`];
  return ["log", "--full-history", ...format, ...diffOptions(repo, options)];
}

/** The same for merges alone. With a line of context: without, git leaves lines out that its line numbers count. */
export function mergeOptions(repo: Repository, options: DiffOptions): string[] {
  const { view = EVERYTHING } = options;
  const format = ["--full-history", "--merges", view.commitFormat, "--diff-merges=combined"];
  return ["log", ...format, ...diffOptions(repo, options), "-U1"];
}

/** Whether merges are read by `mergeOptions`. Git does not keep a combined diff within a folder. */
export function combinesMerges(repo: Repository, { view = EVERYTHING }: DiffOptions): boolean {
  return repo.prefix === "" && view.merges;
}

export function pathOptions(options: DiffOptions): string[] {
  return options.paths === undefined ? [] : ["--", ...options.paths];
}
