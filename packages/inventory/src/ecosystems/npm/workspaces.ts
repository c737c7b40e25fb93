/** Comparisons in all; real projects need some thousands. */
const MAX_STEPS = 10_000_000;

/**
 * Whether a folder is a workspace by the patterns of `workspaces`: `*`, `?` and `**` as in npm, `!` takes folders out again.
 * A pattern with braces, brackets or groups is taken to match: npm wrote the link that is asked about.
 *
 * Own matching with bounded work: a pattern is input, and a regular expression made from it may be slow. Past the bound, as
 * with a pattern that is not understood, a folder is taken to match.
 */
export function workspaceMatcher(patterns: readonly string[]): (folder: string) => boolean {
  const budget = { steps: MAX_STEPS };
  const rules = patterns.map((pattern) => {
    const negated = pattern.startsWith("!");
    const text = (negated ? pattern.slice(1) : pattern).replace(/^\.?\//, "").replace(/\/+$/, "");
    return { negated, unreadable: /[{}[\]()]/.test(text), parts: text.split("/") };
  });
  return (folder) => {
    const parts = folder.split("/");
    let matched = false;
    for (const rule of rules) {
      if (rule.unreadable ? !rule.negated : matchParts(rule.parts, parts, budget))
        matched = !rule.negated;
    }
    return matched || budget.steps < 0;
  };
}

interface Budget {
  steps: number;
}

function matchParts(pattern: readonly string[], parts: readonly string[], budget: Budget): boolean {
  const isSame = (one: string, other: string) =>
    matchList([...one], [...other], (a, b) => a === "?" || a === b, "*", budget);
  return matchList(pattern, parts, isSame, "**", budget);
}

/** Wildcard matching with one step back: `wildcard` stands for any number of items. */
function matchList(
  pattern: readonly string[],
  items: readonly string[],
  isSame: (pattern: string, item: string) => boolean,
  wildcard: string,
  budget: Budget,
): boolean {
  budget.steps -= pattern.length;
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let item = 0; item < items.length; ) {
    if (--budget.steps < 0) return true;
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
