import { expect, test } from "vitest";
import { lockOf } from "../test/lockfiles.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** The one package that the project asks for. */
async function packageOf(
  range: string,
  key: string,
  resolution: string,
  more: Record<string, string | object> = {},
) {
  const lock = `__metadata:
  version: 10

"${key}":
  version: 1.2.3
  resolution: "${resolution}"
  checksum: 10c0/00
  linkType: hard

"root@workspace:.":
  version: 0.0.0-use.local
  resolution: "root@workspace:."
  dependencies:
    x: "${range}"
`;
  const { graph, packages, gaps, edges } = await lockOf({
    "yarn.lock": lock,
    "package.json": { name: "root", dependencies: { x: range } },
    ...more,
  });
  return { graph, found: packages.get(resolution), gaps, edges };
}

const ARCHIVE = encodeURIComponent("https://u:p@npm.example.com/x/-/x-1.2.3.tgz");

test.each([
  ["npm:^1", "x@npm:^1", "x@npm:1.2.3", "pkg:npm/x@1.2.3"],
  [
    "npm:^1",
    "x@npm:^1",
    `x@npm:1.2.3::__archiveUrl=${ARCHIVE}`,
    "pkg:npm/x@1.2.3?repository_url=https:%2F%2Fnpm.example.com",
  ],
  ["npm:y@^1", "x@npm:y@^1", "y@npm:1.2.3", "pkg:npm/y@1.2.3"],
  [
    "https://example.com/x.tgz",
    "x@https://example.com/x.tgz",
    "x@https://example.com/x.tgz",
    "pkg:npm/x@1.2.3?download_url=https:%2F%2Fexample.com%2Fx.tgz",
  ],
  [
    "o/r",
    "x@o/r",
    `x@https://github.com/o/r.git#commit=${COMMIT}`,
    `pkg:npm/x@1.2.3?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fo%2Fr.git%40${COMMIT}`,
  ],
  [
    "git@example.com:o/r.git",
    "x@git@example.com:o/r.git",
    `x@git@example.com:o/r.git#workspace=x&commit=${COMMIT}`,
    `pkg:npm/x@1.2.3?vcs_url=git%2Bssh:%2F%2Fgit%40example.com%2Fo%2Fr.git%40${COMMIT}`,
  ],
  [
    "patch:x@npm:^1#./p.patch",
    "x@patch:x@npm:^1#./p.patch::locator=root%40workspace%3A.",
    "x@patch:x@npm%3A1.2.3#./p.patch::version=1.2.3&hash=00&locator=root%40workspace%3A.",
    "pkg:npm/x@1.2.3",
  ],
  [
    "file:./lib",
    "x@file:./lib::locator=root%40workspace%3A.",
    "x@file:./lib#./lib::hash=00&locator=root%40workspace%3A.",
    undefined,
  ],
  [
    "exec:./gen.js",
    "x@exec:./gen.js::locator=root%40workspace%3A.",
    "x@exec:./gen.js#./gen.js::hash=00&locator=root%40workspace%3A.",
    undefined,
  ],
])("%s: %s is %s", async (range, key, resolution, purl) => {
  const { found, gaps, edges } = await packageOf(range, key, resolution);
  expect(found?.purl).toBe(purl);
  expect(found?.version).toBe("1.2.3");
  expect(found?.artifacts.flatMap(({ hashes }) => hashes)).toEqual([]);
  expect(edges).toHaveLength(1);
  expect(gaps).toEqual([]);
});

test("the files of patches are named relative to the root, whoever has them", async () => {
  const key = "x@patch:x@npm:^1#~/.yarn/patches/a.patch&./b.patch::locator=root%40workspace%3A.";
  const { found } = await packageOf("patch:x@npm:^1#~/.yarn/patches/a.patch&./b.patch", key, key);
  expect(found?.patches).toEqual([".yarn/patches/a.patch", "b.patch"]);
  const inMember = "x@patch:x@npm:^1#./b.patch::locator=m%40workspace%3Apackages%2Fm";
  const member = await packageOf("patch:x@npm:^1#./b.patch", inMember, inMember);
  expect(member.found?.patches).toEqual(["packages/m/b.patch"]);
});

