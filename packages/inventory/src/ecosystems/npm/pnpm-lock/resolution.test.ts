import { expect, test } from "vitest";
import { lockOf, sri } from "../test/lockfiles.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** The one package of a lockfile, by its key and what stands below it. */
async function packageOf(key: string, facts: string, more: Record<string, string> = {}) {
  const { packages, gaps } = await lockOf({
    "pnpm-lock.yaml": `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      x: {specifier: '*', version: '${key}'}
packages:
  '${key}': ${facts}
snapshots:
  '${key}': {}
`,
    ...more,
  });
  return { found: packages.get(key), gaps };
}

test.each([
  [
    "a registry's archive with its address",
    "x@1.0.0",
    `{resolution: {integrity: ${sri(1)}, tarball: 'https://npm.example.com/x/-/x-1.0.0.tgz'}}`,
    "pkg:npm/x@1.0.0?repository_url=https:%2F%2Fnpm.example.com",
  ],
  [
    "an archive",
    "x@https://example.com/x.tgz",
    `{resolution: {integrity: ${sri(1)}, tarball: 'https://example.com/x.tgz'}, version: 1.2.3}`,
    "pkg:npm/x@1.2.3?download_url=https:%2F%2Fexample.com%2Fx.tgz",
  ],
  [
    "a commit's archive",
    `x@https://codeload.github.com/o/r/tar.gz/${COMMIT}`,
    `{resolution: {tarball: 'https://codeload.github.com/o/r/tar.gz/${COMMIT}'}, version: 1.2.3}`,
    `pkg:npm/x@1.2.3?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fo%2Fr%40${COMMIT}`,
  ],
  [
    "a git repository",
    "x@git+ssh://g/r#0",
    `{resolution: {type: git, repo: 'git@example.com:o/r.git', commit: ${COMMIT}}, version: 1.2.3}`,
    `pkg:npm/x@1.2.3?vcs_url=git%2Bssh:%2F%2Fgit%40example.com%2Fo%2Fr.git%40${COMMIT}`,
  ],
  [
    "a runtime",
    "x@runtime:24.0.0",
    `{resolution: {type: binary, url: 'https://nodejs.org/x.tar.gz', integrity: ${sri(2)}, archive: tarball}, version: 24.0.0}`,
    "pkg:generic/x@24.0.0",
  ],
  ["a folder", "x@file:lib", "{resolution: {type: directory, directory: lib}}", undefined],
])("%s", async (_, key, facts, purl) => {
  const { found, gaps } = await packageOf(key, facts);
  expect(found?.purl).toBe(purl);
  expect(found?.firstParty).toBe(false);
  expect(gaps.filter((gap) => !gap.startsWith("no-integrity"))).toEqual([]);
});

test("the archives of a runtime say where each is used", async () => {
  const target = (os: string, byte: number) =>
    `{targets: [{os: ${os}, cpu: x64}], resolution: {type: binary, url: 'https://u:p@n.org/${os}.zip?t=1', integrity: ${sri(byte)}}}`;
  const { found } = await packageOf(
    "node@runtime:24.0.0",
    `{resolution: {type: variations, variants: [${target("linux", 1)}, ${target("win32", 2)}]}, version: 24.0.0}`,
  );
  expect(found?.kind).toBe("platform");
  expect(found?.artifacts).toEqual([
    {
      hashes: [{ algorithm: "SHA-512", value: "01".repeat(64) }],
      url: "https://n.org/linux.zip",
      condition: "os=linux & cpu=x64",
    },
    {
      hashes: [{ algorithm: "SHA-512", value: "02".repeat(64) }],
      url: "https://n.org/win32.zip",
      condition: "os=win32 & cpu=x64",
    },
  ]);
});

test("a registry's packages without an address are of the registry that .npmrc names; tokens are not looked at", async () => {
  const npmrc = "@s:registry=https://npm.example.com/\n//npm.example.com/:_authToken=s3cret\n";
  const scoped = await packageOf("@s/x@1.0.0", `{resolution: {integrity: ${sri(1)}}}`, {
    ".npmrc": npmrc,
  });
  expect(scoped.found?.purl).toBe(
    "pkg:npm/%40s/x@1.0.0?repository_url=https:%2F%2Fnpm.example.com",
  );
  const plain = await packageOf("x@1.0.0", `{resolution: {integrity: ${sri(1)}}}`, {
    ".npmrc": npmrc,
  });
  expect(plain.found?.purl).toBe("pkg:npm/x@1.0.0");
  const all = {
    ".npmrc":
      "registry=https://u:p@all.example.com/npm/\n@s:registry=https://registry.npmjs.org/\n",
  };
  const other = await packageOf("x@1.0.0", `{resolution: {integrity: ${sri(1)}}}`, all);
  expect(other.found?.purl).toBe(
    "pkg:npm/x@1.0.0?repository_url=https:%2F%2Fall.example.com%2Fnpm",
  );
  const back = await packageOf("@s/x@1.0.0", `{resolution: {integrity: ${sri(1)}}}`, all);
  expect(back.found?.purl).toBe("pkg:npm/%40s/x@1.0.0");
});

test("an archive without a checksum is said once", async () => {
  const { gaps } = await packageOf(
    "x@https://example.com/x.tgz",
    "{resolution: {tarball: 'https://example.com/x.tgz'}, version: 1.2.3}",
  );
  expect(gaps).toEqual([
    "no-integrity pnpm-lock.yaml: 1 of 1 packages that are downloaded have no checksum",
  ]);
});

test.each([
  [
    "x@file:../../out",
    "{resolution: {type: directory, directory: ../../out}}",
    "the folder lies outside the repository",
  ],
  [
    "x@file:/home/me/x.tgz",
    `{resolution: {integrity: ${sri(1)}, tarball: 'file:/home/me/x.tgz'}, version: 1.0.0}`,
    "`resolved` is a file outside the repository",
  ],
  [
    "x@git+file:///home/me/x#0",
    `{resolution: {type: git, repo: 'file:///home/me/x', commit: ${COMMIT}}, version: 1.0.0}`,
    "it comes from a git repository that is a folder on one machine",
  ],
  [
    "x@git+https://h/r#0",
    "{resolution: {type: git, repo: 'https://h/r', commit: main}, version: 1.0.0}",
    "`resolved` names no full git commit",
  ],
])("%s is a gap", async (key, facts, reason) => {
  const { found, gaps } = await packageOf(key, facts);
  expect(gaps.some((gap) => gap.endsWith(reason))).toBe(true);
  expect(JSON.stringify({ ...found, id: "" })).not.toContain("/home/me");
});
