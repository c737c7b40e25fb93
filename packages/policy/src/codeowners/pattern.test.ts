import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern, matchesPattern } from "./pattern.ts";

function takes(pattern: string, path: string): boolean {
  const compiled = compilePattern(pattern);
  return compiled !== undefined && matchesPattern(compiled, path.split("/"));
}

/** Facts workflows.md 10, in the order of its three columns. */
const TABLE: readonly (readonly [pattern: string, path: string, isTaken: boolean])[] = [
  ["*", "d/a.js", true],
  ["*.js", "x/y.js", true],
  ["*.js", "x.jsx", false],
  ["*.js", "x.js/readme", true],
  ["/build/logs/", "build/logs/a/b", true],
  ["/build/logs/", "x/build/logs/a", false],
  ["docs/*", "docs/a.md", true],
  ["docs/*", "docs/b/a.md", false],
  ["docs/*", "x/docs/a.md", false],
  ["apps/", "x/apps/a/b", true],
  ["apps/", "apps", false],
  ["/**", "x/y", true],
  ["/", "a", false],
  ["f\\*o", "f*o", true],
  ["f\\*o", "foo", false],
  ["docs", "a/docs/b", true],
  ["docs", "docs.md", false],
  ["/*", "a", true],
  ["/*", "d/a", false],
  ["/*.md", "d/R.md", false],
  ["**/logs", "logs", true],
  ["**/logs", "a/b/logs/x", true],
  ["/apps/github", "apps/github/x", true],
  ["/apps/github", "apps/githubx", false],
  ["/docs/", "x/docs/a", false],
  ["f?o", "fo", false],
  ["f?o", "a/f😀o/b", true],
  ["*/x", "a/b/x", false],
  ["my\\ dir/", "my dir/a", true],
  ["docs/**", "docs", false],
  ["docs/**", "docs/a/b", true],
  ["docs/**/x.md", "docs/x.md", true],
  ["docs/**/x.md", "docs/a/b/x.md", true],
  ["a/b", "c/a/b", false],
  [".github/", ".github/workflows/ci.yml", true],
  ["/.github/*", ".github/workflows/ci.yml", false],
  [".github/workflows/", "pkg/.github/workflows/c.yml", false],
  ["Dockerfile*", "x/Dockerfile.prod", true],
  ["foo/*/baz", "foo/bar/baz/qux", true],
  ["f*", "bar/foo/baz", true],
  ["/f*", "foo/bar/x", true],
  ["/f*/", "foo", false],
  ["README.md", "docs/readme.md", false],
  ["package-lock.json", "a/b/package-lock.json", true],
  ["/apps/[p]/f", "apps/p/f", false],
  ["docs/**/*", "docs/a/b", true],
  ["**", "a/b", true],
  ["/é/*.md", "é/ü.md", true],
];

test.each(TABLE)("%s and %s: %s", (pattern, path, isTaken) => {
  expect(takes(pattern, path)).toBe(isTaken);
});

/** The naive reference: tries every way, character by character. */
function reference(pattern: string, path: string): boolean {
  if (pattern === "/") return false;
  const bare = pattern.replace(/^\//, "").replace(/\/$/, "");
  const rooted = pattern.replace(/\/$/, "").includes("/");
  const folder = pattern.endsWith("/") || (rooted && /(?:^|\/)\*\*$/.test(pattern));
  const flat = rooted && /\/\*$/.test(pattern);
  const starts = rooted ? [path] : suffixesOf(path);
  return starts.some((start) =>
    prefixesOf(start).some((prefix) => {
      const isWhole = prefix === start;
      if (folder && isWhole && !(bare === "**" || bare.endsWith("/**"))) return false;
      if (flat && !isWhole) return false;
      return glob(bare.split("/"), prefix.split("/"));
    }),
  );
}

function glob([head, ...pattern]: readonly string[], [first, ...path]: readonly string[]): boolean {
  if (head === undefined) return first === undefined;
  if (head === "**") {
    if (pattern.length === 0) return first !== undefined;
    return (
      glob(pattern, first === undefined ? [] : [first, ...path]) ||
      (first !== undefined && glob([head, ...pattern], path))
    );
  }
  return first !== undefined && word([...head], [...first]) && glob(pattern, path);
}

function word([p, ...pattern]: readonly string[], [t, ...text]: readonly string[]): boolean {
  if (p === undefined) return t === undefined;
  if (p === "*") {
    return (
      word(pattern, t === undefined ? [] : [t, ...text]) ||
      (t !== undefined && word([p, ...pattern], text))
    );
  }
  return t !== undefined && (p === "?" || p === t) && word(pattern, text);
}

function suffixesOf(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(at).join("/"));
}

function prefixesOf(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

describe("against a reference that tries every way", () => {
  const segment = fc.constantFrom("a", "b", "ab", "*", "a*", "*b", "?", "a?", "*a*", "**");
  const pattern = fc
    .tuple(
      fc.constantFrom("", "/"),
      fc.array(segment, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", "/"),
    )
    // Neighbouring `**` and `**/` at the end are read in more than one way: GitHub documents neither.
    .filter(
      ([, segments, end]) =>
        !segments.some(
          (at, index) =>
            at === "**" &&
            (segments[index + 1] === "**" || (index === segments.length - 1 && end === "/")),
        ),
    )
    .map(([start, segments, end]) => start + segments.join("/") + end);
  const path = fc
    .array(fc.constantFrom("a", "b", "ab", "ba", "aab"), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join("/"));
  test("every pattern takes the same files", () => {
    fc.assert(
      fc.property(pattern, path, (p, file) => {
        expect([p, file, takes(p, file)]).toEqual([p, file, reference(p, file)]);
      }),
      { numRuns: 3000 },
    );
  });
});

test("a pattern of a hundred thousand stars ends", () => {
  const stars = "*a".repeat(100_000);
  expect(takes(stars, "a".repeat(4000))).toBe(false);
  expect(takes(`${"**/".repeat(100_000)}b`, `${"a/".repeat(1000)}c`)).toBe(false);
  expect(takes(`${"**/*a/".repeat(1000)}b`, `${"aa/".repeat(1000)}b`)).toBe(true);
});
