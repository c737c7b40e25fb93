import { UsageError } from "@assay/core";
import { describe, expect, test } from "vitest";
import { packageSelector } from "./selector.ts";

const PAD = {
  name: "@scope/pad",
  version: "1.2.3",
  purl: "pkg:npm/%40scope/pad@1.2.3?vcs_url=x#src",
  ecosystem: "npm",
};
const FLASK = { name: "flask", version: "3.0", purl: "pkg:pypi/flask@3.0", ecosystem: "pypi" };

test.each([
  ["*", true],
  ["@scope/pad", true],
  ["@scope/*", true],
  ["@scope/pa", false],
  ["pad", false],
  ["@scope/pad@1.2.3", true],
  ["@scope/pad@1.2.4", false],
  ["@scope/pad@1.*", true],
  ["@scope/pad@2.*", false],
  ["@scope/pad@^1.2", true],
  ["@scope/pad@~1.1", false],
  ["@scope/pad@>=1 <1.2.3", false],
  ["@scope/pad@1", true],
  ["pkg:npm/%40scope/pad", true],
  ["pkg:npm/@scope/pad", true],
  ["PKG:NPM/@scope/pad@1.2.3", true],
  ["pkg:npm/%40scope/pad@1.2.3?vcs_url=x#src", true],
  ["pkg:npm/%40scope/pad?vcs_url=y", false],
  ["pkg:npm/%40scope/pad#lib", false],
  ["pkg:npm/%40scope/pa", false],
  ["pkg:npm/%40scope/*", true],
  ["pkg:npm/*", true],
  ["pkg:npm/@scope/pad@^1.2", true],
  ["pkg:npm/@scope/pad@2.x", false],
  ["pkg:pypi/*", false],
])("%s means a scoped package: %s", (pattern, expected) => {
  expect(packageSelector(pattern, "k")(PAD)).toBe(expected);
});

test("an entry for one version never covers another, whatever follows the version", () => {
  const isMeant = packageSelector("g@1.0.0", "k");
  const versions = ["1.0.0", "2.0.0", "1.0.0-rc.1", "1.0.0+build", "1.0.00", undefined];
  const meant = versions.filter((version) =>
    isMeant({ name: "g", ecosystem: "npm", ...(version === undefined ? {} : { version }) }),
  );
  expect(meant).toEqual(["1.0.0"]);
});

describe("each ecosystem's own way of writing", () => {
  test("names that an ecosystem does not tell apart are one", () => {
    const subject = { name: "django-rest", version: "1.0", purl: "pkg:pypi/django-rest@1.0" };
    for (const pattern of ["Django_Rest", "django_*", "pkg:pypi/Django_rest@1.0"])
      expect(packageSelector(pattern, "k")(subject), pattern).toBe(true);
    const npm = { name: "JSONStream", purl: "pkg:npm/JSONStream@1.0.0" };
    expect(packageSelector("jsonstream", "k")(npm)).toBe(false);
  });

  test("a short version is a range where versions are always longer, else it is that version", () => {
    expect(packageSelector("flask@3.0", "k")(FLASK)).toBe(true);
    expect(packageSelector("flask@3", "k")(FLASK)).toBe(false);
    expect(
      packageSelector("pkg:pypi/flask@3.0", "k")({ ...FLASK, purl: "pkg:pypi/flask@3.0.1" }),
    ).toBe(false);
  });

  test("a range is never applied to another ecosystem's versions", () => {
    expect(packageSelector("flask@^3", "k")(FLASK)).toBe(false);
    expect(packageSelector("flask@>=1", "k")(FLASK)).toBe(true);
    expect(() => packageSelector("pkg:deb/flask@>=1", "k")).toThrow(
      /only ranges of npm, pypi, cargo, golang, julia, pub, swift, gem, composer, nuget, maven, hex are read/,
    );
  });

  test("ranges of other ecosystems are read as their manifests have them, a version alone is exact", () => {
    const takes = (pattern: string, purl: string) =>
      packageSelector(pattern, "k")({ name: "a", version: purl.replace(/.*@/, ""), purl });
    expect(takes("pkg:gem/a@~> 1.2", "pkg:gem/a@1.9")).toBe(true);
    expect(takes("pkg:gem/a@1.2", "pkg:gem/a@1.2.1")).toBe(false);
    expect(takes("pkg:maven/g/a@[1.0,2.0)", "pkg:maven/g/a@1.5")).toBe(true);
    expect(takes("pkg:maven/g/a@1.0", "pkg:maven/g/a@1.5")).toBe(false);
    expect(takes("pkg:nuget/a@1.0", "pkg:nuget/a@1.5")).toBe(false);
    expect(takes("pkg:composer/g/a@1.0", "pkg:composer/g/a@1.0.1")).toBe(false);
  });

  test("a tilde inside a version is a part of it", () => {
    const subject = { name: "curl", version: "7.1~rc1", purl: "pkg:deb/debian/curl@7.1~rc1" };
    expect(packageSelector("curl@7.1~rc1", "k")(subject)).toBe(true);
  });
});

test.each([
  "",
  " ",
  "pkg:npm/foo/@1",
  "pkg:npm",
  "pkg:*",
  "pkg:npm/@1",
  "a@^^1",
  "a@>=",
  "pkg:npm/%FF",
])("%j is refused and says where it stands", (pattern) => {
  expect(() => packageSelector(pattern, "suppressions[0].package")).toThrow(UsageError);
  expect(() => packageSelector(pattern, "suppressions[0].package")).toThrow("suppressions[0]");
});

test("what has no package or a purl that is none is never meant", () => {
  expect(packageSelector("*", "k")(undefined)).toBe(false);
  expect(packageSelector("pkg:npm/*", "k")({ name: "a", purl: "nonsense" })).toBe(false);
});

test("many stars against a long name end", () => {
  const subject = { name: "a".repeat(2000) };
  expect(packageSelector(`${"a*".repeat(1000)}b`, "k")(subject)).toBe(false);
});

test("a selector has ranges of Python for packages of Python only", () => {
  const matches = packageSelector("pkg:pypi/requests@>=2.20,<3", "package");
  const subject = { name: "requests", ecosystem: "pypi" };
  expect(matches({ ...subject, version: "2.31.0", purl: "pkg:pypi/requests@2.31.0" })).toBe(true);
  expect(matches({ ...subject, version: "3.0", purl: "pkg:pypi/requests@3.0" })).toBe(false);
});
