import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { PackageGraph } from "../../graph.ts";
import { memorySource, readInventory } from "../../index.ts";

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
  graph.edges.map(({ from, to, kind }) => `${keyOf(graph, from)} > ${keyOf(graph, to)} ${kind}`);

const gapsOf = ({ gaps }: PackageGraph) =>
  gaps.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`);

const componentOf = (graph: PackageGraph, key: string) => {
  const found = graph.components.find(({ id }) => keyOf(graph, id) === key);
  if (found === undefined) throw new TypeError(`no ${key}`);
  return found;
};

/** A go.sum with the checksums that a build asks for. */
const sums = (...modules: readonly string[]) =>
  modules.map((each) => `${each} h1:AA=\n${each}/go.mod h1:AA=\n`).join("");

/** The go.sum of a module cache. */
const cacheSums = (files: Files) =>
  Object.entries(files)
    .flatMap(([path, text]) => {
      const [, module, version] = /cache\/download\/(.+)\/@v\/(.+)\.mod$/.exec(path) ?? [];
      if (module === undefined) return [];
      const file = createHash("sha256").update(text).digest("hex");
      const sum = createHash("sha256").update(`${file}  go.mod\n`).digest("base64");
      const name = module.replace(/!(.)/g, (_, letter: string) => letter.toUpperCase());
      return [`${name} ${version}/go.mod h1:${sum}\n`];
    })
    .join("");

const HEAD = "module example.test/app\n\ngo 1.25\n\n";

test("replaced by a folder, by a fork, a tool, indirect; what nothing asks for is not replaced", async () => {
  const graph = await graphOf({
    "app/go.mod": `${HEAD}tool example.test/x/cmd/gen
require (
	example.test/b v0.0.0
	example.test/err v0.9.0
	example.test/x v0.30.0 // indirect
	"example.test/Deep" v0.0.0-20180628173108-788fd7840127 // indirect; kept
)
replace example.test/b => ../b
replace example.test/err v0.9.0 => example.test/fork v0.9.1
replace example.test/err => example.test/all v1.0.0
replace example.test/unused => ../nowhere
toolchain go1.25.3
`,
    "app/go.sum": sums(
      "example.test/fork v0.9.1",
      "example.test/x v0.30.0",
      "example.test/Deep v0.0.0-20180628173108-788fd7840127",
    ),
    "b/go.mod":
      "module example.test/b\n\ngo 1.25\n\nrequire example.test/Deep v0.0.0-20170101000000-0123456789ab\n",
    "b/go.sum": sums("example.test/Deep v0.0.0-20170101000000-0123456789ab"),
  });
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.edgeCompleteness).toBe("direct");
  expect(edgesOf(graph)).toEqual([
    "example.test/app > example.test/b runtime",
    "example.test/app > example.test/err runtime",
    "example.test/app > example.test/x development",
    "example.test/b > example.test/Deep runtime",
  ]);
  expect(graph.components).toHaveLength(5);
  expect(componentOf(graph, "example.test/err")).toMatchObject({
    name: "example.test/fork",
    version: "v0.9.1",
    purl: "pkg:golang/example.test/fork@v0.9.1",
    aliases: ["example.test/err"],
    ancestors: [
      {
        name: "example.test/err",
        version: "v0.9.0",
        purl: "pkg:golang/example.test/err@v0.9.0",
      },
    ],
    direct: true,
    artifacts: [],
    location: { path: "app/go.mod", startLine: 8 },
  });
  expect(componentOf(graph, "example.test/b")).toMatchObject({
    firstParty: true,
    installPath: "b",
  });
  expect(componentOf(graph, "example.test/b").version).toBeUndefined();
  // What else its packages are needed for, go.mod does not say.
  expect(componentOf(graph, "example.test/x")).toMatchObject({ scope: "runtime", direct: true });
  expect(componentOf(graph, "example.test/Deep")).toMatchObject({
    name: "example.test/Deep",
    purl: "pkg:golang/example.test/deep@v0.0.0-20180628173108-788fd7840127",
    direct: true,
    scope: "runtime",
  });
  expect(componentOf(graph, "example.test/app")).toMatchObject({
    kind: "application",
    purl: "pkg:generic/example.test/app#app",
  });
});

test("with a module cache the edges are known: to the chosen versions, without what is only indirect", async () => {
  const mod = (text: string) => `module x\n\ngo 1.20\n\n${text}`;
  const files = {
    "go.mod": `${HEAD}tool example.test/Tool/cmd\nrequire (\n\texample.test/a v1.0.0\n\texample.test/c v1.2.0 // indirect\n\texample.test/old v1.0.0+incompatible // indirect\n\texample.test/Tool v1.0.0 // indirect\n\texample.test/dev v1.0.0 // indirect\n)\n`,
    ".go/pkg/mod/cache/download/example.test/a/@v/v1.0.0.mod": mod(
      "require (\n\texample.test/c v1.1.0\n\texample.test/dev v0.1.0 // indirect\n\texample.test/gone v1.0.0\n)\n",
    ),
    ".go/pkg/mod/cache/download/example.test/c/@v/v1.2.0.mod": mod(""),
    ".go/pkg/mod/cache/download/example.test/old/@v/v1.0.0+incompatible.mod":
      "module example.test/old\n",
    ".go/pkg/mod/cache/download/example.test/!tool/@v/v1.0.0.mod": mod(
      "require example.test/dev v1.0.0\n",
    ),
    ".go/pkg/mod/example.test/a@v1.0.0/go.mod": "module example.test/a\n",
  };
  const dev = ".go/pkg/mod/cache/download/example.test/dev/@v/v1.0.0.mod";
  const cached = { ...files, [dev]: mod("") };
  const sum = cacheSums(cached);
  const graph = await graphOf({ ...cached, "go.sum": sum });
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.edgeCompleteness).toBe("complete");
  expect(edgesOf(graph)).toEqual([
    "example.test/Tool > example.test/dev runtime",
    "example.test/a > example.test/c runtime",
    "example.test/app > example.test/Tool development",
    "example.test/app > example.test/a runtime",
    "example.test/app > example.test/old runtime",
  ]);
  expect(componentOf(graph, "example.test/dev")).toMatchObject({
    scope: "development",
    direct: false,
  });
  expect(componentOf(graph, "example.test/old").direct).toBe(false);
  for (const less of [files, { ...cached, [dev]: mod("// other\n") }])
    expect((await graphOf({ ...less, "go.sum": sum })).edgeCompleteness).toBe("direct");
});

