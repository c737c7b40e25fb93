import { DEFAULT_SLO } from "@assay/core";
import { describe, expect, test } from "vitest";
import { comparePromises } from "./compare.ts";
import { readPromises } from "./promises.ts";

/** `severity kind time @line:column`, the form in which these tests compare. */
function told(markdown: string): readonly string[] {
  return readPromises(markdown).map(
    ({ severity, kind, time, line, column }) => `${severity} ${kind} ${time} @${line}:${column}`,
  );
}

const GOOD = `# Security

| Severity | Acknowledgement | Fix |
| :--- | :---: | ---: |
| **Critical** (CVSS 9.0–10.0) | 24 h | [7 days](#x) |
| High | \`48 h\`[^1] | 14<br>days
| Moderate | 1 week | 30 days |
`;

const ALL = [
  "critical answer 24 @5:34",
  "critical fix 168 @5:41",
  "high answer 48 @6:10",
  "high fix 336 @6:23",
  "medium answer 168 @7:14",
  "medium fix 720 @7:23",
];

describe("tables", () => {
  test("every cell has its severity, kind, hours and place; a missing last pipe does not matter", () => {
    expect(told(GOOD)).toEqual(ALL);
    expect(told(GOOD.replaceAll("\n", "\r\n"))).toEqual(ALL);
  });

  test("severities as header", () => {
    expect(
      told(
        "| | Critical | High / Medium |\n|-|-|-|\n| First response | 1 day | 2 days |\n| Patch \\| release | 1 week | - |\n",
      ),
    ).toEqual([
      "critical answer 24 @3:20",
      "high answer 48 @3:28",
      "medium answer 48 @3:28",
      "critical fix 168 @4:22",
      "high fix none @4:31",
      "medium fix none @4:31",
    ]);
  });

  test("scores stand for severities; P0 stands for nothing", () => {
    expect(
      told(
        "CVSS | Triage | Resolution\n-|-|-\n9.0 - 10.0 | 1 d | 7 d\n7.0–8.9 | 2 d | 14 d\nP0 | 1 d | 1 d\n",
      ),
    ).toEqual([
      "critical answer 24 @3:14",
      "critical fix 168 @3:20",
      "high answer 48 @4:11",
      "high fix 336 @4:17",
    ]);
  });

  test("of two columns for one kind the one that names it best counts", () => {
    expect(
      told(
        "| Severity | Triage | Acknowledgement | Disclosure | Fix | Notes |\n|-|-|-|-|-|-|\n| High | 3 d | 1 d | 90 d | 7 d | 2 d |\n",
      ),
    ).toEqual(["high answer 24 @3:16", "high fix 168 @3:29"]);
  });

  test("a column that says neither is undetermined for both; one without times says nothing", () => {
    expect(
      told("| Severity | Target time | Example |\n|---|---|---|\n| High | 3 days | RCE |\n"),
    ).toEqual(["high answer undetermined @3:10", "high fix undetermined @3:10"]);
  });

  test("supported versions, fenced blocks and comments are no promises", () => {
    expect(told("| Version | Critical fix |\n|---|---|\n| critical 1.x | 3 days |\n")).toEqual([]);
    expect(told(`~~~\n${GOOD}~~~\n<!--\n${GOOD}-->\n\`\`\`md\n${GOOD}`)).toEqual([]);
  });
});

describe("lists", () => {
  test("one item a severity", () => {
    expect(
      told(
        "- **Critical**: we respond within 24 hours and fix within 7 days\n* High: first answer 2 days; patch in 2 weeks\n",
      ),
    ).toEqual([
      "critical answer 24 @1:1",
      "critical fix 168 @1:1",
      "high answer 48 @2:1",
      "high fix 336 @2:1",
    ]);
  });

  test("items below a severity, as item or heading, or below a kind", () => {
    expect(told("- Critical\n  - Acknowledge: 24 h\n  - Fix: 7 d\n- Mail: 3 days\n")).toEqual([
      "critical answer 24 @2:3",
      "critical fix 168 @3:3",
    ]);
    expect(
      told(
        "### High severity\n\n1. Initial response: 48 h\n2. Remediation: 14 d\n\n## Else\n- Fix: 3 d\n",
      ),
    ).toEqual(["high answer 48 @3:1", "high fix 336 @4:1"]);
    expect(told("Time to fix:\n\n- Critical: 7 days\n- Low (next release)\n")).toEqual([
      "critical fix 168 @3:1",
    ]);
  });

  test("a time that says neither is undetermined", () => {
    expect(told("- Medium: 30 days\n")).toEqual([
      "medium answer undetermined @1:1",
      "medium fix undetermined @1:1",
    ]);
  });
});

describe("against the policy", () => {
  const against = (markdown: string) =>
    comparePromises(readPromises(markdown), DEFAULT_SLO).map(
      ({ severity, kind, state, allowedHours, promise }) =>
        `${severity} ${kind} ${state} ${allowedHours} ${promise?.line ?? "-"}`,
    );

  test("equal and tighter times meet it", () => {
    expect(against(GOOD)).toEqual([]);
    expect(against(GOOD.replace("24 h", "1 hour").replace("30 days", "3 weeks"))).toEqual([]);
  });

  test("looser, missing and unclear times are told apart", () => {
    expect(
      against(GOOD.replace("24 h", "2 days").replace("1 week", "soon").replace("30 days", "-")),
    ).toEqual([
      "critical answer looser 24 5",
      "medium answer undetermined 168 7",
      "medium fix missing 720 -",
    ]);
  });

  test("of two tables the strictest counts, and that the other one says more is a contradiction", () => {
    expect(against(`${GOOD}\n${GOOD.replace("24 h", "3 days")}`)).toEqual([
      "critical answer contradiction 24 13",
    ]);
  });
});
