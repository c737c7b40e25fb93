import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectSound } from "../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../index.ts";
import { changedText, textChanges } from "../../test/mutated-text.ts";
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
      fc.asyncProperty(textChanges(TOKENS), async (changes) => {
        const changed = changedText(text, changes);
        const inventory = await readInventory(memorySource({ [path]: changed }));
        const { graphs, skipped } = inventory;
        expect(graphs.length + skipped.length).toBe(1);
        expectSound(inventory);
        for (const { components, gaps } of graphs) {
          const isTold = gaps.some(({ kind }) => kind === "entry");
          if (!isTold) expect(components.length).toBeGreaterThanOrEqual(entriesIn(changed));
        }
      }),
      fuzzRuns(400),
    );
  });
});
