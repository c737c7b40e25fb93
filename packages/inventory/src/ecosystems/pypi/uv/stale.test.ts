import { expect, test } from "vitest";
import { gapsOf, graphOf } from "../test/graphs.ts";

const LOCK = `version = 1
[[package]]
name = "app"
version = "1"
source = { virtual = "." }

[package.metadata]
requires-dist = [
    { name = "flask", specifier = ">=2,<4.0" },
    { name = "idna", marker = "python_full_version < '3.9' and extra == 'x'", specifier = "==3.4" },
    { name = "near", editable = "near" },
    { name = "requests", extras = ["socks"], marker = "python_full_version >= '3.10'" },
]
provides-extras = ["x"]

[package.metadata.requires-dev]
dev = [{ name = "pytest" }, { name = "ruff", specifier = "==0.5" }]
test = [{ name = "pytest" }]
`;

const MANIFEST = `[project]
name = "app"
version = "1"
dependencies = ["Flask <4, >= 2.0", "requests[socks]; python_version >= '3.10'", "near"]
[project.optional-dependencies]
x = ["idna==3.4"]
[dependency-groups]
dev = ["ruff==0.5", { include-group = "test" }]
test = ["pytest"]
`;

const stale = async (manifest: string, lock = LOCK) =>
  gapsOf(await graphOf({ "uv.lock": lock, "pyproject.toml": manifest }));

test("a manifest that says the same in other words fits", async () => {
  expect(await stale(MANIFEST)).toEqual([]);
});

test.each([
  ['"near"]', '"near", "new>=1"]', "new is not locked"],
  ['"near"]', "]", "near is no longer asked for"],
  ["Flask <4", "Flask <3", "flask is locked for >=2,<4.0"],
  ["requests[socks]", "requests", "requests is not locked, requests[socks] is no longer asked for"],
  ['x = ["idna==3.4"]', "x = []", "idna in extra x is no longer asked for"],
  ["ruff==0.5", "ruff==0.6", "ruff in group dev is locked for ==0.5"],
])("a manifest with %s as %s does not fit", async (before, after, difference) => {
  expect(await stale(MANIFEST.replace(before, after))).toEqual([
    `stale app 1 (.): pyproject.toml asks for other packages: ${difference}`,
  ]);
});

test("what is made when the project is built is not compared", async () => {
  const manifest =
    '[project]\nname = "app"\ndynamic = ["dependencies", "optional-dependencies"]\n[dependency-groups]\ntest = ["pytest"]\ndev = ["ruff==0.5", "pytest"]\n';
  expect(await stale(manifest)).toEqual([]);
});

test("a lockfile that does not repeat the manifest can't be compared, and a broken manifest is told", async () => {
  const lock = `${LOCK.slice(0, LOCK.indexOf("[package.metadata]"))}dependencies = []\n`;
  expect(await stale(MANIFEST, lock)).toEqual([]);
  expect(await stale("[project\n")).toEqual([
    expect.stringMatching(
      /^entry app 1 \(\.\): nobody can say whether it fits pyproject.toml: .* is no TOML/,
    ),
  ]);
});

test("a lockfile that says of a project that it needs nothing is compared", async () => {
  const bare = LOCK.slice(0, LOCK.indexOf("[package.metadata]"));
  const manifest = '[project]\nname = "app"\nversion = "1"\ndependencies = ["flask"]\n';
  expect(await stale(manifest, bare)).toEqual([
    "stale app 1 (.): pyproject.toml asks for other packages: flask is not locked",
  ]);
});
