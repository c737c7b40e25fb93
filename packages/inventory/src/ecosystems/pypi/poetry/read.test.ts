import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, refusal } from "../test/graphs.ts";

const SHA = "ab".repeat(32);

interface Options {
  readonly version?: string;
  readonly python?: string;
  readonly tail?: string;
  readonly manifest?: string;
}

const lockfile = (packages: string, { version = "2.1", python = "*", tail = "" }: Options = {}) =>
  `${packages}\n[metadata]\nlock-version = "${version}"\npython-versions = "${python}"\n${tail}`;

async function read(packages: string, options: Options = {}) {
  const { manifest } = options;
  return graphOf({
    "poetry.lock": lockfile(packages, options),
    ...(manifest === undefined ? {} : { "pyproject.toml": manifest }),
  });
}

const entry = (name: string, version: string, rest = "") =>
  `[[package]]\nname = "${name}"\nversion = "${version}"\noptional = false\n${rest}\n`;

const MARKERS = `${entry(
  "requests",
  "2.32.5",
  `groups = ["main"]
markers = "python_version == \\"3.9\\""
[package.dependencies]
urllib3 = ">=1.21.1,<3"
PySocks = {version = ">=1.5.6,!=1.5.7", optional = true, markers = "extra == \\"socks\\""}`,
)}${entry("urllib3", "2.6.3", 'groups = ["main", "dev"]\nmarkers = {main = "python_version == \\"3.9\\""}')}${entry("urllib3", "2.8.0", 'groups = ["main"]\nmarkers = "python_version >= \\"3.10\\""')}`;

