import { errorReport, fullReport, reportWith } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { ANNOTATION_MESSAGE_LIMIT, renderAnnotations } from "./annotations.ts";

describe("renderAnnotations", () => {
  it("says what blocks as errors, beside its place", () => {
    const annotations = renderAnnotations(fullReport());
    expect(annotations.map(({ level }) => level)).toEqual(["error", "error", "notice", "notice"]);
    expect(annotations[1]).toEqual({
      level: "error",
      title: "high: Licence that is not allowed",
      message:
        "`left-pad` has the licence `GPL-3.0-only`, which is not allowed. About left-pad@1.3.0. Replace `left-pad` by `String.prototype.padStart`, or allow the licence. licenses.denied.",
      file: "package-lock.json",
      startLine: 118,
      endLine: 118,
      startColumn: 5,
      endColumn: 31,
    });
  });

  it("warns of what is at least medium and does not block", () => {
    const report = reportWith(1);
    const [finding] = report.findings;
    const told = {
      ...report,
      findings: finding ? [{ ...finding, decision: "report" as const }] : [],
    };
    expect(renderAnnotations(told)[0]?.level).toBe("warning");
  });

  it.each([
    [9, 9],
    [10, 10],
    [11, 10],
    [5000, 10],
  ])("of %i findings makes %i annotations", (count, expected) => {
    const annotations = renderAnnotations(reportWith(count));
    expect(annotations).toHaveLength(expected);
    expect(annotations.at(-1)?.message.includes("more")).toBe(count > 10);
    if (count > 10) expect(annotations.at(-1)?.title).toBe(`Assay: ${count - 9} more`);
  });

  it("cuts messages at a word", () => {
    const [annotation] = renderAnnotations(reportWith(1, { message: "word ".repeat(2000) }));
    expect(annotation?.message.length).toBeLessThanOrEqual(ANNOTATION_MESSAGE_LIMIT);
    expect(annotation?.message).toMatch(/word…$/);
  });

  it("names a place in an old commit and points at no line", () => {
    const location = { path: "a.ts", startLine: 3, commit: "b".repeat(40) };
    const [annotation] = renderAnnotations(reportWith(1, { location }));
    expect(annotation?.file).toBeUndefined();
    expect(annotation?.message).toContain("Found at a.ts:3 in commit bbbbbbbbbbbb.");
  });

  it.each(["commit", "headCommit"] as const)(
    "points at the line that the run's own %s brought",
    (of) => {
      const commit = "b".repeat(40);
      const report = reportWith(1, { location: { path: "a.ts", startLine: 3, commit } });
      const subject = { workingDirectory: "apps/web", [of]: commit };
      const [annotation] = renderAnnotations({ ...report, subject });
      expect(annotation).toMatchObject({ file: "apps/web/a.ts", startLine: 3 });
      expect(annotation?.message).not.toContain("in commit");
    },
  );

  it("gives columns only within one line", () => {
    const location = { path: "a.ts", startLine: 3, endLine: 5, startColumn: 2, endColumn: 4 };
    const [annotation] = renderAnnotations(reportWith(1, { location }));
    expect(annotation).toMatchObject({ startLine: 3, endLine: 5 });
    expect(annotation?.startColumn).toBeUndefined();
  });

  it("tells a check that could not work", () => {
    expect(renderAnnotations(errorReport())).toEqual([
      {
        level: "error",
        title: "Secrets could not do its work",
        message:
          "git stopped with exit code 128. fatal: bad object HEAD. Fetch the whole history with `fetch-depth: 0`.",
      },
    ]);
  });

  it("says each failure of an act as an error, with its rule", () => {
    const failure = {
      item: "a.zip",
      ruleId: "verify.digest-mismatch",
      kind: "policy" as const,
      message: "a.zip is not what was signed",
      hint: "Get it again.",
    };
    const coverage = { inspected: { files: 1 }, skipped: [], summary: "One file" };
    const act = {
      act: "verify",
      title: "Verification",
      records: [],
      failures: [failure],
      coverage,
      notices: [],
      outcome: "fail" as const,
    };
    const report = { ...reportWith(0), acts: [act] };
    expect(renderAnnotations(report)).toEqual([
      {
        level: "error",
        title: "Verification: a.zip",
        message: "a.zip is not what was signed. Get it again. verify.digest-mismatch.",
      },
    ]);
  });

  it("keeps one line per text", () => {
    const [annotation] = renderAnnotations(reportWith(1, { message: "a\n::error::b\u202e" }));
    expect(annotation?.message).toMatch(/^a ::error::b\\u\{202e\}\./);
  });
});
