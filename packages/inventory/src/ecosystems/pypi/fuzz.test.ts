import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memorySource, readInventory } from "../../index.ts";
import { SAMPLES } from "./test/samples.ts";

/** Tokens that mean something in one of the formats. */
const TOKENS = [
  "[[package]]",
  "{",
  "]",
  '"""',
  "'",
  "=",
  "==",
  "\\",
  "-r ",
  "name",
  "__proto__",
  "../..",
  "9".repeat(400),
  "\u0000",
  "\r\n",
  "#",
];

/** What happens to files: parts are cut, doubled, moved, overwritten. */
const mutation = fc.oneof(
  fc.record({
    kind: fc.constantFrom("cut", "drop", "double"),
    at: fc.nat(),
    length: fc.nat({ max: 80 }),
  }),
  fc.record({ kind: fc.constant("insert"), at: fc.nat(), text: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constantFrom("dropLine", "doubleLine"), at: fc.nat() }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(text: string, change: Mutation): string {
  const at = change.at % (text.length + 1);
  if ("text" in change) return text.slice(0, at) + change.text + text.slice(at);
  if ("length" in change) {
    if (change.kind === "cut") return text.slice(0, at);
    const part = text.slice(at, at + change.length);
    return (
      text.slice(0, at) +
      (change.kind === "double" ? part + part : "") +
      text.slice(at + change.length)
    );
  }
  const lines = text.split("\n");
  const line = change.at % lines.length;
  lines.splice(
    line,
    1,
    ...(change.kind === "dropLine" ? [] : [lines[line] ?? "", lines[line] ?? ""]),
  );
  return lines.join("\n");
}

/** The member that the lockfile of uv names. */
const BESIDE = { "lib/setup.py": "" };

describe.each(SAMPLES)("$path", ({ path, text, entriesIn, added }) => {
  test("is read whole, without a gap", async () => {
    const { graphs, skipped } = await readInventory(memorySource({ ...BESIDE, [path]: text }));
    const [graph] = graphs;
    expect(skipped).toEqual([]);
    expect(graph?.gaps.filter(({ kind }) => kind === "entry")).toEqual([]);
    expect(graph?.components).toHaveLength(entriesIn(text) + added);
  });

  test("changed anywhere it gives a sound graph or a reason, and no entry is lost without a word", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = changes.reduce(mutated, text);
        const { graphs, skipped } = await readInventory(memorySource({ [path]: changed }));
        expect(graphs.length + skipped.length).toBe(1);
        for (const { roots, components, edges, gaps } of graphs) {
          const ids = new Set(components.map(({ id }) => id));
          expect(ids.size).toBe(components.length);
          expect(roots.every((id) => ids.has(id))).toBe(true);
          expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(
            true,
          );
          const isTold = gaps.some(({ kind }) => kind === "entry");
          if (!isTold) expect(components.length).toBeGreaterThanOrEqual(entriesIn(changed));
        }
      }),
      fuzzRuns(400),
    );
  });
});
