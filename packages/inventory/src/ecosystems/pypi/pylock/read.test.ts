import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";
import { edgesOf, fieldOf, gapsOf, graphOf, refusal } from "../test/graphs.ts";

const SHA = "ab".repeat(32);
const HEAD = 'lock-version = "1.0"\ncreated-by = "x"\n';
const entry = (name: string, version: string, rest = "") =>
  `[[packages]]\nname = "${name}"\nversion = "${version}"\n${rest}\n`;
const read = (packages: string, head = HEAD) => graphOf({ "pylock.toml": head + packages });

test("a list without edges: nobody is direct, and each file has its hashes", async () => {
  const graph = await read(
    entry(
      "A.b",
      "1",
      `index = "https://pypi.org/simple"\nsdist = { url = "https://h.example/a-1.tar.gz", hashes = { sha256 = "${SHA}", md5 = "${"0".repeat(32)}" } }\n[[packages.wheels]]\nname = "a_b-1-py3-none-any.whl"\nhashes = { sha512 = "${SHA}${SHA}" }`,
    ) + entry("c", "2"),
  );
  expect(graph).toMatchObject({ roots: [], edges: [], edgeCompleteness: "unknown" });
  expect(graph.components.map(({ direct }) => direct)).toEqual([undefined, undefined]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([3, 11]);
  expect(fieldOf(graph, "artifacts")["a-b 1"]).toEqual([
    {
      url: "https://h.example/a-1.tar.gz",
      hashes: [
        { algorithm: "SHA-256", value: SHA },
        { algorithm: "MD5", value: "0".repeat(32) },
      ],
    },
    { fileName: "a_b-1-py3-none-any.whl", hashes: [{ algorithm: "SHA-512", value: SHA + SHA }] },
  ]);
  expect(gapsOf(graph)).toEqual([]);
});

test.each([
  ["", "runtime"],
  ["marker = \"python_version < '3.9'\"", "runtime"],
  ["marker = \"'x' in extras\"", "optional"],
  ["marker = \"'dev' in dependency_groups\"", "development"],
  ["marker = \"'default' in dependency_groups\"", "runtime"],
  ["marker = \"'x' in extras or 'dev' in dependency_groups\"", "optional"],
  ["marker = \"sys_platform == 'win32' or 'dev' in dependency_groups\"", "runtime"],
  ["marker = \"'x' not in extras\"", "runtime"],
])("a package with %s is %s", async (rest, scope) => {
  const graph = await read(entry("a", "1", rest), `${HEAD}default-groups = ["default"]\n`);
  expect(graph.components[0]?.scope).toBe(scope);
});

test("dependencies mean the one entry that has everything they say", async () => {
  const graph = await read(
    entry(
      "a",
      "1",
      'dependencies = [{ name = "B", version = "2" }, { name = "c", vcs = { type = "git" } }]',
    ) +
      entry("b", "1", "dependencies = []") +
      entry("b", "2", "dependencies = []") +
      `[[packages]]\nname = "c"\ndependencies = []\nvcs = { type = "git", url = "https://h.example/c", commit-id = "${"c".repeat(40)}", requested-revision = "main" }\n`,
  );
  const c = `c (git+https://h.example/c@${"c".repeat(40)})`;
  expect(edgesOf(graph)).toEqual(["a 1 > b 2 runtime", `a 1 > ${c} runtime`]);
  expect(graph.edgeCompleteness).toBe("complete");
  expect(fieldOf(graph, "version")[c]).toBeUndefined();
  expect(gapsOf(graph)).toEqual([]);
});

test.each([
  [
    "a dependency that leads nowhere",
    entry("a", "1", 'dependencies = [{ name = "b" }]'),
    "entry a 1: its dependency b is not in the lockfile",
  ],
  [
    "a dependency that may be two",
    entry("a", "1", 'dependencies = [{ name = "b" }]') + entry("b", "1") + entry("b", "2"),
    "entry a 1: its dependency b could be one of several entries",
  ],
  [
    "a marker that is none",
    entry("a", "1", 'marker = "what"'),
    "entry a 1: its marker can't be read",
  ],
  [
    "an entry twice",
    entry("a", "1") + entry("a", "1"),
    "entry a 1: the entry stands in the lockfile more than once",
  ],
  ["an entry without a name", "[[packages]]\n", "entry package 1: the entry has no package name"],
  [
    "another version control system",
    '[[packages]]\nname = "a"\nvcs = { type = "hg" }\n',
    "entry a (git): it comes from a version control system other than git",
  ],
  ["no list", "", "entry pylock.toml: it has no list of packages"],
])("%s is a gap", async (_, packages, gap) => {
  expect(gapsOf(await read(packages))).toContain(gap);
});

test.each([
  ['lock-version = "2.0"\n', 'has the lock-version "2.0"; 1.x is known'],
  ["packages = []\n", "has the lock-version none"],
  [`${HEAD}[[packages]`, "is no TOML"],
])("a lockfile of %j is refused", async (text, reason) => {
  expect(await refusal({ "pylock.toml": text })).toContain(reason);
});

test("only the one without a name of its own stands for the project", async () => {
  const asks = '[project]\ndependencies = ["a"]\n';
  const text = HEAD + entry("a", "1");
  const own = await readInventory(memorySource({ "pylock.toml": text, "pyproject.toml": asks }));
  expect(own.skipped).toEqual([]);
  const named = await readInventory(
    memorySource({ "pylock.dev.toml": text, "pyproject.toml": asks }),
  );
  expect(named.graphs).toHaveLength(1);
  expect(named.skipped.map(({ kind }) => kind)).toEqual(["unlocked"]);
});
