import type { Report } from "@assay/core";
import { fullReport, reportWith } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderJson } from "./json.ts";

describe("renderJson", () => {
  it("reads back as the report", () => {
    const report = fullReport();
    expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it("writes keys in one order, whatever order they were made in", () => {
    const report = fullReport();
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report;
    expect(renderJson(turned)).toBe(renderJson(report));
    expect(Object.keys(JSON.parse(renderJson(turned)))).toEqual([
      ...["schema", "tool", "command", "outcome", "headline", "generatedAt", "failOn"],
      ...[
        "subject",
        "settings",
        "checks",
        "acts",
        "findings",
        "clocks",
        "rules",
        "artifacts",
        "notices",
      ],
    ]);
  });

  it("keeps the order of the units of a coverage", () => {
    const report = fullReport();
    const [first] = report.checks;
    const inspected = { zebras: 1, artifacts: 2, name: 3 };
    const checks = first ? [{ ...first, coverage: { ...first.coverage, inspected } }] : [];
    const text = renderJson({ ...report, checks });
    expect(Object.keys(JSON.parse(text).checks[0].coverage.inspected)).toEqual([
      "zebras",
      "artifacts",
      "name",
    ]);
  });

  it("gives no order to a runner that prints it", () => {
    const text = renderJson(reportWith(1, { message: "##vso[task.complete result=Failed]" }));
    expect(text).not.toContain("##vso[");
    expect(JSON.parse(text).findings[0].message).toBe("##vso[task.complete result=Failed]");
  });

  it("hides nothing in the file and keeps the text", () => {
    const text = renderJson(reportWith(1, { message: "a\u202eb\u200bc" }));
    expect(text).toContain("a\\u202eb\\u200bc");
    expect(JSON.parse(text).findings[0].message).toBe("a\u202eb\u200bc");
  });
});
