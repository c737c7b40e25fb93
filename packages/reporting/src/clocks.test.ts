import type { Finding, Report } from "@assay/core";
import { DEFAULT_SLO, fingerprint } from "@assay/core";
import { conclude } from "@assay/runtime";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { clockedFindings, clockSince, clockSummary } from "./clocks.ts";
import { renderHtml } from "./html.ts";
import { renderJunit } from "./junit.ts";
import { renderSarif } from "./sarif.ts";
import { renderSummary } from "./summary.ts";

/** Of 22 November 2026: a high finding has 2 days for an answer and 14 for its fix. */
function reportOf(...starts: readonly (Partial<Finding> & { readonly on: string })[]): Report {
  const findings = starts.map(({ on, ...given }, index) =>
    aFinding({
      message: `finding ${index}`,
      fingerprint: fingerprint("a", String(index)),
      firstSeen: `2026-${on}T12:00:00Z`,
      ...given,
    }),
  );
  const ledger = {
    path: "l.yml",
    entries: [
      { id: "x", owner: "o", date: "2026-11-01T00:00:00Z", fixed: "2026-11-02T00:00:00Z", line: 1 },
      { id: "y", owner: "o", date: "2026-11-01T00:00:00Z", fixed: "2026-11-03T12:00:00Z", line: 2 },
    ],
  };
  return conclude(
    anInput({
      results: [aResult({ findings })],
      policy: { failOn: "never", suppressions: [], slo: DEFAULT_SLO, ledger },
    }),
  );
}

const acknowledged = { by: "vex", at: "2026-11-10T00:00:00Z", owner: "maria" } as const;
const REPORT = reportOf(
  { on: "11-22" },
  { on: "11-10", acknowledged },
  { on: "11-01", acknowledged },
  { on: "11-19" },
  { on: "10-01", suppression: { by: "ignore", reason: "r" } },
);

describe("the table of clocks", () => {
  it("has what is late or soon will be, worst first, and says who answers for it", () => {
    expect(clockedFindings(REPORT).map(({ message }) => message)).toEqual([
      "finding 2",
      "finding 3",
      "finding 1",
    ]);
    const text = renderSummary(REPORT);
    expect(text.match(/^\| high \| finding \d \| .*(?:due|given).*$/gm)).toEqual([
      "| high | finding 2 | given on 2026-11-10 | overdue since 2026-11-15 | maria |",
      "| high | finding 3 | overdue since 2026-11-21 | due by 2026-12-03 | – |",
      "| high | finding 1 | given on 2026-11-10 | due by 2026-11-24, soon | maria |",
    ]);
  });

  it("counts open findings by severity, answers, fixes, what is due soon, and the mean time to a fix", () => {
    expect(REPORT.clocks).toEqual({
      open: { critical: 0, high: 4, medium: 0, low: 0, info: 0 },
      ...{ breached: 2, breachedAnswer: 1, breachedFix: 1, dueSoon: 1 },
      fixed: { count: 2, meanHours: 42 },
    });
    expect(clockSummary(REPORT)).toBe(
      "1 answer overdue, 1 fix overdue, 1 due soon, 1 in time (4 high); 2 fixed, 42 hours after the acknowledgement on average",
    );
    expect(REPORT.headline).toContain("; 1 answer overdue, 1 fix overdue; ");
  });

  it("stands in every format, and not where no clock runs", () => {
    expect(renderHtml(REPORT)).toContain('<h2 id="clocks">Response clocks: 1 answer overdue');
    const [run] = JSON.parse(renderSarif(REPORT)).runs;
    expect(run.properties.clocks).toEqual(REPORT.clocks);
    expect(run.results[0].properties.clock).toEqual(REPORT.findings[0]?.slo);
    expect(renderJunit(REPORT)).toContain(
      "Answer: given on 2026-11-10; fix: overdue since 2026-11-15",
    );
    const none = conclude(anInput());
    expect(none.clocks).toBeUndefined();
    expect(renderHtml(none) + renderSummary(none)).not.toContain("Response clocks");
  });

  it("says in a finding since when its clock runs, and its dates only where the table has them not", () => {
    const text = renderSummary(REPORT);
    expect(text).toContain("- Clock since: 2026-11-22, when it was brought in");
    expect(text.match(/- Fix due/g)).toHaveLength(1);
    const cut = reportOf({ on: "11-20", clockSource: "shallow" }).findings[0];
    expect(cut && clockSince(cut)).toBe(
      "2026-11-20, the oldest commit of this shallow clone (`fetch-depth: 0` tells more)",
    );
  });
});
