import { InternalError } from "@assay/core";
import type { CommitRange } from "@assay/git";

/** Leaks; every error of gitleaks ends with 1. */
export const LEAKS_EXIT_CODE = 42;

export interface GitleaksFiles {
  readonly config: string;
  readonly report: string;
}

export interface GitleaksHistory {
  readonly range: CommitRange;
  /** The folder that gitleaks is pointed at. */
  readonly place: string;
}

export interface GitleaksChoices {
  readonly maxDecodeDepth: number;
  /** Report what is marked with `gitleaks:allow` too. */
  readonly ignoreMarks: boolean;
}

/** The arguments of a run. `history` undefined: the folder as it lies there. */
export function gitleaksArguments(
  history: GitleaksHistory | undefined,
  files: GitleaksFiles,
  { maxDecodeDepth, ignoreMarks }: GitleaksChoices,
): readonly string[] {
  const source =
    history === undefined
      ? ["dir", "."]
      : ["git", history.place, `--log-opts=${logOptions(history.range)}`];
  return [
    ...source,
    `--config=${files.config}`,
    `--report-path=${files.report}`,
    "--report-format=json",
    `--exit-code=${LEAKS_EXIT_CODE}`,
    `--max-decode-depth=${maxDecodeDepth}`,
    ...(ignoreMarks ? ["--ignore-gitleaks-allow"] : []),
    "--no-banner",
    "--no-color",
    "--log-level=info",
  ];
}

/**
 * gitleaks cuts this at single spaces and hands it to `git log`. The options close the holes of its own default: text
 * behind attributes and NUL bytes, content of merges, colours and external diff programs of the repository's configuration.
 */
function logOptions(range: CommitRange): string {
  const safe = [
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--text",
    "--no-renames",
    "--full-history",
    "--diff-merges=first-parent",
  ];
  if (range.kind !== "commits") return [...safe, "--all"].join(" ");
  const { head, base, exclude = [] } = range;
  const left = base === undefined ? exclude : [base, ...exclude];
  for (const name of [head, ...left]) {
    if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(name)) {
      throw new InternalError("a commit range holds something that is no object name");
    }
  }
  return [...safe, head, ...left.map((name) => `^${name}`)].join(" ");
}