test("two versions of a name are told apart by the markers of the entries", async () => {
  const graph = await read(MARKERS);
  expect(edgesOf(graph)).toEqual(["requests 2.32.5 > urllib3 2.6.3 runtime"]);
  expect(gapsOf(graph)).toEqual([]);
  // Without the manifest nobody knows what is direct.
  expect(graph.components.map(({ direct }) => direct)).toEqual([undefined, undefined, undefined]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([1, 10, 16]);
});

test.each([
  ["^1.2", ["1.2.0", "1.9"], ["2.0"]],
  ["^0.2.3", ["0.2.9"], ["0.3"]],
  ["~1.2.3", ["1.2.9"], ["1.3"]],
  ["~1", ["1.9"], ["2.0"]],
  ["1.2.*", ["1.2.7"], ["1.3"]],
  [">=1,<2 || >=3", ["1.5", "3.1"], ["2.5"]],
  [">= 1.0 , < 2.0", ["1.5"], ["2.5"]],
  ["1.0", ["1.0"], ["1.0.1"]],
  ["*", ["0.1", "9"], []],
])("the constraint %s means %j and not %j", async (constraint, inside, outside) => {
  const entries = [...inside, ...outside].map((version) => entry("a", version)).join("");
  const graph = await read(
    entry("b", "1", `[package.dependencies]\nA = "${constraint}"`) + entries,
  );
  expect(edgesOf(graph)).toEqual(inside.map((version) => `b 1 > a ${version} runtime`).sort());
});

test("an optional dependency is one where somebody asks for the extra", async () => {
  const packages = `${entry(
    "a",
    "1",
    `[package.dependencies]
b = {version = "*", optional = true, markers = "extra == \\"x\\""}
c = {version = "*", optional = true}
d = {version = "*", optional = true, markers = "extra == \\"z\\""}
[package.extras]
x = ["b (>=1)"]
y = ["C"]
z = ["d"]`,
  )}${["b", "c", "d"].map((name) => entry(name, "1")).join("")}`;
  const manifest = `[tool.poetry]
name = "app"
version = "2"
[tool.poetry.dependencies]
python = "^3.9"
a = {version = "*", extras = ["x"]}
[tool.poetry.group.dev.dependencies]
a = {version = "*", extras = ["y"]}
`;
  const graph = await read(packages, { manifest });
  expect(edgesOf(graph)).toEqual([
    ". > a 1 development {'dev' in dependency_groups}",
    ". > a 1 runtime",
    'a 1 > b 1 runtime {extra == "x"}',
    "a 1 > c 1 development {extra == 'y'}",
  ]);
  expect(fieldOf(graph, "scope")).toMatchObject({ "b 1": "runtime", "c 1": "development" });
  expect(gapsOf(graph)).toEqual(["orphan d 1: no dependency in the lockfile leads to it"]);
  expect(graph.components[0]).toMatchObject({
    name: "app",
    version: "2",
    firstParty: true,
    kind: "application",
  });
});

test("the project's own extras and groups are optional and development, in either notation of the manifest", async () => {
  const packages = ["a", "b", "c", "d"].map((name) => entry(name, "1")).join("");
  const own = `[tool.poetry]\nname = "app"\nextras = {x = ["B"]}
[tool.poetry.dependencies]
python = ">=3.9"
A = "^1"
b = {version = "*", optional = true}
[tool.poetry.dev-dependencies]
c = "*"
[tool.poetry.group.docs.dependencies]
d = [{version = "*", python = "<3.10"}, {version = "^1", markers = "python_version >= '3.10'"}]
`;
  const standard = `[project]\nname = "app"\ndependencies = ["A>=1,<2"]
[project.optional-dependencies]
x = ["b"]
[dependency-groups]
dev = ["c"]
[tool.poetry.group.docs.dependencies]
d = [{version = "*", python = "<3.10"}, {version = "^1", markers = "python_version >= '3.10'"}]
`;
  for (const manifest of [own, standard]) {
    expect(edgesOf(await read(packages, { manifest }))).toEqual([
      ". > a 1 runtime",
      ". > b 1 optional {extra == 'x'}",
      ". > c 1 development {'dev' in dependency_groups}",
      ". > d 1 development {('docs' in dependency_groups and python_full_version < '3.10') or ('docs' in dependency_groups and python_version >= '3.10')}",
    ]);
  }
});

test("the versions of Python that the project is made for rule edges out", async () => {
  const packages =
    entry(
      "a",
      "1",
      '[package.dependencies]\nb = {version = "*", markers = "python_version < \\"3.8\\""}\nc = {version = "*", markers = "python_version < \\"3.10\\" and sys_platform == \\"win32\\""}',
    ) +
    entry("b", "1") +
    entry("c", "1");
  const graph = await read(packages, { python: "^3.9" });
  expect(edgesOf(graph)).toEqual([
    'a 1 > c 1 runtime {python_version < "3.10" and sys_platform == "win32"}',
  ]);
});

test("files stand with the entry, or until 1.5 by name for all versions, or as bare digests", async () => {
  const file = (name: string) => `{file = "${name}", hash = "sha256:${SHA}"}`;
  const artifact = (fileName: string) => ({
    hashes: [{ algorithm: "SHA-256", value: SHA }],
    fileName,
  });
  const now = await read(entry("a", "1", `files = [${file("a-1-py3-none-any.whl")}]`));
  expect(fieldOf(now, "artifacts")).toEqual({ "a 1": [artifact("a-1-py3-none-any.whl")] });
  const before = await read(
    entry("A.B", "1", 'category = "main"') +
      entry("A.B", "1.1", 'category = "dev"') +
      entry("c", "1", 'category = "dev"'),
    {
      version: "1.1",
      tail: `[metadata.files]\na-b = [${file("A_B-1-py3-none-any.whl")}, ${file("A.B-1.1.tar.gz")}]\nc = [${file("odd.zip")}]\n`,
    },
  );
  expect(fieldOf(before, "artifacts")).toEqual({
    "a-b 1": [artifact("A_B-1-py3-none-any.whl")],
    "a-b 1.1": [artifact("A.B-1.1.tar.gz")],
    "c 1": [artifact("odd.zip")],
  });
  expect(fieldOf(before, "scope")).toMatchObject({ "a-b 1": "runtime", "c 1": "development" });
  const first = await graphOf({
    "poetry.lock": `${entry("a", "1")}[metadata]\n[metadata.hashes]\na = ["${SHA}"]\n`,
  });
  expect(fieldOf(first, "artifacts")["a 1"]).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: SHA }] },
  ]);
});

