import { expect, test } from "vitest";
import { locateSecurityPolicies, readSecurityPolicy } from "./read.ts";

test("GitHub's order, whatever the case of the name", () => {
  expect(
    locateSecurityPolicies([
      "SECURITY.md",
      "docs/security.rst",
      ".github/Security.markdown",
      "doc/security.rst",
      "src/SECURITY.md",
      "doc/security.md",
      "SECURITY",
    ]),
  ).toEqual([".github/Security.markdown", "SECURITY.md", "doc/security.rst", "docs/security.rst"]);
});

test("private channels have their kind and place", () => {
  const { contacts } = readSecurityPolicy(
    [
      "Mail security@acme.io, or sec [at] acme [dot] io.",
      "Or [here](https://github.com/a/b/security/advisories/new).",
      'Use the "Report a vulnerability" button.',
      "Report through https://hackerone.com/acme.",
      "Fixed in https://nvd.nist.gov/vuln/CVE-1 and git@github.com:a/b",
      "Report bugs at https://github.com/a/b/issues",
      "How to report: https://github.com/a/b/blob/main/cve-process.md and https://github.com/a/b/blob/main/x.md",
    ].join("\n"),
  );
  expect(contacts.map(({ kind, text, line, column }) => [kind, text, line, column])).toEqual([
    ["email", "security@acme.io", 1, 6],
    ["email", "sec [at] acme [dot] io", 1, 27],
    ["advisory", "https://github.com/a/b/security/advisories/new", 2, 11],
    ["advisory", "Report a vulnerability", 3, 10],
    ["link", "https://hackerone.com/acme", 4, 16],
    ["link", "https://github.com/a/b/blob/main/cve-process.md", 7, 16],
  ]);
});

test("a template says nothing: its address is a placeholder, its comments are no text", () => {
  expect(
    readSecurityPolicy(
      "Mail security@example.com\n<!-- me@acme.io: supported versions, disclosure\n -->",
    ),
  ).toEqual({
    contacts: [],
    placeholders: [{ kind: "email", text: "security@example.com", line: 1, column: 6 }],
    supportedVersions: undefined,
    disclosure: undefined,
  });
});

test("supported versions and disclosure have places", () => {
  const { supportedVersions, disclosure } = readSecurityPolicy(
    "# Security\n## Supported Versions\nWe follow coordinated disclosure.\n",
  );
  expect([supportedVersions, disclosure]).toEqual([
    { line: 2, column: 4 },
    { line: 3, column: 11 },
  ]);
  expect(readSecurityPolicy("We only fix the latest release.").supportedVersions).toEqual({
    line: 1,
    column: 17,
  });
});
