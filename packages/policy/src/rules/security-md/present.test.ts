import { expect, test } from "vitest";
import { violationsOf } from "../../test/repository.ts";
import { securityMdPresent } from "./present.ts";

const GOOD =
  "Mail security@acme.io.\n## Supported versions\nThe latest release.\nWe follow coordinated disclosure.\n";
const judge = async (files: Record<string, string>) =>
  (await violationsOf(securityMdPresent, files)).map(({ path, place, key, severity, message }) => [
    path,
    place?.startLine,
    key,
    severity,
    message,
  ]);

test.each(["SECURITY.md", ".github/security.markdown", "docs/SECURITY.rst"])(
  "%s with a channel, versions and disclosure is fine",
  async (path) => {
    expect(await judge({ [path]: GOOD })).toEqual([]);
  },
);

test("no file, and one in another folder", async () => {
  expect(await judge({ "src/SECURITY.md": GOOD })).toEqual([
    [
      "SECURITY.md",
      undefined,
      "missing",
      undefined,
      "There is no SECURITY.md in the root, `.github/` or `docs/`; one of the organisation's `.github` repository can't be seen from here.",
    ],
  ]);
});

test("a placeholder and a public tracker are no private channels", async () => {
  expect(await judge({ "SECURITY.md": GOOD.replace("acme.io", "example.com") })).toEqual([
    [
      "SECURITY.md",
      1,
      "contact",
      undefined,
      "It names no private channel, for security@example.com is a placeholder: an e-mail address, a link to `security/advisories/new` or a form.",
    ],
  ]);
  const tracker = GOOD.replace("Mail security@acme.io", "Report at https://github.com/a/b/issues");
  expect((await judge({ "SECURITY.md": tracker })).map(([, , key]) => key)).toEqual(["contact"]);
});

test("what it leaves open is less severe; the file that GitHub shows counts", async () => {
  expect(await judge({ ".github/SECURITY.md": "sec@acme.io", "SECURITY.md": GOOD })).toEqual([
    [
      ".github/SECURITY.md",
      undefined,
      "versions",
      "low",
      "It does not say which versions get fixes.",
    ],
    [
      ".github/SECURITY.md",
      undefined,
      "disclosure",
      "low",
      "It does not say how vulnerabilities are disclosed.",
    ],
  ]);
});
