import {
  errorReport,
  fullReport,
  reportOfKinds,
  reportOfPackages,
  reportWith,
} from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderHtml } from "./html.ts";
import { HTML_FINDING_LIMIT } from "./html-findings.ts";
import { helpHtml } from "./html-text.ts";

describe("renderHtml", () => {
  it("refers to nothing outside itself and says so in its policy", () => {
    for (const page of [renderHtml(fullReport()), renderHtml(errorReport())]) {
      // A link is followed by a person who wants to; everything else would load by itself.
      const loading = page.replace(/<a href="https:[^"<>]+" rel="noopener noreferrer">/g, "");
      expect(loading).not.toMatch(/\b(?:src|href|action|data|poster|srcset)\s*=\s*["'](?!#)/i);
      expect(loading).not.toMatch(/https?:|@import|url\(|<link|<iframe|<img|fetch\(/i);
      expect(page).toContain("default-src 'none'");
      expect(page).not.toContain("unsafe-");
      expect(page).not.toMatch(/\sstyle=|\son\w+=/);
      expect(page.match(/<script/g)).toHaveLength(1);
    }
  });

  it("shows the verdict, coverage, findings, exceptions, gaps and documents", () => {
    const page = renderHtml(fullReport());
    for (const piece of [
      "<h1>Fails: 2 findings at or above medium (1 critical, 1 high); 1 answer overdue, 1 fix overdue; 2 suppressed.</h1>",
      "<dt>commits</dt><dd>6,158</dd>",
      "<dt>MB</dt><dd>155.2</dd>",
      "<dd><code>shop@1.0.0 › format-table@2.1.0 › left-pad@1.3.0</code></dd>",
      "<b>To do</b> Revoke the key at AWS first",
      "The key of the vendor&#39;s own example",
      "media/intro.mp4",
      "sbom.cdx.json",
      "no comment was written",
    ]) {
      expect(page).toContain(piece);
    }
    expect(page.match(/<article class="finding/g)).toHaveLength(4);
  });

  it("lets no text become markup", () => {
    const page = renderHtml(
      reportWith(2, {
        message: `</h3><script>alert(1)</script>" onclick="x \u202e \`<b>\``,
        location: { path: `"><img src=x>` },
        evidence: [{ label: "<i>", value: "<u>" }],
        remediation: "<style>*{}</style>",
      }),
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<i>|<u>|\u202e/);
    expect(page).toContain("<code>&lt;b&gt;</code>");
  });

  it.each([
    [HTML_FINDING_LIMIT, false],
    [HTML_FINDING_LIMIT + 1, true],
  ])("of %i findings says whether there are more", (count, isMore) => {
    const page = renderHtml(reportOfKinds(count));
    expect(page.match(/<article class="finding/g)).toHaveLength(HTML_FINDING_LIMIT);
    expect(page.includes("…and 1 finding more in the JSON report.")).toBe(isMore);
  });

  it("has one card for a kind: the first finding in full, a row for each other, one entry to paste", () => {
    const page = renderHtml(reportOfPackages(111));
    expect(page.match(/<article class="finding/g)).toHaveLength(1);
    expect(page).toContain('data-count="111"');
    expect(page.match(/<details class="alike"><summary>110 more of this kind</g)).toHaveLength(1);
    expect(
      page.match(/<tr><td><code>p\d+@1\.0\.0<\/code><\/td><td><code>package-lock/g),
    ).toHaveLength(110);
    expect(page.match(/licenses:\n {2}exceptions:/g)).toHaveLength(1);
    expect(page).toContain(
      "<pre><code>licenses:\n  exceptions:\n    - package: &quot;p0@1.0.0&quot;\n    - package: &quot;p1@1.0.0&quot;\n",
    );
    expect(renderHtml(reportOfPackages(1))).not.toContain('<details class="alike">');
  });

  it("cuts a large kind where a page ends", () => {
    const page = renderHtml(reportOfPackages(HTML_FINDING_LIMIT + 5));
    expect(page).toContain("…and 5 findings more in the JSON report.");
  });

  it("leads to the lines, the rule, the commit and the run", () => {
    const page = renderHtml(fullReport());
    const at = `https://github.com/acme/shop/blob/${fullReport().subject.commit}`;
    expect(page).toContain(`<a href="${at}/deploy/settings.ts#L12" rel="noopener noreferrer">`);
    expect(page).toContain('reference/rules.md#licensesdenied" rel=');
    expect(page).toContain('actions/runs/1234/attempts/1" rel=');
  });

  it("quotes the line of the source with a mark in it", () => {
    const excerpt = { text: "a <b> key: 1", markStart: 6, markEnd: 9 };
    const page = renderHtml(reportWith(1, { location: { path: "a.yml", startLine: 12, excerpt } }));
    expect(page).toContain(
      '<span class="line">12</span>a &lt;b&gt; <mark>key</mark>: 1</code></pre>',
    );
  });

  it("says which settings decided and what the change loosens", () => {
    const page = renderHtml(fullReport());
    expect(page).toContain("<td><code>fail-on</code></td>");
    expect(page).toContain("<td><code>.github/assay.yml</code></td><td>the base branch</td>");
  });

  it("does not call a check without a result clean", () => {
    expect(renderHtml(errorReport())).toContain('<p class="result">No result</p>');
  });
});

describe("helpHtml", () => {
  it("knows paragraphs, lists, code and links, and no markup of others", () => {
    expect(helpHtml("One `a<b`\n**two**\n\n- x\n- y\n\n```yaml\na: <b>\n```\n\n1. p\n2. q")).toBe(
      "<p>One <code>a&lt;b</code> <strong>two</strong></p><ul><li>x</li><li>y</li></ul><pre><code>a: &lt;b&gt;</code></pre><ol><li>p</li><li>q</li></ol>",
    );
    expect(helpHtml("See [docs](https://x.test/a).")).toBe("<p>See docs (https://x.test/a).</p>");
  });
});
