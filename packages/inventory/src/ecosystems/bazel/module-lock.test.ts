import { expect, test } from "vitest";
import {
  edgesOf,
  type Files,
  fieldOf,
  gapsOf,
  graphOf,
  skippedOf,
} from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const SUM = "5e".repeat(32);
const BCR = "https://bcr.bazel.build";
const listed = (...files: readonly (readonly [string, unknown])[]) =>
  JSON.stringify(
    {
      lockFileVersion: 24,
      registryFileHashes: Object.fromEntries([[`${BCR}/bazel_registry.json`, SUM], ...files]),
      selectedYankedVersions: { "rules_cc@0.1": "it is broken" },
      moduleExtensions: {},
      facts: {},
    },
    null,
    2,
  );
const of = (name: string, version: string, what = "source.json", registry = BCR) =>
  [`${registry}/modules/${name}/${version}/${what}`, SUM] as const;
const LOCK = listed(
  of("zlib", "1.2.11", "MODULE.bazel"),
  of("zlib", "1.3.1", "MODULE.bazel"),
  of("zlib", "1.3.1"),
  of("upb", "0.1", "MODULE.bazel"),
  of("rules_cc", "0.1", "MODULE.bazel"),
  of("rules_cc", "0.1"),
  [`${BCR}/modules/own/2/source.json`, null],
  of("own", "2", "MODULE.bazel", "https://user:secret@registry.example.test/bazel"),
  of("own", "2", "source.json", "https://user:secret@registry.example.test/bazel"),
  of("test_lib", "1", "MODULE.bazel"),
  of("test_lib", "1"),
  of("in_tree", "1", "source.json", "file:///%workspace%/registry"),
);
const MODULE = `"""The shop."""
module(name = "shop", version = "1.0")
bazel_dep(name = "zlib", version = "1.2.11") # not the one that is chosen: bazel_dep(name = "x")
bazel_dep(name = "own", version = "2", repo_name = "other")
bazel_dep(name = 'test_lib', version = '1', dev_dependency = True)
bazel_dep(name = "upb", version = "0.1", repo_name = None)
bazel_dep(name = "forked")
git_override(
    module_name = "forked",
    remote = "https://git.example.test/forked.git",
    commit = "${"c".repeat(40)}",
)
archive_override(module_name = "packed", urls = ["https://files.example.test/p.zip"], integrity = "sha256-${Buffer.from(SUM, "hex").toString("base64")}")
bazel_dep(name = "near")
local_path_override(module_name = "near", path = "libs/near")
go.module(name = "no module")
`;
const FILES: Files = { "MODULE.bazel": MODULE, "MODULE.bazel.lock": LOCK };

test("a module is used where its source was fetched; who asks for it is known of the root alone", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "purl")).toEqual({
    "<root>": "pkg:generic/shop@1.0",
    forked: `pkg:bazel/forked@${"c".repeat(40)}?vcs_url=git%2Bhttps:%2F%2Fgit.example.test%2Fforked.git%40${"c".repeat(40)}`,
    "in_tree@1": undefined,
    near: "pkg:generic/near#libs/near",
    "own@2": "pkg:bazel/own@2?repository_url=https:%2F%2Fregistry.example.test%2Fbazel",
    packed: "pkg:bazel/packed?download_url=https:%2F%2Ffiles.example.test%2Fp.zip",
    "rules_cc@0.1": "pkg:bazel/rules_cc@0.1",
    "test_lib@1": "pkg:bazel/test_lib@1",
    "zlib@1.3.1": "pkg:bazel/zlib@1.3.1",
  });
  expect(edgesOf(graph)).toEqual([
    "<root> > forked runtime",
    "<root> > near runtime",
    "<root> > own@2 runtime",
    "<root> > test_lib@1 development",
    "<root> > zlib@1.3.1 runtime",
  ]);
  expect(graph.edgeCompleteness).toBe("direct");
  expect(graph.roots).toEqual(["MODULE.bazel.lock#<root>"]);
  expect(fieldOf(graph, "direct")).toMatchObject({ "own@2": true, "rules_cc@0.1": false });
  expect(fieldOf(graph, "scope")).toMatchObject({
    "test_lib@1": "development",
    "zlib@1.3.1": "runtime",
  });
  expect(fieldOf(graph, "firstParty")).toMatchObject({ near: true, forked: false });
  expect(fieldOf(graph, "flags")).toMatchObject({ "rules_cc@0.1": ["deprecated"], "own@2": [] });
  expect(fieldOf(graph, "location")["zlib@1.3.1"]).toEqual({
    path: "MODULE.bazel.lock",
    startLine: 7,
  });
  expect(fieldOf(graph, "artifacts")["packed"]).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: SUM }], url: "https://files.example.test/p.zip" },
  ]);
  expect(graph.gaps).toEqual([]);
  expect(JSON.stringify(graph)).not.toContain("secret");
});

