import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, refusal } from "../test/graphs.ts";

const SHA = "ab".repeat(32);
const INDEX = '{ registry = "https://pypi.org/simple" }';
const HEAD = 'version = 1\nrevision = 5\nrequires-python = ">=3.9"\n';

/** One entry, with its further lines. */
const entry = (name: string, version: string, rest = "", source = INDEX) =>
  `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = ${source}\n${rest}\n`;

const root = (rest: string) => entry("rootp", "0.1", rest, '{ virtual = "." }');
const read = (text: string) => graphOf({ "uv.lock": HEAD + text });

const FORKS = [
  root(`dependencies = [
    { name = "requests", version = "2.34.2", source = ${INDEX}, extra = ["socks"], marker = "python_full_version >= '3.10'" },
    { name = "requests", version = "2.32.5", source = ${INDEX}, marker = "python_full_version < '3.10'" },
]
[package.optional-dependencies]
a = [{ name = "idna", version = "3.4", source = ${INDEX} }]
b = [{ name = "idna", version = "3.7", source = ${INDEX} }]
[package.dev-dependencies]
dev = [{ name = "ruff" }]`),
  entry(
    "requests",
    "2.34.2",
    `dependencies = [
    { name = "idna", version = "3.4", source = ${INDEX}, marker = "extra == 'extra-5-rootp-a'" },
    { name = "idna", version = "3.7", source = ${INDEX}, marker = "extra != 'extra-5-rootp-a' or extra == 'extra-5-rootp-b'" },
]
[package.optional-dependencies]
socks = [{ name = "pysocks" }]`,
  ),
  entry("requests", "2.32.5", '[package.optional-dependencies]\nsocks = [{ name = "pysocks" }]'),
  entry("idna", "3.4"),
  entry("idna", "3.7"),
  entry("pysocks", "1.7.1"),
  entry("ruff", "0.5.0"),
].join("");

test("forks, extras, conflicts and groups are kept apart, and an extra counts where it is asked for", async () => {
  const graph = await read(FORKS);
  expect(edgesOf(graph)).toEqual([
    "requests 2.34.2 > idna 3.4 optional {rootp[a] is chosen}",
    "requests 2.34.2 > idna 3.7 runtime {rootp[a] is not chosen or rootp[b] is chosen}",
    "requests 2.34.2 > pysocks 1.7.1 runtime {extra == 'socks'}",
    "rootp 0.1 (.) > idna 3.4 optional {extra == 'a'}",
    "rootp 0.1 (.) > idna 3.7 optional {extra == 'b'}",
    "rootp 0.1 (.) > requests 2.32.5 runtime {python_full_version < '3.10'}",
    "rootp 0.1 (.) > requests 2.34.2 runtime {python_full_version >= '3.10'}",
    "rootp 0.1 (.) > ruff 0.5.0 development {'dev' in dependency_groups}",
  ]);
  expect(fieldOf(graph, "scope")).toEqual({
    "idna 3.4": "optional",
    "idna 3.7": "runtime",
    "pysocks 1.7.1": "runtime",
    "requests 2.32.5": "runtime",
    "requests 2.34.2": "runtime",
    "rootp 0.1 (.)": "runtime",
    "ruff 0.5.0": "development",
  });
  expect(fieldOf(graph, "direct")).toMatchObject({ "pysocks 1.7.1": false, "ruff 0.5.0": true });
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.components.find(({ name }) => name === "ruff")?.location).toEqual({
    path: "uv.lock",
    startLine: FORKS.slice(0, FORKS.indexOf('name = "ruff"\nversion')).split("\n").length + 2,
  });
});

test("an extra that only development asks for brings development packages", async () => {
  const graph = await read(
    [
      root(
        'dependencies = [{ name = "a" }]\n[package.dev-dependencies]\ndev = [{ name = "a", extra = ["x"] }]',
      ),
      entry(
        "a",
        "1",
        '[package.optional-dependencies]\nx = [{ name = "b" }]\ny = [{ name = "c" }]',
      ),
      entry("b", "1"),
      entry("c", "1"),
    ].join(""),
  );
  expect(fieldOf(graph, "scope")).toMatchObject({ "a 1": "runtime", "b 1": "development" });
  expect(edgesOf(graph)).toContain("a 1 > b 1 development {extra == 'x'}");
  // Nobody asks for `y`.
  expect(gapsOf(graph)).toEqual(["orphan c 1: no dependency in the lockfile leads to it"]);
});

