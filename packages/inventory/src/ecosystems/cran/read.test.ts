import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const SHA = "3f03b11491ce3d6fc5601e210927eff73bf8e350";
const HASH = "ef32d07aafdd12f24c5827374ae3590d";
const lockOf = (packages: object, more: object = {}) =>
  `${JSON.stringify(
    {
      R: {
        Version: "4.4.3",
        Repositories: [
          { Name: "CRAN", URL: "https://cloud.r-project.org" },
          { Name: "own", URL: "https://user:secret@r.example/repo/" },
        ],
      },
      Bioconductor: { Version: "3.19" },
      ...more,
      Packages: packages,
    },
    undefined,
    2,
  )}\n`;
const named = (records: readonly object[]) =>
  Object.fromEntries(records.map((each) => [(each as { Package: string }).Package, each]));

/** Before renv 1.1. */
const OLD = lockOf(
  named([
    { Package: "cpp11", Version: "0.4.7", Source: "Repository", Repository: "CRAN", Hash: HASH },
    {
      Package: "dplyr",
      Version: "1.1.4",
      Source: "Repository",
      Repository: "RSPM",
      Requirements: ["R", "methods", "rlang", "utils", "cpp11"],
      Hash: HASH,
    },
    {
      Package: "rlang",
      Version: "1.1.3",
      Source: "CRAN",
      Hash: HASH,
      Requirements: ["R", "utils"],
    },
    { Package: "BiocGenerics", Version: "0.50.0", Source: "Bioconductor", Hash: HASH },
    {
      Package: "emo",
      Version: "0.0.0.9000",
      Source: "GitHub",
      RemoteType: "github",
      RemoteHost: "api.github.com",
      RemoteUsername: "hadley",
      RemoteRepo: "emo",
      RemoteSubdir: "r",
      RemoteSha: SHA,
      Requirements: ["rlang"],
      Hash: HASH,
    },
  ]),
);
/** Since renv 1.1: the fields of `DESCRIPTION`. */
const NEW = lockOf(
  named([
    {
      Package: "Formula",
      Version: "1.2-5",
      Source: "Repository",
      Depends: ["R (>= 2.0.0)", "stats"],
      License: "GPL-2 | GPL-3",
      Title: "x",
      Repository: "CRAN",
    },
    {
      Package: "lme4",
      Version: "1.1-35",
      Source: "Repository",
      Repository: "own",
      License: "GPL (>= 2)",
      Depends: "R (>= 3.6.0), Formula (>= 1.0), methods",
      Imports: ["Rcpp (>= 1.0.5)", "graphics"],
      LinkingTo: ["Rcpp", "StanHeaders (>= 2.26)"],
      Suggests: ["knitr"],
    },
    {
      Package: "Rcpp",
      Version: "1.0.12",
      Source: "Repository",
      Repository: "CRAN",
      License: "GPL-2",
    },
    {
      Package: "StanHeaders",
      Version: "2.32.5",
      Source: "Repository",
      Repository: "https://a.r-universe.dev",
      Title: "x",
    },
  ]),
);

test("requirements are edges, without what comes with R", async () => {
  const graph = await graphOf({ "renv.lock": OLD });
  expect(edgesOf(graph)).toEqual([
    "dplyr > cpp11 runtime",
    "dplyr > rlang runtime",
    "emo > rlang runtime",
  ]);
  expect(graph.edgeCompleteness).toBe("complete");
  expect(graph.components.some((each) => "direct" in each)).toBe(false);
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.gaps).toEqual([]);
  expect(fieldOf(graph, "purl")).toEqual({
    BiocGenerics:
      "pkg:cran/BiocGenerics@0.50.0?repository_url=https:%2F%2Fbioconductor.org%2Fpackages%2F3.19",
    cpp11: "pkg:cran/cpp11@0.4.7",
    dplyr: "pkg:cran/dplyr@1.1.4",
    emo: `pkg:github/hadley/emo@${SHA}#r`,
    rlang: "pkg:cran/rlang@1.1.3",
  });
  expect(graph.components.find(({ name }) => name === "emo")).toMatchObject({
    version: "0.0.0.9000",
    artifacts: [{ hashes: [], url: `git+https://github.com/hadley/emo@${SHA}` }],
    location: { path: "renv.lock", startLine: OLD.split("\n").indexOf('    "emo": {') + 1 },
  });
});

test("fields of DESCRIPTION are edges of their kinds, with licences", async () => {
  const graph = await graphOf({ "renv.lock": NEW });
  expect(edgesOf(graph)).toEqual([
    "lme4 > Formula runtime",
    "lme4 > Rcpp runtime",
    "lme4 > StanHeaders build",
  ]);
  expect(graph.edges.map(({ requirement }) => requirement)).toEqual([
    ">= 1.0",
    ">= 1.0.5",
    ">= 2.26",
  ]);
  expect(gapsOf(graph)).toEqual([]);
  expect(fieldOf(graph, "declaredLicense")).toMatchObject({ Formula: "GPL-2 | GPL-3" });
  expect(fieldOf(graph, "purl")).toMatchObject({
    lme4: "pkg:cran/lme4@1.1-35?repository_url=https:%2F%2Fr.example%2Frepo",
    StanHeaders: "pkg:cran/StanHeaders@2.32.5?repository_url=https:%2F%2Fa.r-universe.dev",
  });
});

test("the oldest have no requirements: nobody knows who needs what", async () => {
  const records = [
    { Package: "a", Version: "1", Source: "Repository", Repository: "CRAN", Hash: HASH },
  ];
  const graph = await graphOf({ "renv.lock": lockOf(named(records)) });
  expect(graph.edgeCompleteness).toBe("unknown");
  expect(gapsOf(graph)).toEqual([]);
});