test("a module of a workspace is read among examples too, and not said to be left out", async () => {
  const { graphs, skipped } = await inventoryOf({
    "go.work": "go 1.25\n\nuse ./examples/a\n",
    "examples/a/go.mod": "module example.test/a\n\ngo 1.25\n\nrequire example.test/b v1.0.0\n",
    "examples/b/go.mod": "module example.test/c\n\ngo 1.25\n",
  });
  expect(graphs.map(({ covers }) => covers)).toEqual([["examples/a/go.mod"]]);
  expect(skipped.map(({ item }) => item)).toEqual(["examples/b/go.mod"]);
});

test("a workspace has one version of each module, and its replacements win", async () => {
  const { graphs, skipped } = await inventoryOf({
    "go.work":
      "go 1.25\n\nuse ./a\nuse (\n\t./b // second\n)\n\nreplace example.test/r => example.test/theirs v2.0.0\n",
    "a/go.mod":
      "module example.test/a\n\ngo 1.25\n\nrequire (\n\texample.test/b v1.0.0\n\texample.test/t v1.9.0\n\texample.test/r v1.0.0\n)\n\nreplace example.test/r v1.0.0 => ../nowhere\n",
    "b/go.mod":
      "module example.test/b\n\ngo 1.25\n\nrequire example.test/t v1.10.0-rc.1\n\nrequire example.test/t/sub v1.0.0 // indirect\n",
    "a/go.sum": sums("example.test/t v1.9.0"),
    "b/go.sum": sums("example.test/t v1.10.0-rc.1", "example.test/t/sub v1.0.0"),
    "go.work.sum": sums("example.test/theirs v2.0.0"),
    "other/go.mod": "module example.test/other\n",
  });
  expect(skipped).toEqual([]);
  expect(graphs.map(({ path }) => path)).toEqual(["go.work", "other/go.mod"]);
  const [graph] = graphs;
  if (graph === undefined) throw new TypeError("no graph");
  expect(gapsOf(graph)).toEqual([]);
  expect(edgesOf(graph)).toEqual([
    "example.test/a > example.test/b runtime",
    "example.test/a > example.test/r runtime",
    "example.test/a > example.test/t runtime",
    "example.test/b > example.test/t runtime",
  ]);
  expect(graph.roots).toHaveLength(2);
  expect(componentOf(graph, "example.test/t").version).toBe("v1.10.0-rc.1");
  expect(componentOf(graph, "example.test/r").name).toBe("example.test/theirs");
  expect(graph.covers).toEqual(["a/go.mod", "b/go.mod"]);
});

