import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../index.ts";

const asks = JSON.stringify({ dependencies: { a: "1" } });
const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    "": { workspaces: ["packages/*"] },
    "node_modules/m": { resolved: "packages/m", link: true },
    "packages/m": {},
  },
});

test("a manifest that no lockfile covers is told; what is broken too; covered, empty and excluded ones are not", async () => {
  const { skipped } = await readInventory(
    memorySource({
      "package.json": asks,
      "package-lock.json": lock,
      "packages/m/package.json": asks,
      "packages/stray/package.json": asks,
      "docs/package.json": JSON.stringify({ devDependencies: { a: "1" } }),
      "esm/package.json": '{"type": "module", "dependencies": {}}',
      "broken/package.json": "{",
      "examples/x/package.json": asks,
      "node_modules/x/package.json": asks,
      "deno/deno.lock": "",
      "deno/sub/package.json": asks,
    }),
  );
  expect(skipped.map(({ kind, item }) => `${kind} ${item}`)).toEqual([
    "unlocked broken/package.json",
    "unreadable deno/deno.lock",
    "unlocked docs/package.json",
    "unlocked packages/stray/package.json",
  ]);
  expect(skipped[0]?.reason).toContain("what it asks for is not known");
});

test("a manifest that can't be read is told with the reason", async () => {
  const files = memorySource({ "package.json": asks });
  const read = () => Promise.reject(new UsageError("The file package.json may not be read"));
  const { skipped } = await readInventory({ ...files, read });
  expect(skipped).toMatchObject([
    { item: "package.json", kind: "unlocked", reason: expect.stringContaining("may not be read") },
  ]);
});
