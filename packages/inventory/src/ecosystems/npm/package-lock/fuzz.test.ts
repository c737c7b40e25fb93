import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";

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
      const { graphs, skipped } = await readInventory(memorySource(files));
      expect(graphs.length + skipped.length).toBe(1);
      for (const { roots, components, edges } of graphs) {
        const ids = new Set(components.map(({ id }) => id));
        expect(ids.size).toBe(components.length);
        expect(roots.every((id) => ids.has(id))).toBe(true);
        expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(
          true,
        );
      }
    }),
    fuzzRuns(500),
  );
});
