import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Seen } from "./seen.ts";

export interface Candidate {
  readonly root: string;
  readonly seen: Seen;
}

const AROUND = 4;

/** A sample with about as many places of each rule; the same seed draws the same places, whatever order they come in. */
export function draw(all: readonly Candidate[], count: number, seed: string): readonly Candidate[] {
  const rank = ({ root, seen: { rule, path, ranges, text } }: Candidate) =>
    createHash("sha256")
      .update(JSON.stringify([seed, basename(root), rule, path, ranges, text]))
      .digest("hex");
  const byRule = new Map<string, Candidate[]>();
  const ranked = all.map((each) => [rank(each), each] as const);
  for (const [, each] of ranked.sort(([a], [b]) => (a < b ? -1 : 1)))
    byRule.set(each.seen.rule, [...(byRule.get(each.seen.rule) ?? []), each]);
  const lists = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)))
    .flat()
    .slice(0, count);
}

/** The place with the lines around it. */
export function shown({ root, seen }: Candidate): string {
  const { rule, path, ranges, level, text } = seen;
  const lines = readFileSync(join(root, path), "utf8").split(/\r\n?|\n/);
  const [[start, end] = [1, 1]] = ranges;
  const numbers = Array.from(
    { length: Math.min(end - start, AROUND) + 2 * AROUND + 1 },
    (_, at) => start - AROUND + at,
  );
  const around = numbers
    .filter((line) => line >= 1 && line <= lines.length)
    .map((line) => {
      const mark = line >= start && line <= end ? ">" : " ";
      return `   ${mark} ${line}: ${(lines[line - 1] ?? "").slice(0, 200)}`;
    });
  return [
    `${rule} (${level}) ${basename(root)} ${path}:${start}`,
    `   ${text.replaceAll(/\s+/g, " ").slice(0, 300)}`,
    ...around,
  ].join("\n");
}
