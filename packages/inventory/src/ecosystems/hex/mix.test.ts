import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const INNER = "1a".repeat(32);
const OUTER = "5e".repeat(32);
const COMMIT = "c0".repeat(20);

/** An entry as Hex 2 writes it. */
const entry = (app: string, needs = "", name = app, repository = "hexpm", version = "1.0.0") =>
  `  "${app}": {:hex, :${name}, "${version}", "${INNER}", [:mix], [${needs}], "${repository}", "${OUTER}"},`;
const need = (app: string, more = "") =>
  `{:${app}, "~> 1.0", [hex: :${app}, repo: "hexpm", optional: ${more === "optional"}]}`;
const lock = (...entries: readonly string[]) => `%{\n${entries.join("\n")}\n}\n`;
const project = (deps: string, more = "") => `defmodule App.MixProject do
  use Mix.Project

  def project do
    [app: :app, version: "0.3.0", ${more}deps: deps()]
  end

  # Run "mix help deps"
  defp deps do
    ${deps}
  end
end
`;

const FILES = {
  "mix.exs": project(`[
      {:web, "~> 1.0"},
      {:json, "~> 1.0", hex: :jason2},
      {:lint, ">= 0.0.0", only: [:dev, :test], runtime: false},
      {:html, "~> 1.0", only: :test},
      {:assets, "~> 1.0", runtime: Mix.env() == :dev}, # only to build
      {:gen, "~> 1.0", runtime: false},
      {:tool, git: "https://user:secret@github.com/Acme/Tool.git", tag: "v1"},
      {:shared, path: "shared"},
    ]`),
  "mix.lock": lock(
    entry("web", `${need("json")}, ${need("html", "optional")}, ${need("gone", "optional")}`),
    entry("json", "", "jason2", "hexpm", "1.4.1"),
    entry("lint", need("bunt")),
    entry("bunt"),
    entry("html"),
    entry("assets"),
    entry("gen"),
    entry("inner", "", "inner", "hexpm:acme"),
    entry("mirrored", "", "mirrored", "our_mirror"),
    `  "tool": {:git, "https://user:secret@github.com/Acme/Tool.git", "${COMMIT}", [tag: "v1", sparse: "lib/tool"]},`,
    `  "old": {:hex, :old, "0.1.0"},`,
  ),
  "shared/mix.exs": `defmodule Shared.MixProject do
  def project, do: [app: :shared, version: "0.1.0", deps: [{:inner, "~> 1.0", organization: "acme"}, {:html, "~> 1.0", only: :dev}, {:old, "~> 0.1"}, {:mirrored, "~> 1.0"}]]
end
`,
};

test("edges have the kinds of mix.exs, and a name that is another package's is an alias", async () => {
  const graph = await graphOf(FILES);
  expect(edgesOf(graph)).toEqual([
    ". > ./shared runtime",
    ". > assets runtime",
    ". > gen build",
    ". > html test {only test}",
    ". > json runtime [as json]",
    ". > lint development {only dev, test}",
    ". > tool runtime",
    ". > web runtime",
    "./shared > inner runtime",
    "./shared > mirrored runtime",
    "./shared > old runtime",
    "lint > bunt runtime",
    "web > html development",
    "web > json runtime [as json]",
  ]);
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.roots).toEqual(["mix.lock#."]);
  expect(graph.covers).toEqual(["mix.exs", "shared/mix.exs"]);
});

test("names, versions and purls are those of the packages; what is no registry's is named after its repository", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "purl")).toEqual({
    ".": "pkg:generic/app@0.3.0",
    "./shared": "pkg:generic/shared@0.1.0#shared",
    assets: "pkg:hex/assets@1.0.0",
    bunt: "pkg:hex/bunt@1.0.0",
    gen: "pkg:hex/gen@1.0.0",
    html: "pkg:hex/html@1.0.0",
    inner: "pkg:hex/acme/inner@1.0.0",
    json: "pkg:hex/jason2@1.4.1",
    lint: "pkg:hex/lint@1.0.0",
    mirrored: undefined,
    old: "pkg:hex/old@0.1.0",
    tool: `pkg:github/acme/tool@${COMMIT}#lib/tool`,
    web: "pkg:hex/web@1.0.0",
  });
  expect(fieldOf(graph, "name")["json"]).toBe("jason2");
  expect(fieldOf(graph, "aliases")["json"]).toEqual(["json"]);
  expect(fieldOf(graph, "version")["tool"]).toBeUndefined();
  expect(fieldOf(graph, "location")["bunt"]).toEqual({ path: "mix.lock", startLine: 5 });
});

