import { expect, test } from "vitest";
import { edges, one, readWith, said } from "../../test/read.ts";
import { rInstalled } from "./reader.ts";

const description = (fields: Record<string, string>) =>
  Object.entries({ ...fields, Built: "R 4.3.2; ; 2024-01-01; unix" })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");

test("a library of R: CRAN, Bioconductor, repositories, and what comes with R", async () => {
  const commit = "a".repeat(40);
  const reading = await readWith(rInstalled, {
    files: {
      "usr/local/lib/R/site-library/dplyr/DESCRIPTION": description({
        Package: "dplyr",
        Version: "1.1.4",
        License: "MIT + file LICENSE",
        Repository: "CRAN",
        Depends: "R (>= 3.5.0)",
        Imports: "rlang (>= 1.1.0),\n    methods, gone",
        LinkingTo: "mine",
      }),
      "usr/local/lib/R/site-library/rlang/DESCRIPTION": description({
        Package: "rlang",
        Version: "1.1.2",
        Repository: "RSPM",
      }),
      "usr/local/lib/R/site-library/mine/DESCRIPTION": description({
        Package: "mine",
        Version: "0.1",
        RemoteType: "github",
        RemoteHost: "api.github.com",
        RemoteUsername: "me",
        RemoteRepo: "mine",
        RemoteSha: commit,
      }),
      "usr/local/lib/R/library/base/DESCRIPTION": description({
        Package: "base",
        Version: "4.3.2",
        Priority: "base",
        License: "Part of R 4.3.2",
      }),
      "usr/local/lib/R/library/Biobase/DESCRIPTION": description({
        Package: "Biobase",
        Version: "2.62.0",
        biocViews: "Infrastructure",
      }),
      "src/library/source/DESCRIPTION": "Package: source\nVersion: 1\n",
      "usr/local/lib/R/library/broken/DESCRIPTION": description({ Package: "broken" }),
    },
  });
  expect(said(reading)).toEqual([
    "pkg:cran/Biobase@2.62.0?repository_url=https:%2F%2Fbioconductor.org",
    "base@4.3.2 bundled",
    "pkg:cran/dplyr@1.1.4",
    `pkg:github/me/mine@${commit}`,
    "pkg:cran/rlang@1.1.2",
  ]);
  expect(edges(reading)).toEqual([
    "dplyr 1.1.4 > mine 0.1 build",
    "dplyr 1.1.4 > rlang 1.1.2 runtime >= 1.1.0",
  ]);
  expect([...(reading.explained ?? [])]).toContain("usr/local/lib/R/site-library/dplyr/");
  expect(one(reading, "dplyr").declaredLicense).toBe("MIT + file LICENSE");
  expect(reading.broken).toEqual([
    "usr/local/lib/R/library/broken/DESCRIPTION names no package and version",
  ]);
});
