import { conclude } from "@assay/runtime";
import {
  anInput,
  aResult,
  errorReport,
  fullReport,
  reportOfKinds,
  reportOfPackages,
  reportWith,
} from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderText } from "./text.ts";

describe("renderText", () => {
  it("tells coverage, findings, what was not looked at, and the verdict last", () => {
    const text = renderText(fullReport());
    expect(text).toContain(
      "✗ Licences: 1 high; 1 suppressed\n  Looked at: 3 lockfiles, whole tree.\n",
    );
    expect(text).toContain("Not looked at: 1 item\n  - media/intro.mp4: larger than 50 MiB");
    expect(text).toContain("Suppressed: 1 finding\n  - An AWS access key");
    expect(text).toContain("    introduced by shop@1.0.0 › format-table@2.1.0 › left-pad@1.3.0\n");
    expect(text).toContain("  low  sbom.unpinned  requirements.txt:4  (does not block)\n");
    expect(text).toContain("  critical  secrets.aws-access-key  deploy/settings.ts:12\n");
    expect(text).toContain("    also at deploy/old.ts:3 in commit aaaaaaaaaaaa\n");
    expect(text).toContain(
      "Response clocks: 1 answer overdue, 1 fix overdue, 1 in time (1 critical, 1 medium)\n  - critical: An AWS access key stands in `deploy/settings.ts` (answer overdue since 2026-11-15; fix\n    overdue since 2026-11-21; owner –)\n",
    );
    expect(text).not.toContain("\u001b");
    expect(text.trimEnd().split("\n").slice(-4)).toEqual([
      "Fails: 2 findings at or above medium (1 critical, 1 high); 1 answer overdue, 1 fix overdue; 2",
      "suppressed.",
      "Next: An AWS access key stands in `deploy/settings.ts`. Revoke the key at AWS first; then remove it",
      "from the file and the history.",
    ]);
  });

  it("is the same text with colours", () => {
    const coloured = renderText(fullReport(), { colour: true });
    expect(coloured).toContain("\u001b[31m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(renderText(fullReport()));
  });

  it("keeps to the width of the terminal, but for words that are longer", () => {
    for (const width of [60, 80, 120]) {
      const lines = renderText(fullReport(), { width }).split("\n");
      const long = lines.filter((line) => line.length > width && line.trim().includes(" "));
      expect(long.filter((line) => !/^ {2}\w+ {2}/.test(line))).toEqual([]);
    }
  });

  it("tells why a check could not work, and what to do", () => {
    const text = renderText(errorReport());
    expect(text).toContain("! Secrets: no result\n");
    expect(text).toContain("  Error: git stopped with exit code 128\n  - fatal: bad object HEAD\n");
    // On one screen it is said once.
    expect(text).not.toContain("Next:");
  });

  it.each([
    [50, false],
    [51, true],
  ])("of %i kinds of mild findings says whether there are more", (count, isMore) => {
    const text = renderText(reportOfKinds(count, { severity: "low" }));
    expect(text.includes("…and 1 finding more")).toBe(isMore);
  });

  it("leaves out nothing that fails the run", () => {
    const text = renderText(reportOfKinds(120));
    expect(text.match(/^ {2}high {2}licenses\.denied/gm)).toHaveLength(120);
  });

  it("quotes the line with a mark under the place, within the width", () => {
    const excerpt = { text: `${"x".repeat(90)}key${"y".repeat(90)}`, markStart: 90, markEnd: 93 };
    const report = reportWith(1, { location: { path: "a.yml", startLine: 7, excerpt } });
    const lines = renderText(report, { width: 60 }).split("\n");
    const at = lines.findIndex((line) => line.startsWith("      7 | …"));
    const [quoted = "", mark = ""] = lines.slice(at, at + 2);
    expect(quoted.length).toBeLessThanOrEqual(60);
    expect(mark.trimEnd()).toBe(`        | ${" ".repeat(quoted.indexOf("key") - 10)}^^^`);
  });

  it("says what scope a package is of", () => {
    const subject = { name: "left-pad", version: "1.3.0", scope: "development" } as const;
    expect(renderText(reportWith(1, { subject }))).toMatch(/licenses\.denied .* development$/m);
  });

  it("tells the first finding of a kind in full and the others in a line, up to ten", () => {
    const text = renderText(reportOfPackages(12));
    expect(text.match(/To do:/g)).toHaveLength(1);
    expect(text).toContain("    11 more of this kind:\n      p1@1.0.0   package-lock.json:2\n");
    expect(text).toContain("      …and 1 more: `--format html` and `--format json` list all\n");
    expect(text).not.toContain("p11@1.0.0");
    expect(renderText(reportOfPackages(11))).not.toContain("…and");
    expect(renderText(reportOfPackages(2))).toContain("    1 more of this kind:\n");
  });

  it("keeps text to copy as it is, however narrow the terminal", () => {
    expect(renderText(reportOfPackages(1), { width: 40 })).toContain(
      '    exception to paste:\n      licenses:\n        exceptions:\n          - package: "p0@1.0.0"\n',
    );
  });

  it("tells the verdict at the top too when no screen shows both ends", () => {
    const verdict = (count: number) => renderText(reportOfKinds(count)).match(/^Fails: .*$/gm);
    expect(verdict(3)).toHaveLength(1);
    expect(verdict(20)).toHaveLength(2);
    expect(renderText(reportOfKinds(20))).toMatch(/^Fails: 20 findings/);
  });

  it("counts one in the singular, and says of nothing that it is nothing", () => {
    const coverage = { inspected: { lockfiles: 1, entries: 1, kept: 1 }, skipped: [], summary: "" };
    const text = renderText(conclude(anInput({ results: [aResult({ coverage })] })));
    expect(text).toContain("✓ Licences: no findings\n  Looked at: 1 lockfile, 1 entry, 1 kept.\n");
  });

  it("tells what was skipped by its reason", () => {
    const skipped = ["a", "b", "c", "d", "e"].map((item) => ({ item, reason: "binary content" }));
    const coverage = { inspected: { files: 5 }, skipped, summary: "5 files" };
    const text = renderText(conclude(anInput({ results: [aResult({ coverage })] })));
    expect(text).toContain("Not looked at: 5 items\n  - a, b, c and 2 more: binary content\n");
  });

  it("shows no fingerprint, but where they are", () => {
    const text = renderText(fullReport());
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    expect(text).toContain("add its fingerprint to `suppressions`; `--format json` shows it.");
  });

  it("says where fingerprints are only where a finding has no entry to paste", () => {
    expect(renderText(reportOfPackages(3))).not.toContain("add its fingerprint");
  });

  it("sends no control sequence of a finding to the terminal", () => {
    const text = renderText(
      reportWith(1, { message: "\u001b]0;x\u0007 \u202e", ruleId: "a\u001b[2J" }),
    );
    expect(text).not.toMatch(/[\u202e]/);
    expect(text).not.toContain("\u001b");
  });
});
