import { describe, expect, it } from "vitest";
import { errorReport, fullReport, reportWith } from "../test/report.ts";
import { renderText } from "./text.ts";

describe("renderText", () => {
  it("tells coverage, findings, what was not looked at, and the verdict last", () => {
    const text = renderText(fullReport());
    expect(text).toContain(
      "✗ Licences: 1 high; 1 suppressed\n  Looked at 1,470 packages, 3 files:",
    );
    expect(text).toContain("Not looked at: 1 item\n  - media/intro.mp4: larger than 50 MiB");
    expect(text).toContain("  critical  secrets.aws-access-key  deploy/settings.ts:12\n");
    expect(text).toContain("    also at deploy/old.ts:3 in commit aaaaaaaaaaaa\n");
    expect(text).not.toContain("\u001b");
    expect(text.trimEnd().split("\n").slice(-2)).toEqual([
      "Fails: 2 findings at or above medium (1 critical, 1 high); 2 suppressed.",
      "Next: Revoke the key at AWS first; then remove it from the file and the history.",
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
      expect(long.filter((line) => !/Fingerprint|^ {2}\w+ {2}/.test(line))).toEqual([]);
    }
  });

  it("tells why a check could not work, and what to do", () => {
    const text = renderText(errorReport());
    expect(text).toContain("! Secrets: no result\n");
    expect(text).toContain("  Error: git stopped with exit code 128\n  - fatal: bad object HEAD\n");
    expect(text).toContain("Next: Fetch the whole history with `fetch-depth: 0`.\n");
  });

  it.each([
    [200, false],
    [201, true],
  ])("of %i findings says whether there are more", (count, isMore) => {
    expect(renderText(reportWith(count)).includes("…and 1 finding more")).toBe(isMore);
  });

  it("sends no control sequence of a finding to the terminal", () => {
    const text = renderText(
      reportWith(1, { message: "\u001b]0;x\u0007 \u202e", ruleId: "a\u001b[2J" }),
    );
    expect(text).not.toMatch(/[\u202e]/);
    expect(text).not.toContain("\u001b");
  });
});
