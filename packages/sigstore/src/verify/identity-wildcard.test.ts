import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { identityPattern, identityWildcard } from "../index.ts";

const AT = "https://github.com/acme/app/.github/workflows";

test.each([
  [`${AT}/release.yml@refs/tags/v*`, `${AT}/release.yml@refs/tags/v1.2.0`, true],
  [`${AT}/release.yml@refs/tags/v*`, `${AT}/release.yml@refs/tags/v1/2`, false],
  [`${AT}/release.yml@refs/tags/v*`, `x${AT}/release.yml@refs/tags/v1`, false],
  [`${AT}/release.yml@refs/tags/v*`, `${AT}/release.yml@refs/tags/v1\n`, true],
  [`${AT}/*.yml@refs/heads/main`, `${AT}/a.yml@refs/heads/main`, true],
  [`${AT}/*.yml@refs/heads/main`, `${AT}/a.yml@x.yml@refs/heads/main`, false],
  ["https://github.com/acme/**", `${AT}/a.yml@refs/heads/main`, true],
  ["https://github.com/acme/**", "https://github.com/acme-evil/app/x", false],
  ["*@acme.test", "jo@acme.test", true],
  ["*@acme.test", "jo@evil.test@acme.test", false],
  ["*@acme.test", "jo@acme.test.evil", false],
  ["https://acme.test/a.b", "https://acme.test/aXb", false],
  ["https://acme.test/**x**y", "https://acme.test/xy", true],
  ["https://acme.test/[a]", "https://acme.test/a", false],
])("%s and the identity %j: %s", (pattern, identity, holds) => {
  expect(identityWildcard(pattern).test(identity)).toBe(holds);
});

test.each(["**", "*", "https://**", "https://github.com/**", "*@*", "**@refs/heads/d"])(
  "%s lets anybody through, and is refused",
  (pattern) => {
    expect(() => identityWildcard(pattern)).toThrow(UsageError);
  },
);

test.each([".*", "", "https://github\\.com/.*", ".+@.+"])(
  "so is the expression %j",
  (expression) => {
    expect(() => identityPattern(expression)).toThrow(/lets anybody through/);
  },
);

test("a pattern of many stars is done with a long identity", () => {
  const pattern = identityWildcard(`https://acme.test/${"**a".repeat(300)}b`);
  expect(pattern.test(`https://acme.test/${"a".repeat(1900)}`)).toBe(false);
});
