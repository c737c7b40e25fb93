import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { contentHash } from "./content-hash.ts";

const SHA1 = "5e".repeat(20);
const COMMIT = "c0".repeat(20);
const PACKAGIST = "https://packagist.org/downloads/";

type Json = Readonly<Record<string, unknown>>;

/** A package of packagist.org. */
const entry = (name: string, more: Json = {}): Json => ({
  name,
  version: "v1.0.0",
  source: { type: "git", url: `https://github.com/${name}.git`, reference: COMMIT },
  dist: {
    type: "zip",
    url: `https://api.github.com/repos/${name}/zipball/${COMMIT}`,
    reference: COMMIT,
    shasum: "",
  },
  type: "library",
  "notification-url": PACKAGIST,
  license: ["MIT"],
  ...more,
});

/** A project: its lockfile fits its manifest unless it is given another hash. */
function project(
  manifest: Json,
  packages: readonly unknown[],
  dev: readonly unknown[] | null = [],
  top: Json = {},
) {
  const text = JSON.stringify(manifest);
  const lock = {
    "content-hash": contentHash(manifest, text),
    packages,
    "packages-dev": dev,
    aliases: [],
    "minimum-stability": "stable",
    "stability-flags": [],
    platform: { php: ">=8.1" },
    "platform-dev": [],
    "plugin-api-version": "2.6.0",
    ...top,
  };
  return { "composer.json": text, "composer.lock": JSON.stringify(lock, null, 4) };
}

describe("names that other packages stand for", () => {
  const files = project(
    {
      name: "acme/app",
      require: { php: ">=8.1", "ex/p1": "^1", "ex/old": "*" },
      "require-dev": { "ex/p2": "^1", "ex/test": "^9" },
    },
    [
      entry("ex/p1", {
        require: {
          "virt/impl": "1.0",
          "ext-json": "*",
          "php-64bit": ">=8",
          "composer-plugin-api": "^2",
        },
      }),
      entry("Ex/P2", { provide: { "virt/impl": "1.0" }, replace: { "ex/old": "self.version" } }),
    ],
    [entry("ex/test", { require: { "EX/P1": "*" } })],
  );

  test("edges lead to what stands for them; PHP and its extensions are no packages", async () => {
    const graph = await graphOf(files);
    expect(edgesOf(graph)).toEqual([
      ". > ex/p1 runtime",
      ". > ex/p2 development",
      ". > ex/p2 runtime [as ex/old]",
      ". > ex/test development",
      "ex/p1 > ex/p2 runtime [as virt/impl]",
      "ex/test > ex/p1 runtime",
    ]);
    expect(gapsOf(graph)).toEqual([]);
  });

  test("scope follows the edges, as Composer's two lists do", async () => {
    const graph = await graphOf(files);
    expect(fieldOf(graph, "scope")).toEqual({
      ".": "runtime",
      "ex/p1": "runtime",
      "ex/p2": "runtime",
      "ex/test": "development",
    });
    expect(fieldOf(graph, "flags")).toEqual({ ".": [], "ex/p1": [], "ex/p2": [], "ex/test": [] });
    expect(fieldOf(graph, "direct")).toEqual({
      ".": false,
      "ex/p1": true,
      "ex/p2": true,
      "ex/test": true,
    });
    expect(fieldOf(graph, "purl")["ex/p2"]).toBe("pkg:composer/ex/p2@v1.0.0");
  });

  test("of several that stand for a name, production gets those of production", async () => {
    const provide = { "virt/impl": "1.0" };
    const graph = await graphOf(
      project(
        { require: { "ex/a": "*", "ex/b": "*" }, "require-dev": { "ex/c": "*" } },
        [entry("ex/a", { require: { "virt/impl": "*" } }), entry("ex/b", { provide })],
        [entry("ex/c", { provide, require: { "virt/impl": "*" } })],
      ),
    );
    expect(edgesOf(graph)).toEqual([
      ". > ex/a runtime",
      ". > ex/b runtime",
      ". > ex/c development",
      "ex/a > ex/b runtime [as virt/impl]",
      "ex/c > ex/b runtime [as virt/impl]",
    ]);
    expect(fieldOf(graph, "scope")["ex/c"]).toBe("development");
  });

  test("a list that says otherwise is a mismatch", async () => {
    const moved = project({ require: { "ex/a": "*" } }, [], [entry("ex/a")]);
    expect(fieldOf(await graphOf(moved), "flags")["ex/a"]).toEqual(["scopeMismatch"]);
  });

  test("what the project itself stands for, or is, need not be locked", async () => {
    const own = project(
      { name: "acme/lib", require: { "ex/a": "*" }, replace: { "ex/poly": "*" } },
      [entry("ex/a", { require: { "ex/poly": "^1", "acme/lib": "*" } })],
    );
    expect(gapsOf(await graphOf(own))).toEqual([]);
  });
});

