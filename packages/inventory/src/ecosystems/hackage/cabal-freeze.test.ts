import { expect, test } from "vitest";
import { fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const COMMIT = "7f89a4a0c9a1ea3fa4cb0cd2ee0b5ab0d1d0a0c5";
const FREEZE = `active-repositories: hackage.haskell.org:merge
constraints: any.aeson ==2.0.3.0,
             aeson -cffi +ordered-keymap,
             any.alex ==3.2.7.1 || ==3.3.0.0,
             any.base installed,
             base source,
             -- a comment
             app:setup.Cabal ==3.6.3.0,
             any.zlib ==0.6.2.3
index-state: hackage.haskell.org 2022-04-12T20:46:16Z
`;
const PROJECT = `packages: ./*.cabal
-- from git
source-repository-package
    type: git
    location: https://user:secret@github.com/acme/mono.git
    tag: ${COMMIT}
    subdir: core
            extras/more

source-repository-package
  type: git
  location: https://git.example/one.git
  tag: v1.0

constraints: any.zlib ==9
`;

test("constraints are packages, flags are none, and of what is installed the version is not known", async () => {
  const graph = await graphOf({ "cabal.project.freeze": FREEZE, "lib/a.cabal": "" });
  expect(graph.edgeCompleteness).toBe("unknown");
  expect(graph.covers).toEqual(["lib/a.cabal"]);
  expect(fieldOf(graph, "purl")).toEqual({
    "Cabal 3.6.3.0": "pkg:hackage/Cabal@3.6.3.0",
    "aeson 2.0.3.0": "pkg:hackage/aeson@2.0.3.0",
    "alex 3.2.7.1": "pkg:hackage/alex@3.2.7.1",
    "alex 3.3.0.0": "pkg:hackage/alex@3.3.0.0",
    base: "pkg:hackage/base",
    "zlib 0.6.2.3": "pkg:hackage/zlib@0.6.2.3",
  });
  expect(fieldOf(graph, "location")["zlib 0.6.2.3"]).toEqual({
    path: "cabal.project.freeze",
    startLine: 9,
  });
  expect(gapsOf(graph)).toEqual([
    "entry cabal.project.freeze: the versions of 1 package that the compiler brings do not stand in it",
  ]);
  expect(graph.gaps.map(({ kind }) => kind)).toEqual(["entry"]);
});

test("repositories of the project are packages that the list lacks", async () => {
  const files = {
    "cabal.project.freeze": FREEZE.replace("any.base installed,", ""),
    "cabal.project": PROJECT,
  };
  const graph = await graphOf(files);
  expect(graph.components.filter(({ artifacts }) => artifacts.length > 0)).toMatchObject([
    {
      name: "one",
      purl: "pkg:hackage/one?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fone.git%40v1.0",
    },
    {
      name: "core",
      purl: `pkg:hackage/core?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Facme%2Fmono.git%40${COMMIT}#core`,
    },
    { name: "more" },
  ]);
  expect(gapsOf(graph)).toEqual([
    "entry https://git.example/one.git: no full commit of its repository is named (cabal.project)",
  ]);
  expect(JSON.stringify(graph)).not.toContain("secret");
});

test.each([
  ["any.zlib ==0.6.2.3", "any.zlib >=0.6", "entry zlib: it is no package in one version"],
  ["any.zlib ==0.6.2.3", "any.zlib ==0.6.*", "entry zlib: it is no package in one version"],
  ["any.zlib ==0.6.2.3", "?", "entry line 9: it is no package in one version"],
  ["any.zlib ==0.6.2.3", "any.aeson ==2.0.3.0", "entry aeson 2.0.3.0: it stands in the file twice"],
  ["index-state:", "?", "entry line 10: it was not understood"],
])("%s for %s", async (before, after, gap) => {
  expect(FREEZE).toContain(before);
  const graph = await graphOf({ "cabal.project.freeze": FREEZE.replace(before, after) });
  expect(gapsOf(graph)).toContain(gap);
});

test("what is no freeze is skipped; CRLF, tabs and a byte order mark are nothing", async () => {
  expect((await skippedOf({ "cabal.project.freeze": "{}" })).join()).toContain(
    "has no field `constraints`",
  );
  const odd = `\uFEFF${FREEZE.replaceAll("\n", "\r\n").replaceAll("             ", "\t")}`;
  expect(await graphOf({ "cabal.project.freeze": odd })).toEqual(
    await graphOf({ "cabal.project.freeze": FREEZE }),
  );
});

test("manifests without a lockfile", async () => {
  const reason = "it asks for packages, and no lockfile says which versions those are";
  const cabal = (depends: string) =>
    `name: a\nlibrary\n  build-depends: ${depends}\n  default-language: Haskell2010\n`;
  expect(
    await skippedOf({
      "a/a.cabal": cabal("base >=4 && <5\n                 , aeson"),
      "b/b.cabal": cabal("base, a"),
      "c/package.yaml":
        "name: c\ndependencies:\n- base >= 4\n- text\nlibrary:\n  source-dirs: src\n",
      "d/package.yaml": "name: d\ndependencies:\n- base\nlibrary: {}\n",
      "e/package.yaml": "title: none of Haskell\n",
      // hpack made the other one of it.
      "a/package.yaml": "name: a\ndependencies:\n- aeson\nlibrary: {}\n",
    }),
  ).toEqual([`unlocked a/a.cabal: ${reason}`, `unlocked c/package.yaml: ${reason}`]);
});

test("nothing that is done to it passes unreported, but that a line is taken out", async () => {
  await expectNothingSilent(
    "cabal.project.freeze",
    { "cabal.project.freeze": FREEZE },
    500,
    (text) => {
      // A line that is gone, or has become a comment or another field, is missing from a list like any other.
      const list = /^constraints:([\s\S]*?)(?:^\S|$(?![\s\S]))/m.exec(text)?.[1] ?? "";
      return list.replace(/^\s*--.*$/gm, "").split(/==|installed/).length - 1;
    },
  );
});

test("long lists and long lines stay in proportion", async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `any.p${n} ==1.0`).join(", ");
  const graph = await graphOf({
    "cabal.project.freeze": `constraints: ${many}, any.x ==${"1".repeat(1_000_000)}, any.constructor ==1, ${"y ".repeat(500_000)}\n`,
  });
  expect(graph.components).toHaveLength(20_002);
});
