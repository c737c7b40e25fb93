import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { codeownersPresentValid } from "./present-valid.ts";

test("no file", async () => {
  expect(await violationsOf(codeownersPresentValid, { "src/CODEOWNERS": "* @a" })).toEqual([
    {
      path: ".github/CODEOWNERS",
      key: "missing",
      message: "There is no CODEOWNERS in `.github/`, the root or `docs/`.",
      remediation:
        "Add `.github/CODEOWNERS`, with a line such as `* @octo-org/maintainers` and one for each sensitive path.",
    },
  ]);
});

test("a valid file is fine, wherever it lies", async () => {
  for (const path of [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"])
    expect(await violationsOf(codeownersPresentValid, { [path]: "* @a # all\n" })).toEqual([]);
});

test("lines that GitHub skips have their place; a second file is ignored", async () => {
  expect(
    await violationsOf(codeownersPresentValid, {
      ".github/CODEOWNERS": "# all\n* @a\ndocs/ @a b\n",
      CODEOWNERS: "* @b",
    }),
  ).toEqual([
    {
      path: ".github/CODEOWNERS",
      place: { startLine: 3, startColumn: 10 },
      key: '"b" is neither @user, @organisation/team nor an e-mail address',
      message:
        'GitHub does not read this line as it looks: "b" is neither @user, @organisation/team nor an e-mail address.',
    },
    {
      path: "CODEOWNERS",
      key: "ignored",
      message: "GitHub ignores this file: .github/CODEOWNERS comes first.",
      severity: "low",
    },
  ]);
});

test("an empty file and one over 3 MiB protect nothing", async () => {
  const keys = async (text: string) =>
    (await violationsOf(codeownersPresentValid, { CODEOWNERS: text })).map(({ key }) => key);
  const limit = 3 * 1024 * 1024;
  expect(await keys("# nobody\n")).toEqual(["empty"]);
  expect(await keys(`* @a\n#${"x".repeat(limit - 6)}`)).toEqual([]);
  expect(await keys(`* @a\n#${"x".repeat(limit - 5)}`)).toEqual(["size"]);
});

test("a file that is no text is not judged", async () => {
  expect(
    await codeownersPresentValid.judge(aRepository({ CODEOWNERS: new Uint8Array([42, 0]) })),
  ).toEqual({ violations: [], looked: 1, unknown: ["CODEOWNERS can't be read: it is binary."] });
});
