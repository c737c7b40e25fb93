import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readResolved } from "./source.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

describe("where a package came from", () => {
  test.each([
    [undefined, { kind: "registry" }],
    [
      "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
      { kind: "registry", url: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" },
    ],
    [
      "https://npm.acme.example/repo/a/-/a-1.0.0.tgz",
      {
        kind: "registry",
        url: "https://npm.acme.example/repo/a/-/a-1.0.0.tgz",
        qualifiers: { repository_url: "https://npm.acme.example/repo" },
      },
    ],
    [
      "https://acme.example/a.tgz#x",
      {
        kind: "archive",
        url: "https://acme.example/a.tgz",
        qualifiers: { download_url: "https://acme.example/a.tgz" },
      },
    ],
    [
      `git+ssh://git@github.com/o/a.git#${COMMIT}`,
      {
        kind: "git",
        url: `git+ssh://git@github.com/o/a.git#${COMMIT}`,
        qualifiers: { vcs_url: `git+ssh://git@github.com/o/a.git@${COMMIT}` },
      },
    ],
    [
      `github:o/a#${COMMIT}`,
      {
        kind: "git",
        url: `git+ssh://git@github.com/o/a.git#${COMMIT}`,
        qualifiers: { vcs_url: `git+ssh://git@github.com/o/a.git@${COMMIT}` },
      },
    ],
    ["file:../a.tgz", { kind: "file", url: "file:../a.tgz" }],
    [
      "file:/home/x/a.tgz",
      { kind: "file", problem: "`resolved` is a file outside the repository" },
    ],
    ["C:\\a.tgz", { kind: "archive", problem: "`resolved` has the unknown scheme c:" }],
    ["a.tgz", { kind: "archive", problem: "`resolved` is no URL" }],
  ])("%s", (resolved, expected) => {
    expect(readResolved("a", resolved)).toEqual(expected);
  });

  test("a scoped package of GitHub's registry", () => {
    const url = "https://npm.pkg.github.com/download/@o/a/1.0.0/abc";
    expect(readResolved("@o/a", url).qualifiers).toEqual({
      repository_url: "https://npm.pkg.github.com",
    });
  });

  test("git's short form with a colon", () => {
    expect(readResolved("a", `git+ssh://git@host.example:o/a.git#${COMMIT}`).url).toBe(
      `git+ssh://git@host.example/o/a.git#${COMMIT}`,
    );
  });

  test("a branch is no commit", () => {
    expect(readResolved("a", "git+https://host.example/a.git#main").problem).toBe(
      "`resolved` names no full git commit",
    );
  });

  test.each([
    `git+https://user:secret@host.example/a.git#${COMMIT}`,
    `git+https://secret@host.example/a.git?token=secret#${COMMIT}`,
    `git+ssh://git:secret@host.example/a.git#${COMMIT}`,
    "https://user:secret@registry.npmjs.org/a/-/a-1.0.0.tgz",
    "https://acme.example/a.tgz?X-Signature=secret",
  ])("no credentials are told: %s", (resolved) => {
    expect(JSON.stringify(readResolved("a", resolved))).not.toContain("secret");
  });
});

test("the short way for archives of the public registry says what the long way does", () => {
  const text = fc.stringMatching(/^[\w.~%@-]{1,8}$/);
  fc.assert(
    fc.property(text, text, text, fc.boolean(), (scope, base, file, isScoped) => {
      const name = isScoped ? `@${scope}/${base}` : base;
      const path = `${name}/-/${file}.tgz`;
      // The port that https has anyway is dropped, and keeps a URL off the short way.
      const long = readResolved(name, `https://registry.npmjs.org:443/${path}`);
      expect(readResolved(name, `https://registry.npmjs.org/${path}`)).toEqual(long);
    }),
    {
      examples: [
        ["%", ".", ".-", false],
        ["a", "..", "..-", true],
      ],
    },
  );
});