test("members of a workspace are first-party roots, with what they ask of each other", async () => {
  const graph = await graphOf({
    "sub/uv.lock": `${HEAD}[manifest]\nmembers = ["one", "two"]\n${[
      entry("one", "1", 'dependencies = [{ name = "two", extra = ["x"] }]', '{ editable = "." }'),
      entry(
        "two",
        "1",
        '[package.optional-dependencies]\nx = [{ name = "a" }]',
        '{ editable = "packages/two" }',
      ),
      entry("a", "1"),
      entry("near", "1", "", '{ directory = "../near" }'),
    ].join("")}`,
  });
  expect(graph.roots).toEqual(["sub/uv.lock#one 1 (.)", "sub/uv.lock#two 1 (packages/two)"]);
  expect(fieldOf(graph, "firstParty")).toMatchObject({
    "one 1 (.)": true,
    "two 1 (packages/two)": true,
    "near 1 (../near)": false,
  });
  expect(fieldOf(graph, "purl")).toEqual({
    "one 1 (.)": "pkg:generic/one@1#sub",
    "two 1 (packages/two)": "pkg:generic/two@1#sub/packages/two",
    "a 1": "pkg:pypi/a@1",
    "near 1 (../near)": undefined,
  });
  expect(graph.covers).toContain("sub/packages/two/pyproject.toml");
  expect(edgesOf(graph)).toContain("two 1 (packages/two) > a 1 runtime {extra == 'x'}");
});

test.each([
  [
    '{ registry = "https://user:pw@internal.example/simple/" }',
    "pkg:pypi/a@1?repository_url=https:%2F%2Finternal.example%2Fsimple",
  ],
  ['{ registry = "../wheels" }', undefined],
  [
    `{ git = "https://user:pw@git.example/o/a.git?rev=main&subdirectory=lib#${"c".repeat(40)}" }`,
    `pkg:pypi/a@1?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fo%2Fa.git%40${"c".repeat(40)}`,
  ],
  [
    '{ url = "https://files.example/a-1.tar.gz?token=x" }',
    "pkg:pypi/a@1?download_url=https:%2F%2Ffiles.example%2Fa-1.tar.gz",
  ],
  ['{ path = "dist/a-1.whl" }', undefined],
])("a package from %s is %s", async (source, purl) => {
  const graph = await read(
    `${root('dependencies = [{ name = "a" }]')}${entry("a", "1", "", source)}`,
  );
  const a = graph.components.find(({ name }) => name === "a");
  expect(a?.purl).toBe(purl);
  expect(JSON.stringify(a)).not.toMatch(/pw|token/);
  expect(gapsOf(graph)).toEqual([]);
});

test("every file of a package has its own hash and URL", async () => {
  const files = `sdist = { url = "https://files.pythonhosted.org/p/a-1.tar.gz", hash = "sha256:${SHA}", size = 1 }
wheels = [
    { url = "https://u:p@mirror.example/a-1-py3-none-any.whl?t=1", hash = "sha512:${SHA}${SHA}" },
    { filename = "a-1-cp39.whl", hash = "md5:00" },
]`;
  const graph = await read(`${root('dependencies = [{ name = "a" }]')}${entry("a", "1", files)}`);
  expect(fieldOf(graph, "artifacts")["a 1"]).toEqual([
    {
      hashes: [{ algorithm: "SHA-256", value: SHA }],
      url: "https://files.pythonhosted.org/p/a-1.tar.gz",
    },
    {
      hashes: [{ algorithm: "SHA-512", value: SHA + SHA }],
      url: "https://mirror.example/a-1-py3-none-any.whl",
    },
    { hashes: [], fileName: "a-1-cp39.whl" },
  ]);
  expect(gapsOf(graph)).toEqual(["entry a 1: one of its files has an unknown hash"]);
});

test("a script's lockfile belongs to the script, and a folder without a project has groups of its own", async () => {
  const manifest = '[manifest]\nrequirements = [{ name = "a", specifier = ">=1" }]\n';
  const script = await graphOf({
    "tool.py.lock": HEAD + manifest + entry("a", "1.5") + entry("a", "0.5"),
  });
  expect(edgesOf(script)).toEqual(["tool.py > a 1.5 runtime"]);
  expect(script.components.find(({ name }) => name === "tool.py")).toMatchObject({
    firstParty: true,
  });
  const groups = await read(
    `[manifest.dependency-groups]\ndev = [{ name = "a" }]\n${entry("a", "1")}`,
  );
  expect(edgesOf(groups)).toEqual([". > a 1 development {'dev' in dependency_groups}"]);
});

