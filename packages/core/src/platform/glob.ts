import { type Step, stepOf } from "./glob-steps.ts";

/**
 * Whether a path matches one of the patterns and none that begins with `!`. `*` stays within a folder, `**` crosses them,
 * hidden files count, and a pattern without `/` matches at the root only. Beside them `?`, `[a-z]`, `{a,b}` and `@(a|b)`,
 * `?(a)`, `+(a)`, `*(a)`, `x!(a)`. A path is relative, with `/`; time is bound by the lengths of path and pattern.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const isNegative = (pattern: string) => pattern.startsWith("!");
  const positive = patterns.filter((pattern) => !isNegative(pattern)).map(matcherOf);
  const negative = patterns.filter(isNegative).map((pattern) => matcherOf(pattern.slice(1)));
  return (path) =>
    positive.some((matches) => matches(path)) && !negative.some((matches) => matches(path));
}

/** A `**` after another one says nothing new. */
const GLOBSTARS = /(^|\/)\*\*(?:\/\*\*)+(?=\/|$)/g;

function matcherOf(pattern: string): (path: string) => boolean {
  const [{ length } = ""] = /^(?:!(?!\())*/.exec(pattern) ?? [];
  const text = pattern
    .slice(length)
    .replace(/^(?:\.\/)+/, "")
    .replace(GLOBSTARS, "$1**");
  let step: Step | undefined;
  return (path) => {
    // A name that is a pattern too, as `[id]` of a route, is hit by itself.
    if (path === "" || path === pattern) return path !== "";
    step ??= stepOf(text);
    return step(path, new Set([0])).has(path.length) === (length % 2 === 0);
  };
}
