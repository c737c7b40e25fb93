import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const uuid = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;
const SHA = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

const MANIFEST = `# This file is machine-generated
julia_version = "1.11.2"
manifest_format = "2.1"
project_hash = "${SHA}"

[[deps.A]]
deps = ["B", "Dates"]
git-tree-sha1 = "${SHA}"
registries = "General"
uuid = "${uuid("a")}"
version = "1.2.3+4"
weakdeps = ["W", "Absent"]

    [deps.A.extensions]
    AExt = "W"

[[deps.B]]
git-tree-sha1 = "${SHA}"
repo-rev = "main"
repo-subdir = "lib/B"
repo-url = "https://user:secret@git.example/b.git"
uuid = "${uuid("b")}"
version = "0.3.0"

    [deps.B.deps]
    Same = "${uuid("2")}"

[[deps.Dates]]
uuid = "${uuid("d")}"

[[deps.Own]]
deps = ["W"]
path = "dev/Own"
uuid = "${uuid("e")}"
version = "0.1.0"

[[deps.Same]]
git-tree-sha1 = "${SHA}"
registries = ["Private"]
uuid = "${uuid("1")}"
version = "1.0.0"

[[deps.Same]]
git-tree-sha1 = "${SHA}"
uuid = "${uuid("2")}"
version = "2.0.0"

[[deps.T]]
git-tree-sha1 = "${SHA}"
uuid = "${uuid("3")}"
version = "0.0.5"

[[deps.W]]
git-tree-sha1 = "${SHA}"
uuid = "${uuid("f")}"
version = "1.0.0"

[registries.General]
uuid = "23338594-aafe-5451-b93e-139f81909106"
url = "https://github.com/JuliaRegistries/General.git"

[registries.Private]
uuid = "${uuid("9")}"
url = "https://git.example/registry"
`;
const FILES = {
  "Manifest.toml": MANIFEST,
  "Project.toml": `name = "App"
version = "0.5.0"
[deps]
A = "${uuid("a")}"
Own = "${uuid("e")}"
Same = "${uuid("1")}"
Weak = "${uuid("8")}"
[weakdeps]
Weak = "${uuid("8")}"
[compat]
A = "1"
Same = "0.9, 1.0"
julia = "1.10"
[extras]
T = "${uuid("3")}"
Unused = "${uuid("7")}"
[targets]
test = ["T", "Unused"]
[workspace]
projects = ["docs"]
`,
  "docs/Project.toml": `[deps]\nB = "${uuid("b")}"\n`,
  "dev/Own/Project.toml": `name = "Own"\n[deps]\nW = "${uuid("f")}"\n`,
};

test("edges go by UUID, from projects, their tests and weak dependencies too", async () => {
  const graph = await graphOf(FILES);
  expect(edgesOf(graph)).toEqual([
    ". > A runtime",
    ". > Own runtime",
    `. > Same ${uuid("1")} runtime`,
    ". > T test",
    "./docs > B runtime",
    "A > B runtime",
    "A > Dates runtime",
    "A > W optional",
    `B > Same ${uuid("2")} runtime`,
    "Own > W runtime",
  ]);
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.roots).toEqual(["Manifest.toml#.", "Manifest.toml#./docs"]);
  expect(graph.covers).toEqual([
    "Project.toml",
    "dev/Own/JuliaProject.toml",
    "dev/Own/Project.toml",
    "docs/Project.toml",
  ]);
  expect(fieldOf(graph, "scope")).toMatchObject({ T: "development", W: "runtime" });
  expect(fieldOf(graph, "purl")).toEqual({
    ".": "pkg:generic/App@0.5.0",
    "./docs": "pkg:generic/docs#docs",
    A: `pkg:julia/A@1.2.3%2B4?uuid=${uuid("a")}`,
    B: `pkg:julia/B@0.3.0?uuid=${uuid("b")}&vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fb.git`,
    Dates: `pkg:julia/Dates?uuid=${uuid("d")}`,
    Own: "pkg:generic/Own@0.1.0#dev/Own",
    [`Same ${uuid("1")}`]: `pkg:julia/Same@1.0.0?repository_url=https:%2F%2Fgit.example%2Fregistry&uuid=${uuid("1")}`,
    [`Same ${uuid("2")}`]: `pkg:julia/Same@2.0.0?uuid=${uuid("2")}`,
    T: `pkg:julia/T@0.0.5?uuid=${uuid("3")}`,
    W: `pkg:julia/W@1.0.0?uuid=${uuid("f")}`,
  });
  const second = graph.components.find(({ version }) => version === "2.0.0");
  expect(second).toMatchObject({ direct: false, artifacts: [], location: { startLine: 43 } });
});

