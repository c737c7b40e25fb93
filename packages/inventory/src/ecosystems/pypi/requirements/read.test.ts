import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";
import { edgesOf, fieldOf, gapsOf, graphOf } from "../test/graphs.ts";

const SHA = "ab".repeat(32);
const read = (text: string, more: Readonly<Record<string, string>> = {}) =>
  graphOf({ "requirements.txt": text, ...more });

test("pins, ranges, markers, hashes, editable folders and URLs in one file", async () => {
  const graph = await read(
    `--index-url https://user:pw@example.test/simple  # never printed
-c pins.txt
Flask[async] == 3.0.0 ; python_version >= "3.9" \\
    --hash=sha256:${SHA} \\
    --hash sha512:${SHA}${SHA}   # via -r app.in
urllib3!=2.0.1,>=1.26
pillow==10.0.0.post1+cpu
six==1.*
-e ./lib
pkg @ git+https://t:k@example.test/p.git@${"c".repeat(40)}#subdirectory=x
`,
    {
      "pins.txt": "urllib3==2.0.7\nunused==1\n",
      "lib/pyproject.toml": '[project]\nname = "My.Lib"\nversion = "2"\n',
    },
  );
  const index = "repository_url=https:%2F%2Fexample.test%2Fsimple";
  expect(graph.components.map(({ purl }) => purl)).toEqual([
    `pkg:pypi/flask@3.0.0?${index}`,
    "pkg:generic/my-lib@2#lib",
    `pkg:pypi/pillow@10.0.0.post1%2Bcpu?${index}`,
    `pkg:pypi/pkg?vcs_url=git%2Bhttps:%2F%2Fexample.test%2Fp.git%40${"c".repeat(40)}`,
    `pkg:pypi/six?${index}`,
    `pkg:pypi/urllib3@2.0.7?${index}`,
  ]);
  expect(JSON.stringify(graph)).not.toMatch(/user:|pw@|t:k/);
  expect(graph).toMatchObject({ edges: [], edgeCompleteness: "unknown", roots: [] });
  expect(fieldOf(graph, "direct")).toMatchObject({ "flask 3.0.0": true, six: undefined });
  expect(fieldOf(graph, "location")["flask 3.0.0"]).toEqual({
    path: "requirements.txt",
    startLine: 3,
  });
  const condition = 'python_version >= "3.9"';
  expect(fieldOf(graph, "artifacts")["flask 3.0.0"]).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: SHA }], condition },
    { hashes: [{ algorithm: "SHA-512", value: SHA + SHA }], condition },
  ]);
  expect(gapsOf(graph)).toEqual([
    "entry requirements.txt: 1 requirement without a version: six==1.*",
  ]);
});

test.each([
  ["a", undefined],
  ["a==1.0", "1.0"],
  ["a == 1!2.0.post1+cpu", "1!2.0.post1+cpu"],
  ["a===odd", "odd"],
  ["a (==1.0)", "1.0"],
  ["a~=1.0", undefined],
  ["a>=1,<2", undefined],
  ["a==1.0,!=2", undefined],
  ["A_.b==1", "1"],
  ["a==1.0;python_version<'3'", "1.0"],
  ["a==1.0 --config-settings x=y", "1.0"],
  ["  a==1.0\t# comment == 2", "1.0"],
])("%s is the version %s", async (line, version) => {
  const graph = await read(`${line}\n`);
  expect(graph.components.map((each) => each.version)).toEqual([version]);
  expect(gapsOf(graph)).toHaveLength(version === undefined ? 1 : 0);
});

test.each([
  [
    "https://h.example/a-1.0-py3-none-any.whl",
    "pkg:pypi/a@1.0?download_url=https:%2F%2Fh.example%2Fa-1.0-py3-none-any.whl",
  ],
  [
    "https://h.example/my-a-1.0.tar.gz#sha256=x",
    "pkg:pypi/my-a@1.0?download_url=https:%2F%2Fh.example%2Fmy-a-1.0.tar.gz",
  ],
  [
    `git+ssh://git@h.example/o/b.git@${"c".repeat(40)}#egg=A[x]`,
    `pkg:pypi/a?vcs_url=git%2Bssh:%2F%2Fgit%40h.example%2Fo%2Fb.git%40${"c".repeat(40)}`,
  ],
  ["./dist/a-1.0.tar.gz", undefined],
  ["libs/a", undefined],
  ["-e .", "pkg:generic/project"],
  [".[dev]", "pkg:generic/project"],
  ["--editable=libs/a", "pkg:generic/a#libs/a"],
])("%s is %s", async (line, purl) => {
  const graph = await read(`${line}\n`);
  expect(graph.components.map((each) => each.purl)).toEqual([purl]);
  expect(gapsOf(graph)).toEqual([]);
});

