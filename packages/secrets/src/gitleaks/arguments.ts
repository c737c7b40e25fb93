import { devNull } from "node:os";
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

/** The arguments of a run. `history` undefined: the folder as it lies there. */
export function gitleaksArguments(
  history: GitleaksHistory | undefined,
  files: GitleaksFiles,
  maxDecodeDepth: number,
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

/** Nothing of the user's or the machine's git configuration; the repository's own is outranked where it could hide text. */
export function gitleaksEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
  gitFolder?: string,
): Readonly<Record<string, string>> {
  const settings = [
    ["safe.directory", root],
    ["core.quotePath", "false"],
    ["core.hooksPath", devNull],
    ["core.fsmonitor", "false"],
    ["diff.noprefix", "false"],
    ["diff.mnemonicPrefix", "false"],
    ["log.showSignature", "false"],
    ["format.pretty", "medium"],
  ];
  const out: Record<string, string> = {
    PATH: environment["PATH"] ?? environment["Path"] ?? "",
    LC_ALL: "C",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: String(settings.length),
    ...(gitFolder === undefined ? {} : { GIT_DIR: gitFolder }),
  };
  settings.forEach(([key, value], index) => {
    out[`GIT_CONFIG_KEY_${index}`] = key ?? "";
    out[`GIT_CONFIG_VALUE_${index}`] = value ?? "";
  });
  for (const name of ["SystemRoot", "TEMP", "TMP", "PATHEXT"]) {
    const value = environment[name];
    if (value !== undefined) out[name] = value;
  }
  return out;
}