test.each([
  [
    "two entries that a name may mean",
    'dependencies = [{ name = "a" }]',
    entry("a", "1") + entry("a", "2"),
    "its dependency a could be one of several entries",
  ],
  [
    "a dependency that leads nowhere",
    'dependencies = [{ name = "b" }]',
    "",
    "its dependency b is not in the lockfile",
  ],
  [
    "a dependency in another version",
    'dependencies = [{ name = "a", version = "3" }]',
    entry("a", "1"),
    "its dependency a 3 is not in the lockfile",
  ],
  [
    "a dependency that is no table",
    "dependencies = [1]",
    "",
    "one of its dependencies is no table",
  ],
  ["dependencies that are no list", 'dependencies = "a"', "", "what it asks for is no list"],
])("%s is a gap", async (_, rest, more, reason) => {
  expect(gapsOf(await read(root(rest) + more))).toContain(`entry rootp 0.1 (.): ${reason}`);
});

test.each([
  [
    "twice",
    entry("a", "1") + entry("a", "1"),
    "entry a 1: the entry stands in the lockfile more than once; the first one was read",
  ],
  [
    "without a name",
    "[[package]]\nversion = '1'\n",
    "entry package 2: the entry has no package name",
  ],
  [
    "without a source",
    '[[package]]\nname = "a"\nversion = "1"\n',
    "entry a 1 (file): its source is of a kind that is not known",
  ],
  [
    "without a version",
    `[[package]]\nname = "a"\nsource = ${INDEX}\n`,
    "entry a: the entry has no version",
  ],
  [
    "of a short commit",
    entry("a", "1", "", '{ git = "https://h/a#abc" }'),
    "entry a 1 (git+https://h/a@abc): no full git commit is named",
  ],
  [
    "outside the repository",
    entry("a", "1", "", '{ path = "/home/me/a.whl" }'),
    "entry a 1 (file): it is a file outside the repository",
  ],
])("an entry %s is a gap", async (_, text, gap) => {
  expect(gapsOf(await read(root("") + text))).toContain(gap);
});

test.each([
  ["cut off", FORKS.slice(0, -30), "is no TOML"],
  [
    "with conflict markers",
    `${"<".repeat(7)} a\n${"=".repeat(7)}\n${">".repeat(7)} b\n`,
    "merge conflict",
  ],
])("a lockfile %s is refused", async (_, text, reason) => {
  expect(await refusal({ "uv.lock": HEAD + text })).toContain(reason);
});

test.each(["version = 2", 'version = "1"', ""])(
  "a lockfile with %j is refused",
  async (version) => {
    expect(await refusal({ "uv.lock": `${version}\n` })).toMatch(
      /unreadable: uv.lock has version .*; 1 is known/,
    );
  },
);

test("old lists, CRLF, a byte order mark and names of prototypes are read", async () => {
  const old = `version = 1\n${(root('dependencies = [{ name = "constructor" }]') + entry("constructor", "1")).replaceAll("[[package]]", "[[distribution]]")}`;
  const graph = await graphOf({ "uv.lock": `\uFEFF${old.replaceAll("\n", "\r\n")}` });
  expect(edgesOf(graph)).toEqual(["rootp 0.1 (.) > constructor 1 runtime"]);
  expect(graph.components[0]?.location.startLine).toBe(7);
});

test("a lockfile without entries is incomplete", async () => {
  expect(gapsOf(await read(""))).toEqual(["entry uv.lock: it has no entries"]);
});

test("the lockfile of a script that asks for nothing says so; of one that asks, it is cut off", async () => {
  const lock = { "a.py.lock": 'version = 1\nrevision = 3\nrequires-python = ">=3.11"\n' };
  const script = (asks: string) =>
    `#!/usr/bin/env python3\n# /// script\n${asks}# ///\nimport re\n`;
  for (const asks of ["", '# requires-python = ">=3.11"\n# dependencies = []\n']) {
    const graph = await graphOf({ ...lock, "a.py": script(asks) });
    expect([graph.saysEmpty, gapsOf(graph)]).toEqual([true, []]);
  }
  for (const files of [
    lock,
    { ...lock, "a.py": script('# dependencies = [\n#   "rich",\n# ]\n') },
  ]) {
    const graph = await graphOf(files);
    expect([graph.saysEmpty, gapsOf(graph)]).toEqual([
      undefined,
      ["entry a.py.lock: it has no entries"],
    ]);
  }
});
