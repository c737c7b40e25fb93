import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";
import { graphOf } from "../test/graphs.ts";

const foreign = ({ components }: Awaited<ReturnType<typeof graphOf>>) =>
  components.filter(({ firstParty }) => !firstParty).map(({ name, purl }) => [name, purl]);

test("a linked folder that no workspace names is somebody's package, and so is what has an archive", async () => {
  const graph = await graphOf({
    "": { workspaces: ["packages/*"], dependencies: { evil: "*", w: "file:vendor/w" } },
    "node_modules/evil": { link: true, resolved: "pk/evil" },
    "node_modules/w": { link: true, resolved: "vendor/w" },
    "node_modules/m": { link: true, resolved: "packages/m" },
    "node_modules/n": { link: true, resolved: "packages/n" },
    "pk/evil": { version: "6.6.6", license: "GPL-3.0-only" },
    "vendor/w": { license: "GPL-3.0-only" },
    "packages/m": { version: "1.0.0" },
    "packages/n": { version: "1.0.0", resolved: "https://registry.npmjs.org/n/-/n-1.0.0.tgz" },
  });
  expect(foreign(graph)).toEqual([
    ["n", "pkg:npm/n@1.0.0"],
    ["evil", undefined],
    ["w", undefined],
  ]);
  expect(graph.gaps).toEqual([]);
});

test("the manifest says which folders are workspaces, where it can be read", async () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      "": { workspaces: ["packages/*", "vendor/*"] },
      "node_modules/w": { link: true, resolved: "vendor/w" },
      "vendor/w": { version: "1.0.0" },
    },
  };
  const files = {
    "package-lock.json": JSON.stringify(lock),
    "package.json": JSON.stringify({ workspaces: ["packages/*"] }),
  };
  const { graphs } = await readInventory(memorySource(files));
  expect(graphs[0]?.components.map(({ name, firstParty }) => [name, firstParty])).toEqual([
    ["project", true],
    ["w", false],
  ]);
});
