import { describe, expect, test } from "vitest";
import { listed } from "../../test/listed.ts";

const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const MANIFEST = { name: "app", version: "1.0.0", dependencies: { a: "1.0.0" } };

describe("package-lock.json", () => {
  const lock = (packages: object, more: object = {}) => ({
    "package.json": MANIFEST,
    "package-lock.json": { lockfileVersion: 3, packages: { "": MANIFEST, ...packages }, ...more },
  });
  const a = { version: "1.0.0", integrity: SUM };

  test.each([[0], [""], [null]])("a flag that is %j is none, as for npm", async (link) => {
    const evil = { ...a, link, resolved: "" };
    const files = lock({
      "node_modules/a": { ...a, dependencies: { evil: "1" } },
      "node_modules/evil": evil,
    });
    expect(await listed(files)).toEqual({
      packages: ["a@1.0.0", "evil@1.0.0"],
      gaps: [],
      skipped: [],
    });
  });

  test.each([[1], [undefined]])(
    "`packages` counts where the version is %j too",
    async (version) => {
      const dependencies = { a: a };
      const nested = { lockfileVersion: version, requires: true, dependencies };
      const files = lock({ "node_modules/a": { ...a, version: "1.0.9" } }, nested);
      const found = await listed(files);
      expect(found.packages).toEqual(["a@1.0.9"]);
      expect(found.gaps).toEqual([
        "package-lock.json: its `dependencies` name packages that its `packages` lacks: a@1.0.0",
      ]);
    },
  );

  test("what npm 6 reads below a package is compared with `packages` too", async () => {
    const dependencies = { a: { ...a, dependencies: { b: { version: "1.0.0" } } } };
    const files = lock({ "node_modules/a": a }, { lockfileVersion: 2, dependencies });
    expect((await listed(files)).gaps).toEqual([
      "package-lock.json: its `dependencies` name packages that its `packages` lacks: b",
    ]);
  });

  test.each([
    ["https://registry.npmjs.org/a/-/a-0.9.0.tgz", "a 0.9.0"],
    ["https://registry.yarnpkg.com/a/-/a-0.9.0.tgz", "a 0.9.0"],
    ["https://registry.npmjs.org/evil/-/evil-6.6.6.tgz", "evil 6.6.6"],
    ["https://registry.npmjs.org/@s%2fevil/-/evil-6.6.6.tgz", "@s/evil 6.6.6"],
    ["https://registry.npmjs.org/a/-/b/-/a-1.0.0.tgz", "a b/-/a-1.0.0.tgz"],
  ])("the registry's archive of something else: %s", async (resolved, other) => {
    expect((await listed(lock({ "node_modules/a": { ...a, resolved } }))).gaps).toEqual([
      `node_modules/a: \`resolved\` is the archive of ${other} until the entry is removed`,
    ]);
  });

  test.each([
    ["https://registry.npmjs.org/a/-/a-1.0.0.tgz", a],
    ["https://registry.npmjs.org/a/-/a-1.0.0.tgz", { ...a, version: "1.0.0+build.1" }],
    ["https://registry.npmjs.org/a/-/a-1.0.0.tgz?x#y", a],
    ["https://npm.example.com/a/-/a-latest.tgz", a],
  ])("its own archive: %s", async (resolved, entry) => {
    expect((await listed(lock({ "node_modules/a": { ...entry, resolved } }))).gaps).toEqual([]);
  });

  test("settings without a lockfile", async () => {
    const files = { ...lock({ "node_modules/a": a }), ".npmrc": "x=y\n package-lock = false\n" };
    expect((await listed(files)).gaps).toEqual([
      "package-lock.json: another lockfile is used, or none: .npmrc has `package-lock = false`",
    ]);
  });
});