test("the checksum of an archive is a hash, the one of its content is not", async () => {
  const graph = await graphOf({
    ...FILES,
    "mix.lock": FILES["mix.lock"].replace(
      `"old": {:hex, :old, "0.1.0"}`,
      `"old": {:hex, :old, "0.1.0", "${INNER}", [:mix]}`,
    ),
  });
  const artifacts = fieldOf(graph, "artifacts");
  expect(artifacts["web"]).toEqual([{ hashes: [{ algorithm: "SHA-256", value: OUTER }] }]);
  expect(artifacts["old"]).toEqual([]);
  expect(artifacts["tool"]).toEqual([
    { hashes: [], url: `git+https://github.com/Acme/Tool.git@${COMMIT}` },
  ]);
  expect(graph.gaps).toEqual([]);
  const [gap] = (await graphOf(FILES)).gaps;
  expect(gap?.reason).toBe("1 of 11 packages that are downloaded have no checksum");
});

test("scope follows what production needs: an optional dependency of a package brings nothing in", async () => {
  const graph = await graphOf(FILES);
  const scopes = Object.entries(fieldOf(graph, "scope"));
  expect(scopes.filter(([, scope]) => scope !== "runtime")).toEqual([
    ["bunt", "development"],
    ["gen", "development"],
    ["html", "development"],
    ["lint", "development"],
  ]);
  const direct = Object.entries(fieldOf(graph, "direct"));
  expect(direct.filter(([, is]) => !is).map(([key]) => key)).toEqual([".", "bunt"]);
});

test("of what the file does not say what it needs, edges are unknown, and nothing is an orphan", async () => {
  const graph = await graphOf({
    "mix.exs": project('[{:tool, github: "acme/tool"}]'),
    "mix.lock": lock(
      `  "tool": {:git, "https://github.com/acme/tool.git", "${COMMIT}", []},`,
      entry("below"),
    ),
  });
  expect(graph.withoutEdges).toEqual(["mix.lock#tool"]);
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.edgeCompleteness).toBe("complete");
});

test.each([
  ["a function with clauses", '[{:a, "~> 1.0"}]\n  end\n\n  defp deps(:prod) do\n    []'],
  ["lists that are put together", '[{:a, "~> 1.0"}] ++ more()'],
  ["a condition", 'if System.get_env("X"), do: [], else: [{:a, "~> 1.0"}]'],
  ["options from elsewhere", '[{:a, "~> 1.0", opts()}]'],
  ["a call in the list", '[{:a, "~> 1.0"}, umbrella(:b)]'],
])("%s is not guessed: then nobody knows what is direct", async (_, deps) => {
  const graph = await graphOf({ "mix.exs": project(deps), "mix.lock": lock(entry("a")) });
  expect(graph.roots).toEqual([]);
  expect(fieldOf(graph, "direct")).toEqual({ a: undefined });
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.covers).toEqual(["mix.exs"]);
});

test("apps of an umbrella are roots, and ask for each other", async () => {
  const files = {
    "mix.exs": project('[{:lint, "~> 1.0", only: :dev}]', 'apps_path: "apps", '),
    "apps/a/mix.exs":
      'def project do\n [app: :a, deps: deps()]\nend\ndefp deps do\n [{:b, in_umbrella: true}, {:web, "~> 1.0"}]\nend',
    "apps/b/mix.exs": "def project do\n [app: :b, deps: deps()]\nend\ndefp deps, do: []\n",
    "mix.lock": lock(entry("web"), entry("lint")),
  };
  const graph = await graphOf(files);
  expect(graph.roots).toEqual(["mix.lock#.", "mix.lock#./apps/b", "mix.lock#./apps/a"]);
  expect(edgesOf(graph)).toEqual([
    ". > lint development {only dev}",
    "./apps/a > ./apps/b runtime",
    "./apps/a > web runtime",
  ]);
  expect(graph.covers).toEqual(["apps/a/mix.exs", "apps/b/mix.exs", "mix.exs"]);
  expect(gapsOf(graph)).toEqual([]);
});

