import { describe, expect, test } from "vitest";
import { edges, one, readWith, said } from "../../test/read.ts";
import { zipOf } from "../../test/zip.ts";
import { npmInstalled } from "./reader.ts";

const json = (fields: object) => JSON.stringify(fields);
const read = (files: Record<string, string | Uint8Array>, links?: Record<string, string>) =>
  readWith(npmInstalled, links === undefined ? { files } : { files, links });

describe("a tree of npm", () => {
  const files = {
    "app/package.json": json({
      name: "shop",
      version: "1.0.0",
      dependencies: { a: "^1.0.0", old: "npm:b@1" },
      devDependencies: { tool: "*" },
    }),
    "app/node_modules/.package-lock.json": json({
      packages: {
        "node_modules/a": {
          version: "1.2.0",
          resolved: "https://registry.npmjs.org/a/-/a-1.2.0.tgz",
          integrity: `sha512-${Buffer.alloc(64, 1).toString("base64")}`,
        },
        "node_modules/a/node_modules/@s/b": {
          version: "2.0.0",
          resolved: "git+ssh://git@github.com/s/b.git#1111111111111111111111111111111111111111",
        },
        "node_modules/tool": { version: "3.0.0", dev: true, inBundle: true },
      },
    }),
    "app/node_modules/a/package.json": json({
      name: "a",
      version: "1.2.0",
      license: "MIT",
      dependencies: { "@s/b": "2.x" },
      optionalDependencies: { gone: "1" },
      scripts: { postinstall: "node x.js" },
    }),
    "app/node_modules/a/test/fixtures/b/package.json": json({ name: "b", version: "6.6.6" }),
    "app/node_modules/a/test/node_modules/c/package.json": json({ name: "c", version: "6.6.6" }),
    "app/node_modules/a/esm/package.json": json({ type: "module" }),
    "app/node_modules/a/node_modules/@s/b/package.json": json({ name: "@s/b", version: "2.0.0" }),
    "app/node_modules/old/package.json": json({ name: "b", version: "1.0.0" }),
    "app/node_modules/tool/package.json": json({ name: "tool", version: "3.0.0" }),
    "app/templates/package.json": json({ name: "template", version: "1.0.0" }),
  };

  test("packages at the roots of their folders, the project above them, and nothing of tests", async () => {
    const reading = await read(files);
    expect([...said(reading)].sort()).toEqual([
      "pkg:generic/shop@1.0.0#app own",
      "pkg:npm/%40s/b@2.0.0?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fs%2Fb.git%401111111111111111111111111111111111111111",
      "pkg:npm/a@1.2.0 hasInstallScript",
      "pkg:npm/b@1.0.0 as old",
      "pkg:npm/tool@3.0.0 development bundled",
    ]);
    expect(edges(reading)).toEqual([
      "a 1.2.0 > @s/b 2.0.0 runtime 2.x",
      "shop 1.0.0 > a 1.2.0 runtime ^1.0.0",
      "shop 1.0.0 > b 1.0.0 runtime npm:b@1 as old",
      "shop 1.0.0 > tool 3.0.0 development *",
    ]);
    expect(reading.broken).toEqual([]);
  });

  test("a component has the licence, the archive and its hash, and its place", async () => {
    const { components } = await read(files);
    expect(components.find(({ component }) => component.name === "a")).toEqual({
      component: {
        id: "app/node_modules/a/package.json#a@1.2.0",
        name: "a",
        version: "1.2.0",
        kind: "library",
        ecosystem: "npm",
        purl: "pkg:npm/a@1.2.0",
        firstParty: false,
        scope: "runtime",
        direct: true,
        artifacts: [
          {
            hashes: [{ algorithm: "SHA-512", value: "01".repeat(64) }],
            url: "https://registry.npmjs.org/a/-/a-1.2.0.tgz",
          },
        ],
        declaredLicense: "MIT",
        location: { path: "app/node_modules/a/package.json" },
        aliases: [],
        flags: ["hasInstallScript"],
      },
      places: [
        { path: "app/node_modules/a/package.json", layer: 0, since: 0, evidence: "installed" },
      ],
    });
  });
});