describe("where packages come from", () => {
  const files = {
    ...project(
      {
        require: {
          "ex/zip": "*",
          "ex/vcs": "*",
          "ex/own": "*",
          "ex/meta": "*",
          "ex/inline": "*",
          "ex/copy": "*",
        },
      },
      [
        entry("ex/zip", {
          dist: {
            type: "zip",
            url: "https://u:p@repo.example/z.zip?token=x",
            shasum: SHA1.toUpperCase(),
          },
          abandoned: "ex/other",
          license: ["MIT", "GPL-2.0-only"],
        }),
        entry("ex/vcs", {
          version: "dev-main",
          "notification-url": undefined,
          dist: undefined,
          source: { type: "git", url: "git@git.example:acme/vcs.git", reference: COMMIT },
        }),
        entry("ex/own", {
          version: "dev-main",
          "notification-url": undefined,
          source: undefined,
          dist: { type: "path", url: "packages/own", reference: SHA1 },
          license: undefined,
        }),
        entry("ex/meta", { type: "metapackage", dist: undefined, source: undefined }),
        entry("ex/inline", {
          "notification-url": undefined,
          source: undefined,
          dist: { type: "zip", url: "https://dl.example/i.zip" },
        }),
        entry("ex/copy", {
          "notification-url": undefined,
          source: undefined,
          dist: { type: "path", url: "./vendor/copy" },
        }),
      ],
    ),
    "packages/own/composer.json":
      '{"name": "ex/own", "require": {"ex/zip": "*"}, "require-dev": {"php": "*"}}',
  };

  test("purls name what is not of packagist.org by its repository or its archive", async () => {
    expect(fieldOf(await graphOf(files), "purl")).toMatchObject({
      "ex/zip": "pkg:composer/ex/zip@v1.0.0?download_url=https:%2F%2Frepo.example%2Fz.zip",
      "ex/vcs": `pkg:composer/ex/vcs@dev-main?vcs_url=git%2Bssh:%2F%2Fgit%40git.example%2Facme%2Fvcs.git%40${COMMIT}`,
      "ex/own": "pkg:generic/ex/own@dev-main#packages/own",
      "ex/meta": "pkg:composer/ex/meta@v1.0.0",
      "ex/inline": "pkg:composer/ex/inline@v1.0.0?download_url=https:%2F%2Fdl.example%2Fi.zip",
      "ex/copy": undefined,
    });
  });

  test("only a `shasum` is a checksum, and URLs lose their secrets", async () => {
    const graph = await graphOf(files);
    expect(fieldOf(graph, "artifacts")).toMatchObject({
      "ex/zip": [
        { hashes: [{ algorithm: "SHA-1", value: SHA1 }], url: "https://repo.example/z.zip" },
      ],
      "ex/vcs": [{ hashes: [], url: `git+ssh://git@git.example/acme/vcs.git@${COMMIT}` }],
      "ex/meta": [],
    });
    const [gap] = graph.gaps.filter(({ kind }) => kind === "no-integrity");
    expect(gap?.reason).toBe("1 of 3 packages that are downloaded have no checksum");
  });

  test("what a forge makes of a commit needs no checksum, what it makes of a branch does", async () => {
    const gapsWith = async (url: string) =>
      (
        await graphOf(
          project({ name: "acme/app", require: { "ex/a": "*" } }, [
            entry("ex/a", { dist: { type: "zip", url } }),
          ]),
        )
      ).gaps.map(({ kind }) => kind);
    expect(await gapsWith(`https://api.github.com/repos/ex/a/zipball/${COMMIT}`)).toEqual([]);
    expect(await gapsWith("https://codeload.github.com/ex/a/zip/refs/heads/main")).toEqual([
      "no-integrity",
    ]);
    expect(await gapsWith(`https://dl.example/${COMMIT}.zip`)).toContain("no-integrity");
  });

  test("licences, what is abandoned, and what is the repository's own", async () => {
    const graph = await graphOf(files);
    expect(fieldOf(graph, "declaredLicense")).toMatchObject({
      "ex/zip": ["MIT", "GPL-2.0-only"],
      "ex/vcs": "MIT",
      "ex/own": undefined,
    });
    expect(fieldOf(graph, "flags")["ex/zip"]).toEqual(["deprecated"]);
    expect(fieldOf(graph, "firstParty")).toMatchObject({ "ex/own": true, "ex/copy": false });
    expect(graph.covers).toEqual(["composer.json", "packages/own/composer.json"]);
    expect(gapsOf(graph)).toEqual([]);
  });

  test("lines are those of the names", async () => {
    const lines = fieldOf(await graphOf(files), "location");
    const text = files["composer.lock"].split("\n");
    expect(text[(lines["ex/vcs"]?.startLine ?? 0) - 1]).toContain('"name": "ex/vcs"');
    expect(text[(lines["ex/copy"]?.startLine ?? 0) - 1]).toContain('"name": "ex/copy"');
  });

  test("whatever is done to it, nothing is lost without a word", async () => {
    await expectNothingSilent("composer.lock", files, 400);
  });
});

