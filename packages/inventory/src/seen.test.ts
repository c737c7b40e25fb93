import { expect, test } from "vitest";
import { readInventory } from "./inventory.ts";
import type { SeenLockfiles } from "./seen.ts";
import type { FileSource } from "./source.ts";

const lock = (version: string) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: { "": { dependencies: { a: "1" } }, "node_modules/a": { version } },
  });
const MOD = "module example.com/m\n\nrequire example.com/a v1.0.0\n";

function sourceOf(files: Readonly<Record<string, string>>): FileSource {
  return {
    list: async () => Object.keys(files).sort(),
    read: async (path) => {
      const text = files[path];
      return text === undefined ? undefined : Buffer.from(text);
    },
  };
}

test("a base with the same files has the graphs of the work tree; another lockfile, neighbour or path is read", async () => {
  const head = { "package-lock.json": lock("1.0.0"), "go.mod": MOD, "x/go.mod": MOD };
  const seen: SeenLockfiles = new Map();
  const first = await readInventory(sourceOf(head), { seen });
  const again = async (files: Readonly<Record<string, string>>) => {
    const base = await readInventory(sourceOf(files), { seen, compareManifests: false });
    const known = new Set(first.graphs.map(({ components }) => components));
    return base.graphs.filter(({ components }) => known.has(components)).map(({ path }) => path);
  };
  expect(await again(head)).toEqual(["go.mod", "package-lock.json", "x/go.mod"]);
  const other = { ...head, "package-lock.json": lock("1.0.1") };
  expect(await again(other)).toEqual(["go.mod", "x/go.mod"]);
  expect(await again({ ...head, "go.mod": `${MOD}\n` })).toEqual(["package-lock.json"]);
  expect(await again({ ...head, "go.work": "use ./x\n" })).toEqual([]);
  expect(await again({ "go.mod": MOD })).toEqual([]);
});