const source = (rest: string) => entry("a", "1", `[package.source]\n${rest}`);

test.each([
  [
    `type = "git"\nurl = "git@github.com:o/a.git"\nreference = "main"\nresolved_reference = "${"c".repeat(40)}"`,
    `pkg:pypi/a@1?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fo%2Fa.git%40${"c".repeat(40)}`,
  ],
  [
    'type = "legacy"\nurl = "https://u:p@index.example/simple"\nreference = "x"',
    "pkg:pypi/a@1?repository_url=https:%2F%2Findex.example%2Fsimple",
  ],
  ['type = "legacy"\nurl = "https://pypi.org/simple"\nreference = "x"', "pkg:pypi/a@1"],
  [
    'type = "url"\nurl = "https://h.example/a-1.zip"',
    "pkg:pypi/a@1?download_url=https:%2F%2Fh.example%2Fa-1.zip",
  ],
  ['type = "file"\nurl = "dist/a-1.whl"', undefined],
  ['type = "directory"\nurl = "../a"', undefined],
])("a package with the source %s is %s", async (rest, purl) => {
  const graph = await read(source(rest));
  expect(graph.components[0]?.purl).toBe(purl);
  expect(gapsOf(graph)).toEqual([]);
});

test("a folder that is developed here is first-party", async () => {
  const text = entry(
    "a",
    "1",
    'develop = true\n[package.source]\ntype = "directory"\nurl = "libs/a"',
  );
  expect((await read(text)).components[0]).toMatchObject({
    firstParty: true,
    purl: "pkg:generic/a@1#libs/a",
  });
});

test("groups that disagree with the edges are told, and the edges count", async () => {
  const packages = entry("a", "1", 'groups = ["dev"]') + entry("b", "1", 'groups = ["dev"]');
  const graph = await read(packages, {
    manifest: '[project]\nname = "app"\ndependencies = ["a"]\n',
  });
  expect(fieldOf(graph, "scope")).toMatchObject({ "a 1": "runtime", "b 1": "development" });
  expect(fieldOf(graph, "flags")["a 1"]).toEqual(["scopeMismatch"]);
});

test.each([
  [
    "a dependency that leads nowhere",
    entry("a", "1", '[package.dependencies]\nb = ">=2"') + entry("b", "1"),
    "entry a 1: its dependency b >=2 is not in the lockfile",
  ],
  [
    "a dependency of no shape",
    entry("a", "1", "[package.dependencies]\nb = 1"),
    "entry a 1: one of its dependencies is neither text nor table",
  ],
  [
    "an entry twice",
    entry("a", "1") + entry("A", "1"),
    "entry a 1: the entry stands in the lockfile more than once; the first one was read",
  ],
  [
    "an entry without a name",
    '[[package]]\nversion = "1"\n',
    "entry package 1: the entry has no package name",
  ],
  ["an entry without a version", '[[package]]\nname = "a"\n', "entry a: the entry has no version"],
  [
    "an unknown hash",
    entry("a", "1", 'files = [{file = "a", hash = "sha256:00"}]'),
    "entry a 1: one of its files has an unknown hash",
  ],
  [
    "an unknown source",
    source('type = "new"'),
    "entry a 1 (file): its source is of a type that is not known",
  ],
])("%s is a gap", async (_, packages, gap) => {
  expect(gapsOf(await read(packages))).toContain(gap);
});

test.each([
  ["cut off in an entry", '[[package]]\nname = "a', "is no TOML (line 2: "],
  ["cut off between entries", entry("a", "1"), "has no `metadata`: it is cut off"],
  [
    "of a later version",
    lockfile("", { version: "3.0" }),
    'has lock-version "3.0"; 1.0 to 2.x are known',
  ],
  ["with a version that is no text", "[metadata]\nlock-version = 2.1\n", "has lock-version 2.1"],
])("a lockfile %s is refused", async (_, text, reason) => {
  expect(await refusal({ "poetry.lock": text })).toContain(reason);
});

test("the text of a broken file is in no message", async () => {
  expect(await refusal({ "poetry.lock": 'a = "ghp_secret\n' })).not.toContain("ghp_secret");
});
