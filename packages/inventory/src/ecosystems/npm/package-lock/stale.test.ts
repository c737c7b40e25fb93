import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";

type Files = Record<string, string | object>;

async function staleOf(files: Files, options = {}) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? content : JSON.stringify(content),
  ]);
  const { graphs } = await readInventory(memorySource(Object.fromEntries(texts)), options);
  return graphs.flatMap(({ gaps }) =>
    gaps.filter(({ kind }) => kind === "stale").map(({ item, reason }) => `${item}: ${reason}`),
  );
}

const locked = (root: object, more: object = {}) => ({
  lockfileVersion: 3,
  packages: { "": root, "node_modules/a": { version: "1.2.0" }, ...more },
});
const LOCK = "package-lock.json";

test("a lockfile that says what the manifest says is not stale, whatever order and list a name stands in", async () => {
  const root = {
    dependencies: { a: "^1.0.0" },
    peerDependencies: { a: "*" },
    optionalDependencies: { o: "1" },
  };
  const manifest = {
    optionalDependencies: { o: "1" },
    dependencies: { o: "1", a: "^1.0.0" },
    peerDependencies: { a: "*" },
  };
  expect(await staleOf({ [LOCK]: locked(root), "package.json": manifest })).toEqual([]);
});

test.each([
  ["asked for and not locked", { a: "^1.0.0", "left-pad": "1" }, "left-pad is not locked"],
  ["no longer asked for", {}, "a is no longer asked for"],
  [
    "locked for a range that the version does not fulfil",
    { a: "^2.0.0" },
    "a is locked for ^1.0.0",
  ],
  ["locked for a range that can't be compared", { a: "next" }, "a is locked for ^1.0.0"],
])("a package that is %s makes it stale", async (_, dependencies, difference) => {
  const lock = locked({ dependencies: { a: "^1.0.0" } });
  expect(await staleOf({ [LOCK]: lock, "package.json": { dependencies } })).toEqual([
    `package-lock.json: package.json asks for other packages: ${difference}`,
  ]);
});

test("spelling alone is no difference", async () => {
  const lock = locked({ dependencies: { a: "1 || 2", lib: "file:lib" } });
  const manifest = { dependencies: { a: " 1  ||  2", lib: "file:./lib/" } };
  expect(await staleOf({ [LOCK]: lock, "package.json": manifest })).toEqual([]);
});

test("another range that the locked version fulfils is no difference, another kind is", async () => {
  const lock = locked({ dependencies: { a: "^1.0.0" } });
  const wider = { dependencies: { a: ">=1" } };
  expect(await staleOf({ [LOCK]: lock, "package.json": wider })).toEqual([]);
  const moved = { devDependencies: { a: "^1.0.0" } };
  expect(await staleOf({ [LOCK]: lock, "package.json": moved })).toEqual([
    "package-lock.json: package.json asks for other packages: a is locked as runtime",
  ]);
});

test("each workspace is compared with its own manifest", async () => {
  const lock = locked(
    { workspaces: ["packages/*"] },
    {
      "node_modules/x": { link: true, resolved: "packages/x" },
      "node_modules/y": { link: true, resolved: "packages/y" },
      "packages/x": { dependencies: { a: "1" } },
      "packages/y": { dependencies: { a: "1" } },
    },
  );
  const files = {
    [`sub/${LOCK}`]: lock,
    "sub/package.json": { workspaces: ["packages/*"] },
    "sub/packages/x/package.json": { dependencies: { a: "1" } },
    "sub/packages/y/package.json": { dependencies: { a: "1", b: "1" } },
  };
  expect(await staleOf(files)).toEqual([
    "packages/y: sub/packages/y/package.json asks for other packages: b is not locked",
  ]);
  expect(await staleOf(files, { compareManifests: false })).toEqual([]);
});

test("version 1 has the manifest in place of an entry: what it lacks is named once", async () => {
  const lock = { lockfileVersion: 1, dependencies: { a: { version: "1.0.0" } } };
  const manifest = { dependencies: { a: "1", b: "1", c: "1" } };
  expect(await staleOf({ [LOCK]: lock, "package.json": manifest })).toEqual([
    "package-lock.json: package.json asks for other packages: b is not locked, c is not locked",
  ]);
});

test("version 2 whose old part names packages that the new one lacks is stale", async () => {
  const dependencies = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [`p${index}`, { version: "1.0.0" }]),
  );
  const lock = { lockfileVersion: 2, packages: { "": { name: "x" } }, dependencies };
  expect(await staleOf({ [LOCK]: lock })).toEqual([
    "package-lock.json: its `dependencies` name packages that its `packages` lacks: p0, p1, p2, p3, p4 and 2 more",
  ]);
});

test("a manifest that can't be read is a gap: nobody can say whether the lockfile fits it", async () => {
  const files = { [LOCK]: JSON.stringify(locked({})), "package.json": "{" };
  const { graphs } = await readInventory(memorySource(files));
  expect(graphs[0]?.gaps.map(({ reason }) => reason)).toContain(
    "nobody can say whether it fits package.json: it is no JSON",
  );
});

test("version 1 has neither the kinds of what a member asks for nor its peers: they make no difference", async () => {
  const member = {
    dependencies: { a: "^1.0.0" },
    devDependencies: { dev: "1" },
    peerDependencies: { peer: "1" },
  };
  const lock = (requires: object) => ({
    lockfileVersion: 1,
    dependencies: {
      a: { version: "1.2.0" },
      dev: { version: "1.0.0" },
      own: { version: "file:own", requires },
    },
  });
  const files = {
    "package.json": { workspaces: ["own"], dependencies: { own: "*" } },
    "own/package.json": member,
  };
  expect(await staleOf({ ...files, [LOCK]: lock({ a: "^1.0.0", dev: "1" }) })).toEqual([]);
  expect(await staleOf({ ...files, [LOCK]: lock({ a: "^1.0.0" }) })).toEqual([
    "own: own/package.json asks for other packages: dev is not locked",
  ]);
});
