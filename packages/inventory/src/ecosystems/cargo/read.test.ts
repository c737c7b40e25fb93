import { describe, expect, test } from "vitest";
import type { PackageGraph } from "../../graph.ts";
import { memorySource, readInventory } from "../../index.ts";

const SUM = "ab".repeat(32);
const COMMIT = "0123456789".repeat(4);
const CRATES = "registry+https://github.com/rust-lang/crates.io-index";

type Files = Readonly<Record<string, string>>;

const inventoryOf = (files: Files) => readInventory(memorySource(files));

async function graphOf(files: Files): Promise<PackageGraph> {
  const { graphs, skipped } = await inventoryOf(files);
  const [graph] = graphs;
  if (graph === undefined) throw new TypeError(`nothing was read: ${skipped[0]?.reason}`);
  return graph;
}

const keyOf = ({ path }: PackageGraph, id: string) => id.slice(path.length + 1);

const edgesOf = (graph: PackageGraph) =>
  graph.edges.map(
    ({ from, to, kind, condition }) =>
      `${keyOf(graph, from)} > ${keyOf(graph, to)} ${kind}${condition === undefined ? "" : ` {${condition}}`}`,
  );

const gapsOf = ({ gaps }: PackageGraph) =>
  gaps.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`);

const componentOf = (graph: PackageGraph, key: string) => {
  const found = graph.components.find(({ id }) => keyOf(graph, id) === key);
  if (found === undefined) throw new TypeError(`no ${key}`);
  return found;
};

/** A `[[package]]` of crates.io, or of a folder where the source is `null`. */
const entry = (
  name: string,
  version: string,
  needs: readonly string[] = [],
  source: string | null = CRATES,
) =>
  `[[package]]\nname = "${name}"\nversion = "${version}"\n${source === null ? "" : `source = "${source}"\n`}${source?.startsWith("git") === true || source === null ? "" : `checksum = "${SUM}"\n`}${needs.length === 0 ? "" : `dependencies = [\n${needs.map((each) => ` "${each}",\n`).join("")}]\n`}\n`;

const lock = (...entries: readonly string[]) => `version = 4\n\n${entries.join("")}`;

const manifest = (rest = "", name = "app", version = "0.1.0") =>
  `[package]\nname = "${name}"\nversion = "${version}"\n${rest}`;

test("the manifest tells what is for development, for the build, optional, or for one platform", async () => {
  const graph = await graphOf({
    "Cargo.toml": manifest(`license = "MIT/Apache-2.0"