describe("what must never pass silently", () => {
  const ask = { require: { "ex/a": "*" } };
  test.each<[string, readonly unknown[], string]>([
    [
      "a dependency that is not locked",
      [entry("ex/a", { require: { "ex/gone": "*" } })],
      "entry ex/a: its dependency ex/gone is not in the lockfile",
    ],
    ["an entry twice", [entry("ex/a"), entry("EX/A")], "entry ex/a: it stands in the file twice"],
    ["no name", [entry("ex/a"), { version: "1" }], "entry packages[1]: it names no package"],
    ["no package at all", [entry("ex/a"), null], "entry packages[1]: it names no package"],
    [
      "a name without a vendor",
      [entry("ex/a"), entry("b")],
      "entry packages[1]: it names no package",
    ],
    ["no version", [entry("ex/a", { version: null })], "entry ex/a: it has no version"],
    [
      "`require` of another kind",
      [entry("ex/a", { require: ["ex/b"] })],
      "entry ex/a: `require` is no object",
    ],
    [
      "no archive and no repository",
      [entry("ex/a", { dist: undefined, source: undefined })],
      "entry ex/a: it has neither `dist` nor `source`",
    ],
    [
      "a checksum that is none",
      [entry("ex/a", { dist: { type: "zip", url: "https://x.example/a", shasum: "abc" } })],
      "entry ex/a: `shasum` is no SHA-1",
    ],
    [
      "an archive of one machine",
      [entry("ex/a", { dist: { type: "zip", url: "file:///home/me/a.zip" } })],
      "entry ex/a: its archive has no URL, or lies on one machine",
    ],
    [
      "a folder outside",
      [entry("ex/a", { source: undefined, dist: { type: "path", url: "../a" } })],
      "entry ex/a: it is a folder outside the repository",
    ],
    [
      "a repository without a commit",
      [
        entry("ex/a", {
          dist: undefined,
          source: { type: "git", url: "https://git.example/a", reference: "main" },
        }),
      ],
      "entry ex/a: no full commit of its repository is named",
    ],
  ])("%s", async (_, packages, gap) => {
    expect(gapsOf(await graphOf(project(ask, packages)))).toContain(gap);
  });

  test("a list whose key stands there twice", async () => {
    const { "composer.lock": lock, ...files } = project(ask, [entry("ex/a")]);
    const doubled = lock.replace("{", `{"packages": [${JSON.stringify(entry("ex/hidden"))}],`);
    expect(gapsOf(await graphOf({ ...files, "composer.lock": doubled }))).toContain(
      "entry packages: keys stand in it twice: packages may be hidden",
    );
  });

  test("a lockfile that is cut, or none", async () => {
    const { "composer.lock": lock } = project(ask, [entry("ex/a")]);
    expect((await skippedOf({ "composer.lock": lock.slice(0, 200) }))[0]).toBe(
      "unreadable composer.lock: composer.lock is no JSON",
    );
    expect((await skippedOf({ "composer.lock": "{}" }))[0]).toContain("has no list `packages`");
  });

  test("without the manifest nobody knows what is direct, and the lists say the scope", async () => {
    const { "composer.lock": lock } = project(ask, [entry("ex/a")], [entry("ex/b")]);
    const graph = await graphOf({ "composer.lock": lock });
    expect(graph.roots).toEqual([]);
    expect(fieldOf(graph, "scope")).toEqual({ "ex/a": "runtime", "ex/b": "development" });
    expect(fieldOf(graph, "direct")).toEqual({ "ex/a": undefined, "ex/b": undefined });
    expect(gapsOf(graph)).toEqual([
      "entry composer.lock: what the project itself asks for is not known: there is no composer.json",
    ]);
  });

  test("no packages for development were locked", async () => {
    expect(gapsOf(await graphOf(project(ask, [entry("ex/a")], null)))).toEqual([]);
  });

  test("a manifest without a lockfile", async () => {
    const reason = "it asks for packages, and no lockfile says which versions those are";
    expect(
      await skippedOf({
        "a/composer.json": '{"require": {"php": "*", "ex/a": "*"}}',
        "b/composer.json": '{"require": {"php": "*", "ext-json": "*"}, "require-dev": []}',
        "c/composer.json": "{",
      }),
    ).toEqual([
      `unlocked a/composer.json: ${reason}`,
      "unlocked c/composer.json: no lockfile covers it, and what it asks for is not known: composer.json is no JSON",
    ]);
  });

  test("many that provide one name and many that ask for it stay in proportion", async () => {
    const packages = Array.from({ length: 600 }, (_, n) =>
      entry(`ex/p${n}`, { provide: { "virt/x": "1" }, require: { "virt/x": "*" } }),
    );
    const graph = await graphOf(project(ask, packages));
    expect(graph.edges.length).toBeLessThan(600 * 65);
    expect(gapsOf(graph)).toContain("entry virt/x: more than 64 packages stand for it");
  });
});

