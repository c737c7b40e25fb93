import { errorReport, fullReport, reportOfPackages, reportWith } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderHtml } from "./html.ts";
import { HTML_FINDING_LIMIT } from "./html-findings.ts";
import { helpHtml } from "./html-text.ts";

describe("renderHtml", () => {
  it("refers to nothing outside itself and says so in its policy", () => {
    for (const page of [renderHtml(fullReport()), renderHtml(errorReport())]) {
      expect(page).not.toMatch(/\b(?:src|href|action|data|poster|srcset)\s*=\s*["'](?!#)/i);
      expect(page).not.toMatch(/https?:|@import|url\(|<link|<iframe|<img|fetch\(/i);
      expect(page).toContain("default-src 'none'");
      expect(page).not.toContain("unsafe-");
      expect(page).not.toMatch(/\sstyle=|\son\w+=/);
      expect(page.match(/<script/g)).toHaveLength(1);
    }
  });

  it("shows the verdict, coverage, findings, exceptions, gaps and documents", () => {
    const page = renderHtml(fullReport());
    for (const piece of [
      "<h1>Fails: 2 findings at or above medium (1 critical, 1 high); 2 suppressed.</h1>",
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
    const page = renderHtml(reportWith(count));
    expect(page.match(/<article class="finding/g)).toHaveLength(HTML_FINDING_LIMIT);
    expect(page.includes("…and 1 finding more in the JSON report.")).toBe(isMore);
  });

  it("folds all but the first finding of a kind, and shows text to copy as it is", () => {
    const page = renderHtml(reportOfPackages(3));
    expect(page.match(/<article class="finding/g)).toHaveLength(3);
    expect(page.match(/<details class="alike"><summary>2 more of this kind</g)).toHaveLength(1);
    expect(page).toContain(
      "<pre><code>licenses:\n  exceptions:\n    - package: &quot;p0@1.0.0&quot;</code></pre>",
    );
    expect(renderHtml(reportOfPackages(2))).not.toContain('<details class="alike">');
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