test("without MODULE.bazel, or with parts of it elsewhere, who asks for what is unknown", async () => {
  const parts = `${MODULE}include("//:more.MODULE.bazel")\n`;
  const alone: Files = { "MODULE.bazel.lock": LOCK };
  for (const files of [alone, { ...alone, "MODULE.bazel": parts }]) {
    const graph = await graphOf(files);
    expect([graph.edges, graph.edgeCompleteness]).toEqual([[], "unknown"]);
    expect(fieldOf(graph, "direct")).toEqual({});
  }
});

test("what MODULE.bazel asks for and was not looked at makes the file stale; an overridden version does not", async () => {
  const text = `bazel_dep(name = "zlib", version = "1.9")
bazel_dep(name = "new", version = "1")
bazel_dep(name = "own", version = "9")
single_version_override(module_name = "own", version = "2")
`;
  expect(gapsOf(await graphOf({ ...FILES, "MODULE.bazel": text }))).toEqual([
    "stale MODULE.bazel: it asks for other packages: new 1, zlib 1.9",
  ]);
});

const entry = (
  name: string,
  version: string,
  deps: Readonly<Record<string, string>>,
  rest = {},
) => ({
  name,
  version,
  deps: { ...deps, bazel_tools: "bazel_tools@_" },
  ...rest,
});
const archive = (integrity: string) => ({
  repoSpec: {
    ruleClassName: "http_archive",
    attributes: { urls: ["https://files.example.test/x.zip"], integrity },
  },
});
const GRAPH = JSON.stringify(
  {
    lockFileVersion: 3,
    flags: { cmdRegistries: [`${BCR}/`] },
    moduleDepGraph: {
      "<root>": entry("shop", "", { z: "zlib@1.3", tested: "tested@1", near: "near@_" }),
      "zlib@1.3": entry(
        "zlib",
        "1.3",
        { platforms: "platforms@1" },
        archive(`sha256-${Buffer.from(SUM, "hex").toString("base64")}`),
      ),
      "tested@1": entry("tested", "1", { zlib: "zlib@1.3", gone: "gone@1" }, archive("")),
      "platforms@1": entry(
        "platforms",
        "1",
        {},
        archive(`sha256-${Buffer.from(SUM, "hex").toString("base64")}`),
      ),
      "near@_": entry("near", "", { shop: "<root>" }),
      "bazel_tools@_": entry("bazel_tools", "", {
        apple: "apple_support@1",
        platforms: "platforms@1",
      }),
      "apple_support@1": entry("apple_support", "1", {}),
    },
  },
  null,
  1,
);