[features]
default = ["std", "on", "also/x", "not?/x"]
std = ["dep:hidden"]
[dependencies]
plain = "1"
on = { version = "1", optional = true }
off = { version = "1", optional = true }
not = { version = "1", optional = true }
also = { version = "1", optional = true }
hidden = { version = "1", optional = true }
renamed = { package = "real_name", version = "1.2" }
[dev-dependencies]
dev = "1"
plain = "1"
[build-dependencies]
make = "1"
[target.'cfg(windows)'.dependencies]
win = "1"
plain = "1"
`),
    "Cargo.lock": lock(
      entry("also", "1.0.0"),
      entry(
        "app",
        "0.1.0",
        ["also", "dev", "hidden", "make", "not", "off", "on", "plain", "real_name", "win"],
        null,
      ),
      entry("dev", "1.0.0", ["deep"]),
      entry("deep", "1.0.0"),
      ...["hidden", "make", "not", "off", "on", "plain"].map((name) => entry(name, "1.9.0")),
      entry("real_name", "1.2.3"),
      entry("win", "1.0.0"),
    ),
  });
  expect(gapsOf(graph)).toEqual([]);
  expect(edgesOf(graph)).toEqual([
    "app 0.1.0 (local) > also 1.0.0 runtime",
    "app 0.1.0 (local) > dev 1.0.0 development",
    "app 0.1.0 (local) > hidden 1.9.0 runtime",
    "app 0.1.0 (local) > make 1.9.0 build",
    "app 0.1.0 (local) > not 1.9.0 optional",
    "app 0.1.0 (local) > off 1.9.0 optional",
    "app 0.1.0 (local) > on 1.9.0 runtime",
    "app 0.1.0 (local) > plain 1.9.0 development",
    "app 0.1.0 (local) > plain 1.9.0 runtime",
    "app 0.1.0 (local) > real_name 1.2.3 runtime",
    "app 0.1.0 (local) > win 1.0.0 runtime {cfg(windows)}",
    "dev 1.0.0 > deep 1.0.0 runtime",
  ]);
  expect(componentOf(graph, "deep 1.0.0")).toMatchObject({
    purl: "pkg:cargo/deep@1.0.0",
    scope: "development",
    direct: false,
    artifacts: [{ hashes: [{ algorithm: "SHA-256", value: SUM }] }],
  });
  expect(componentOf(graph, "make 1.9.0").scope).toBe("development");
  expect(componentOf(graph, "off 1.9.0").scope).toBe("optional");
  expect(componentOf(graph, "real_name 1.2.3")).toMatchObject({
    aliases: ["renamed"],
    direct: true,
  });
  expect(componentOf(graph, "app 0.1.0 (local)")).toMatchObject({
    firstParty: true,
    kind: "application",
    declaredLicense: "MIT/Apache-2.0",
    location: { path: "Cargo.lock", startLine: 9 },
  });
});

test("one name and version from three sources stay three, and no source wins where nothing else tells", async () => {
  const index = "registry+https://user:pw@example.test/index";
  const git = `git+https://example.test/g?branch=feat%2Fx`;
  const graph = await graphOf({
    "Cargo.toml": manifest(
      '[dependencies]\nitoa = { path = "itoa" }\nother = { package = "itoa", version = "1", registry = "r" }\ng = { git = "x" }\n',
    ),
    "itoa/Cargo.toml": manifest("", "itoa", "1.0.19"),
    "Cargo.lock": lock(
      entry("app", "0.1.0", ["g", "itoa 1.0.19", `itoa 1.0.19 (${index})`], null),
      entry("g", "0.2.0", [`itoa 1.0.19 (${git})`], `${git}#${COMMIT}`),
      entry("itoa", "1.0.19", [], null),
      entry("itoa", "1.0.19", [], index),
      entry("itoa", "1.0.19", [], `${git}#${COMMIT}`),
    ),
  });
  expect(gapsOf(graph)).toEqual([]);
  expect(edgesOf(graph)).toEqual([
    `app 0.1.0 (local) > g 0.2.0 (git+https://example.test/g@${COMMIT}) runtime`,
    "app 0.1.0 (local) > itoa 1.0.19 (https://example.test/index) runtime",
    "app 0.1.0 (local) > itoa 1.0.19 (local) runtime",
    `g 0.2.0 (git+https://example.test/g@${COMMIT}) > itoa 1.0.19 (git+https://example.test/g@${COMMIT}) runtime`,
  ]);
  const purls = graph.components.map(({ purl, name }) => purl ?? name);
  expect(purls).toEqual([
    "pkg:generic/app@0.1.0",
    `pkg:cargo/g@0.2.0?vcs_url=git%2Bhttps:%2F%2Fexample.test%2Fg%40${COMMIT}`,
    `pkg:cargo/itoa@1.0.19?vcs_url=git%2Bhttps:%2F%2Fexample.test%2Fg%40${COMMIT}`,
    "pkg:cargo/itoa@1.0.19?repository_url=https:%2F%2Fexample.test%2Findex",
    // A path dependency outside a workspace has no place in a registry, and is no member.
    "itoa",
  ]);
  expect(JSON.stringify(graph)).not.toContain("pw");
});

test("members come from patterns, paths and the workspace's own tables; what is excluded is none", async () => {
  const graph = await graphOf({
    "rust/Cargo.toml": `[workspace]
members = ["crates/*", "examples/**"]
exclude = ["crates/out"]
[workspace.package]
version = "2.0.0"
license = "MIT"
[workspace.dependencies]
near = { path = "near" }
outer = { path = "../outer" }
`,
    "rust/crates/a/Cargo.toml":
      '[package]\nname = "a"\nversion.workspace = true\nlicense.workspace = true\n[dependencies]\nnear.workspace = true\nouter = { workspace = true }\n',
    "rust/crates/out/Cargo.toml": manifest('[dependencies]\nx = "1"\n', "out"),
    "rust/examples/deep/one/Cargo.toml": manifest(
      '[dependencies]\nout = { path = "../../../crates/out" }\n',
      "one",
    ),
    "rust/near/Cargo.toml": manifest("", "near"),
    "outer/Cargo.toml": manifest('[dev-dependencies]\ny = "1"\n', "outer"),
    "rust/Cargo.lock": lock(
      entry("a", "2.0.0", ["near", "outer"], null),
      entry("near", "0.1.0", [], null),
      entry("one", "0.1.0", ["out"], null),
      entry("out", "0.1.0", ["x"], null),
      entry("outer", "0.1.0", [], null),
      entry("x", "1.0.0"),
    ),
  });
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.roots.map((id) => keyOf(graph, id))).toEqual([
    "a 2.0.0 (local)",
    "near 0.1.0 (local)",
    "one 0.1.0 (local)",
  ]);
  expect(componentOf(graph, "a 2.0.0 (local)")).toMatchObject({
    declaredLicense: "MIT",
    installPath: "rust/crates/a",
    purl: "pkg:generic/a@2.0.0#rust/crates/a",
  });
  expect(componentOf(graph, "out 0.1.0 (local)")).toMatchObject({
    firstParty: false,
    direct: true,
  });
  expect(componentOf(graph, "out 0.1.0 (local)").purl).toBeUndefined();
  expect(componentOf(graph, "x 1.0.0").direct).toBe(false);
  expect(graph.covers).toEqual([
    "outer/Cargo.toml",
    "rust/Cargo.toml",
    "rust/crates/a/Cargo.toml",
    "rust/crates/out/Cargo.toml",
    "rust/examples/deep/one/Cargo.toml",
    "rust/near/Cargo.toml",
  ]);
});

