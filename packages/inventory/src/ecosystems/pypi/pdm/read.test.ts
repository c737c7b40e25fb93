import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, refusal } from "../test/graphs.ts";

const SHA = "ab".repeat(32);
const HEAD = '[metadata]\nlock_version = "4.5.0"\ngroups = ["default", "test", "z"]\n';
const entry = (name: string, version: string, rest = "") =>
  `[[package]]\nname = "${name}"\nversion = "${version}"\n${rest}\n`;
const read = (packages: string, more: Readonly<Record<string, string>> = {}, head = HEAD) =>
  graphOf({ "pdm.lock": `${head}\n${packages}`, ...more });

const HTTPX = [
  entry("httpx", "0.28.1", 'groups = ["default"]\ndependencies = ["certifi"]'),
  entry(
    "httpx",
    "0.28.1",
    'extras = ["socks"]\ngroups = ["test"]\ndependencies = ["httpx==0.28.1", "socksio==1.*"]',
  ),
  entry("certifi", "2026.1"),
  entry("socksio", "1.0.0"),
].join("");

test("an extra is an entry of its own, and a part of one package", async () => {
  const manifest =
    '[project]\nname = "App"\nversion = "3"\ndependencies = ["httpx>=0.27"]\n[dependency-groups]\ntest = ["httpx[socks]"]\n';
  const graph = await read(HTTPX, { "pyproject.toml": manifest });
  expect(edgesOf(graph)).toEqual([
    ". > httpx 0.28.1 development {'test' in dependency_groups}",
    ". > httpx 0.28.1 runtime",
    "httpx 0.28.1 > certifi 2026.1 runtime",
    "httpx 0.28.1 > socksio 1.0.0 development {extra == 'socks'}",
  ]);
  expect(gapsOf(graph)).toEqual([]);
  expect(fieldOf(graph, "scope")).toMatchObject({
    "httpx 0.28.1": "runtime",
    "socksio 1.0.0": "development",
  });
  expect(graph.components[0]).toMatchObject({
    name: "app",
    version: "3",
    location: { path: "pyproject.toml" },
  });
});

