import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Explanation, explanationOf } from "./explanations.ts";
import { ourViolations, rulesByAudit } from "./ours.ts";
import { actionlintFindings, zizmorFindings } from "./peers.ts";
import { isSamePlace, type Seen } from "./seen.ts";

/** What one tool says and the other does not. */
export interface Difference {
  readonly side: "ours" | "theirs";
  readonly seen: Seen;
  /** Lines of the file, without their ends. */
  readonly lines: readonly string[];
  /** Text of another file of the checkout; empty where there is none. */
  text(path: string): string;
}

export interface Comparison {
  /** Places of one checkout by the peer's audit: in both, and in one alone. Ours alone count under the first audit of their rule. */
  readonly counts: ReadonlyMap<string, { both: number; theirs: number; ours: number }>;
  readonly explained: ReadonlyMap<Explanation["id"], number>;
  readonly unexplained: readonly string[];
}

/**
 * A miss is what a peer says by default and ours does not; an extra is what ours says and the peer says to nobody, not even with all
 * its personas. Audits without a rule of ours are left out.
 */
export async function compareCheckout(root: string): Promise<Comparison> {
  const rules = rulesByAudit();
  const known = new Set([...rules.values()].flatMap((ids) => [...ids]));
  const theirs = [...zizmorFindings(root), ...actionlintFindings(root)].filter(({ rule }) =>
    rules.has(rule),
  );
  const ours = await ourViolations(root, (id) => known.has(id));
  const isShared = (mine: Seen, other: Seen) =>
    rules.get(other.rule)?.has(mine.rule) === true && isSamePlace(mine, other);
  const linesOf = fileLines(root);
  const text = (path: string) => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  const counts = new Map<string, { both: number; theirs: number; ours: number }>();
  const explained = new Map<Explanation["id"], number>();
  const unexplained: string[] = [];
  const count = (audit: string, side: "both" | "theirs" | "ours") => {
    const row = counts.get(audit) ?? { both: 0, theirs: 0, ours: 0 };
    row[side] += 1;
    counts.set(audit, row);
  };
  const judge = (difference: Difference) => {
    const one = explanationOf(difference);
    if (one === undefined) unexplained.push(lineOf(difference));
    else explained.set(one.id, (explained.get(one.id) ?? 0) + 1);
  };
  for (const seen of distinct(theirs)) {
    const isFound = ours.some((mine) => isShared(mine, seen));
    if (isFound) count(seen.rule, "both");
    else if (!seen.isExtra) {
      count(seen.rule, "theirs");
      judge({ side: "theirs", seen, lines: linesOf(seen.path), text });
    }
  }
  for (const seen of distinct(ours)) {
    if (theirs.some((other) => isShared(seen, other))) continue;
    const audit = [...rules].find(([, ids]) => ids.has(seen.rule))?.[0] ?? "";
    count(audit, "ours");
    judge({ side: "ours", seen, lines: linesOf(seen.path), text });
  }
  return { counts, explained, unexplained };
}

/** Two expressions of one line are one place. */
function distinct(all: readonly Seen[]): readonly Seen[] {
  const byPlace = new Map<string, Seen>();
  for (const seen of all) {
    const key = JSON.stringify([seen.rule, seen.path, seen.ranges]);
    const before = byPlace.get(key);
    if (before === undefined || (before.isExtra && !seen.isExtra)) byPlace.set(key, seen);
  }
  return [...byPlace.values()];
}

function lineOf({ side, seen: { rule, path, ranges, level, text } }: Difference): string {
  const at = ranges.map(([start]) => start).join(",");
  const who = side === "ours" ? "only ours" : "only theirs";
  return `${who} ${rule} (${level}) ${path}:${at} ${text.replaceAll(/\s+/g, " ").slice(0, 160)}`;
}

function fileLines(root: string): (path: string) => readonly string[] {
  const texts = new Map<string, readonly string[]>();
  return (path) => {
    const lines = texts.get(path) ?? readFileSync(join(root, path), "utf8").split(/\r\n?|\n/);
    texts.set(path, lines);
    return lines;
  };
}
