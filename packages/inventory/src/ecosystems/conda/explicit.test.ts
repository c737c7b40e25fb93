import { expect, test } from "vitest";
import { fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const MD5 = "5e".repeat(16);
const SHA = "5e".repeat(32);

test("a list of archives has names and versions of the file names, and no edges", async () => {
  const graph = await graphOf({
    "conda-linux-64.lock": `# platform: linux-64
@EXPLICIT
https://conda.anaconda.org/conda-forge/linux-64/ld_impl_linux-64-2.40-h41732ed_0.conda#${MD5}
https://repo.anaconda.com/pkgs/main/noarch/tzdata-2024a-h0_0.tar.bz2#sha256:${SHA}
https://user:secret@conda.example/acme/linux-64/zlib-1!3-h0_0.conda
# pip flask @ https://files.pythonhosted.org/packages/aa/flask-3.0.0-py3-none-any.whl#sha256=${SHA}
`,
  });
  expect([graph.edges, graph.edgeCompleteness, graph.roots]).toEqual([[], "unknown", []]);
  expect(graph.components.map(({ purl, location }) => `${location.startLine} ${purl}`)).toEqual([
    "6 pkg:pypi/flask@3.0.0",
    "3 pkg:conda/ld_impl_linux-64@2.40?build=h41732ed_0&channel=conda-forge&subdir=linux-64&type=conda",
    "5 pkg:conda/zlib@1%213?build=h0_0&channel=acme&repository_url=https:%2F%2Fconda.example&subdir=linux-64&type=conda",
    "4 pkg:conda/tzdata@2024a?build=h0_0&channel=main&subdir=noarch&type=tar.bz2",
  ]);
  expect(
    Object.values(fieldOf(graph, "artifacts")).map(([each]) =>
      each?.hashes.map(({ algorithm }) => algorithm),
    ),
  ).toEqual([["SHA-256"], ["MD5"], [], ["SHA-256"]]);
  expect(graph.gaps.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
    "no-integrity: 1 of 4 packages that are downloaded have no checksum",
  ]);
});

test("a line that is no archive is a gap, and a text of such a name no lockfile", async () => {
  const list = "@EXPLICIT\nhttps://conda.anaconda.org/conda-forge/noarch/\nnumpy\n";
  expect(gapsOf(await graphOf({ "explicit.txt": list }))).toEqual([
    "entry line 2: it names no archive of a channel",
    "entry line 3: it names no archive of a channel",
  ]);
  expect(await skippedOf({ "explicit.txt": "some text\n" })).toEqual([]);
  expect(await skippedOf({ "conda-osx-64.lock": "some text\n" })).toEqual([
    "unreadable conda-osx-64.lock: conda-osx-64.lock has no line @EXPLICIT",
  ]);
});

test("nothing of a list is lost silently, whatever is done to it", async () => {
  const lines = ["a", "b", "c", "d"].map(
    (name) => `https://conda.anaconda.org/conda-forge/noarch/${name}-1.0-h0_0.conda#${MD5}`,
  );
  const text = `# platform: linux-64\n@EXPLICIT\n${lines.join("\n")}\n`;
  const entries = (changed: string) => new Set(changed.match(/^https\S+$/gm)).size;
  await expectNothingSilent("conda-linux-64.lock", { "conda-linux-64.lock": text }, 200, entries);
});

test("manifests without a lockfile are reported where they ask for packages", async () => {
  expect(
    await skippedOf({
      "a/pixi.toml": '[dependencies]\npython = "*"\n',
      "b/pixi.toml": '[workspace]\nname = "empty"\n',
      "c/pyproject.toml":
        '[tool.pixi.feature.x.pypi-dependencies]\nflask = "*"\n[tool.pixi.environments]\nx = ["x"]\n',
      "d/environment.yml": "dependencies:\n  - python\n",
      "e/environment-dev.yaml": "dependencies: []\n",
      "f/environment.yml": "dependencies: 3\n",
      "g/environment.yml": "DATABASE: none\n",
    }),
  ).toEqual([
    "unlocked a/pixi.toml: it asks for packages, and no lockfile says which versions those are",
    "unlocked c/pyproject.toml: it asks for packages, and no lockfile says which versions those are",
    "unlocked d/environment.yml: it asks for packages, and no lockfile says which versions those are",
    "unlocked f/environment.yml: no lockfile covers it, and what it asks for is not known: environment.yml has no list `dependencies`",
  ]);
});