test("older files have the graph, with the names that each module gives to others", async () => {
  const graph = await graphOf({
    "MODULE.bazel": `module(name = "shop")
bazel_dep(name = "zlib", version = "1.3", repo_name = "z")
bazel_dep(name = "tested", version = "1", dev_dependency = True)
bazel_dep(name = "near")
local_path_override(module_name = "near", path = "near")
`,
    "MODULE.bazel.lock": GRAPH,
  });
  expect(edgesOf(graph)).toEqual([
    "<root> > apple_support@1 build",
    "<root> > near@_ runtime",
    "<root> > tested@1 development",
    "<root> > zlib@1.3 runtime [as z]",
    "near@_ > <root> runtime",
    "tested@1 > zlib@1.3 runtime",
    "zlib@1.3 > platforms@1 runtime",
  ]);
  expect(graph.edgeCompleteness).toBe("complete");
  expect(fieldOf(graph, "scope")).toMatchObject({
    "tested@1": "development",
    "platforms@1": "runtime",
  });
  expect(fieldOf(graph, "purl")).toMatchObject({
    "near@_": "pkg:generic/near#near",
    "zlib@1.3": "pkg:bazel/zlib@1.3",
  });
  expect(fieldOf(graph, "artifacts")["zlib@1.3"]).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: SUM }], url: "https://files.example.test/x.zip" },
  ]);
  expect(graph.gaps.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`)).toEqual([
    "no-integrity MODULE.bazel.lock: 2 of 4 packages that are downloaded have no checksum",
    "entry tested@1: its dependency gone@1 is not in the lockfile",
  ]);
});

test.each([
  ["", "MODULE.bazel.lock is no JSON"],
  ["[]", "MODULE.bazel.lock is no JSON object"],
  [
    "{}",
    "MODULE.bazel.lock is no lockfile of modules: it has a version and `registryFileHashes` or `moduleDepGraph`",
  ],
  [
    '{"lockFileVersion": 30, "other": {}}',
    "MODULE.bazel.lock is no lockfile of modules: it has a version and `registryFileHashes` or `moduleDepGraph`",
  ],
])("%j is refused", async (text, why) => {
  expect(await skippedOf({ "MODULE.bazel.lock": text })).toEqual([
    `unreadable MODULE.bazel.lock: ${why}`,
  ]);
});

test("what is not understood is said: other files, other values, a key twice", async () => {
  const odd = listed(of("__proto__", "constructor"), of("a", "1", "sourc.json"), [
    `${BCR}/modules/b/1/source.json`,
    5,
  ]).replace('"selected', `"x": {}, "selected`);
  const graph = await graphOf({ "MODULE.bazel.lock": `\uFEFF${odd.replaceAll("\n", "\r\n\t")}` });
  expect(Object.keys(fieldOf(graph, "name"))).toEqual(["<root>", "__proto__@constructor", "b@1"]);
  expect(gapsOf(graph)).toEqual([
    `entry ${BCR}/modules/a/1/sourc.json: it is no file of a registry that is known`,
    `entry ${BCR}/modules/b/1/source.json: its value is no checksum`,
  ]);
  const line = `"${BCR}/bazel_registry.json": "${SUM}",`;
  const twice = LOCK.replace(line, line + line);
  expect(gapsOf(await graphOf({ "MODULE.bazel.lock": twice }))).toEqual([
    `entry ${BCR}/bazel_registry.json: its key stands there twice`,
  ]);
});

test("modules without a lockfile, and archives that a WORKSPACE names, are not locked", async () => {
  const reason = "it asks for packages, and no lockfile says which versions those are";
  const workspace = 'load("x", "http_archive")\nhttp_archive(\n    name = "a",\n)\n';
  expect(
    await skippedOf({
      "MODULE.bazel": MODULE,
      WORKSPACE: workspace,
      "a/MODULE.bazel": 'module(name = "a")',
      "b/WORKSPACE": "",
    }),
  ).toEqual([`unlocked MODULE.bazel: ${reason}`, `unlocked WORKSPACE: ${reason}`]);
  expect(await skippedOf({ ...FILES, WORKSPACE: workspace })).toEqual([]);
});

test("a MODULE.bazel of any shape is read in one pass", async () => {
  for (const part of ["bazel_dep(", "[", '"\\"', "'\"", "module(a = [", "#", "(", "x".repeat(10)]) {
    const graph = await graphOf({ ...FILES, "MODULE.bazel": part.repeat(100_000) });
    expect(graph.components.length).toBeGreaterThan(5);
  }
});

test("no change of a lockfile loses a module unreported", async () => {
  await expectNothingSilent(
    "MODULE.bazel.lock",
    { "MODULE.bazel.lock": LOCK },
    300,
    (text) => (text.match(/modules\/[^/"]+\/[^/"]+\/source\.json": "/g)?.length ?? 0) + 1,
  );
  const whole = GRAPH.replace(/"gone": "gone@1",?/, "");
  await expectNothingSilent(
    "MODULE.bazel.lock",
    { "MODULE.bazel.lock": whole },
    300,
    (text) => text.match(/"deps"/g)?.length ?? 0,
  );
});