test("a path dependency has its shared values from its own workspace; what does not fit is one gap", async () => {
  const graph = await graphOf({
    "Cargo.toml":
      '[workspace]\nmembers = ["lib"]\n[workspace.package]\nversion = "7.0.0"\n[workspace.dependencies]\nx = "1"\nnear = { path = "near" }\n',
    "lib/Cargo.toml":
      '[package]\nname = "lib"\nversion.workspace = true\n[dependencies]\nx.workspace = true\nnear.workspace = true\n',
    "near/Cargo.toml": manifest("", "near", "2.0.0"),
    "fuzz/Cargo.toml": manifest(
      '[workspace]\n[workspace.package]\nversion = "1.0.0"\n[dependencies]\nlib = { path = "../lib" }\ny = "1"\n',
      "fuzz",
    ),
    "fuzz/Cargo.lock": lock(
      entry("fuzz", "0.1.0", ["lib"], null),
      entry("lib", "7.0.0", ["near", "x"], null),
      entry("near", "1.0.0", [], null),
      entry("x", "1.0.0"),
    ),
  });
  expect(gapsOf(graph)).toEqual([
    "stale fuzz/Cargo.lock: fuzz/Cargo.toml asks for other packages: y 1 is not locked; near/Cargo.toml has the version 2.0.0 and not 1.0.0",
  ]);
});

test("versions 1 and 2: checksums in the metadata, full names of dependencies, the root apart", async () => {
  const graph = await graphOf({
    "Cargo.toml": manifest('[dependencies]\na = "1"\n'),
    "Cargo.lock": `[root]\nname = "app"\nversion = "0.1.0"\ndependencies = ["a 1.0.0 (${CRATES})"]\n
[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "${CRATES}"\ndependencies = ["g 1.0.0 (git+https://example.test/g)"]\n
[[package]]\nname = "g"\nversion = "1.0.0"\nsource = "git+https://example.test/g#${COMMIT}"\n
[metadata]\n"checksum a 1.0.0 (${CRATES})" = "${SUM}"\n"checksum g 1.0.0 (git+https://example.test/g#${COMMIT})" = "<none>"\n`,
  });
  expect(gapsOf(graph)).toEqual([]);
  expect(edgesOf(graph)).toHaveLength(2);
  expect(componentOf(graph, "a 1.0.0")).toMatchObject({
    location: { startLine: 6 },
    artifacts: [{ hashes: [{ algorithm: "SHA-256", value: SUM }] }],
  });
});

test("what a patch does not use is no component, and what is replaced is none either", async () => {
  const graph = await graphOf({
    "Cargo.toml": manifest('[dependencies]\na = "1"\n[replace]\n"a:1.0.0" = { path = "own" }\n'),
    "own/Cargo.toml": manifest("", "a", "1.0.0"),
    "Cargo.lock": `${lock(
      entry("a", "1.0.0", [], null),
      entry("a", "1.0.0", ["gone"], CRATES)
        .replace('"gone",', "")
        .replace("checksum", 'replace = "a 1.0.0"\nchecksum'),
      entry("app", "0.1.0", [`a 1.0.0 (${CRATES})`], null),
    )}[[patch.unused]]\nname = "z"\nversion = "1.0.0"\n`,
  });
  expect(edgesOf(graph)).toEqual(["app 0.1.0 (local) > a 1.0.0 (local) runtime"]);
  expect(graph.components).toHaveLength(2);
  expect(componentOf(graph, "a 1.0.0 (local)").ancestors).toEqual([
    { name: "a", version: "1.0.0", purl: "pkg:cargo/a@1.0.0" },
  ]);
  expect(gapsOf(graph)).toEqual([]);
});

