import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";

const LOCK = {
  name: "old",
  version: "1.0.0",
  lockfileVersion: 1,
  requires: true,
  dependencies: {
    a: {
      version: "1.0.0",
      requires: { b: "^1.0.0", c: "^1.0.0" },
      dependencies: { b: { version: "1.5.0" } },
    },
    b: { version: "2.0.0", dev: true },
    c: { version: "npm:@s/real@1.1.0", bundled: true },
    g: { version: `git+ssh://git@github.com/o/g.git#${"a".repeat(40)}`, from: "g@github:o/g" },
    local: {
      version: "file:local",
      requires: { b: "^1.0.0" },
      dependencies: { b: { version: "1.4.0" } },
    },
  },
};
const MANIFEST = {
  name: "old",
  license: "MIT",
  dependencies: { a: "1", g: "github:o/g", local: "file:local" },
  devDependencies: { b: "2" },
};

async function read(files: Record<string, string>) {
  const { graphs } = await readInventory(memorySource(files));
  const [graph] = graphs;
  if (graph === undefined) throw new Error("no graph");
  return graph;
}

test("nested dependencies become paths, edges and scopes", async () => {
  const graph = await read({
    "package-lock.json": JSON.stringify(LOCK, null, 2),
    "package.json": JSON.stringify(MANIFEST),
  });
  const told = graph.components.map(({ id, name, version, scope, location }) =>
    [id.split("#")[1], name, version ?? "-", scope, location.startLine ?? "-"].join(" "),
  );
  expect(told).toEqual([
    " old 1.0.0 runtime -",
    "local local - runtime 31",
    "local/node_modules/b b 1.4.0 runtime 37",
    "node_modules/a a 1.0.0 runtime 7",
    "node_modules/a/node_modules/b b 1.5.0 runtime 14",
    "node_modules/b b 2.0.0 development 19",
    "node_modules/c @s/real 1.1.0 runtime 23",
    "node_modules/g g - runtime 27",
  ]);
  expect(graph.edges.map(({ from, to }) => `${from.split("#")[1]} > ${to.split("#")[1]}`)).toEqual([
    " > local",
    " > node_modules/a",
    " > node_modules/b",
    " > node_modules/g",
    "local > local/node_modules/b",
    "node_modules/a > node_modules/a/node_modules/b",
    "node_modules/a > node_modules/c",
  ]);
});

test("what version 1 leaves out is a gap", async () => {
  const graph = await read({ "package-lock.json": JSON.stringify(LOCK) });
  const reasons = graph.gaps.map(({ reason }) => reason);
  expect(reasons).toContain(
    "lockfileVersion 1 needs the package.json beside it, which can't be read",
  );
  expect(reasons.some((reason) => reason.includes("do not record peer dependencies"))).toBe(true);
});

test.each(["file:/home/x/lib", "file:a/../b", "file:C:\\lib"])("%s is a gap", async (version) => {
  const dependencies = { lib: { version } };
  const graph = await read({
    "package-lock.json": JSON.stringify({ lockfileVersion: 1, dependencies }),
    "package.json": "{}",
  });
  expect(graph.components).toHaveLength(1);
  expect(graph.gaps.map(({ item }) => item)).toContain("node_modules/lib");
});

test.each([
  '{"name":"x","version":"1.0.0","lockfileVersion":1}',
  '{"name":"x","version":"1.0.0","lockfileVersion":1,"requires":true,"dependencies":{}}',
  '{"name":"x","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{}}',
])("a project without dependencies has none: %s", async (text) => {
  const graph = await read({ "package-lock.json": text });
  expect(graph.components.map(({ name, version }) => `${name}@${version}`)).toEqual(["x@1.0.0"]);
  expect(graph.gaps).toEqual([]);
});

test("what is optional stays optional, though version 1 writes it among the others", async () => {
  const dependencies = {
    chokidar: { version: "2.0.0", requires: { fsevents: "^1.0.0", glob: "^1.0.0" } },
    fsevents: { version: "1.0.0", optional: true, requires: { nan: "^2.0.0" } },
    glob: { version: "1.0.0" },
    nan: { version: "2.0.0", optional: true },
  };
  const graph = await read({
    "package-lock.json": JSON.stringify({ lockfileVersion: 1, dependencies }),
    "package.json": JSON.stringify({ dependencies: { chokidar: "2" } }),
  });
  const scopes = graph.components.map(({ name, scope }) => [name, scope]);
  expect(Object.fromEntries(scopes)).toMatchObject({
    chokidar: "runtime",
    fsevents: "optional",
    glob: "runtime",
    nan: "optional",
  });
  expect(graph.edges.filter(({ kind }) => kind === "optional")).toHaveLength(1);
  expect(graph.components.flatMap(({ flags }) => flags)).toEqual([]);
});

test("a URL in place of the version says the version where a registry made it", async () => {
  const dependencies = {
    "@s/a": { version: "https://npm.acme.example/@s/a/-/a-1.2.3-rc.1.tgz" },
    b: { version: "https://registry.npmjs.org/b/-/b-2.0.0.tgz" },
    c: { version: "https://acme.example/c.tgz" },
  };
  const graph = await read({
    "package-lock.json": JSON.stringify({ lockfileVersion: 1, dependencies }),
    "package.json": JSON.stringify({ dependencies: { "@s/a": "*", b: "*", c: "*" } }),
  });
  expect(graph.components.slice(1).map(({ purl }) => purl)).toEqual([
    "pkg:npm/%40s/a@1.2.3-rc.1?repository_url=https:%2F%2Fnpm.acme.example",
    "pkg:npm/b@2.0.0",
    "pkg:npm/c?download_url=https:%2F%2Facme.example%2Fc.tgz",
  ]);
  expect(graph.gaps.filter(({ kind }) => kind === "entry")).toEqual([]);
});

test("version 2 without `packages` is read like version 1", async () => {
  const graph = await read({
    "package-lock.json": JSON.stringify({ ...LOCK, lockfileVersion: 2 }),
    "package.json": JSON.stringify(MANIFEST),
  });
  expect(graph.components).toHaveLength(8);
});