test("a lockfile that is stale, leads nowhere or says a thing twice is incomplete", async () => {
  const graph = await graphOf({
    "mix.exs": project('[{:web, "~> 1.0"}, {:new, "~> 2.0"}, {:far, path: "../far"}]'),
    "mix.lock": lock(
      entry("web", `${need("gone")}, ${need("far")}, {"odd"}`),
      entry("web"),
      '  "hg": {:hg, "https://example.test/x", "1"},',
      '  "bad": {:hex, :bad, "1.0.0", "zz", [:mix], [], "hexpm", "zz"},',
      '  "local": {:git, "/home/me/x", "abc", []},',
    ),
  });
  expect(gapsOf(graph)).toEqual([
    "entry .: its dependency far lies in a folder that is not here, or has no mix.exs",
    "entry bad: its checksum is no SHA-256 in hex",
    "entry hg: it is no package of a registry or repository that is known",
    "entry local: its repository is a local folder, or no URL",
    "stale mix.exs: it asks for other packages: new is not locked",
    "entry web: a dependency of it was not understood",
    "entry web: it stands in the file twice",
    "entry web: its dependency gone is not in the lockfile",
  ]);
});

test("Windows line ends, old quoting and comments change nothing; odd names are names", async () => {
  const text = `# kept by hand\r\n%{"a" => {:hex, :a, "1.0.0", "${INNER}", [:mix], [{:__proto__, ">= 0.0.0", [hex: :__proto__]}], "hexpm", "${OUTER}"},\r\n  __proto__: {:hex, :"__proto__", "2.0.0", "${INNER}", [:rebar3], [], "hexpm", "${OUTER}"}}`;
  const graph = await graphOf({ "mix.lock": `\uFEFF${text}` });
  expect(edgesOf(graph)).toEqual(["a > __proto__ runtime"]);
  expect(
    graph.components.map(({ name, version, location }) => [name, version, location.startLine]),
  ).toEqual([
    ["__proto__", "2.0.0", 3],
    ["a", "1.0.0", 2],
  ]);
  expect(gapsOf(graph)).toEqual([
    "entry mix.lock: what the project itself asks for is not known: there is no mix.exs",
  ]);
});

test.each([
  [
    "cut",
    `%{\n${entry("a")}`,
    "unreadable mix.lock: mix.lock can't be understood from line 2 on: it is no term",
  ],
  [
    "code",
    "%{a: System.halt()}",
    "unreadable mix.lock: mix.lock can't be understood from line 1 on: it is no term",
  ],
  [
    "nested deeply",
    "[".repeat(100_000),
    "unreadable mix.lock: mix.lock can't be understood from line 1 on: it is nested too deeply",
  ],
  ["another thing", '"text"', "unreadable mix.lock: mix.lock is no map of packages"],
  [
    "in a conflict",
    "%{\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}",
    "unreadable mix.lock: mix.lock holds the markers of a merge conflict",
  ],
])("a lockfile that is %s is not read", async (_, text, skipped) => {
  expect(await skippedOf({ "mix.lock": text })).toEqual([skipped]);
});

test("what Mix has installed beside the lockfile is no project of its own", async () => {
  const installed = {
    "deps/web/mix.exs": project('[{:x, "~> 1.0"}]'),
    "deps/web/rebar.config": "{deps, [x]}.",
  };
  expect(await skippedOf({ ...FILES, ...installed })).toEqual([]);
  expect(await skippedOf(installed)).toHaveLength(2);
});

test("a project without a lockfile is reported where it asks for packages", async () => {
  expect(await skippedOf({ "mix.exs": project('[{:web, "~> 1.0"}]') })).toEqual([
    "unlocked mix.exs: it asks for packages, and no lockfile says which versions those are",
  ]);
  expect(await skippedOf({ "mix.exs": project('[{:b, path: "../b"}]') })).toEqual([]);
  expect(await skippedOf({ "mix.exs": project("more() ++ []") })).toHaveLength(1);
});

test("a manifest of many megabytes of brackets, and a lockfile with a line of ten, are read in one pass", async () => {
  const long = `%{"a": {:hex, :a, "1.0.0", "${"x".repeat(10_000_000)}"}}`;
  expect(gapsOf(await graphOf({ "mix.lock": long, "mix.exs": project('[{:a, "1"}]') }))).toEqual([
    "entry a: its checksum is no SHA-256 in hex",
  ]);
  for (const text of [
    "[".repeat(3_000_000),
    '["a" '.repeat(500_000),
    `[${"(".repeat(1_000_000)}`,
  ]) {
    const graph = await graphOf({ "mix.lock": lock(entry("a")), "mix.exs": project(text) });
    expect(graph.roots).toEqual([]);
  }
});

test("changed anywhere, a lockfile gives a sound graph or a reason", async () => {
  await expectNothingSilent("mix.lock", FILES, 300);
  await expectNothingSilent("mix.exs", FILES, 100, () => 0);
});
