import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../index.ts";

const MANIFEST = `{
  "$schema": "https://example.test/vcpkg.schema.json",
  "name": "app",
  "version-semver": "1.2.0",
  "license": "MIT",
  "builtin-baseline": "3426db05b996481ca31e95fff3734cf23e0f51bc",
  "default-features": [{ "name": "net" }],
  "dependencies": [
    "fmt",
    { "name": "vcpkg-cmake", "host": true },
    {
      "name": "openssl",
      "version>=": "3.0.0#1",
      "features": ["zlib"],
      "platform": "!windows"
    },
    "zlib"
  ],
  "features": {
    "net": { "description": "x", "dependencies": [{ "name": "app", "features": ["tls"] }, "asio"] },
    "tls": { "description": "x", "dependencies": ["mbedtls"] },
    "tests": { "description": "x", "dependencies": [{ "name": "gtest", "platform": "linux" }] }
  },
  "overrides": [
    { "name": "fmt", "version": "10.1.1#2" },
    { "name": "zlib", "version-string": "1.3", "port-version": 4 },
    { "name": "never-asked-for", "version": "1" }
  ]
}
`;
const BASELINE =
  "entry vcpkg.json: vcpkg has no lockfile: what its packages need themselves, and 5 of 7 versions, stands in the registry at its baseline 3426db05b996481ca31e95fff3734cf23e0f51bc";

test("a manifest names what is asked for; versions are those that it decides itself", async () => {
  const graph = await graphOf({ "vcpkg.json": MANIFEST });
  expect(graph.edgeCompleteness).toBe("direct");
  expect(edgesOf(graph)).toEqual([
    ". > asio runtime",
    ". > fmt runtime",
    ". > gtest optional {feature=tests & linux}",
    ". > mbedtls runtime",
    ". > openssl runtime {!windows}",
    ". > vcpkg-cmake build",
    ". > zlib runtime",
  ]);
  expect(graph.edges.find(({ to }) => to.endsWith("#openssl"))?.requirement).toBe(">=3.0.0#1");
  expect(gapsOf(graph)).toEqual([BASELINE]);
  expect(fieldOf(graph, "purl")).toEqual({
    ".": "pkg:generic/app@1.2.0",
    asio: "pkg:vcpkg/asio",
    fmt: "pkg:vcpkg/fmt@10.1.1?port_version=2",
    gtest: "pkg:vcpkg/gtest",
    mbedtls: "pkg:vcpkg/mbedtls",
    openssl: "pkg:vcpkg/openssl",
    "vcpkg-cmake": "pkg:vcpkg/vcpkg-cmake",
    zlib: "pkg:vcpkg/zlib@1.3?port_version=4",
  });
  expect(fieldOf(graph, "scope")).toMatchObject({
    "vcpkg-cmake": "development",
    gtest: "optional",
    zlib: "runtime",
  });
  expect(fieldOf(graph, "location")["gtest"]).toEqual({ path: "vcpkg.json", startLine: 22 });
  expect(graph.components[0]).toMatchObject({ name: "app", declaredLicense: "MIT" });
});

test("registries are in the purl, without credentials; a port of the repository has its version", async () => {
  const graph = await graphOf({
    "vcpkg.json": '{"dependencies": ["fmt", "bei-x", "beicode", "own", "rest"]}',
    "vcpkg-configuration.json": `{
      "default-registry": {"kind": "git", "repository": "https://git.example/all", "baseline": "aa"},
      "registries": [
        {"kind": "git", "repository": "https://git.example/bei", "packages": ["bei*", "beicode"]},
        {"kind": "git", "repository": "https://user:secret@git.example/long", "packages": ["bei-*"]},
        {"kind": "builtin", "packages": ["fmt"]}
      ],
      "overlay-ports": ["./ports", "/outside"]
    }`,
    "ports/own/vcpkg.json": '{"name": "own", "version-date": "2024-01-01", "dependencies": ["x"]}',
    "ports/own/portfile.cmake": "",
  });
  expect(fieldOf(graph, "purl")).toMatchObject({
    fmt: "pkg:vcpkg/fmt",
    "bei-x": "pkg:vcpkg/bei-x?repository_url=https:%2F%2Fgit.example%2Flong",
    beicode: "pkg:vcpkg/beicode?repository_url=https:%2F%2Fgit.example%2Fbei",
    own: "pkg:vcpkg/own@2024-01-01",
    rest: "pkg:vcpkg/rest?repository_url=https:%2F%2Fgit.example%2Fall",
  });
  expect(gapsOf(graph)[0]).toContain("4 of 5 versions, stands in the registry at its baseline aa");
});

test("the manifest of a port is no project", async () => {
  const files = { "ports/a/vcpkg.json": '{"name": "a"}', "ports/a/portfile.cmake": "" };
  expect(await readInventory(memorySource(files))).toEqual({ graphs: [], skipped: [] });
});

test.each([
  ['"fmt",', '"Fmt!",', "entry dependencies[0]: it was not understood"],
  [
    '"dependencies": [\n',
    '"dependencies": {}, "x": [\n',
    "entry dependencies: it was not understood",
  ],
  ['"dependencies": [\n', '"dependencie": [\n', "entry dependencie: it was not understood"],
  ['"features": {\n', '"features": [], "x": {\n', "entry features: it was not understood"],
  ['"tls": {', '"tls": [], "tls2": {', "entry features > tls: it was not understood"],
  [
    '"dependencies": [\n',
    '"dependencies": [], "dependencies": [\n',
    "entry dependencies: it stands in the file twice",
  ],
])("%j for %j", async (before, after, gap) => {
  expect(MANIFEST).toContain(before);
  const graph = await graphOf({ "vcpkg.json": MANIFEST.replace(before, after) });
  expect(gapsOf(graph)).toContain(gap);
});

test("what is no JSON is skipped; a broken configuration is a gap; CRLF is nothing", async () => {
  expect(await skippedOf({ "vcpkg.json": `// x\n${MANIFEST}` })).toEqual([
    "unreadable vcpkg.json: vcpkg.json is no JSON",
  ]);
  const broken = await graphOf({ "vcpkg.json": MANIFEST, "vcpkg-configuration.json": "{" });
  expect(gapsOf(broken)).toContain(
    "entry vcpkg.json: nobody can say which registries it has: vcpkg-configuration.json is no JSON",
  );
  expect(await graphOf({ "vcpkg.json": `\uFEFF${MANIFEST.replaceAll("\n", "\r\n")}` })).toEqual(
    await graphOf({ "vcpkg.json": MANIFEST }),
  );
});

test("nothing that is done to it passes unreported", async () => {
  await expectNothingSilent("vcpkg.json", { "vcpkg.json": MANIFEST }, 400);
});

test("many dependencies stay in proportion", async () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `p${n}`);
  const graph = await graphOf({
    "vcpkg.json": JSON.stringify(
      { dependencies: names, features: { __proto__: {} } },
      undefined,
      1,
    ),
  });
  expect(graph.edges).toHaveLength(20_000);
});
