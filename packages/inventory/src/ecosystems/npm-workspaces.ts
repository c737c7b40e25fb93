const MAX_PATTERNS = 1000;
const MAX_PATTERN = 1000;

/**
 * Whether a folder is a workspace by the patterns of `workspaces`: `*`, `?` and `**` as in npm, `!` takes folders out again.
 * A pattern with braces, brackets or groups is taken to match: npm wrote the link that is asked about.
 *
 * Own matching in time proportional to both lengths: a pattern is input, and a regular expression made from it may be slow.
 */
export function workspaceMatcher(patterns: readonly string[]): (folder: string) => boolean {
  const rules = patterns
    .slice(0, MAX_PATTERNS)
    .filter((pattern) => pattern.length <= MAX_PATTERN)
    .map((pattern) => {
      const negated = pattern.startsWith("!");
      const text = (negated ? pattern.slice(1) : pattern).replace(/^\.?\//, "").replace(/\/+$/, "");
      return { negated, unreadable: /[{}[\]()]/.test(text), parts: text.split("/") };
    });
  return (folder) => {
    const parts = folder.split("/");
    let matched = false;
    for (const rule of rules) {
      if (rule.unreadable ? !rule.negated : matchList(rule.parts, parts, matchPart, "**"))
        matched = !rule.negated;
    }
    return matched;
  };
}

function matchPart(pattern: string, part: string): boolean {
  const isSame = (one: string, other: string) => one === "?" || one === other;
  return matchList([...pattern], [...part], isSame, "*");
}

/** Wildcard matching with one step back: `wildcard` stands for any number of items. */
function matchList(
  pattern: readonly string[],
  items: readonly string[],
  isSame: (pattern: string, item: string) => boolean,
  wildcard: string,
): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let item = 0; item < items.length; ) {
    const expected = pattern[at];
    if (expected === wildcard) {
      star = at++;
      taken = item;
    } else if (expected !== undefined && isSame(expected, items[item] ?? "")) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++taken;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((rest) => rest === wildcard);
}
