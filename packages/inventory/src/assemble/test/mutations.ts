import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect } from "vitest";
import { memorySource, readInventory } from "../../index.ts";
import type { Files } from "./graphs.ts";

/** Ways in which a file breaks: in an editor, in a merge, on a disk, by somebody's hand. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constantFrom("cut", "drop line", "double line"), at: fc.nat() }),
  fc.record({
    kind: fc.constant("put"),
    at: fc.nat(),
    text: fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom("{", "]", '"', "<", "/>", "(", "\t", "\r\n", "__proto__", "../..", "\u0000"),
    ),
  }),
  fc.record({
    kind: fc.constant("take out"),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 40 }),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(text: string, change: Mutation): string {
  const at = change.at % (text.length + 1);
  if ("text" in change) return text.slice(0, at) + change.text + text.slice(at);
  if ("length" in change) return text.slice(0, at) + text.slice(at + change.length);
  if (change.kind === "cut") return text.slice(0, at);
  const lines = text.split("\n");
  const index = change.at % lines.length;
  const line = lines[index] ?? "";
  lines.splice(index, 1, ...(change.kind === "drop line" ? [] : [line, line]));
  return lines.join("\n");
}

/**
 * Whatever is done to the file `path` among `files`: it is read or skipped with a reason, the graph is sound, and no package is missing
 * without a gap or a reason that says that something is wrong.
 *
 * @param entriesIn how many entries a text still has, where one may be taken out and leave a whole list
 */
export async function expectNothingSilent(
  path: string,
  files: Files,
  numRuns: number,
  entriesIn: (text: string) => number = () => Number.POSITIVE_INFINITY,
): Promise<void> {
  const text = files[path] ?? "";
  const before = await read(files);
  expect(before.skipped).toEqual([]);
  const whole = packagesOf(before);
  expect(whole).toBeGreaterThan(3);
  const known = new Set(gapsOf(before));
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (changes) => {
      const changed = changes.reduce(mutated, text);
      const inventory = await read({ ...files, [path]: changed });
      const { graphs, skipped } = inventory;
      for (const { roots, components, edges } of graphs) {
        const ids = new Set(components.map(({ id }) => id));
        expect(ids.size).toBe(components.length);
        expect(roots.every((id) => ids.has(id))).toBe(true);
        for (const { from, to } of edges)
          expect(ids.has(from) && ids.has(to) && from !== to).toBe(true);
      }
      // A changed version is another package; a lesser number is a lost one.
      const isSaid = skipped.length > 0 || gapsOf(inventory).some((gap) => !known.has(gap));
      if (packagesOf(inventory) < Math.min(whole, entriesIn(changed)))
        expect(isSaid, `silent: ${JSON.stringify(changes)}`).toBe(true);
    }),
    fuzzRuns(numRuns),
  );
}

const read = (files: Files) => readInventory(memorySource(files));

/** But for missing checksums: how many there are changes with every package. */
function gapsOf({ graphs }: Awaited<ReturnType<typeof read>>): readonly string[] {
  return graphs.flatMap(({ gaps }) =>
    gaps
      .filter(({ kind }) => kind !== "no-integrity")
      .map(({ item, reason }) => `${item}: ${reason}`),
  );
}

function packagesOf({ graphs }: Awaited<ReturnType<typeof read>>): number {
  return graphs.reduce((count, { components }) => count + components.length, 0);
}