test("before 1.17 the copies in `vendor` name what go.mod leaves out; without them it is incomplete", async () => {
  const files = {
    "go.mod": "module example.test/app\n\nrequire example.test/a v1.0.0\n",
    "go.sum": sums("example.test/a v1.0.0", "example.test/deep v1.0.0"),
  };
  const vendored = `# example.test/a v1.0.0
## explicit
example.test/a
# example.test/deep v1.0.0
example.test/deep/x
# example.test/none v1.0.0
# example.test/none => ../y
`;
  expect(gapsOf(await graphOf(files))).toEqual([
    "entry go.mod: go.mod is for Go 1.16: before 1.17 it leaves out what its dependencies need",
  ]);
  const graph = await graphOf({ ...files, "vendor/modules.txt": vendored });
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.components.map(({ name }) => name)).toEqual([
    "example.test/a",
    "example.test/app",
    "example.test/deep",
  ]);
  expect(componentOf(graph, "example.test/deep")).toMatchObject({
    direct: false,
    location: { path: "vendor/modules.txt", startLine: 4 },
  });
});

test.each([
  [
    "another version",
    "# example.test/a v1.1.0\n## explicit; go 1.22\nexample.test/a\n",
    "example.test/a is v1.1.0 in it",
  ],
  ["nothing", "", "example.test/a is not in it"],
  [
    "another replacement",
    "# example.test/a v1.0.0 => ../a\n## explicit\nexample.test/a\n",
    "example.test/a is replaced otherwise in it",
  ],
  [
    "one more",
    "# example.test/a v1.0.0\n## explicit\n# example.test/z v1.0.0\n## explicit\n",
    "example.test/z is no longer asked for",
  ],
])("copies of %s are stale", async (_, modules, difference) => {
  const graph = await graphOf({
    "go.mod": `${HEAD}require example.test/a v1.0.0\n`,
    "vendor/modules.txt": modules,
  });
  expect(gapsOf(graph)).toEqual([
    `stale go.mod: vendor/modules.txt does not fit it: ${difference}`,
  ]);
});

test.each([
  [
    "a block without an end",
    "require (\n\texample.test/a v1.0.0\n",
    "entry go.mod: the block that starts at line 5 has no end",
  ],
  [
    "a quote without an end",
    'require "example.test/a v1.0.0\n',
    "entry go.mod: line 5 is no directive",
  ],
  [
    "an unknown directive",
    "frobnicate x\nrequire example.test/a v1.0.0\n",
    "entry go.mod: the directive `frobnicate` at line 5 is not understood",
  ],
  [
    "a version that is none",
    "require example.test/a main\n",
    "entry example.test/a: line 5 names no version of the form that Go writes",
  ],
  [
    "a path that leads away",
    "require ../../a v1.0.0\n",
    "entry go.mod: the directive `require` at line 5 is not understood",
  ],
  [
    "a module in two versions",
    "require example.test/a v1.0.0\nrequire example.test/a v1.10.0\n",
    "stale example.test/a: it is asked for as v1.0.0 and v1.10.0; the higher one was taken",
  ],
  [
    "a version that is excluded",
    "require example.test/a v1.0.0\nexclude example.test/a v1.0.0\n",
    "stale example.test/a: v1.0.0 is asked for and excluded",
  ],
  [
    "no checksum",
    "require example.test/b v1.0.0\n",
    "stale go.mod: go.sum has no checksum of example.test/b v1.0.0",
  ],
  [
    "a tool of nobody",
    "tool example.test/z/cmd\n",
    "stale go.mod: no module that is asked for has the tool at line 5",
  ],
  [
    "a folder outside",
    "require example.test/a v1.0.0\nreplace example.test/a => ../../a\n",
    "entry example.test/a: it is a folder outside the repository",
  ],
  [
    "a folder without a module",
    "require example.test/a v1.0.0\nreplace example.test/a => ./a\n",
    "stale example.test/a: its folder a has no go.mod",
  ],
])("%s is a gap", async (_, text, gap) => {
  const graph = await graphOf({ "go.mod": HEAD + text, "go.sum": sums("example.test/a v1.0.0") });
  expect(gapsOf(graph)).toContain(gap);
});

