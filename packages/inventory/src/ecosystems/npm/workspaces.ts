/** Comparisons in all; real projects need some thousands. */
const MAX_STEPS = 10_000_000;
const MAX_ALTERNATIVES = 100;

/** `unknown`: the pattern is not understood, or the work is past its bound. */
export type Membership = "member" | "other" | "unknown";

/**
 * Whether a folder is a workspace by the patterns of `workspaces`: `*`, `?`, `**` and `{a,b}` as in npm, `!` takes folders out
 * again. A pattern with brackets or groups is not understood.
 *
 * Own matching with bounded work: a pattern is input, and a regular expression made from it may be slow.
 */
export function workspaceMatcher(patterns: readonly string[]): (folder: string) => Membership {
  const budget = { steps: MAX_STEPS };
  const rules = patterns.map((pattern) => {
    const negated = pattern.startsWith("!");
    const text = (negated ? pattern.slice(1) : pattern).replace(/^\.?\//, "").replace(/\/+$/, "");
    const alternatives = expandBraces(text);
    return { negated, alternatives: alternatives?.map((each) => each.split("/")) };
  });
  return (folder) => {
    const parts = folder.split("/");
    let membership: Membership = "other";
    for (const { negated, alternatives } of rules) {
      if (alternatives === undefined) {
        if (!negated && membership === "other") membership = "unknown";
        if (negated && membership === "member") membership = "unknown";
      } else if (alternatives.some((each) => matchParts(each, parts, budget))) {
        membership = negated ? "other" : "member";
      }
    }
    return budget.steps < 0 ? "unknown" : membership;
  };
}

/** Every text that `{a,b}` stands for; `undefined` where the pattern has other marks, or too many alternatives. */
function expandBraces(pattern: string): readonly string[] | undefined {
  if (/[[\]()]/.test(pattern)) return undefined;
  let expanded = [pattern];
  while (expanded.some((text) => /[{}]/.test(text))) {
    const next: string[] = [];
    for (const text of expanded) {
      // An innermost pair: what is outside of it is expanded in a later round.
      const inner = /\{([^{}]*)\}/.exec(text);
      if (inner === null) {
        if (/[{}]/.test(text)) return undefined;
        next.push(text);
        continue;
      }
      const [whole, list = ""] = inner;
      const before = text.slice(0, inner.index);
      const after = text.slice(inner.index + whole.length);
      next.push(...list.split(",").map((part) => before + part + after));
      if (next.length > MAX_ALTERNATIVES) return undefined;
    }
    expanded = next;
  }
  return expanded;
}

interface Budget {
  steps: number;
}

function matchParts(pattern: readonly string[], parts: readonly string[], budget: Budget): boolean {
  const isSame = (one: string, other: string) => {
    if (one === "*" || !/[*?]/.test(one)) return one === "*" || one === other;
    return matchList([...one], [...other], (a, b) => a === "?" || a === b, "*", budget);
  };
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
