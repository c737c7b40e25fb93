import picomatch from "picomatch";

/**
 * Whether a path matches one of the patterns and none that begins with `!`. `*` stays within a folder, `**` crosses them,
 * hidden files count, and a pattern without `/` matches at the root only.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const positive = patterns.filter((pattern) => !pattern.startsWith("!"));
  const negative = patterns
    .filter((pattern) => pattern.startsWith("!"))
    .map((pattern) => pattern.slice(1));
  const matches = picomatch(positive, { dot: true });
  const excluded = negative.length === 0 ? () => false : picomatch(negative, { dot: true });
  return (path) => matches(path) && !excluded(path);
}
