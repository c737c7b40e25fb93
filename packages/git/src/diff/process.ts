import { devNull } from "node:os";
import type { ProcessStream } from "@assay/core";
import { gitFailure } from "../repository/git-processes.ts";
import type { Repository } from "../repository/repository.ts";
import { relativeOption } from "./changes.ts";
import type { DiffOptions } from "./options.ts";

/** Fields by line: name, parents, author, e-mail, author date, then the message up to a NUL. \x01 never begins a diff line. */
const COMMIT_FORMAT = "--format=%x01%H%n%P%n%an%n%ae%n%at%n%B";
/** Gitleaks reads the standard format, which applies the mailmap. */
const GITLEAKS_COMMIT_FORMAT = "--format=%x01%H%n%P%n%aN%n%aE%n%at%n%B";

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

export function diffOptions(repo: Repository, options: DiffOptions): string[] {
  return options.gitleaksCompatible
    ? [...DIFF_OPTIONS, "--no-relative", "--find-renames"]
    : [...DIFF_OPTIONS, relativeOption(repo), "--text", "--no-renames"];
}

/**
 * `git log` over the revisions that `revisionsOf` adds.
 *
 * Gitleaks 8.30.1 runs `git log -p -U0 --full-history --all --diff-filter=tuxdb`, or `git log -p -U0 <range>`: neither shows a
 * diff for merges. The filter is the parser's task here, for with it git prints fewer commits than there are.
 */
export function logOptions(repo: Repository, options: DiffOptions): string[] {
  const history = options.gitleaksCompatible
    ? [GITLEAKS_COMMIT_FORMAT, "--diff-merges=off"]
    : [COMMIT_FORMAT, `--diff-merges=${combinesMerges(repo, options) ? "off" : "first-parent"}`];
  return ["log", "--full-history", ...history, ...diffOptions(repo, options)];
}

/** The same for merges alone. With a line of context: without, git leaves lines out that its line numbers count. */
export function mergeOptions(repo: Repository, options: DiffOptions): string[] {
  const format = ["--full-history", "--merges", COMMIT_FORMAT, "--diff-merges=combined"];
  return ["log", ...format, ...diffOptions(repo, options), "-U1"];
}

/** Whether merges are read by `mergeOptions`. Git does not keep a combined diff within a folder. */
export function combinesMerges(repo: Repository, options: DiffOptions): boolean {
  return repo.prefix === "" && options.gitleaksCompatible !== true;
}

export function pathOptions(options: DiffOptions): string[] {
  return options.paths === undefined ? [] : ["--", ...options.paths];
}

/** What git says on stderr when nothing is wrong with what it printed. */
const HARMLESS = [
  "exhaustive rename detection was skipped",
  "inexact rename detection was skipped",
  "only found copies from modified paths",
  "you may want to set your diff.renameLimit",
  'See "git help gc" for manual housekeeping',
  "Auto packing the repository in background for optimum performance",
];

/** @throws ExternalError when git failed or complained: then what it printed may be less than there is. */
export async function requireSuccess(child: ProcessStream, command: string): Promise<void> {
  const end = await child.ended;
  const lines = end.stderr.split("\n").filter((line) => line.trim() !== "");
  const complaints = lines.filter((line) => !HARMLESS.some((known) => line.includes(known)));
  if (end.exitCode !== 0) throw gitFailure(command, end);
  if (complaints.length > 0) throw gitFailure(command, { ...end, stderr: complaints.join("\n") });
}