test.each([
  [
    {
      Source: "GitLab",
      RemoteHost: "gitlab.com",
      RemoteUsername: "g/h",
      RemoteRepo: "a",
      RemoteSha: SHA,
    },
    `pkg:generic/a@1?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Fg%2Fh%2Fa%40${SHA}`,
    undefined,
  ],
  [
    { Source: "git", RemoteUrl: "https://u:p@git.example/a.git", RemoteSha: SHA },
    `pkg:generic/a@1?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa.git%40${SHA}`,
    undefined,
  ],
  [
    {
      Source: "GitHub",
      RemoteHost: "ghe.example/api/v3",
      RemoteUsername: "u",
      RemoteRepo: "a",
      RemoteSha: "abc",
    },
    "pkg:generic/a@1?vcs_url=git%2Bhttps:%2F%2Fghe.example%2Fu%2Fa%40abc",
    "no full git commit is named",
  ],
  [
    { Source: "URL", RemoteUrl: "https://x.example/a.tar.gz?token=y" },
    "pkg:generic/a@1?download_url=https:%2F%2Fx.example%2Fa.tar.gz",
    undefined,
  ],
  [{ Source: "Local", RemoteUrl: "./pkgs/a" }, "pkg:generic/a@1#pkgs/a", undefined],
  [{ Source: "/home/me/a" }, undefined, "it is a folder outside the repository"],
  [{ Source: "unknown" }, undefined, "where it comes from was not understood"],
  [{ Source: "Repository", Repository: "nobody-knows" }, undefined, undefined],
])("%j", async (record, purl, problem) => {
  const records = [{ Package: "a", Version: "1", Hash: HASH, Requirements: ["R"], ...record }];
  const graph = await graphOf({ "renv.lock": lockOf(named(records)) });
  expect(graph.components[0]?.purl).toBe(purl);
  expect(gapsOf(graph)).toEqual(problem === undefined ? [] : [`entry a: ${problem}`]);
});

test.each([
  ['"rlang",', '"other",', "entry dplyr: its dependency other is not in the lockfile"],
  ['"rlang",', '"1 2",', "entry dplyr: `Requirements` has something that is no package: 1 2"],
  ['"Package": "emo"', '"Package": "emu"', "entry emo: it is called emu too"],
  ['"Version": "0.4.7",', "", "entry cpp11: it has no version"],
  [
    `"Repository": "CRAN",\n      "Hash": "${HASH}"`,
    '"Repository": "CRAN"',
    "entry cpp11: what it needs itself does not stand in the lockfile",
  ],
  ['"cpp11": {', '"cpp11": 1, "cpp11": {', "entry Packages > cpp11: it stands in the file twice"],
  ['"cpp11": {', '"x y": {"Version": "1"}, "z": 1, "cpp11": {', "entry z: it is no object"],
])("%j for %j", async (before, after, gap) => {
  expect(OLD).toContain(before);
  expect(gapsOf(await graphOf({ "renv.lock": OLD.replace(before, after) }))).toContain(gap);
});

test("a DESCRIPTION that asks for other packages; one of nobody's own", async () => {
  const description = (fields: string) => `Package: own\nVersion: 0.1\n${fields}`;
  const gaps = async (fields: string) =>
    gapsOf(await graphOf({ "renv.lock": OLD, DESCRIPTION: description(fields) }));
  expect(await gaps("Imports: dplyr (>= 1.1-4),\n    methods,\n    rlang (== 1.1.3)\n")).toEqual(
    [],
  );
  expect(await gaps("Depends: R (>= 4.0)\nImports:\n    dplyr (>= 2),\n\ttidyr\n")).toEqual([
    "stale DESCRIPTION: it asks for other packages: dplyr is locked as 1.1.4, tidyr is not locked",
  ]);
  const reason = "it asks for packages, and no lockfile says which versions those are";
  expect(
    await skippedOf({
      "a/DESCRIPTION": description("Imports: dplyr"),
      "b/DESCRIPTION": description("Depends: R (>= 4.0), methods"),
      "c/DESCRIPTION": description("Imports: dplyr\nBuilt: R 4.4.3; ; 2024; unix"),
      "d/DESCRIPTION": "A text.\nImports: boxes\n",
    }),
  ).toEqual([`unlocked a/DESCRIPTION: ${reason}`]);
});

test("what is no lockfile is skipped; CRLF and a byte order mark are nothing", async () => {
  const reasons = async (text: string) => (await skippedOf({ "renv.lock": text })).join();
  expect(await reasons(OLD.slice(0, 99))).toBe("unreadable renv.lock: renv.lock is no JSON");
  expect(await reasons('{"R": {}}')).toContain("has no object `Packages`");
  expect(await graphOf({ "renv.lock": `\uFEFF${OLD.replaceAll("\n", "\r\n")}` })).toEqual(
    await graphOf({ "renv.lock": OLD }),
  );
});

test.each([
  ["old", OLD],
  ["new", NEW],
])("nothing that is done to it passes unreported: %s", async (_, lock) => {
  await expectNothingSilent("renv.lock", { "renv.lock": lock }, 500);
});

test("long and many fields stay in proportion", async () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({
    Package: `p${n}`,
    Version: "1",
    Source: "Repository",
    Requirements: [`p${n + 1}`],
  }));
  const records = { ...named(many), ["__proto__"]: 1, long: { Imports: "x ".repeat(2_000_000) } };
  const graph = await graphOf({ "renv.lock": lockOf(records) });
  expect(graph.components).toHaveLength(5001);
});