test.each([
  [
    "a module that is not there",
    "use ./none\n",
    "entry go.work: none/go.mod, which it uses, names no module",
  ],
  ["a folder outside", "use ../x\n", "entry go.work: it uses a folder outside the repository"],
  ["nothing", "go 1.25\n", "entry go.work: it uses no module"],
  [
    "a module twice",
    "use ./a\nuse ./b\n",
    "entry go.work: b/go.mod names a module that another one names too",
  ],
])("a workspace of %s has a gap", async (_, text, gap) => {
  const same = "module example.test/a\n\ngo 1.25\n";
  const { graphs } = await inventoryOf({ "go.work": text, "a/go.mod": same, "b/go.mod": same });
  const work = graphs.find(({ path }) => path === "go.work");
  expect(work && gapsOf(work)).toContain(gap);
});

test("no go.sum, no module line, merge markers", async () => {
  expect(gapsOf(await graphOf({ "go.mod": `${HEAD}require example.test/a v1.0.0\n` }))).toEqual([
    "stale go.mod: no go.sum lies beside it, so nothing says what its modules must be",
  ]);
  expect(
    gapsOf(
      await graphOf({
        "go.mod": "require example.test/a v1.0.0\n",
        "go.sum": sums("example.test/a v1.0.0"),
      }),
    ),
  ).toContain("entry go.mod: it has no line that names its module");
  const broken = await inventoryOf({
    "go.mod": "",
    "go.sum": "",
    "x/go.mod": "\u001b[1mmodule x\n",
  });
  expect(broken.skipped.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
    "unreadable go.mod has no line that names its module",
    "unreadable x/go.mod has no line that names its module",
  ]);
  // It ends the module above, as in folders of other languages.
  expect(await inventoryOf({ "web/go.mod": "// nothing\n" })).toEqual({ graphs: [], skipped: [] });
  const { graphs, skipped } = await inventoryOf({
    "go.mod": `<<<<<<< HEAD\n${HEAD}=======\n>>>>>>> x\n`,
  });
  expect(graphs).toEqual([]);
  expect(skipped[0]?.reason).toContain("markers of a merge conflict");
});

test("line endings of Windows, quotes and blocks on one line change nothing", async () => {
  const files = {
    "go.mod": `${HEAD}require (\n\texample.test/a v1.0.0 // indirect\n)\n`,
    "go.sum": sums("example.test/a v1.0.0"),
  };
  const other =
    `${HEAD}require ()\nrequire(\n\t\`example.test/a\` "v1.0.0"//indirect\n)\n`.replaceAll(
      "\n",
      "\r\n",
    );
  const strip = ({ components }: PackageGraph) =>
    components.map(({ location: _, ...each }) => each);
  const changed = await graphOf({ ...files, "go.mod": other });
  expect(gapsOf(changed)).toEqual([]);
  expect(strip(changed)).toEqual(strip(await graphOf(files)));
});

test("many lines that are not understood are one gap", async () => {
  const graph = await graphOf({ "go.mod": `${HEAD}${"x y\n".repeat(1000)}` });
  expect(gapsOf(graph)).toEqual(["entry go.mod: 1000 lines from line 5 on are not understood"]);
});

test.each(['"', "(", "a/", "\\", " x"])("a line of millions of %j is a gap", async (part) => {
  const graph = await graphOf({ "go.mod": `${HEAD}require ${part.repeat(1_000_000)} v1\n` });
  expect(gapsOf(graph)).toEqual(["entry go.mod: line 5 is no directive"]);
});

test("a list of dep is known and not read", async () => {
  const { skipped } = await inventoryOf({ "Gopkg.lock": "" });
  expect(skipped).toMatchObject([{ kind: "unsupported", ecosystem: "golang" }]);
});
