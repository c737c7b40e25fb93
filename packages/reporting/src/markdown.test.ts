import { conclude } from "@assay/runtime";
import {
  aFinding,
  anInput,
  aResult,
  errorReport,
  fullReport,
  reportOfKinds,
  reportOfPackages,
  reportWith,
} from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { COMMENT_LIMIT, commentMarker, renderComment } from "./comment.ts";
import { renderSummary, SUMMARY_LIMIT } from "./summary.ts";

const HOSTILE = {
  message: "@octocat [x](https://evil.test) <img src=x> a|b\n# h ``` 日本\u202e",
  remediation: "</details><script>1</script>",
  location: { path: "a|b`<c>\n.ts", startLine: 1 },
  evidence: [{ label: "L|<b>", value: "``` @octocat" }],
};

describe("renderSummary", () => {
  it("tells the verdict first, then checks, findings and what was not looked at", () => {
    const text = renderSummary(fullReport());
    const order = [
      "## ❌ Assay check: Fails: 2 findings at or above medium (1 critical, 1 high); 2 suppressed.",
      "| Licences | ❌ Fail | 1 high | 1 | 1,470 packages, 3 files; 1 skipped |",
      "**Next:** An AWS access key stands in",
      "### Notices",
      "### Findings",
      "| <b>critical</b> |",
      "Not looked at (2)",
      "media/intro.mp4",
      "Suppressed (2)",
      "vendor's own example",
      "Findings in full",
    ].map((piece) => text.indexOf(piece));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("puts the errors of checks above the findings", () => {
    const text = renderSummary(errorReport());
    expect(text).toContain("- **Secrets** could not do its work: git stopped with exit code 128.");
    expect(text).toContain("  - fatal: bad object HEAD");
    expect(text).toContain("| Secrets | ⚠️ Error | no result |");
  });

  it("stays within a mebibyte of bytes and says what it left out", () => {
    const text = renderSummary(reportOfKinds(6000, { message: "日本語".repeat(150) }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT * 0.9);
    expect(text.length).toBeLessThan(SUMMARY_LIMIT * 0.6);
    expect(text).toContain("…and 5,950 findings more in the JSON report.");
    expect(text).toMatch(/…and [\d,]+ findings more in the JSON report\.\n\n<\/details>/);
    expect(text.trimEnd()).toMatch(/<\/sub>$/);
  });

  it("fits at exactly its size and cuts one byte below", () => {
    const report = reportOfKinds(40);
    const whole = renderSummary(report);
    const size = Buffer.byteLength(whole);
    const shares = renderSummary(report, size * 3);
    expect(shares).toBe(whole);
    for (const limit of [size - 1, 20_000, 5000, 2000, 800]) {
      expect(Buffer.byteLength(renderSummary(report, limit))).toBeLessThanOrEqual(limit);
    }
  });

  it("keeps the most severe when it cuts", () => {
    const findings = ["low", "critical"].flatMap((severity) =>
      Array.from({ length: 60 }, (_, index) =>
        aFinding({
          severity: severity === "low" ? "low" : "critical",
          message: `${severity} ${index}`,
          fingerprint: `${severity}${index}`,
        }),
      ),
    );
    const text = renderSummary(conclude(anInput({ results: [aResult({ findings })] })), 12_000);
    expect(text).toContain("critical 0 ");
    expect(text).not.toContain("low 0 ");
  });

  it("tells findings of one kind in one row, and all of them in full", () => {
    const text = renderSummary(reportOfPackages(8));
    const rows = text.split("\n").filter((row) => row.startsWith("| <b>high"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("<br>and 7 more of this kind: <code>p1&#64;<!-- -->1.0.0</code>, ");
    expect(rows[0]).toContain(", … |");
    expect(text.match(/<details><summary><b>high/g)).toHaveLength(8);
  });

  it("keeps text to copy as it is, in a fence that nothing in it ends", () => {
    expect(renderSummary(reportOfPackages(1))).toContain(
      'exception to paste:\n\n```\nlicenses:\n  exceptions:\n    - package: "p0@1.0.0"\n```\n',
    );
    const evidence = [{ label: "l", value: "a\n````\n</details>\u202e", verbatim: true }] as const;
    expect(renderSummary(reportWith(1, { evidence }))).toContain(
      "`````\na\n````\n</details>\\u{202e}\n`````\n",
    );
  });

  it("shows hostile text as text", () => {
    const text = renderSummary(reportWith(2, HOSTILE));
    expect(text).not.toMatch(/@octocat|\]\(https:|<img|<script|\u202e|```/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    for (const row of text.split("\n").filter((line) => line.startsWith("| <b>high"))) {
      expect(row.split("|")).toHaveLength(6);
    }
  });
});

describe("renderComment", () => {
  it("begins with the marker of its command", () => {
    const text = renderComment(fullReport());
    expect(text.split("\n")[0]).toBe("<!-- assay:comment:check -->");
    expect(text.split("\n")[1]).toContain("## ❌ Assay check");
    expect(commentMarker("a --> <b>")).toBe("<!-- assay:comment:a-b- -->");
  });

  it("stays within 65,536 characters", () => {
    const text = renderComment(reportOfKinds(3000, HOSTILE));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text.length).toBeGreaterThan(COMMENT_LIMIT * 0.9);
    expect(text).toContain("…and 2,980 findings more in the JSON report.");
  });

  it("keeps verdict and footer when a hostile run fills the rest", () => {
    const results = Array.from({ length: 2000 }, (_, index) =>
      aResult({ check: `c${index}`, title: "x".repeat(200) }),
    );
    const text = renderComment(conclude(anInput({ results })));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text).toContain("## ✅ Assay check: Passes");
    expect(text).toContain("The JSON report has the rest.");
  });
});
