import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect } from "vitest";
import type { Inventory } from "../../../graph.ts";
import { inventoryOf } from "./lockfiles.ts";

/** Ways in which a lockfile breaks: in an editor, in a merge, on a disk, by somebody's hand. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("drop line" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("double line" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("swap lines" as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant("put" as const),
    at: fc.nat(),
    text: fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom(
        "\t",
        "\r",
        "{",
        "[",
        '"',
        "'",
        "#",
        ": ",
        "- ",
        "@",
        "(",
        "__proto__",
        "&a ",
        "*a",
      ),
    ),
  }),
  fc.record({
    kind: fc.constant("take out" as const),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 40 }),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(text: string, change: Mutation): string {
  const at = change.at % (text.length + 1);
  if (change.kind === "cut") return text.slice(0, at);
  if (change.kind === "put") return text.slice(0, at) + change.text + text.slice(at);
  if (change.kind === "take out") return text.slice(0, at) + text.slice(at + change.length);
  const lines = text.split("\n");
  const index = change.at % lines.length;
  const line = lines[index] ?? "";
  const next = lines[index + 1] ?? "";
  if (change.kind === "drop line") lines.splice(index, 1);
  else if (change.kind === "double line") lines.splice(index, 0, line);
  else lines.splice(index, 2, next, line);
  return lines.join("\n");
}

/**
 * Whatever is done to the lockfile among `files`: it is read or skipped with a reason, the graph is sound, and no package is missing
 * without a gap or a finding that says that something is wrong.
 */
export async function expectNothingSilent(
  path: string,
  files: Readonly<Record<string, string | object>>,
  numRuns: number,
): Promise<void> {
  const text = String(files[path]);
  const whole = purlsOf(await inventoryOf(files));
  expect(whole.size).toBeGreaterThan(3);
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (changes) => {
      const broken = changes.reduce(mutated, text);
      const inventory = await inventoryOf({ ...files, [path]: broken });
      expectSound(inventory);
      // A changed version is another package; a lesser number is a lost one.
      const isLess = purlsOf(inventory).size < whole.size;
      if (isLess) expect(isComplete(inventory), `silent: ${JSON.stringify(changes)}`).toBe(false);
    }),
    fuzzRuns(numRuns),
  );
}

function isComplete({ graphs, skipped }: Inventory): boolean {
  return skipped.length === 0 && graphs.every(({ gaps }) => gaps.length === 0);
}

export function expectSound({ graphs }: Inventory): void {
  for (const { roots, components, edges } of graphs) {
    const ids = new Set(components.map(({ id }) => id));
    expect(ids.size).toBe(components.length);
    expect(roots.every((id) => ids.has(id))).toBe(true);
    for (const { from, to } of edges)
      expect(ids.has(from) && ids.has(to) && from !== to).toBe(true);
  }
}

function purlsOf({ graphs }: Inventory): ReadonlySet<string> {
  return new Set(graphs.flatMap(({ components }) => components.flatMap(({ purl }) => purl ?? [])));
}
