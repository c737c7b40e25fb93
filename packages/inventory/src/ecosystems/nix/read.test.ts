import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const rev = (digit: string) => digit.repeat(40);
const narHash = `sha256-${"A".repeat(43)}=`;
const github = (owner: string, repo: string, digit: string, more: object = {}) => ({
  locked: { type: "github", owner, repo, rev: rev(digit), narHash, lastModified: 1, ...more },
  original: { type: "github", owner, repo },
});

const NODES = {
  a: { ...github("acme", "a", "a"), inputs: { c: "c_2" } },
  b: {
    ...github("acme", "b", "b"),
    inputs: { a: ["a"], c: ["a", "c"], self: [], nixpkgs: ["nixpkgs"] },
  },
  c: github("acme", "c", "c"),
  c_2: github("acme", "c", "d", { dir: "lib" }),
  forge: {
    locked: { type: "gitlab", owner: "group%2Fsub", repo: "x", rev: rev("e"), narHash },
    flake: false,
  },
  git: {
    locked: {
      type: "git",
      url: "ssh://git@git.example/acme/y.git?token=t",
      rev: rev("f"),
      narHash,
    },
  },
  local: { locked: { type: "path", path: "./nix", dir: "lib" }, original: {}, parent: [] },
  nixpkgs: github("NixOS", "nixpkgs", "1"),
  nixpkgs_2: github("NixOS", "nixpkgs", "1"),
  old: {
    locked: { type: "tarball", url: "https://user:pw@example.test/d/v1.tar.gz?x=y#z", narHash },
    inputs: { nixpkgs: "nixpkgs_2" },
  },
  root: {
    inputs: {
      a: "a",
      b: "b",
      c: "c",
      forge: "forge",
      git: "git",
      local: "local",
      nixpkgs: "nixpkgs",
      old: "old",
    },
  },
};
const lock = (nodes: object, more: object = {}) =>
  JSON.stringify({ nodes, root: "root", version: 7, ...more }, null, 2);
const LOCK = lock(NODES);

const lineOf = (key: string) => LOCK.split("\n").indexOf(`    "${key}": {`) + 1;

const PKGS = `pkg:github/nixos/nixpkgs@${rev("1")}`;
const C2 = `pkg:github/acme/c@${rev("d")}#lib`;
const FORGE = `pkg:generic/x@${rev("e")}?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Fgroup%2Fsub%2Fx%40${rev("e")}`;
const GIT = `pkg:generic/y@${rev("f")}?vcs_url=git%2Bssh:%2F%2Fgit%40git.example%2Facme%2Fy.git%40${rev("f")}`;
const OLD = `pkg:generic/v1?download_url=https:%2F%2Fexample.test%2Fd%2Fv1.tar.gz "${narHash}"`;