test("registries of the settings", async () => {
  const settings =
    "npmRegistryServer: https://all.example.com/\nnpmScopes:\n  s:\n    npmRegistryServer: https://s.example.com/npm\n    npmAuthToken: s3cret\n";
  const plain = await packageOf("npm:^1", "x@npm:^1", "x@npm:1.2.3", { ".yarnrc.yml": settings });
  expect(plain.found?.purl).toBe("pkg:npm/x@1.2.3?repository_url=https:%2F%2Fall.example.com");
  const scoped = await packageOf("npm:@s/y@^1", "x@npm:@s/y@^1", "@s/y@npm:1.2.3", {
    ".yarnrc.yml": settings,
  });
  expect(scoped.found?.purl).toBe(
    "pkg:npm/%40s/y@1.2.3?repository_url=https:%2F%2Fs.example.com%2Fnpm",
  );
});

test.each(["portal", "link"])(
  "a folder by %s: is named by its manifest, from the folder of the member that asks",
  async (protocol) => {
    const key = `x@${protocol}:../lib::locator=root%40workspace%3A.`;
    const { found, gaps } = await packageOf(`${protocol}:../lib`, key, key, {
      "lib/package.json": { name: "real", version: "0.3.0" },
    });
    expect(gaps).toEqual([`entry ${key}: the folder lies outside the repository`]);
    expect(found?.name).toBe("x");
    const inside = `x@${protocol}:../../lib::locator=m%40workspace%3Apackages%2Fm`;
    const other = await packageOf(`${protocol}:../../lib`, inside, inside, {
      "lib/package.json": { name: "real", version: "0.3.0" },
    });
    expect(other.found).toMatchObject({
      name: "real",
      version: "0.3.0",
      firstParty: false,
      aliases: ["x"],
    });
    expect(other.found?.purl).toBeUndefined();
  },
);

test("two members with the same words for different folders have different packages", async () => {
  const link = (member: string) => `x@link:./x::locator=${member}%40workspace%3A${member}`;
  const entry = (locator: string, more = "") =>
    `"${locator}":\n  version: 0.0.0-use.local\n  resolution: "${locator}"\n${more}\n`;
  const needs = '  dependencies:\n    x: "link:./x"\n';
  const { edges } = await lockOf({
    "yarn.lock": `__metadata:\n  version: 10\n\n${entry(link("a"))}${entry(link("b"))}${entry("a@workspace:a", needs)}${entry("b@workspace:b", needs)}${entry("root@workspace:.")}`,
    "package.json": {},
    "a/package.json": { dependencies: { x: "link:./x" } },
    "b/package.json": { dependencies: { x: "link:./x" } },
  });
  expect(edges).toEqual([
    `a@workspace:a > ${link("a")} runtime`,
    `b@workspace:b > ${link("b")} runtime`,
  ]);
});

test("a protocol that is not known is a gap, and the package is there", async () => {
  const { found, gaps } = await packageOf("catalog:x", "x@npm:1", "x@virtual:abc#npm:1.2.3");
  expect(found?.purl).toBeUndefined();
  expect(gaps).toContain(
    "entry x@virtual:abc#npm:1.2.3: it comes from the unknown protocol virtual:",
  );
});

test("no credentials of an address get into the graph", async () => {
  const address = "https://user:s3cret@example.com/x.tgz?token=s3cret";
  const { graph } = await packageOf(address, `x@${address}`, `x@${address}`);
  expect(graph.components).toHaveLength(2);
  expect(graph.edges).toHaveLength(1);
  expect(JSON.stringify(graph)).not.toContain("s3cret");
  const stale = await packageOf("npm:1", `x@${address}`, `x@${address}`, {
    "package.json": { dependencies: { x: `${address}#v2`, y: "1" } },
  });
  expect(stale.gaps.length).toBeGreaterThan(1);
  expect(JSON.stringify(stale.graph)).not.toContain("s3cret");
});

test("checksums that Yarn did not record are said once", async () => {
  const { gaps } = await lockOf({
    "yarn.lock":
      '__metadata:\n  version: 8\n\n"x@npm:1":\n  version: 1.0.0\n  resolution: "x@npm:1.0.0"\n  conditions: os=darwin\n\n"root@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "root@workspace:."\n  dependencies:\n    x: "npm:1"\n',
    "package.json": { dependencies: { x: "1" } },
  });
  expect(gaps).toEqual([
    "no-integrity yarn.lock: 1 of 1 packages that are downloaded have no checksum",
  ]);
});