describe("a manifest that was changed", () => {
  const files = project({ require: { "ex/a": "^1" } }, [entry("ex/a")]);
  const after = async (manifest: Json) =>
    gapsOf(await graphOf({ ...files, "composer.json": JSON.stringify(manifest) }));

  test("asks for more, or for another range", async () => {
    expect(await after({ require: { "ex/a": "^1", "ex/b": "*" } })).toEqual([
      "stale composer.json: it asks for other packages: ex/b is not locked",
    ]);
    expect(await after({ require: { "ex/a": "^2" } })).toEqual([
      "stale composer.json: it was changed after the lockfile was written (its content-hash is another)",
    ]);
  });

  test("in what does not decide the packages", async () => {
    expect(await after({ require: { "ex/a": "^1" }, description: "x", autoload: {} })).toEqual([]);
  });

  test("where nobody can tell what PHP would write, nothing is said", async () => {
    expect(await after({ require: { "ex/a": "^1" }, extra: { "7": "x", "1": "y" } })).toEqual([]);
    const text = '{"require": {"ex/a": "^1"}, "extra": {"n": 1.0}}';
    expect(gapsOf(await graphOf({ ...files, "composer.json": text }))).toEqual([]);
  });

  test("the hash of older Composers is that of the whole file", async () => {
    const manifest = '{"require": {"ex/a": "^1"}}\n';
    const lock = (hash: string) =>
      JSON.stringify({ hash, packages: [entry("ex/a")], "packages-dev": [] });
    const of = async (hash: string) =>
      gapsOf(await graphOf({ "composer.json": manifest, "composer.lock": lock(hash) }));
    expect(await of("ec2325009b35ec29d32aee085db3eb38")).toEqual([]);
    expect(await of("0".repeat(32))).toHaveLength(1);
  });
});
