import type { Finding } from "@assay/core";
import { endOfDay, fingerprint, UsageError } from "@assay/core";
import { describe, expect, it } from "vitest";
import { compileSuppressions, type SuppressionEntry } from "./suppression.ts";

const FINDING: Finding = {
  ruleId: "licenses.denied",
  severity: "high",
  message: "m",
  fingerprint: fingerprint("licenses.denied", "x"),
  location: { path: "test/fixtures/package-lock.json", startLine: 3 },
  subject: {
    name: "@scope/pad",
    version: "1.2.3",
    purl: "pkg:npm/%40scope/pad@1.2.3?vcs=x#src",
  },
};

function entry(overrides: Partial<SuppressionEntry>): SuppressionEntry {
  return { reason: "because", owner: "maria", expires: "2027-01-31", ...overrides };
}

function matches(overrides: Partial<SuppressionEntry>, finding: Finding = FINDING): boolean {
  return compileSuppressions([entry(overrides)])[0]?.matches(finding) ?? false;
}

function problemsOf(...entries: Partial<SuppressionEntry>[]): readonly string[] {
  try {
    compileSuppressions(entries.map(entry));
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return error instanceof UsageError ? error.problems : [];
  }
  return [];
}

describe("compileSuppressions", () => {
  it("matches a fingerprint exactly, also beside a rule", () => {
    expect(matches({ fingerprint: FINDING.fingerprint })).toBe(true);
    expect(matches({ fingerprint: "0".repeat(64) })).toBe(false);
    expect(matches({ fingerprint: FINDING.fingerprint, rule: "licenses.denied" })).toBe(true);
    expect(matches({ fingerprint: FINDING.fingerprint, rule: "licenses.unknown" })).toBe(false);
  });

  it("narrows a rule by path and package", () => {
    expect(matches({ rule: "licenses.denied" })).toBe(true);
    expect(matches({ rule: "licenses.den" })).toBe(false);
    expect(matches({ rule: "licenses.denied", path: "test/**" })).toBe(true);
    expect(matches({ rule: "licenses.denied", path: "src/**" })).toBe(false);
    expect(matches({ rule: "licenses.denied", path: "test/**", package: "other" })).toBe(false);
  });

  it.each([
    ["@scope/pad", true],
    ["@scope/*", true],
    ["@scope/pad@1.2.3", true],
    ["@scope/pad@1.*", true],
    ["@scope/pad@2.*", false],
    ["pad", false],
    ["pkg:npm/%40scope/pad", true],
    ["pkg:npm/%40scope/pad@1.2.3", true],
    ["pkg:npm/%40scope/pad@1.2.3?vcs=x#src", true],
    ["pkg:npm/%40scope/pa", false],
    ["pkg:npm/%40scope/*", true],
    ["pkg:pypi/*", false],
  ])("matches package %s: %s", (pattern, expected) => {
    expect(matches({ rule: "licenses.denied", package: pattern })).toBe(expected);
  });

  it("keeps a finding that also stands outside the glob, or has no place or package", () => {
    const elsewhere = { ...FINDING, relatedLocations: [{ path: "src/a.json" }] };
    expect(matches({ rule: "licenses.denied", path: "test/**" }, elsewhere)).toBe(false);
    const bare = { ...FINDING, location: undefined, subject: undefined };
    expect(matches({ rule: "licenses.denied", path: "**" }, bare)).toBe(false);
    expect(matches({ rule: "licenses.denied", package: "*" }, bare)).toBe(false);
  });

  it("tells every fault of every entry at once", () => {
    expect(
      problemsOf({}, { rule: "*", owner: " " }, { rule: "a.b", expires: "2027-02-30" }),
    ).toEqual([
      "suppressions[0]: has neither `fingerprint` nor `rule`; give one of them",
      "suppressions[1]: `rule: *` alone would hide too much; narrow it with `path` or `package`",
      "suppressions[1]: `owner` is empty; it must say something",
      'suppressions[2]: `expires` is "2027-02-30"; write a day as YYYY-MM-DD, such as 2027-01-31',
    ]);
    expect(problemsOf({ fingerprint: "abc" })[0]).toContain("64 lower-case hex digits");
    expect(problemsOf({ rule: "suppressions.unused" })[0]).toContain("can't be suppressed");
    expect(problemsOf({ rule: "a.b", path: "" })[0]).toContain("`path` is empty");
    expect(problemsOf({ rule: "a.b", package: "pkg:npm/foo/@1" })[0]).toContain("no package URL");
  });
});

describe("endOfDay", () => {
  it("is the first instant after the day in UTC", () => {
    expect(endOfDay("2026-12-31")).toBe(Date.parse("2027-01-01T00:00:00.000Z"));
    expect(endOfDay("2028-02-29")).toBe(Date.parse("2028-03-01T00:00:00.000Z"));
  });

  it.each(["", "2026-13-01", "2027-02-29", "26-01-01", "2026-1-1", "2026-01-01T00:00:00Z"])(
    "refuses %j",
    (day) => {
      expect(endOfDay(day)).toBeUndefined();
    },
  );
});