test("included files are read relative to the one that includes them, each once, and constraints add nothing", async () => {
  const graph = await graphOf({
    "a/requirements.txt": "-r sub/more.txt\n--requirement=sub/more.txt\n-c ../pins.txt\na==1\n",
    "a/sub/more.txt": "-r ../requirements.txt\nb==2\n-e ./lib\n",
    "pins.txt": "b==3\nc==4\n",
  });
  expect(fieldOf(graph, "version")).toEqual({
    "a 1": "1",
    "b 2": "2",
    "lib (../a/sub/lib)": undefined,
  });
  expect(fieldOf(graph, "location")["b 2"]).toEqual({ path: "a/sub/more.txt", startLine: 2 });
  expect(fieldOf(graph, "purl")["lib (../a/sub/lib)"]).toBe("pkg:generic/lib#a/sub/lib");
  expect(gapsOf(graph)).toEqual([]);
});

test.each([
  ["-r https://h.example/r.txt", "it includes a file by its URL, which is not read"],
  ["-r missing.txt", "it includes missing.txt, which is not there"],
  ["-r ../outside.txt", "it includes a file outside the repository"],
  ["-c /etc/passwd", "it includes a file outside the repository"],
  ["this is prose", "the line is no requirement"],
  ["--unheard-of x", "the option --unheard-of is not known"],
  ["a==1 --hash=sha256:00", "one of its hashes is not known"],
  ["hg+https://h.example/a#egg=a", "it comes from a version control system other than git"],
  ["git+https://h.example/a@main#egg=a", "no full git commit is named"],
  ["file:///home/me/a-1.0.tar.gz", "it is a file outside the repository"],
])("%s is a gap", async (line, reason) => {
  expect(gapsOf(await read(`x==1\n${line}\n`)).join("\n")).toContain(reason);
});

test("a file that is no list of requirements has a bounded number of gaps", async () => {
  const graph = await read("some prose here\n".repeat(500));
  expect(graph.gaps.length).toBeLessThan(30);
  expect(gapsOf(graph).join("\n")).toContain("more lines not understood");
});

test("what the compiler noted for every package are edges, and of one package without a note there are none", async () => {
  const text = `#
# This file is autogenerated by pip-compile with Python 3.11
# by the following command:
#
#    pip-compile --output-file=requirements.txt app.in pyproject.toml
#
flask==3.0.0
    # via
    #   -r app.in
    #   my-app (pyproject.toml)
werkzeug==3.0.0 ; sys_platform == "linux"
    # via flask
markupsafe==2.0 \\
    --hash=sha256:${SHA}
    # via
    #   -c pins.txt
    #   flask
    #   werkzeug
`;
  const graph = await read(text);
  expect(graph.edgeCompleteness).toBe("complete");
  expect(edgesOf(graph)).toEqual([
    ". > flask 3.0.0 runtime",
    "flask 3.0.0 > markupsafe 2.0 runtime",
    'flask 3.0.0 > werkzeug 3.0.0 runtime {sys_platform == "linux"}',
    "werkzeug 3.0.0 > markupsafe 2.0 runtime",
  ]);
  expect(graph.covers).toEqual(
    expect.arrayContaining(["app.in", "pyproject.toml", "setup.py", "requirements.in"]),
  );
  const broken = await read(`${text}six==1\n`);
  expect(broken).toMatchObject({ edges: [], edgeCompleteness: "unknown" });
  expect((await read(`${text}a==1\n    # via nobody\n`)).edges).toEqual([]);
  expect(
    (await read(`${text}flask==2.0.0 ; python_version < "3.8"\n    # via -r app.in\n`)).edges,
  ).toEqual([]);
});

test("files in a folder of requirements are read too, and a list of names without a lockfile is reported", async () => {
  const files = {
    "requirements/dev.txt": "a==1\n",
    "requirements/dev.in": "a\n",
    "requirements/prod.in": "b\n",
    "docs/a.txt": "c",
  };
  const { graphs, skipped } = await readInventory(memorySource(files));
  expect(graphs.map(({ path }) => path)).toEqual(["requirements/dev.txt"]);
  expect(skipped.map(({ kind, item }) => `${kind} ${item}`)).toEqual([
    "unlocked requirements/prod.in",
  ]);
});

test("UTF-16, CRLF and the names of prototypes", async () => {
  const bytes = new Uint8Array(Buffer.from("\uFEFF__proto__==1\r\nconstructor==1\r\n", "utf16le"));
  const { graphs } = await readInventory(memorySource({ "requirements.txt": bytes }));
  expect(graphs[0]?.components.map(({ name }) => name)).toEqual(["constructor"]);
  expect(graphs[0]?.gaps.map(({ reason }) => reason)).toContain("the line is no requirement");
});

test("a hash that an included file lacks is reported once, with advice that fits how each file is made", async () => {
  const files = {
    "requirements/base.txt": "a==1\n",
    "requirements/dev.txt": `-r base.txt\nb==1 --hash=sha256:${SHA}\n`,
    "requirements.txt": "#    pip-compile\nc==1\n-r part.txt\n",
    "part.txt": "d==1\n",
  };
  const { graphs } = await readInventory(memorySource(files));
  expect(
    graphs.flatMap(({ gaps }) => gaps.map(({ reason, advice }) => `${reason}: ${advice}`)),
  ).toEqual([
    "2 of 2 packages that are downloaded have no hash: Run the command in its first lines again, with `--generate-hashes`",
    "1 of 1 packages that are downloaded have no hash: Rename it to `base.in`, and commit beside it what `pip-compile --generate-hashes base.in` writes",
  ]);
});