describe("a flake.lock", () => {
  test("has an edge for every input, those that follow others too, by names of repositories", async () => {
    const graph = await graphOf({ "flake.lock": LOCK });
    expect(gapsOf(graph)).toEqual([]);
    expect(graph.edgeCompleteness).toBe("complete");
    const a = `pkg:github/acme/a@${rev("a")}`;
    const b = `pkg:github/acme/b@${rev("b")}`;
    expect(edgesOf(graph)).toEqual(
      [
        `. > ${a} runtime`,
        `. > ${b} runtime`,
        `. > pkg:github/acme/c@${rev("c")} runtime`,
        `. > ${FORGE} runtime [as forge]`,
        `. > ${GIT} runtime [as git]`,
        ". > nix/lib runtime [as local]",
        `. > ${PKGS} runtime`,
        `. > ${OLD} runtime [as old]`,
        `${a} > ${C2} runtime`,
        `${b} > . runtime [as self]`,
        `${b} > ${a} runtime`,
        `${b} > ${C2} runtime`,
        `${b} > ${PKGS} runtime`,
        `${OLD} > ${PKGS} runtime`,
      ].sort(),
    );
    expect(
      graph.edges.filter(({ from }) => from.endsWith(b)).map(({ requirement }) => requirement),
    ).toEqual(["follows the flake itself", "follows a", "follows a/c", "follows nixpkgs"]);
    expect(graph.covers).toEqual(["flake.nix", "nix/lib/flake.nix"]);
  });

  test("has one component for what is locked to the same, and no checksum of what is not an archive", async () => {
    const graph = await graphOf({ "flake.lock": LOCK });
    expect(JSON.stringify(graph)).not.toMatch(/pw@|token|sha256:/);
    expect(fieldOf(graph, "purl")[OLD]).toBe(
      "pkg:generic/v1?download_url=https:%2F%2Fexample.test%2Fd%2Fv1.tar.gz",
    );
    expect(
      graph.components.map(({ name, version, firstParty, location, artifacts }) => [
        name,
        version?.slice(0, 1),
        firstParty,
        location.startLine,
        artifacts[0]?.url?.replace(/@\w{40}$/, ""),
      ]),
    ).toEqual([
      ["project", undefined, true, lineOf("root"), undefined],
      ["lib", undefined, true, lineOf("local"), undefined],
      ["v1", undefined, false, lineOf("old"), "https://example.test/d/v1.tar.gz"],
      ["group/sub/x", "e", false, lineOf("forge"), "git+https://gitlab.com/group/sub/x"],
      ["y", "f", false, lineOf("git"), "git+ssh://git@git.example/acme/y.git"],
      ["acme/a", "a", false, lineOf("a"), "git+https://github.com/acme/a"],
      ["acme/b", "b", false, lineOf("b"), "git+https://github.com/acme/b"],
      ["acme/c", "c", false, lineOf("c"), "git+https://github.com/acme/c"],
      ["acme/c", "d", false, lineOf("c_2"), "git+https://github.com/acme/c"],
      ["NixOS/nixpkgs", "1", false, lineOf("nixpkgs"), "git+https://github.com/NixOS/nixpkgs"],
    ]);
    expect(
      graph.components.every(({ artifacts }) =>
        artifacts.every(({ hashes }) => hashes.length === 0),
      ),
    ).toBe(true);
    expect(graph.gaps).toEqual([]);
  });

  test("says what leads nowhere, in a circle, or to a folder of somebody's machine", async () => {
    const odd = {
      root: {
        inputs: {
          a: "a",
          b: ["c"],
          c: ["b"],
          d: "gone",
          e: ["a", "x"],
          f: 1,
          p: "p",
          u: "u",
          n: "n",
        },
      },
      a: { ...github("acme", "a", "a", { rev: "main" }), inputs: [] },
      p: { locked: { type: "path", path: "/nix/store/x", narHash } },
      u: { locked: { type: "indirect", id: "nixpkgs" } },
      n: { original: { type: "github" } },
      s: "text",
    };
    expect(gapsOf(await graphOf({ "flake.lock": lock(odd) }))).toEqual([
      "entry .: its input b leads nowhere",
      "entry .: its input c leads nowhere",
      "entry .: its input d leads nowhere",
      "entry .: its input e leads nowhere",
      "entry a: `inputs` is no object",
      "entry n: it is not locked",
      "entry p: it is a folder outside the repository",
      "entry pkg:github/acme/a@main: no full commit of its repository is named",
      "entry root: its input f leads nowhere",
      "entry s: it is no object",
      "entry u: it is of a kind that is not known: indirect",
    ]);
  });

  test("is refused where it is of another version or cut, and reported where a key stands twice", async () => {
    expect(await skippedOf({ "flake.lock": lock(NODES, { version: 8 }) })).toEqual([
      "unreadable flake.lock: flake.lock is of the version 8; 5 to 7 are known",
    ]);
    expect(await skippedOf({ "flake.lock": LOCK.slice(0, 900) })).toEqual([
      "unreadable flake.lock: flake.lock is no JSON",
    ]);
    expect(await skippedOf({ "flake.lock": lock(NODES, { root: "x" }) })).toEqual([
      "unreadable flake.lock: flake.lock has no root",
    ]);
    const twice = LOCK.replace('"nixpkgs_2": {', '"nixpkgs": {');
    expect(gapsOf(await graphOf({ "flake.lock": twice }))).toEqual([
      "entry nixpkgs: it stands in the file twice",
      `entry ${OLD}: its input nixpkgs leads nowhere`,
    ]);
  });

  test("is read whatever a node is called, and with CRLF and a byte order mark", async () => {
    const proto = LOCK.replaceAll('"nixpkgs_2"', '"__proto__"');
    const plain = await graphOf({ "flake.lock": LOCK });
    expect(await graphOf({ "flake.lock": proto })).toEqual(plain);
    expect(await graphOf({ "flake.lock": `\uFEFF${LOCK.replaceAll("\n", "\r\n")}` })).toEqual(
      plain,
    );
  });

  test("loses nothing silently, whatever is done to it", async () => {
    const nodes = (text: string) => text.match(/"locked": \{/g)?.length ?? 0;
    // Two nodes are one package.
    await expectNothingSilent("flake.lock", { "flake.lock": LOCK }, 200, (text) => nodes(text) - 1);
  });

  test("takes time in proportion, however inputs follow each other", async () => {
    const count = 3000;
    const inputs: Record<string, string | string[]> = { i0: "a" };
    for (let index = 1; index < count; index++) inputs[`i${index}`] = [`i${index - 1}`];
    const graph = await graphOf({
      "flake.lock": lock({ root: { inputs }, a: github("acme", "a", "a") }),
    });
    expect(graph.edges.filter(({ to }) => to.endsWith(rev("a"))).length).toBeGreaterThan(400);
  });
});

test("a flake without a lockfile is reported where it has inputs", async () => {
  const why = "it asks for packages, and no lockfile says which versions those are";
  expect(
    await skippedOf({
      "a/flake.nix": '{ inputs.x.url = "github:a/x"; outputs = _: {}; }',
      "b/flake.nix": "{\n  inputs = {\n    x.url = 1;\n  };\n}",
      "c/flake.nix": "{ outputs = { self, nixpkgs, ... }@inputs: { }; }",
      "d/flake.nix": "{\n # inputs.x = 1;\n /* inputs.y = 2; */\n outputs = { self, ... }: { };\n}",
      "e/flake.nix": "{ inputs = { }; outputs = self: { }; }",
    }),
  ).toEqual(["a", "b", "c"].map((folder) => `unlocked ${folder}/flake.nix: ${why}`));
});
