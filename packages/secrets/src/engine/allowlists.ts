import { translate } from "../regex/translate.ts";
import type { Allowlist } from "./rule-set.ts";

/** An allowlist with its expressions ready to run. */
export interface CompiledAllowlist {
  /** Before any text is looked at: the commit or the path alone decide. */
  allowsPlace(path: string, commit: string): boolean;
  allowsFinding(candidate: AllowCandidate): boolean;
}

export interface AllowCandidate {
  readonly path: string;
  readonly commit: string;
  readonly secret: string;
  readonly match: string;
  readonly line: string;
}

/** @param joined see `RuleSet.joinedAllowlists`. */
export function compileAllowlist(list: Allowlist, joined: boolean): CompiledAllowlist {
  const matchesPath = matcher(
    list.paths.map((path) => path.pattern),
    joined,
  );
  const matchesRegex = matcher(
    list.regexes.map((regex) => regex.pattern),
    joined,
  );
  const commits = new Set(list.commits);
  const byCommit = (commit: string) =>
    commits.size > 0 && commit !== "" && commits.has(commit.toLowerCase());
  // A file's fragments come one after the other: its path is judged once.
  let lastPath = "";
  let isLastAllowed = false;
  const byPath = (path: string) => {
    if (path !== lastPath) {
      isLastAllowed = path !== "" && matchesPath(path);
      lastPath = path;
    }
    return isLastAllowed;
  };
  const hasStopword = (secret: string) => {
    if (list.stopwords.length === 0) return false;
    const folded = secret.toLowerCase();
    return list.stopwords.some((word) => folded.includes(word));
  };
  const target = (candidate: AllowCandidate) => candidate[list.regexTarget];
  return {
    allowsPlace(path, commit) {
      if (list.condition === "any") return byCommit(commit) || byPath(path);
      // The rest of the conditions is known only once there is a finding.
      if (list.regexes.length > 0 || list.stopwords.length > 0) return false;
      return (commits.size === 0 || byCommit(commit)) && (list.paths.length === 0 || byPath(path));
    },
    allowsFinding(candidate) {
      const regexHolds = () => {
        const text = target(candidate);
        return text !== "" && matchesRegex(text);
      };
      if (list.condition === "any") return regexHolds() || hasStopword(candidate.secret);
      return (
        (commits.size === 0 || byCommit(candidate.commit)) &&
        (list.paths.length === 0 || byPath(candidate.path)) &&
        (list.regexes.length === 0 || regexHolds()) &&
        (list.stopwords.length === 0 || hasStopword(candidate.secret))
      );
    },
  };
}

function matcher(patterns: readonly string[], joined: boolean): (text: string) => boolean {
  if (patterns.length === 0) return () => false;
  let compiled: readonly RegExp[] | undefined;
  return (text) => {
    compiled ??= (joined ? [`(?:${patterns.join("|")})`] : patterns).map(
      (pattern) => new RegExp(translate(pattern).source),
    );
    return compiled.some((regex) => regex.test(text));
  };
}
