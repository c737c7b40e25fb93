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
import { parse } from "yaml";
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
      "## ❌ Assay check: Fails: 2 findings at or above medium (1 critical, 1 high); 1 answer overdue, 1 fix overdue; 2 suppressed.",
      "| Licences | ❌ Fail | 1 high | 1 | 1,470 packages, 3 files; 1 skipped |",
      "**Next:** An AWS access key stands in",
      "### Findings that fail the run (2)",
      "| <b>critical</b> |",
      "### Other findings (2)",
      "### Response clocks: 1 answer overdue, 1 fix overdue, 1 in time (1 critical, 1 medium)",
      "| critical | An AWS access key stands in <code>deploy/settings.ts</code> | overdue since 2026-11-15 | overdue since 2026-11-21 | – |",
      "### Settings that the change loosens",
      "### Notices",
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
    const text = renderSummary(
      reportOfKinds(6000, { severity: "low", message: "日本語".repeat(150) }),
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT * 0.9);
    expect(text.length).toBeLessThan(SUMMARY_LIMIT * 0.6);
    expect(text).toContain("…and 5,950 findings more in the JSON report.");
    expect(text).toMatch(/…and [\d,]+ kinds of findings more in the JSON report\.\n\n<\/details>/);
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
    const text = renderSummary(conclude(anInput({ results: [aResult({ findings })] })), 7400);
    expect(text).toContain("critical 59 ");
    expect(text).not.toContain("low 0 ");
  });

  it("tells findings of one kind in one row, and all of them in full", () => {
    const text = renderSummary(reportOfPackages(8));
    const rows = text.split("\n").filter((row) => row.startsWith("| <b>high"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("<br>and 7 more of this kind: <code>p1&#64;<!-- -->1.0.0</code>, ");
    expect(rows[0]).toContain(", … |");
    expect(text.match(/<details><summary><b>high/g)).toHaveLength(1);
    expect(
      text.match(/^ {2}- <code>p\d&#64;<!-- -->1\.0\.0<\/code> <code>package-lock/gm),
    ).toHaveLength(7);
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

  it("cuts no entry to paste in two, and says how many there are", () => {
    const [, label, pasted] =
      renderSummary(reportOfPackages(40)).match(/\n(exception to paste.*):\n\n```\n([^`]*)```/) ??
      [];
    expect(label).toBe("exception to paste, for the first 20 of 40");
    expect(parse(pasted ?? "").licenses.exceptions).toHaveLength(20);
  });

  it("shows hostile text as text", () => {
    const text = renderSummary(reportWith(2, HOSTILE));
    expect(text).not.toMatch(/@octocat|\]\(https:\/\/evil|<img|<script|\u202e|```/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    for (const row of text.split("\n").filter((line) => line.startsWith("| <b>high"))) {
      expect(row.split("|")).toHaveLength(6);
    }
  });
});

describe("renderComment", () => {
  it("begins with the marker of its command, folder and id", () => {
    const report = fullReport();
    const subject = { ...report.subject, workingDirectory: "apps/web" };
    const [first, second] = renderComment({ ...report, subject }, "build").split("\n");
    expect(first).toBe("<!-- assay:comment:2:check:apps%2Fweb:build -->");
    expect(second).toContain("## ❌ Assay check in <code>apps/web</code>: Fails");
  });

  it("has a marker of its own for each command, folder and id, and none that ends early", () => {
    const of = (command: string, workingDirectory: string, id: string) =>
      commentMarker({ command, workingDirectory, id });
    const all = [of("c", "a-b", ""), of("c", "a/b", ""), of("c", "a", "b"), of("c", "a:b", "")];
    expect(new Set(all).size).toBe(all.length);
    expect(of("a --> <b>", "-->", "--!>")).toMatch(/^<!-- (?:(?!--|<|>).)+ -->$/);
  });

  it("leaves out no group that fails the run, however many there are", () => {
    for (const [count, overrides] of [
      [30, {}],
      [300, {}],
      [300, { evidence: [{ label: "a", value: "long ".repeat(2000) }] }],
    ] as const) {
      const report = reportOfKinds(count, { ...overrides, severity: "high" });
      const text = renderComment(report);
      expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      for (let index = 0; index < count; index++) {
        expect(text).toContain(`| <b>high</b> | ${index} <code>left-pad</code>`);
      }
    }
  });

  it("says how many there are of each rule where not even short rows have room", () => {
    const text = renderComment(reportOfKinds(3000, HOSTILE));
    expect(text).toContain("### Findings that fail the run (3,000)");
    expect(text).toMatch(/\| <b>high<\/b> \| 3,000 in all, such as: \d+ &#64;<!-- -->octocat/);
    expect(text).toContain("<code>licenses.denied</code>");
  });

  it("leads to the lines, the rule, the commit and the run", () => {
    const text = renderComment(fullReport());
    const at = `https://github.com/acme/shop/blob/${fullReport().subject.commit}`;
    expect(text).toContain(
      `[<code>deploy/settings.ts&#58;12</code>](${at}/deploy/settings.ts#L12)`,
    );
    expect(text).toContain(
      "](https://github.com/assay-ci/assay/blob/main/docs/reference/rules.md#licensesdenied)",
    );
    expect(text).toContain(`](https://github.com/acme/shop/commit/${fullReport().subject.commit})`);
    expect(text).toContain("[run](https://github.com/acme/shop/actions/runs/1234/attempts/1)");
  });

  it("keeps pages of the project as links, and no others", () => {
    const page = "https://github.com/assay-ci/assay/blob/main/docs/reference/config.md";
    const text = renderComment(
      reportWith(1, { remediation: `Read ${page} or https://evil.example/.` }),
    );
    expect(text).toContain(`Read <${page}> or https&#58;//evil.example/`);
  });

  it("shows the links of a finding that lead to the web", () => {
    const links = [
      { label: "GHSA-1", url: "https://osv.dev/GHSA-1" },
      { label: "x](y", url: "https://osv.dev/a)b" },
      { label: "bad", url: "javascript:alert(1)" },
    ];
    const text = renderComment(reportWith(1, { links }));
    expect(text).toContain("- See: [GHSA-1](https://osv.dev/GHSA-1)");
    expect(text).toContain("- See: [x&#93;(y](https://osv.dev/a%29b)");
    expect(text).not.toContain("javascript");
  });

  it("quotes the line of the source", () => {
    const excerpt = { text: "a ``` b中 key: 1", markStart: 9, markEnd: 12 };
    const text = renderComment(
      reportWith(1, { location: { path: "a.yml", startLine: 12, excerpt } }),
    );
    expect(text).toContain("````\n12 | a ``` b中 key: 1\n   |           ^^^\n````\n");
  });

  it("stays within 65,536 characters", () => {
    const text = renderComment(reportOfKinds(3000, { ...HOSTILE, severity: "low" }));
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