test("what stands in for a crate by a patch says for which; what comes from the registry does not", async () => {
  const fork = `git+https://git.example/b?rev=x#${COMMIT}`;
  const graph = await graphOf({
    "Cargo.toml": manifest(
      '[dependencies]\nb = "1"\nc = "1"\n[patch.crates-io]\nb = { git = "https://git.example/b", rev = "x" }\nc = { path = "never" }\n',
    ),
    "Cargo.lock": lock(
      entry("app", "0.1.0", ["b", "c"], null),
      entry("b", "1.0.0", [], fork),
      entry("c", "1.0.0"),
    ),
  });
  const ancestors = graph.components.map((each) => `${each.name} ${each.ancestors?.[0]?.purl}`);
  expect(ancestors.sort()).toEqual(["app undefined", "b pkg:cargo/b", "c undefined"]);
});

describe("licences of vendored copies", () => {
  const files = {
    "Cargo.toml": manifest('[dependencies]\na = "1"\nb = { package = "a", version = "2" }\n'),
    "Cargo.lock": lock(
      entry("a", "1.0.0"),
      entry("a", "2.0.0"),
      entry("app", "0.1.0", ["a 1.0.0", "a 2.0.0"], null),
    ),
    ".cargo/config.toml":
      '[source.crates-io]\nreplace-with = "v"\n[source.v]\ndirectory = "vendor"\n',
  };
  const paths = async (more: Files) =>
    (await graphOf({ ...files, ...more })).components.map(({ installPath }) => installPath);

  test("the highest version has the plain name", async () => {
    expect(
      await paths({
        "vendor/a/Cargo.toml": manifest("", "a", "2.0.0"),
        "vendor/a-1.0.0/Cargo.toml": manifest("", "a", "1.0.0"),
      }),
    ).toEqual(["vendor/a-1.0.0", "vendor/a", undefined]);
  });

  test("without a configuration that names the folder nothing is vendored", async () => {
    expect(await paths({ ".cargo/config.toml": "broken = [" })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test.each([
  ["version = 5\n", "version 5; 1 to 4 are known"],
  [`version = 4\n[[package]\nname = "SECRET"`, "is no TOML \\(line 2: "],
  ["<<<<<<< HEAD\nversion = 4\n=======\n>>>>>>> x\n", "markers of a merge conflict"],
])("nothing is read of %j", async (text, reason) => {
  const { graphs, skipped } = await inventoryOf({ "Cargo.lock": text, "Cargo.toml": manifest() });
  expect(graphs).toEqual([]);
  expect(skipped).toHaveLength(1);
  expect(skipped[0]?.reason).toMatch(new RegExp(reason));
  expect(skipped[0]?.reason).not.toContain("SECRET");
});

test.each([
  ["cut to nothing", "version = 4\n", "entry Cargo.lock: it has no entries"],
  [
    "a dependency that leads nowhere",
    lock(entry("app", "0.1.0", ["gone"], null)),
    "entry app 0.1.0 (local): its dependency gone is not in the lockfile",
  ],
  [
    "an entry without a version",
    `${lock(entry("app", "0.1.0", [], null))}[[package]]\nname = "__proto__"\n`,
    "entry package 2: the entry has no name and version that Cargo allows",
  ],
  [
    "an entry twice",
    lock(entry("app", "0.1.0", [], null), entry("app", "0.1.0", [], null)),
    "entry app 0.1.0 (local): the entry stands in the lockfile more than once; the first one was read",
  ],
  [
    "a dependency that may be two",
    lock(entry("app", "0.1.0", ["a"], null), entry("a", "1.0.0"), entry("a", "2.0.0")),
    "entry app 0.1.0 (local): its dependency a may be each of 2 entries",
  ],
  [
    "a checksum that is none",
    lock(entry("app", "0.1.0", [], null)).concat(entry("a", "1.0.0").replace(SUM, "12")),
    "entry a 1.0.0: its checksum is no SHA-256",
  ],
  [
    "no checksum",
    lock(entry("app", "0.1.0", [], null), entry("a", "1.0.0").replace(/checksum.*\n/, "")),
    "no-integrity Cargo.lock: 1 of 1 crates of registries have no checksum",
  ],
  [
    "an unknown source",
    lock(entry("app", "0.1.0", [], null), entry("a", "1.0.0", [], "hg+https://x.test/a")),
    "entry a 1.0.0 (unknown): its source is of a kind that is not known",
  ],
  [
    "no full commit",
    lock(entry("app", "0.1.0", [], null), entry("a", "1.0.0", [], "git+https://x.test/a#0123")),
    "entry a 1.0.0 (git+https://x.test/a): its source names no full git commit",
  ],
])("%s is a gap", async (_, text, gap) => {
  expect(gapsOf(await graphOf({ "Cargo.lock": text, "Cargo.toml": manifest() }))).toContain(gap);
});

const LOCKED = lock(
  entry("a", "1.2.0"),
  entry("app", "0.1.0", ["a", "b"], null),
  entry("b", "0.3.1"),
);

test.each([
  ['a = "1.1"\nb = ">=0.3, <0.5"', []],
  ['a = "1"\nb = "0.3.0-alpha.1"', []],
  ['a = "1"\n', ["b is no longer asked for"]],
  ['a = "2"\nb = "*"', ["a is locked as 1.2.0"]],
  ['a = "=1.2.0"\nb = "0.4"\nc = { git = "x" }', ["b is locked as 0.3.1, c is not locked"]],
])("a manifest that asks for %j", async (dependencies, differences) => {
  const graph = await graphOf({
    "Cargo.lock": LOCKED,
    "Cargo.toml": manifest(`[dependencies]\n${dependencies}\n`),
  });
  expect(gapsOf(graph)).toEqual(
    differences.map((each) => `stale Cargo.lock: Cargo.toml asks for other packages: ${each}`),
  );
});

test.each([
  [
    "a version that was raised",
    { "Cargo.toml": manifest("", "app", "0.2.0") },
    "stale Cargo.lock: Cargo.toml has the version 0.2.0 and not 0.1.0",
  ],
  ["no manifest", {}, "stale Cargo.lock: no Cargo.toml lies beside it"],
  [
    "a member that is not there",
    { "Cargo.toml": manifest('[workspace]\nmembers = ["b"]\n') },
    "stale Cargo.lock: its member b has no Cargo.toml",
  ],
  [
    "a member that is not locked",
    { "Cargo.toml": manifest('[workspace]\nmembers = ["b"]\n'), "b/Cargo.toml": manifest("", "b") },
    "stale Cargo.lock: b/Cargo.toml is a member, and b is not locked",
  ],
  [
    "a pattern that is not understood",
    { "Cargo.toml": manifest('[workspace]\nmembers = ["[ab]"]\n') },
    'entry Cargo.lock: the pattern "[ab]" of its members is not understood',
  ],
  [
    "a broken member",
    { "Cargo.toml": manifest('[workspace]\nmembers = ["b"]\n'), "b/Cargo.toml": "[" },
    "entry Cargo.lock: nobody can say whether it fits b/Cargo.toml: b/Cargo.toml is no TOML",
  ],
  [
    "a folder that nobody names",
    { "Cargo.toml": manifest("", "other") },
    "entry Cargo.lock: no manifest that is here is that of app 0.1.0 (local)",
  ],
])("%s is a gap", async (_, files, gap) => {
  const gaps = gapsOf(
    await graphOf({ ...files, "Cargo.lock": lock(entry("app", "0.1.0", [], null)) }),
  );
  expect(gaps.some((each) => each.startsWith(gap))).toBe(true);
});

test("a manifest without a lockfile is reported, and crates that are installed in the work tree are not the project's", async () => {
  const { graphs, skipped } = await inventoryOf({
    "Cargo.toml": manifest('[dependencies]\na = "1"\n'),
    "none/Cargo.toml": manifest(),
    "virtual/Cargo.toml": '[workspace]\nmembers = []\n[workspace.dependencies]\na = "1"\n',
    "home/registry/src/index.crates.io-1949cf8c6b5b557f/a-1.0.0/Cargo.lock": LOCKED,
    "home/registry/src/index.crates.io-1949cf8c6b5b557f/a-1.0.0/Cargo.toml": manifest(
      '[dependencies]\nb = "1"\n',
    ),
  });
  expect(graphs).toEqual([]);
  expect(skipped.filter(({ kind }) => kind !== "excluded")).toMatchObject([
    { item: "Cargo.toml", kind: "unlocked" },
  ]);
});

test("line endings of Windows change nothing", async () => {
  const files = {
    "Cargo.toml": manifest('[dependencies]\na = "1"\nb = "0.3"\n'),
    "Cargo.lock": LOCKED,
  };
  const crlf = { ...files, "Cargo.lock": LOCKED.replaceAll("\n", "\r\n") };
  expect(await graphOf(crlf)).toEqual(await graphOf(files));
});
