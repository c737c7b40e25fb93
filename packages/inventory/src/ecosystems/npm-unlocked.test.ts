import { expect, test } from "vitest";
import { memorySource, readInventory } from "../index.ts";

const asks = JSON.stringify({ dependencies: { a: "1" } });
const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    "": { workspaces: ["packages/*"] },
    "node_modules/m": { resolved: "packages/m", link: true },
    "packages/m": {},
  },
});

test("a manifest that no lockfile covers is told; covered, empty and excluded ones are not", async () => {
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
      "yarn/yarn.lock": "",
      "yarn/sub/package.json": asks,
    }),
  );
  expect(skipped.map(({ kind, item }) => `${kind} ${item}`)).toEqual([
    "unlocked docs/package.json",
    "unlocked packages/stray/package.json",
    "unsupported yarn/yarn.lock",
  ]);
});