describe("pnpm-lock.yaml", () => {
  const LOCK = `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a:
        specifier: 1.0.0
        version: 1.0.0
packages:
  a@1.0.0:
    resolution: {integrity: ${SUM}}
snapshots:
  a@1.0.0: {}
`;
  const files = { "package.json": MANIFEST, "pnpm-lock.yaml": LOCK };

  test.each(["name: other", "version: 9.9.9"])("the key counts before `%s`", async (fact) => {
    const text = LOCK.replace("    resolution", `    ${fact}\n    resolution`);
    const [field] = fact.split(":");
    expect(await listed({ ...files, "pnpm-lock.yaml": text })).toEqual({
      packages: ["a@1.0.0"],
      gaps: [`a@1.0.0: its \`${field}\` is another than that of its key`],
      skipped: [],
    });
  });

  test.each([
    ["a return alone", "# x\r  b@1.0.0: {}\n", "a line ends with something else than a line feed"],
    ["a next line", "# x\x85  b@1.0.0: {}\n", "a line ends with something else than a line feed"],
    [
      "a merge key",
      "  <<:\n    b@1.0.0: {}\n",
      "YAML 1.2 has no merge key, and the file means one",
    ],
    [
      "a merge key in a line",
      "  <<: {b@1.0.0: {}}\n",
      "YAML 1.2 has no merge key, and the file means one",
    ],
  ])("%s hides nothing", async (_, more, why) => {
    const { packages, skipped } = await listed({ ...files, "pnpm-lock.yaml": LOCK + more });
    expect(packages).toEqual([]);
    expect(skipped).toEqual([
      `pnpm-lock.yaml: pnpm-lock.yaml can't be understood from line 13 on: ${why}`,
    ]);
  });

  test("the lockfile of a branch is read beside the one of all", async () => {
    const own = LOCK.replaceAll("a@1.0.0", "evil@1.0.0").replace("      a:", "      evil:");
    const found = await listed({ ...files, "pnpm-lock.next.yaml": own });
    expect(found.packages).toEqual(["evil@1.0.0", "a@1.0.0"]);
    expect(found.skipped).toEqual([]);
  });

  test.each([
    [".npmrc", "lockfile-dir=other"],
    [".npmrc", "lockfile=false"],
    ["pnpm-workspace.yaml", "lockfileDir: ../other"],
    ["pnpm-workspace.yaml", "lockfile: false"],
  ])("settings of another lockfile, or of none: %s has %s", async (path, line) => {
    expect((await listed({ ...files, [path]: `${line}\n` })).gaps).toEqual([
      `pnpm-lock.yaml: another lockfile is used, or none: ${path} has \`${line}\``,
    ]);
    expect((await listed({ ...files, ".npmrc": "lockfile-dir=./\n" })).gaps).toEqual([]);
  });
});

describe("yarn.lock", () => {
  const BERRY = `__metadata:
  version: 10

"app@workspace:.":
  version: 0.0.0-use.local
  resolution: "app@workspace:."
  dependencies:
    a: "npm:1.0.0"

"a@npm:1.0.0":
  version: 1.0.0
  resolution: "a@npm:1.0.0"
  checksum: 10/aa
`;
  const CLASSIC = `# yarn lockfile v1

a@1.0.0:
  version "1.0.0"
  integrity ${SUM}
`;

  test.each([["a@npm:0.9.0"], ["a@patch:a@npm%3A0.9.0#./a.patch"]])(
    "the version of what is downloaded counts: %s",
    async (locator) => {
      const text = BERRY.replace('resolution: "a@npm:1.0.0"', `resolution: "${locator}"`);
      expect(await listed({ "package.json": MANIFEST, "yarn.lock": text })).toEqual({
        packages: ["a@0.9.0"],
        gaps: ["a@npm:1.0.0: its version is 1.0.0, and it is resolved to 0.9.0"],
        skipped: [],
      });
    },
  );

  test("settings of another lockfile", async () => {
    const files = { "package.json": MANIFEST, "yarn.lock": BERRY };
    const other = { ...files, ".yarnrc.yml": "lockfileFilename: other.lock\n" };
    expect((await listed(other)).gaps).toEqual([
      "yarn.lock: another lockfile is used, or none: .yarnrc.yml has `lockfileFilename: other.lock`",
    ]);
  });

  test("a name that nobody asks for", async () => {
    const text = CLASSIC.replace("  version", "  name other\n  version");
    expect((await listed({ "package.json": MANIFEST, "yarn.lock": text })).gaps).toEqual([
      "a@1.0.0: its `name` is another than the one that is asked for",
    ]);
  });

  test("members among examples count", async () => {
    const files = {
      "package.json": { name: "root", workspaces: ["examples/*"] },
      "examples/b/package.json": { ...MANIFEST, name: "b" },
      "yarn.lock": CLASSIC,
    };
    expect((await listed(files)).gaps).toEqual([]);
  });
});

test("of Bun's lockfile, which takes the first, every key that stands there twice is reported", async () => {
  const lock = `{"lockfileVersion": 1, "workspaces": {"": {"dependencies": {"a": "1.0.0"}}}, "packages": {
"a": ["a@1.0.0", "", {"dependencies": {"b": "1"}, "dependencies": {}}, "${SUM}"]}, "packages": {
"a": ["a@1.0.0", "", {}, "${SUM}"]}}`;
  const { gaps } = await listed({ "package.json": MANIFEST, "bun.lock": lock });
  expect(gaps.map((gap) => gap.slice(0, 12))).toEqual(["a: the entry", "packages: th"]);
});
