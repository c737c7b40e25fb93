import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, refusal } from "../test/graphs.ts";

const SHA = "ab".repeat(32);
const META = {
  hash: {},
  "pipfile-spec": 6,
  sources: [
    { name: "pypi", url: "https://pypi.org/simple" },
    { name: "own", url: "https://u:p@own.example/simple" },
  ],
};
const lock = (categories: object, meta: object = META) =>
  JSON.stringify({ _meta: meta, ...categories }, null, 4);
const read = (categories: object, more: Readonly<Record<string, string>> = {}) =>
  graphOf({ "Pipfile.lock": lock(categories), ...more });
const pin = (version: string, rest: object = {}) => ({
  version: `==${version}`,
  hashes: [`sha256:${SHA}`],
  ...rest,
});

const CATEGORIES = {
  default: { a: pin("1"), b: pin("2", { markers: "python_version >= '3.9'" }) },
  develop: { a: pin("1"), six: pin("1.16.0", { index: "own" }) },
  docs: { "my.docs": pin("3") },
};

test("every category is read, and with the Pipfile it is known what the project asks for itself", async () => {
  const pipfile =
    '[packages]\nA = ">=1"\n[dev-packages]\nsix = {version = "*"}\n[docs]\nmy-docs = "*"\n';
  const graph = await read(CATEGORIES, { Pipfile: pipfile });
  expect(edgesOf(graph)).toEqual([
    ". > a 1 runtime",
    ". > my-docs 3 optional {'docs' in categories}",
    ". > six 1.16.0 (https://own.example/simple) development {'develop' in categories}",
  ]);
  expect(graph.edgeCompleteness).toBe("direct");
  expect(fieldOf(graph, "direct")).toMatchObject({ "a 1": true, "b 2": false });
  expect(Object.values(fieldOf(graph, "scope"))).toEqual([
    "runtime",
    "runtime",
    "runtime",
    "optional",
    "development",
  ]);
  expect(fieldOf(graph, "location")["b 2"]?.startLine).toBe(23);
});

test("without the Pipfile it is a list", async () => {
  const graph = await read(CATEGORIES);
  expect(graph).toMatchObject({ edges: [], edgeCompleteness: "unknown", roots: [] });
  expect(graph.components.map(({ direct }) => direct)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(gapsOf(graph)).toEqual([]);
  expect(JSON.stringify(graph)).not.toContain("u:p@");
  expect(fieldOf(graph, "artifacts")["b 2"]).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: SHA }], condition: "python_version >= '3.9'" },
  ]);
});

test.each([
  [
    { git: "https://h.example/a.git", ref: "c".repeat(40) },
    `pkg:pypi/a?vcs_url=git%2Bhttps:%2F%2Fh.example%2Fa.git%40${"c".repeat(40)}`,
  ],
  [
    { file: "https://h.example/a-1.zip" },
    "pkg:pypi/a?download_url=https:%2F%2Fh.example%2Fa-1.zip",
  ],
  [{ file: "dist/a-1.whl" }, undefined],
  [{ path: ".", editable: true }, "pkg:generic/a"],
  [
    { version: "==1", index: "own", hashes: [] },
    "pkg:pypi/a@1?repository_url=https:%2F%2Fown.example%2Fsimple",
  ],
])("a package of %j is %s", async (value, purl) => {
  const graph = await read({ default: { a: value } });
  expect(graph.components[0]?.purl).toBe(purl);
  expect(gapsOf(graph)).toEqual([]);
});

// The hash is Pipenv 2026.10.3's own.
const PIPFILE = `[[source]]
url = "https://pypi.org/simple"
verify_ssl = true
name = "pypi"
[packages]
requests = {extras = ["socks"], version = "*"}
[dev-packages]
six = "==1.16.0"
[docs]
markupsafe = "*"
`;
const HASH = "917185cc3e028870ca7e8301dfae56a11bc1e70991c51a087b47defc43066330";

test("a lockfile of another Pipfile is stale", async () => {
  const text = lock(
    { default: { requests: pin("2") }, develop: { six: pin("1") }, docs: { markupsafe: pin("3") } },
    { ...META, hash: { sha256: HASH } },
  );
  const stale = async (pipfile: string) =>
    gapsOf(await graphOf({ "Pipfile.lock": text, Pipfile: pipfile }));
  expect(await stale(`${PIPFILE}[scripts]\nx = "y"\n`)).toEqual([]);
  expect(await stale(PIPFILE.replace("1.16.0", "1.17.0"))).toEqual([
    "stale Pipfile.lock: it was not made from the Pipfile as it is now: its `hash` is another one",
  ]);
  expect(await stale(PIPFILE.replace("six", "seven"))).toEqual([
    "stale Pipfile.lock: Pipfile asks for other packages: seven is not locked",
  ]);
});

test.each([
  ["a range", { a: { version: ">=1" } }, "entry a: its version is not pinned"],
  ["no version", { a: {} }, "entry a: the entry has no version"],
  [
    "an unknown hash",
    { a: { version: "==1", hashes: ["sha256:0"] } },
    "entry a 1: one of its hashes is not known",
  ],
  ["no object", { a: "==1" }, "entry a: the entry is no object"],
  ["no name", { "a b": {} }, "entry a b: the name is no package name"],
])("%s is a gap", async (_, entries, gap) => {
  expect(gapsOf(await read({ default: entries }))).toContain(gap);
});

test("a category that is no object and an entry that stands twice are gaps", async () => {
  expect(gapsOf(await read({ default: [] }))).toEqual(["entry default: the category is no object"]);
  const twice = `{"_meta": {"pipfile-spec": 6},\n"default": {"a": {"version": "==1"},\n"a": {"version": "==2"}}}`;
  expect(gapsOf(await graphOf({ "Pipfile.lock": twice }))).toEqual([
    "entry a: the entry stands in its category more than once; the last one was read",
  ]);
});

test.each([
  ["{", "is no JSON"],
  ["[]", "is no JSON object"],
  ['{"_meta": {"pipfile-spec": 7}}', "has the pipfile-spec 7; 6 is known"],
  ["{}", "has the pipfile-spec none"],
])("a lockfile of %s is refused", async (text, reason) => {
  expect(await refusal({ "Pipfile.lock": text })).toContain(reason);
});

test("names in other spellings are the same Pipfile", async () => {
  // Pipenv 2026.10.3 for the first; older versions hashed the names as they are written.
  const hashes = [
    "6e0c198b50dfc400c8e80b3d455692df7383b7ac888c5a86c0a688a35213ab0b",
    "8d5c7397a5e1e41c0bc2482831317911a8db7bec48e74e2468280e16a544b434",
  ];
  for (const hash of hashes) {
    const text = lock(
      { default: { "zope-interface": pin("8") } },
      { ...META, hash: { sha256: hash } },
    );
    const pipfile =
      '[[source]]\nname = "pypi"\nurl = "https://pypi.org/simple"\nverify_ssl = true\n[packages]\n"Zope.interface" = {version = "==8", markers = "sys_platform == \'win32\'"}\n';
    expect(gapsOf(await graphOf({ "Pipfile.lock": text, Pipfile: pipfile }))).toEqual([]);
  }
});
