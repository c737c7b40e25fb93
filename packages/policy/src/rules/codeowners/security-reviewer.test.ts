import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { codeownersSecurityReviewer } from "./security-reviewer.ts";
import { sensitivePaths } from "./sensitive-paths.ts";

const settings = {
  securityReviewers: ["@org/security", "@ann"],
  sensitivePaths: ["src/crypto/**"],
};
const judge = async (owners: string, files: Record<string, string> = {}) =>
  (
    await violationsOf(
      codeownersSecurityReviewer,
      { ".github/CODEOWNERS": owners, ...files },
      { settings },
    )
  ).map(({ place, severity, key, message }) => [place?.startLine, severity, key, message]);

test("what is there, what may be added, and what the user names is sensitive", async () => {
  const repository = aRepository(
    {
      "docs/CODEOWNERS": "",
      "go.mod": "module a.org/b\n\ngo 1.24\n",
      "a/Dockerfile": "",
      "testdata/Dockerfile": "",
      "test/action.yml": "",
      ".github/workflows/ci.yml": "",
      "src/crypto/a/b.ts": "",
      "src/a.ts": "",
      ".trivyignore": "",
      "assay.yml": "",
    },
    { settings },
  );
  expect(await sensitivePaths(repository)).toEqual([
    ".github/actions/x/action.yml",
    ".github/dependabot.yml",
    ".github/workflows/ci.yml",
    ".github/workflows/x.yml",
    ".trivyignore",
    "SECURITY.md",
    "a/Dockerfile",
    "assay.yml",
    "docs/CODEOWNERS",
    "go.mod",
    "src/crypto/a/b.ts",
  ]);
});

test("reviewers alone on the last line are fine, whatever the case of their names", async () => {
  expect(await judge("* @org/dev\n* @Org/Security @Ann # last\n")).toEqual([]);
});

test("a later line that takes ownership away is named", async () => {
  expect(
    await judge("* @ann\n.github/ @org/dev\nSECURITY.md\nsrc/ @org/dev @ann\n", {
      "src/crypto/x": "",
    }),
  ).toEqual([
    [
      2,
      undefined,
      ".github/ others",
      ".github/CODEOWNERS, .github/actions/x/action.yml, .github/assay.yml and 2 more: line 2 (`.github/`) gives them to @org/dev; @org/security or @ann must own them.",
    ],
    [
      3,
      undefined,
      "SECURITY.md cleared",
      "SECURITY.md: line 3 (`SECURITY.md`) takes every owner away; @org/security or @ann must own them.",
    ],
    [
      4,
      "medium",
      "src/ shared",
      "src/crypto/x: any one of @org/dev, @ann of line 4 (`src/`) can approve; @org/security or @ann must own them.",
    ],
  ]);
});

test("a star of one level does not take what lies deeper", async () => {
  expect((await judge(".github/ @ann\n/* @ann\n/.github/* @ann\n")).length).toBe(0);
  expect((await judge("/* @ann\n/.github/* @ann\n")).map(([, , key]) => key)).toEqual([" unowned"]);
});

test("without a file nobody must approve; without reviewers it is not evaluated", async () => {
  expect(
    (await violationsOf(codeownersSecurityReviewer, {}, { settings })).map(({ key }) => key),
  ).toEqual(["missing"]);
  expect(await codeownersSecurityReviewer.judge(aRepository({}))).toEqual({
    violations: [],
    looked: 0,
    unknown: ["`policy.security-reviewers` names nobody."],
  });
});

test("a change that hands a path to owners of others that are wrong already is new", async () => {
  const files = { "go.mod": "module a.org/b\n" };
  const of = (owners: string, base?: string) =>
    violationsOf(
      codeownersSecurityReviewer,
      { ".github/CODEOWNERS": owners, ...files },
      {
        settings,
        ...(base && { base: aRepository({ ".github/CODEOWNERS": base, ...files }, { settings }) }),
      },
    );
  const before = "* @org/dev\n.github/ @ann\n";
  const keys = async (...texts: [string, string?]) => (await of(...texts)).map(({ key }) => key);
  expect(await keys(before)).toEqual(["* others"]);
  expect(await keys(before, before)).toEqual(["* others"]);
  expect(await keys("* @org/dev\n", before)).toEqual(["* others also", "* others"]);
});
