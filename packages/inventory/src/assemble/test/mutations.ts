import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect } from "vitest";
import { type Inventory, memorySource, readInventory } from "../../index.ts";
import { changedText, textChanges } from "../../test/mutated-text.ts";
import type { Files } from "./graphs.ts";

/** Texts that mean something in one format or another. */
const TOKENS = [
  ...["{", "]", '"', "'", "<", "/>", "(", "#", ": ", "- ", "@", "&a ", "*a", "\t", "\r\n", "\r"],
  ...["x", "0", "\u00e9", "__proto__", "../..", "\u0000"],
];

/**
 * Whatever is done to the file `path` among `files`: it is read or skipped with a reason, the graph is sound, and no package is missing
 * without a gap or a reason that says that something is wrong.
 *
 * @param entriesIn how many entries a text still has, where one may be taken out and leave a whole list
 */
export async function expectNothingSilent(
  path: string,
  given: Readonly<Record<string, string | object>>,
  numRuns: number,
  entriesIn: (text: string) => number = () => Number.POSITIVE_INFINITY,
): Promise<void> {
  const files = Object.fromEntries(
    Object.entries(given).map(([file, content]) => [
      file,
      typeof content === "string" ? content : JSON.stringify(content),
    ]),
  );
  const text = files[path] ?? "";
  const before = await read(files);
  expect(before.skipped).toEqual([]);
  const whole = packagesOf(before);
  expect(whole).toBeGreaterThan(3);
  const known = new Set(gapsOf(before));
  await fc.assert(
    fc.asyncProperty(textChanges(TOKENS), async (changes) => {
      const changed = changedText(text, changes);
      const inventory = await read({ ...files, [path]: changed });
      expectSound(inventory);
      // A changed version is another package; a lesser number is a lost one.
      const isSaid =
        inventory.skipped.length > 0 || gapsOf(inventory).some((gap) => !known.has(gap));
      if (packagesOf(inventory) < Math.min(whole, entriesIn(changed)))
        expect(isSaid, `silent: ${JSON.stringify(changes)}`).toBe(true);
    }),
    fuzzRuns(numRuns),
  );
}

/** Ids are unique, and every root and every end of an edge is a component. */
export function expectSound({ graphs }: Inventory): void {
  for (const { roots, components, edges } of graphs) {
    const ids = new Set(components.map(({ id }) => id));
    expect(ids.size).toBe(components.length);
    expect(roots.every((id) => ids.has(id))).toBe(true);
    expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(true);
  }
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
