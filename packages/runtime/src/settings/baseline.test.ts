import { UsageError } from "@assay/core";
import { render, renderJson } from "@assay/reporting";
import { aFinding, anInput, aResult, fullReport } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { conclude } from "../conclude/evaluate-report.ts";
import { acceptedBy, parseBaseline, staleNotices } from "./baseline.ts";

const SARIF = await render("sarif", fullReport());

describe("parseBaseline", () => {
  it("reads a JSON report of Assay", () => {
    const report = conclude(anInput({ results: [aResult({ findings: [aFinding()] })] }));
    const baseline = parseBaseline(`\uFEFF${renderJson(report)}`, "b.json");
    expect(baseline.generatedAt).toBe("2026-11-22T12:00:00.000Z");
    expect([...baseline.entries.values()]).toEqual([
      {
        fingerprint: aFinding().fingerprint,
        check: "licenses",
        acceptedAt: "2026-11-22T12:00:00.000Z",
      },
    ]);
  });

  it("reads a report that an earlier version wrote", () => {
    const report = conclude(anInput({ results: [aResult({ findings: [aFinding()] })] }));
    const { subject: _, settings: __, acts: ___, ...rest } = report;
    const old = { ...rest, schema: 1, repository: { name: "acme/shop" } };
    expect(parseBaseline(JSON.stringify(old), "b.json")).toEqual(
      parseBaseline(renderJson(report), "b.json"),
    );
  });

  it("leaves out what the config suppressed, and keeps the day on which the rest was accepted", () => {
    const baseline = parseBaseline(renderJson(fullReport()), "b.json");
    const accepted = [...baseline.entries.values()].map(({ check, acceptedAt }) => [
      check,
      acceptedAt.slice(0, 10),
    ]);
    expect(accepted).toEqual([
      ["secrets", "2026-11-22"],
      ["licenses", "2026-11-22"],
      ["licenses", "2026-11-01"],
      ["sbom", "2026-11-22"],
      ["suppressions", "2026-11-22"],
    ]);
  });

  it.each([
    ["", "is empty"],
    ["{", "is not valid JSON"],
    ["[]", "is a JSON list"],
    ["3", "is no JSON object"],
    [SARIF, "is a SARIF report"],
    ["{}", "was not written by Assay"],
    ['{"tool":{"name":"assay"},"schema":3}', "has report schema 3; this version reads 1 and 2"],
    ['{"tool":{"name":"assay"}}', "has report schema missing"],
    ['{"tool":{"name":"assay"},"schema":1,"generatedAt":"x"}', "has no valid `generatedAt`"],
    [
      '{"tool":{"name":"assay"},"schema":1,"generatedAt":"2026-01-01T00:00:00Z"}',
      "has no list of findings",
    ],
    [
      '{"tool":{"name":"assay"},"schema":1,"generatedAt":"2026-01-01T00:00:00Z","findings":[{"fingerprint":"__proto__"}]}',
      "has a faulty finding at findings[0]",
    ],
    ["[".repeat(100_000), "is not valid JSON"],
  ])("refuses %.60s", (text, found) => {
    const read = () => parseBaseline(text, "b.json");
    expect(read).toThrow(UsageError);
    expect(read).toThrow(`The baseline b.json ${found}`);
  });
});

describe("staleNotices", () => {
  it("counts per check what is gone, only where the check looked at everything", () => {
    const baseline = parseBaseline(renderJson(fullReport()), "b.json");
    expect(staleNotices(baseline, new Set(["licenses"]), [])).toEqual([
      "2 findings of the check licenses in the baseline are gone. Make the baseline again, so that they can't come back unseen.",
    ]);
    expect(staleNotices(baseline, new Set(), [])).toEqual([]);
    expect(staleNotices(undefined, new Set(["licenses"]), [])).toEqual([]);
  });
});

describe("a finding with several places", () => {
  const [both, first, second, third] = ["0", "1", "2", "3"].map((digit) => digit.repeat(64));
  const parts = [first ?? "", second ?? ""];
  const found = aFinding({ fingerprint: both ?? "", parts });
  const report = conclude(anInput({ results: [aResult({ findings: [found] })] }));
  const baseline = parseBaseline(renderJson(report), "b.json");
  const accepts = (name: string | undefined, places: readonly string[] = []) =>
    acceptedBy(baseline, "licenses", [name ?? ""], places) !== undefined;

  it("stays accepted when one of its places is fixed", () => {
    expect(accepts(both, parts)).toBe(true);
    expect(accepts(second)).toBe(true);
  });

  it("is not accepted when it has one more", () => {
    expect(accepts("4".repeat(64), [...parts, third ?? ""])).toBe(false);
    expect(accepts(third)).toBe(false);
  });

  it("is one finding for who counts what is gone", () => {
    expect(staleNotices(baseline, new Set(["licenses"]), [])).toHaveLength(1);
    expect(
      staleNotices(
        baseline,
        new Set(["licenses"]),
        [found].map((each) => ({ ...each, check: "licenses" })),
      ),
    ).toEqual([]);
  });
});
