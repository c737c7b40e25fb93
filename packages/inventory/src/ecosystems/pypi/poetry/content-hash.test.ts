import { expect, test } from "vitest";
import { parseToml } from "../../../toml.ts";
import { gapsOf, graphOf } from "../test/graphs.ts";
import { matchesContentHash } from "./content-hash.ts";

const STANDARD = `[project]
name = "x"
requires-python = ">=3.9"
dependencies = ["ä>=1", "b"]
[project.optional-dependencies]
z = ["c"]
[dependency-groups]
dev = ["d", {include-group = "e"}]
e = []
[tool.poetry]
package-mode = false
[tool.poetry.group.dev.dependencies]
f = {version = "^1", optional = true, extras = ["q"]}
[[tool.poetry.source]]
name = "s"
url = "https://s.example/simple"
priority = "primary"
`;
const OWN = `[tool.poetry]
name = "x"
[tool.poetry.dependencies]
python = "^3.9"
a = "*"
b = [{version = "1", python = "<3.10"}, {version = "2"}]
[tool.poetry.group.dev]
optional = true
[tool.poetry.group.dev.dependencies]
c = "^1"
`;
const OLD = `[tool.poetry]
name = "x"
[tool.poetry.dependencies]
python = "*"
[tool.poetry.dev-dependencies]
a = "*"
[tool.poetry.extras]
y = ["a"]
`;

// The hashes are Poetry 2.5.1's own.
test.each([
  [
    "standard sections",
    STANDARD,
    "bc0fce514d20ce96c5ebebd43c5b142d0124b823b545566ffda1f541a3f0e2fc",
  ],
  [
    "as before groups counted",
    STANDARD,
    "7c898f550349c957bd3dc7092d12efdbf3387d60451a96810e7dff43e53c5805",
  ],
  ["Poetry's own section", OWN, "6c01f5292f4d339840022ec247d241c8c7a0503c72c90b169bf3d9437782e2d6"],
  [
    "Poetry's own section of old",
    OLD,
    "05dba5854312cd5191748e34adf3d97db009138b8e8d614f2daf43690ea541db",
  ],
])("%s", (_, manifest, hash) => {
  expect(matchesContentHash(hash, parseToml("pyproject.toml", manifest))).toBe(true);
  const unrelated = `${manifest}[tool.ruff]\nline-length = 100\n`;
  expect(matchesContentHash(hash, parseToml("pyproject.toml", unrelated))).toBe(true);
  const changed = manifest
    .replace(/^(python = .*|requires-python = .*)$/m, "$1 # same")
    .replace(/"(\*|\^1)"/, '"^7"');
  expect(matchesContentHash(hash, parseToml("pyproject.toml", changed))).toBe(false);
});

test("what has no one JSON can't be told", () => {
  const manifest = parseToml("p", "[tool.poetry.dependencies]\na = {version = 1.5}\n");
  expect(matchesContentHash("00", manifest)).toBeUndefined();
});

const lock = (hash: string) => ({
  "poetry.lock": `[[package]]\nname = "a"\nversion = "1"\n[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "${hash}"\n`,
});

test("a lockfile of another manifest is stale, and says what it lacks where that is known", async () => {
  const old = "05dba5854312cd5191748e34adf3d97db009138b8e8d614f2daf43690ea541db";
  expect(gapsOf(await graphOf({ ...lock(old), "pyproject.toml": OLD }))).toEqual([]);
  const other = OLD.replace('a = "*"', 'a = ">=1"');
  expect(gapsOf(await graphOf({ ...lock(old), "pyproject.toml": other }))).toEqual([
    "stale poetry.lock: it was not made from pyproject.toml as it is now: the `content-hash` is another one",
  ]);
  const more = OLD.replace('a = "*"', 'a = "*"\nnew = "^2"');
  expect(gapsOf(await graphOf({ ...lock(old), "pyproject.toml": more }))).toEqual([
    "stale poetry.lock: pyproject.toml asks for other packages: new ^2 is not locked",
  ]);
});
