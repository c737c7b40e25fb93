import { expect, test } from "vitest";
import { lockOf, sri } from "../test/lockfiles.ts";

const lock = (importers: string, top = "") => `lockfileVersion: '9.0'
${top}
importers:
${importers}
packages:
  a@1.2.0: {resolution: {integrity: ${sri(1)}}}
snapshots:
  a@1.2.0: {}
`;
const ROOT = "  .:\n    dependencies:\n      a: {specifier: ^1.0.0, version: 1.2.0}\n";

async function staleOf(text: string, files: Record<string, string | object>, options = {}) {
  const { gaps } = await lockOf({ "pnpm-lock.yaml": text, ...files }, options);
  return gaps.filter((gap) => gap.startsWith("stale")).map((gap) => gap.slice("stale ".length));
}

test.each([
  ["the same range", { dependencies: { a: "^1.0.0" } }],
  ["another range that the locked version fulfils", { dependencies: { a: ">=1" } }],
  ["a peer that is not installed", { dependencies: { a: "^1.0.0" }, peerDependencies: { p: "*" } }],
  ["a peer that pnpm installed", { peerDependencies: { a: "^1.0.0" } }],
])("%s is no difference", async (_, manifest) => {
  expect(await staleOf(lock(ROOT), { "package.json": manifest })).toEqual([]);
});

test.each([
  [{ dependencies: { a: "^2.0.0" } }, "a is locked for ^1.0.0"],
  [{ devDependencies: { a: "^1.0.0" } }, "a is locked as runtime"],
  [{ dependencies: { a: "^1.0.0", b: "1" } }, "b is not locked"],
  [{}, "a is no longer asked for"],
])("%j is one", async (manifest, difference) => {
  const files = { "package.json": manifest };
  expect(await staleOf(lock(ROOT), files)).toEqual([
    `.: package.json asks for other packages: ${difference}`,
  ]);
  expect(await staleOf(lock(ROOT), files, { compareManifests: false })).toEqual([]);
});

test("every member is compared with its own manifest", async () => {
  const files = {
    "sub/pnpm-lock.yaml": lock(
      `  .: {}\n  packages/x:\n    dependencies:\n      a: {specifier: ^1.0.0, version: 1.2.0}\n`,
    ),
    "sub/package.json": {},
    "sub/packages/x/package.json": { dependencies: { a: "^1.0.0", c: "1" } },
  };
  const { gaps } = await lockOf(files);
  expect(gaps).toEqual([
    "stale packages/x: sub/packages/x/package.json asks for other packages: c is not locked",
  ]);
});

test("what overrides, ignored packages and links left out decide is no difference", async () => {
  const top =
    "settings: {excludeLinksFromLockfile: true}\noverrides: {'a@1': 1.2.0}\nignoredOptionalDependencies: ['@o/*']\n";
  const manifest = {
    dependencies: { a: "^3", l: "link:../l" },
    optionalDependencies: { "@o/x": "1" },
  };
  expect(await staleOf(lock(ROOT, top), { "package.json": manifest })).toEqual([]);
});

test("a catalog that asks for another range makes it stale", async () => {
  const top =
    "catalogs: {default: {a: {specifier: ^1.0.0, version: 1.2.0}}, old: {a: {specifier: '1', version: 1.2.0}}}\n";
  const root = ROOT.replace("^1.0.0", "'catalog:'");
  const manifest = { dependencies: { a: "catalog:" } };
  const fits = "catalog:\n  a: ^1.0.0\ncatalogs:\n  old:\n    a: '1'\n";
  expect(
    await staleOf(lock(root, top), { "package.json": manifest, "pnpm-workspace.yaml": fits }),
  ).toEqual([]);
  const other = fits.replace("^1.0.0", "^2.0.0");
  expect(
    await staleOf(lock(root, top), { "package.json": manifest, "pnpm-workspace.yaml": other }),
  ).toEqual([
    "pnpm-lock.yaml: pnpm-workspace.yaml asks for other packages: a is locked for ^1.0.0",
  ]);
});

test("a manifest that can't be read is a gap", async () => {
  const { gaps } = await lockOf({ "pnpm-lock.yaml": lock(ROOT), "package.json": "{" });
  expect(gaps).toContain("entry .: nobody can say whether it fits package.json: it is no JSON");
});

test("members that the lockfile has and a manifest that it lacks are told apart", async () => {
  const { graph } = await lockOf({
    "pnpm-lock.yaml": lock(`${ROOT}  packages/x: {}\n`),
    "package.json": { dependencies: { a: "^1.0.0" } },
    "packages/x/package.json": { name: "x" },
    "packages/y/package.json": { name: "y", dependencies: { a: "1" } },
  });
  expect(graph.covers).toEqual(["package.json", "packages/x/package.json"]);
});