test("without the manifest nothing is direct, and the extra counts", async () => {
  const graph = await read(HTTPX);
  expect(edgesOf(graph)).toEqual([
    "httpx 0.28.1 > certifi 2026.1 runtime",
    "httpx 0.28.1 > socksio 1.0.0 runtime {extra == 'socks'}",
  ]);
  expect(graph.components.map(({ direct }) => direct)).toEqual([undefined, undefined, undefined]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([16, 5, 20]);
});

test("what the project overrules is needed whatever others ask for", async () => {
  const packages = `${entry("a", "1", 'dependencies = ["B.c<2"]')}${entry("b-c", "2.0")}`;
  const manifest =
    '[project]\nname = "app"\ndependencies = ["a"]\n[tool.pdm.resolution.overrides]\n"b_c" = ">=2"\n';
  const graph = await read(packages, { "pyproject.toml": manifest });
  expect(edgesOf(graph)).toEqual([". > a 1 runtime", "a 1 > b-c 2.0 runtime"]);
  expect(gapsOf(graph)).toEqual([]);
});

test("two versions of a name are told apart by specifiers and markers", async () => {
  const graph = await read(
    entry(
      "a",
      "1",
      'dependencies = ["b>=1; python_version < \\"3.9\\"", "b>=2; python_version >= \\"3.9\\"", "c<2"]',
    ) +
      entry("b", "1.5", 'marker = "python_version < \\"3.9\\""') +
      entry("b", "2.5", 'marker = "python_version >= \\"3.9\\""') +
      entry("c", "1") +
      entry("c", "2"),
  );
  expect(edgesOf(graph)).toEqual([
    'a 1 > b 1.5 runtime {python_version < "3.9"}',
    'a 1 > b 2.5 runtime {python_version >= "3.9"}',
    "a 1 > c 1 runtime",
  ]);
});

test.each([
  [
    `git = "https://u:p@h.example/a.git"\nrevision = "${"c".repeat(40)}"`,
    `pkg:pypi/a@1?vcs_url=git%2Bhttps:%2F%2Fh.example%2Fa.git%40${"c".repeat(40)}`,
  ],
  [
    'url = "https://h.example/a-1.zip"',
    "pkg:pypi/a@1?download_url=https:%2F%2Fh.example%2Fa-1.zip",
  ],
  ['path = "./a"\neditable = true', "pkg:generic/a@1#a"],
  ['path = "./a-1.whl"', undefined],
  ["", "pkg:pypi/a@1"],
])("a package with %s is %s", async (rest, purl) => {
  const graph = await read(entry("a", "1", rest));
  expect(graph.components[0]?.purl).toBe(purl);
  expect(gapsOf(graph)).toEqual([]);
});

test("files stand with the entry, by URL or by name, or until 4.2 beside all entries", async () => {
  const hashes = [{ algorithm: "SHA-256", value: SHA }];
  const now = await read(
    entry(
      "a",
      "1",
      `files = [{url = "https://h.example/a-1.whl", hash = "sha256:${SHA}"}, {file = "a-1.zip", hash = "sha256:${SHA}"}]`,
    ),
  );
  expect(fieldOf(now, "artifacts")["a 1"]).toEqual([
    { hashes, url: "https://h.example/a-1.whl" },
    { hashes, fileName: "a-1.zip" },
  ]);
  for (const version of ["3.1", "4.2"]) {
    const before = `[metadata]\nlock_version = "${version}"\n[metadata.files]\n"A 1" = [{file = "a.whl", hash = "sha256:${SHA}"}]\n`;
    const old = await read(entry("a", "1") + entry("a", "2"), {}, before);
    expect(fieldOf(old, "artifacts")).toEqual({
      "a 1": [{ hashes, fileName: "a.whl" }],
      "a 2": [],
    });
  }
});

// The hash is PDM 2.29.3's own.
const MANIFEST = `[project]
name = "pd-one"
version = "0.1.0"
requires-python = ">=3.9"
dependencies = ["httpx[socks]>=0.27", "PyYAML; sys_platform != 'win32'"]
[project.optional-dependencies]
z = ["zope.interface"]
[dependency-groups]
test = ["pytest>=7"]
`;
const HASH =
  'content_hash = "sha256:72516587acd6850bdddfebcb4fbb4380ad559b7199f0703cb8acc42fccc9b8a1"\n';
const LOCKED = HTTPX + entry("pyyaml", "6") + entry("zope-interface", "8") + entry("pytest", "8");

test("a lockfile of another manifest is stale", async () => {
  const stale = async (manifest: string) =>
    gapsOf(await read(LOCKED, { "pyproject.toml": manifest }, HEAD + HASH)).filter((gap) =>
      gap.startsWith("stale"),
    );
  expect(await stale(MANIFEST)).toEqual([]);
  expect(await stale(MANIFEST.replace("pytest>=7", "pytest>=8"))).toEqual([
    "stale pdm.lock: it was not made from pyproject.toml as it is now: the `content_hash` is another one",
  ]);
  expect(await stale(MANIFEST.replace("pytest>=7", "pytest>=9"))).toEqual([
    "stale pdm.lock: pyproject.toml asks for other packages: pytest>=9 is not locked",
  ]);
});

test.each([
  [
    "a dependency that leads nowhere",
    entry("a", "1", 'dependencies = ["b>=2"]'),
    "entry a 1: its dependency b>=2 is not in the lockfile",
  ],
  [
    "a dependency of no shape",
    entry("a", "1", 'dependencies = ["%"]'),
    "entry a 1: one of its dependencies is no requirement",
  ],
  [
    "an entry twice",
    entry("a", "1") + entry("a", "1"),
    "entry a 1: the entry stands in the lockfile more than once; all of them were read as one",
  ],
  ["an entry without a version", '[[package]]\nname = "a"\n', "entry a: the entry has no version"],
  [
    "an entry without a name",
    '[[package]]\nversion = "1"\n',
    "entry package 1: the entry has no package name",
  ],
  [
    "a short commit",
    entry("a", "1", 'git = "https://h.example/a"\nref = "main"'),
    "entry a 1 (git+https://h.example/a@main): no full git commit is named",
  ],
])("%s is a gap", async (_, packages, gap) => {
  expect(gapsOf(await read(packages))).toContain(gap);
});

test.each([
  [
    "of a later version",
    '[metadata]\nlock_version = "5.0"\n',
    'has lock_version "5.0"; 3.1 and 4.x are known',
  ],
  [
    "without its metadata",
    entry("a", "1"),
    "has no `lock_version`: it is cut off, or older than 3.1",
  ],
  ["cut off", `${HEAD}[[package]]\nname = "`, "is no TOML (line 5: "],
])("a lockfile %s is refused", async (_, text, reason) => {
  expect(await refusal({ "pdm.lock": text })).toContain(reason);
});
