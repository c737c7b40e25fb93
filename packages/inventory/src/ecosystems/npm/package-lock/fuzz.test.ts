import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectNothingSilent, expectSound } from "../../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../../index.ts";
import { sri } from "../test/lockfiles.ts";

const name = fc.constantFrom("a", "b", "@s/c", "__proto__", "..", "");
const key = fc.oneof(
  fc.array(name, { maxLength: 3 }).map((names) => names.map((n) => `node_modules/${n}`).join("/")),
  fc.constantFrom("packages/x", "../y", "packages/x/node_modules/a", "/abs", "."),
  fc.string(),
);
const requirements = fc.dictionary(name, fc.oneof(fc.constant("*"), fc.jsonValue()));
const entry = fc.oneof(
  fc.record(
    {
      version: fc.oneof(
        fc.constantFrom("1.0.0", "file:x", "file:/abs", "file:../../y", "npm:b@1.0.0"),
        fc.jsonValue(),
      ),
      name: fc.oneof(name, fc.jsonValue()),
      resolved: fc.oneof(
        fc.constantFrom("packages/x", "", "file:../z.tgz"),
        fc.webUrl(),
        fc.jsonValue(),
      ),
      integrity: fc.oneof(fc.string(), fc.jsonValue()),
      link: fc.boolean(),
      license: fc.jsonValue(),
      dev: fc.boolean(),
      workspaces: fc.oneof(fc.constant(["packages/*"]), fc.jsonValue()),
      dependencies: fc.oneof(requirements, fc.jsonValue()),
      requires: fc.oneof(requirements, fc.jsonValue()),
      peerDependencies: fc.oneof(requirements, fc.jsonValue()),
      peerDependenciesMeta: fc.jsonValue(),
      optionalDependencies: requirements,
      devDependencies: requirements,
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);
const lockfile = fc.record(
  {
    name: fc.jsonValue(),
    lockfileVersion: fc.constantFrom(1, 2, 3),
    packages: fc.dictionary(key, entry),
    dependencies: fc.dictionary(name, entry),
  },
  { requiredKeys: ["lockfileVersion"] },
);

test("whatever the fields hold, there is a sound graph or a reason", async () => {
  await fc.assert(
    fc.asyncProperty(lockfile, async (json) => {
      const files = { "sub/package-lock.json": JSON.stringify(json), "sub/package.json": "{}" };
      const inventory = await readInventory(memorySource(files));
      const { graphs, skipped } = inventory;
      expect(graphs.length + skipped.length).toBe(1);
      expectSound(inventory);
    }),
    fuzzRuns(500),
  );
});

test("changed anywhere, no entry is lost without a word", async () => {
  const own = { name: "app", version: "1.0.0", dependencies: { a: "^1.0.0", b: "2.0.0" } };
  const entries = (["a", "b", "c", "a/node_modules/c"] as const).map((place, index) => [
    `node_modules/${place}`,
    {
      version: `${index}.0.0`,
      resolved: `https://registry.npmjs.org/c/-/c-${index}.0.0.tgz`,
      integrity: sri(index),
      ...(place === "a" ? { dependencies: { c: "*" } } : {}),
    },
  ]);
  const lock = {
    ...own,
    lockfileVersion: 3,
    packages: { "": own, ...Object.fromEntries(entries) },
  };
  const files = { "package.json": own, "package-lock.json": JSON.stringify(lock, undefined, 2) };
  await expectNothingSilent("package-lock.json", files, 500);
});
