import type { AdvisoryGroup, AdvisoryMatch } from "@assay/advisories";
import type { Component } from "@assay/inventory";
import { describe, expect, test } from "vitest";
import { decide } from "./decision.ts";
import type { DependenciesOptions } from "./inputs.ts";
import { vulnerable } from "./test/exceptions.ts";
import { OPTIONS } from "./test/gate.ts";

interface Case {
  readonly kind?: AdvisoryGroup["kind"];
  readonly level?: AdvisoryGroup["severity"]["level"];
  readonly verdict?: AdvisoryMatch["verdict"];
  readonly scope?: Component["scope"];
  readonly change?: "new" | "existing";
  readonly version?: null;
  readonly ignored?: boolean;
}

/** What is decided, without its reason. */
function decided(given: Case, options: Partial<DependenciesOptions> = {}) {
  const { kind = "vulnerability", level = "high", scope = "runtime", version, change } = given;
  const made = vulnerable({ level, group: { kind }, component: { scope } });
  const { version: _, ...unversioned } = made.component;
  const component = version === null ? unversioned : made.component;
  const match = { ...made.match, verdict: given.verdict ?? "affected" };
  const suppression = given.ignored ? ({ by: "ignore", reason: "r" } as const) : undefined;
  const all = { component, match, ...(change && { change }) };
  const { why, ...decision } = decide(all, { ...OPTIONS, ...options }, suppression);
  expect(why).toMatch(/\.$/);
  return { ...decision, ruleId: decision.ruleId.replace("dependencies.", "") };
}

const VULNERABLE = { ruleId: "vulnerable", severity: "high" };

describe("the order of a decision (§3.17)", () => {
  test("3: malware blocks, in development and where it existed too", () => {
    const malware = { ruleId: "malware", severity: "critical" };
    const given = { kind: "malware", level: "unknown", scope: "development" } as const;
    expect(decided(given, { thresholdDevelopment: "never" })).toEqual(malware);
    expect(decided({ ...given, change: "existing" })).toEqual(malware);
    expect(decided({ ...given, change: "existing" }, { onExisting: "report" })).toEqual(malware);
  });

  test("5: an ignore or VEX statement suppresses, and the finding stays listed as what it is", () => {
    expect(decided({ ignored: true })).toEqual({
      ...VULNERABLE,
      suppression: { by: "ignore", reason: "r" },
    });
  });

  test.each([
    ["warn", {}, { severity: "high", threshold: "never" }],
    ["block", {}, { severity: "high", threshold: "high" }],
    ["block", { level: "unknown" }, { severity: "medium", threshold: "medium" }],
  ] as const)("6: undetermined has a policy of its own: %s %j", (undetermined, more, expected) => {
    expect(decided({ verdict: "undetermined", ...more }, { undetermined })).toEqual({
      ruleId: "undetermined",
      ...expected,
    });
  });

  test.each([
    ["block", "runtime", {}, { severity: "high", threshold: "high" }],
    ["block", "runtime", { failOn: "never" }, { severity: "high", threshold: "never" }],
    [
      "block",
      "development",
      { thresholdDevelopment: "never" },
      { severity: "high", threshold: "never" },
    ],
    [
      "block",
      "development",
      { thresholdDevelopment: "critical" },
      { severity: "high", threshold: "critical" },
    ],
    ["warn", "runtime", {}, { severity: "high", threshold: "never" }],
    ["low", "runtime", {}, { severity: "low" }],
    [
      "critical",
      "optional",
      { thresholdOptional: "high" },
      { severity: "critical", threshold: "high" },
    ],
  ] as const)(
    "6: unknown severity is a state of its own: %s in %s %j",
    (unknownSeverity, scope, more, expected) => {
      expect(decided({ level: "unknown", scope }, { unknownSeverity, ...more })).toEqual({
        ruleId: "unknown-severity",
        ...expected,
      });
    },
  );

  test.each([
    ["runtime", {}, {}],
    ["development", { thresholdDevelopment: "critical" }, { threshold: "critical" }],
    ["optional", { thresholdOptional: "never" }, { threshold: "never" }],
    ["optional", { thresholdDevelopment: "never" }, {}],
  ] as const)("7: the threshold of the scope counts: %s %j", (scope, more, expected) => {
    expect(decided({ scope }, more)).toEqual({ ...VULNERABLE, ...expected });
  });

  test("8: new blocks by the threshold", () => {
    expect(decided({ change: "new" })).toEqual({ ...VULNERABLE, change: "new" });
  });

  test.each([
    ["deadline", { change: "existing" }],
    ["block", { change: undefined }],
    ["report", { change: "existing", threshold: "never" }],
  ] as const)("9: existing waits for its deadline, or not: %s", (onExisting, expected) => {
    expect(decided({ change: "existing" }, { onExisting })).toEqual({ ...VULNERABLE, ...expected });
  });

  test("what is used in attacks counts in every scope, and has its deadline where it existed", () => {
    const of = (change: "new" | "existing", options: Partial<DependenciesOptions> = {}) => {
      const made = vulnerable({ level: "low", component: { scope: "development" } });
      const policy = { ...OPTIONS, thresholdDevelopment: "never" as const, ...options };
      return decide({ ...made, change }, policy, undefined, "It is used.");
    };
    const expected = { ruleId: "dependencies.vulnerable", severity: "low", threshold: "low" };
    expect(of("new")).toEqual({ ...expected, change: "new", why: "It is used." });
    expect(of("existing")).toEqual({ ...expected, change: "existing", why: "It is used." });
    expect(of("new", { failOn: "never" }).threshold).toBe("never");
  });

  test("`warn-only` covers every path", () => {
    const all: readonly Case[] = [
      { kind: "malware" },
      { verdict: "undetermined" },
      { level: "unknown" },
      { change: "new" },
      { change: "existing" },
      { kind: "informational" },
    ];
    const options = { warnOnly: true, undetermined: "block", onExisting: "block" } as const;
    for (const each of all) expect(decided(each, options).threshold).toBe("never");
  });

  test("a notice is no vulnerability, and a score of 0 is none either", () => {
    expect(decided({ kind: "informational", level: "unknown" })).toEqual({
      ruleId: "informational",
      severity: "info",
      threshold: "never",
    });
    expect(decided({ level: "none" })).toEqual({ ruleId: "vulnerable", severity: "info" });
  });

  test("what has no version is affected, or reported where that is allowed", () => {
    expect(decided({ version: null })).toEqual(VULNERABLE);
    expect(decided({ version: null }, { allowNoVersion: true })).toEqual({
      ...VULNERABLE,
      threshold: "never",
    });
  });
});