test("the first format has lists at its top; every version of Julia may have a file of its own", async () => {
  const first = MANIFEST.replace(/^julia_version[\s\S]*?\n\n/m, "")
    .replace(/\[registries[\s\S]*/, "")
    .replaceAll("[[deps.", "[[")
    .replaceAll("[deps.", "[");
  const { "Manifest.toml": _, ...others } = FILES;
  const graph = await graphOf({ ...others, "Manifest-v1.6.toml": first });
  expect(edgesOf(graph)).toEqual(edgesOf(await graphOf(FILES)));
  expect(gapsOf(graph)).toEqual([]);
});

test("without a project nobody knows what is direct; a project that others ask for is one component", async () => {
  const alone = await graphOf({ "Manifest.toml": MANIFEST });
  expect(alone.roots).toEqual([]);
  expect(alone.components.some((each) => "direct" in each)).toBe(false);
  const graph = await graphOf({
    "Manifest.toml": `manifest_format = "2.0"\n[[deps.App]]\npath = "."\nuuid = "${uuid("a")}"\n[[deps.T]]\ngit-tree-sha1 = "${SHA}"\nuuid = "${uuid("3")}"\nversion = "1.0.0"\n`,
    "Project.toml": `name = "App"\nuuid = "${uuid("a")}"\n[workspace]\nprojects = ["test"]\n`,
    "test/Project.toml": `[deps]\nApp = "${uuid("a")}"\nT = "${uuid("3")}"\n`,
  });
  expect(edgesOf(graph)).toEqual(["./test > . test", "./test > T test"]);
  expect(fieldOf(graph, "scope")).toMatchObject({ T: "development" });
});

test.each([
  ["A =", "Z =", [], "x"],
  ['A = "1"', 'A = "2, 3"', ["A is locked as 1.2.3+4"], "range"],
  ['Same = "0.9, 1.0"', 'Same = "~0.9"', ["Same is locked as 1.0.0"], "range"],
  ['Same = "0.9, 1.0"', 'Same = "1.0 - 2"', [], "what is not understood"],
  [`Weak = "${uuid("8")}"\n[weak`, `N = "${uuid("8")}"\n[weak`, ["N is not locked"], "not locked"],
])("a project that has %s for %s", async (before, after, differences) => {
  expect(FILES["Project.toml"]).toContain(before);
  const text = FILES["Project.toml"].replace(before, () => after);
  expect(gapsOf(await graphOf({ ...FILES, "Project.toml": text }))).toEqual(
    differences.map((each) => `stale Project.toml: it asks for other packages: ${each}`),
  );
});

test.each([
  ['deps = ["B", "Dates"]', 'deps = ["C"]', "entry A: its dependency C is not in the lockfile"],
  [
    'deps = ["B", "Dates"]',
    'deps = ["Same"]',
    "entry A: several packages are called Same: nobody says which it needs",
  ],
  ['deps = ["B", "Dates"]', "deps = [1]", "entry A: `deps` was not understood"],
  [`Same = "${uuid("2")}"`, 'Same = "2"', "entry B: `deps` has no UUID for Same"],
  [`uuid = "${uuid("f")}"`, "", "entry W: it has no `uuid`"],
  [`"${uuid("f")}"\nversion = "1.0.0"`, `"${uuid("f")}"`, "entry W: it has no version"],
  ['path = "dev/Own"', 'path = "../Own"', "entry Own: it is a folder outside the repository"],
  [
    `git-tree-sha1 = "${SHA}"\nrepo-rev`,
    'git-tree-sha1 = "x"\nrepo-rev',
    "entry B: `git-tree-sha1` is no SHA-1",
  ],
  [
    "https://user:secret@git.example/b.git",
    "/home/me/b",
    "entry B: its repository is a local folder, or no URL",
  ],
  ["[[deps.Dates]]", "[[dep.Dates]]", "entry dep: it was not understood"],
  ["[[deps.Dates]]", "[deps]\nX = 1\n[[deps.Dates]]", "entry X: it is no table"],
])("%j for %j", async (before, after, gap) => {
  expect(MANIFEST).toContain(before);
  const files = { ...FILES, "Manifest.toml": MANIFEST.replace(before, () => after) };
  expect(gapsOf(await graphOf(files))).toContain(gap);
});

test("a package that stands there twice is a gap", async () => {
  const entry = MANIFEST.slice(MANIFEST.indexOf("[[deps.W]]"), MANIFEST.indexOf("[registries"));
  const graph = await graphOf({ ...FILES, "Manifest.toml": `${MANIFEST}${entry}` });
  expect(gapsOf(graph)).toContain(`entry W ${uuid("f")}: it stands in the file twice`);
});

test("what is no manifest of a known format is skipped; CRLF and a byte order mark are nothing", async () => {
  const reasons = async (text: string) => (await skippedOf({ "Manifest.toml": text })).join();
  expect(await reasons('manifest_format = "3.0"')).toContain(
    'of the format "3.0"; 1 and 2 are known',
  );
  expect(await reasons('name = "x"')).toContain("is no manifest of Julia");
  expect(await reasons("[[deps")).toContain("is no TOML");
  const odd = { ...FILES, "Manifest.toml": `\uFEFF${MANIFEST.replaceAll("\n", "\r\n")}` };
  expect(await graphOf(odd)).toEqual(await graphOf(FILES));
});

test("manifests without a lockfile", async () => {
  const reason = "it asks for packages, and no lockfile says which versions those are";
  expect(
    await skippedOf({
      "a/Project.toml": FILES["docs/Project.toml"],
      "b/Project.toml": 'name = "B"\n[deps]\n',
      "c/Project.toml": '[deps]\nx = "1.0"\n',
    }),
  ).toEqual([`unlocked a/Project.toml: ${reason}`]);
});

test("nothing that is done to it passes unreported", async () => {
  // What is only for tests need not be locked.
  const project = FILES["Project.toml"].replace("[deps]", `[deps]\nT = "${uuid("3")}"`);
  await expectNothingSilent("Manifest.toml", { ...FILES, "Project.toml": project }, 400);
});

test("names of objects' own fields, deep tables and many entries", async () => {
  const many = Array.from(
    { length: 3000 },
    (_, n) =>
      `[[deps.P${n}]]\ndeps = ["P${n + 1}"]\ngit-tree-sha1 = "${SHA}"\nuuid = "${String(n).padStart(8, "0")}-0000-0000-0000-000000000000"\nversion = "1.0.0"\n`,
  );
  const graph = await graphOf({
    "Manifest.toml": `manifest_format = "2.0"\n${many.join("")}[[deps.constructor]]\nuuid = "${uuid("a")}"\n`,
  });
  expect(graph.edges).toHaveLength(2999);
  expect(graph.components).toHaveLength(3001);
});