test("pnpm's store: names are links beside the copies, and a workspace is linked in", async () => {
  const store = "app/node_modules/.pnpm";
  const reading = await read(
    {
      "app/package.json": json({ name: "app", dependencies: { a: "1", mine: "workspace:*" } }),
      "app/packages/mine/package.json": json({ name: "mine", version: "0.1.0" }),
      [`${store}/a@1.0.0/node_modules/a/package.json`]: json({
        name: "a",
        version: "1.0.0",
        dependencies: { b: "^2" },
        peerDependencies: { c: "*" },
        peerDependenciesMeta: { c: { optional: true } },
      }),
      [`${store}/b@2.0.0/node_modules/b/package.json`]: json({ name: "b", version: "2.0.0" }),
      [`${store}/c@3.0.0/node_modules/c/package.json`]: json({ name: "c", version: "3.0.0" }),
    },
    {
      "app/node_modules/a": ".pnpm/a@1.0.0/node_modules/a",
      "app/node_modules/mine": "../packages/mine",
      [`${store}/a@1.0.0/node_modules/b`]: "../../b@2.0.0/node_modules/b",
      [`${store}/a@1.0.0/node_modules/c`]: "../../c@3.0.0/node_modules/c",
    },
  );
  expect(said(reading)).toEqual([
    "pkg:npm/a@1.0.0",
    "pkg:npm/b@2.0.0",
    "pkg:npm/c@3.0.0 optional",
    "pkg:generic/app#app own",
    "pkg:generic/mine@0.1.0#app/packages/mine own",
  ]);
  expect(edges(reading)).toEqual([
    "a 1.0.0 > b 2.0.0 runtime ^2",
    "a 1.0.0 > c 3.0.0 optional *",
    "app > a 1.0.0 runtime 1",
    "app > mine 0.1.0 runtime workspace:*",
  ]);
});

test("what a global package brings in its own archive is bundled", async () => {
  const reading = await read({
    "usr/lib/node_modules/npm/package.json": json({
      name: "npm",
      version: "11.0.0",
      dependencies: { semver: "^7" },
      bundleDependencies: ["semver"],
    }),
    "usr/lib/node_modules/npm/node_modules/semver/package.json": json({
      name: "semver",
      version: "7.0.0",
    }),
  });
  expect(said(reading)).toEqual(["pkg:npm/semver@7.0.0 bundled", "pkg:npm/npm@11.0.0"]);
  expect(edges(reading)).toEqual(["npm 11.0.0 > semver 7.0.0 runtime ^7"]);
});

test("Plug'n'Play of Yarn: packages in their archives", async () => {
  const cache = "app/.yarn/cache";
  const reading = await read({
    [`${cache}/a-npm-1.0.0-aaaa-10.zip`]: zipOf({
      "node_modules/@s/a/package.json": json({ name: "@s/a", version: "1.0.0", license: "ISC" }),
      "node_modules/@s/a/node_modules/x/package.json": json({ name: "x", version: "1.0.0" }),
    }),
    [`${cache}/broken-npm-1.0.0-aaaa-10.zip`]: "no archive",
  });
  expect(said(reading)).toEqual(["pkg:npm/%40s/a@1.0.0 archive"]);
  expect(one(reading, "@s/a").declaredLicense).toBe("ISC");
  expect(reading.broken).toEqual([
    "app/.yarn/cache/broken-npm-1.0.0-aaaa-10.zip can't be read: it has no end: it is cut off, or no archive",
  ]);
});

test("broken records of packages are refused; those of anything else are not looked at", async () => {
  const reading = await read({
    "a/node_modules/cut/package.json": '{"name": "cut", "ver',
    "a/node_modules/deep/package.json": '{"a":'.repeat(100_000),
    "a/node_modules/blank/package.json": json({ name: "has blank", version: "1" }),
    "a/node_modules/number/package.json": json({ name: "number", version: 1 }),
    "a/node_modules/list/package.json": "[]",
    "a/node_modules/nothing/package.json": "{}",
    "a/node_modules/odd/package.json": json({ name: "odd", version: "1.0.0", dependencies: [1] }),
    "a/package.json": "{{ template }}",
  });
  expect(said(reading)).toEqual(["pkg:npm/odd@1.0.0"]);
  expect(reading.broken).toEqual([
    "a/node_modules/blank/package.json has a name or a version that no package can have",
    "a/node_modules/cut/package.json is no JSON",
    "a/node_modules/deep/package.json is no JSON",
    "a/node_modules/number/package.json has a name or a version that no package can have",
  ]);
});
