import { errorReport, fullReport, reportWith } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { renderJunit } from "./junit.ts";

function tags(xml: string, name: string): number {
  return xml.match(new RegExp(`<${name}[ >/]`, "g"))?.length ?? 0;
}

describe("renderJunit", () => {
  it("counts what it writes", () => {
    const xml = renderJunit(fullReport());
    expect(xml).toContain(
      '<testsuites name="assay check" tests="6" failures="2" errors="0" skipped="2">',
    );
    expect(["testsuite", "testcase", "failure", "skipped"].map((name) => tags(xml, name))).toEqual([
      4, 6, 2, 2,
    ]);
    expect(xml).toContain('file="deploy/settings.ts"');
  });

  it("has a case for a clean check and an error for a failed one", () => {
    const xml = renderJunit(errorReport());
    expect(xml).toContain('name="No findings (1,470 packages, 3 files looked at)"/>');
    expect(xml).toContain('<error message="git stopped with exit code 128" type="external">');
    expect(xml).toContain("\nfatal: bad object HEAD\n");
    expect(xml).toContain('tests="2" failures="0" errors="1" skipped="0"');
  });

  it("lets no text out of its element", () => {
    const xml = renderJunit(reportWith(1, { message: `"/><x>&\u0000]]>\u001b`, ruleId: "a<b" }));
    expect(xml).not.toContain("<x>");
    expect(xml).not.toContain("\u0000");
    expect(xml).toContain("&quot;/&gt;&lt;x&gt;&amp;\\u{0}]]&gt;\\u{1b}");
    expect(xml.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  });
});
