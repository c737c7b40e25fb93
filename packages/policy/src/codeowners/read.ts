import { compilePattern, matchesPattern, type Pattern } from "./pattern.ts";

/** Where GitHub looks, in this order; the first file that exists counts. */
export const CODEOWNERS_PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;
/** GitHub does not load a file that is larger. In bytes. */
export const MAX_CODEOWNERS = 3 * 1024 * 1024;

/** Columns count from 1. */
export interface Owner {
  /** `@user`, `@organisation/team` or an e-mail address, as it is written. */
  readonly name: string;
  readonly column: number;
}

/** A line that counts. Without owners it clears those of the lines above it. */
export interface OwnerRule {
  readonly pattern: string;
  readonly owners: readonly Owner[];
  readonly line: number;
  readonly column: number;
}

/** What GitHub skips, or reads otherwise than it looks. */
export interface OwnerProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface CodeOwners {
  readonly rules: readonly OwnerRule[];
  readonly problems: readonly OwnerProblem[];
  /** The last rule that takes a file; `undefined` where none does. `path` is relative to the root. */
  ruleOf(path: string): OwnerRule | undefined;
}

const OWNER =
  /^(?:@[A-Za-z0-9][A-Za-z0-9-]*(?:_[A-Za-z0-9]+)?(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)?|[^\s@]+@[^\s@]+\.[^\s@.]+)$/;

/** Nobody knows whether GitHub takes them for blanks; who reads the line sees nothing. */
const INVISIBLE = /(?![ \t\r])[\p{Z}\p{Cf}\p{Cc}]/u;

/** The file that counts and those that GitHub ignores because of it. */
export function locateCodeOwners(files: ReadonlySet<string>): {
  readonly path: string | undefined;
  readonly ignored: readonly string[];
} {
  const [path, ...ignored] = CODEOWNERS_PLACES.filter((place) => files.has(place));
  return { path, ignored };
}

/**
 * Reads a CODEOWNERS file (docs.github.com, "About code owners"): never throws; a line that GitHub skips is a problem and no rule.
 */
export function readCodeOwners(text: string): CodeOwners {
  const rules: OwnerRule[] = [];
  const problems: OwnerProblem[] = [];
  const patterns: Pattern[] = [];
  for (const [index, content] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const line = index + 1;
    const [first, ...rest] = tokensOf(content);
    if (first === undefined || first.text.startsWith("#")) continue;
    const { text: pattern, column } = first;
    const owners: Owner[] = [];
    for (const token of rest) {
      if (token.text.startsWith("#")) break;
      owners.push({ name: token.text, column: token.column });
    }
    const wrong = owners.find(({ name }) => !OWNER.test(name));
    const compiled = compilePattern(pattern);
    const message = wrong
      ? `"${wrong.name.slice(0, 80)}" is neither @user, @organisation/team nor an e-mail address`
      : (patternProblem(pattern, compiled) ??
        (INVISIBLE.test(content) ? "an invisible character stands in it" : undefined));
    if (message !== undefined) problems.push({ message, line, column: wrong?.column ?? column });
    if (wrong || compiled === undefined || /^(?:!|\\#)/.test(pattern)) continue;
    rules.push({ pattern, owners, line, column });
    patterns.push(compiled);
  }
  return {
    rules,
    problems,
    ruleOf: (path) => {
      const parts = path.split("/");
      return rules[patterns.findLastIndex((pattern) => matchesPattern(pattern, parts))];
    },
  };
}

function patternProblem(pattern: string, compiled: Pattern | undefined): string | undefined {
  if (pattern.startsWith("!")) return "a pattern can't be negated with !";
  if (pattern.startsWith("\\#")) return "a pattern can't start with \\#";
  if (compiled === undefined) return `the pattern ${pattern.slice(0, 80)} matches nothing`;
  if (/(?<!\\)\[[^[\]]*\]/.test(pattern)) return "[ ] is no range of characters here";
  return undefined;
}

interface Token {
  readonly text: string;
  readonly column: number;
}

/** The words of a line; a backslash keeps the blank after it in the word. */
function tokensOf(line: string): readonly Token[] {
  return Array.from(line.matchAll(/(?:\\.|[^\s\\]|\\$)+/gu), ({ 0: text, index }) => ({
    text,
    column: index + 1,
  }));
}
