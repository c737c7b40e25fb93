import { describe, expect, it } from "vitest";
import {
  codeMarkdown,
  escapeControlCharacters,
  escapeHtml,
  escapeMarkdown,
  escapeXml,
} from "./escaping.ts";

describe("escapeControlCharacters", () => {
  it.each([
    ["a\r\nb\nc\td", "a b c d"],
    ["a\u202eb", "a\\u{202e}b"],
    ["a\u200bb\ufeff", "a\\u{200b}b\\u{feff}"],
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["\u0000\u009f\u2028", "\\u{0}\\u{9f}\\u{2028}"],
    ["\u{e0041}", "\\u{e0041}"],
    ["\ud800x", "\ufffdx"],
    ["ünïcödé 👍 日本", "ünïcödé 👍 日本"],
  ])("%j becomes %j", (text, expected) => {
    expect(escapeControlCharacters(text)).toBe(expected);
  });
});

describe("escapeMarkdown", () => {
  it.each([
    ["a|b", "a&#124;b"],
    ["<img src=x onerror=alert(1)>", "&#60;img src=x onerror=alert(1)&#62;"],
    ["[x](https://evil.test)", "&#91;x&#93;(https&#58;//evil.test)"],
    ["![x](y)", "&#33;&#91;x&#93;(y)"],
    ["see www.evil.test", "see www&#46;evil.test"],
    ["ping @octocat", "ping &#64;<!-- -->octocat"],
    ["acme/shop#12", "acme/shop&#35;<!-- -->12"],
    ["see GH-12 and gh-1", "see GH-<!-- -->12 and gh-<!-- -->1"],
    ["highgh-1 GH-x", "highgh-1 GH-x"],
    ["in 4f2a9c1e7b", "in 4f2a9c<!-- -->1e7b"],
    ["acme/shop@4f2a9c1", "acme/shop&#64;<!-- -->4f2a9c<!-- -->1"],
    ["**b** _i_ ~s~ $x$", "&#42;&#42;b&#42;&#42; &#95;i&#95; &#126;s&#126; &#36;x&#36;"],
    ["&lt;b&gt;", "&#38;lt;b&#38;gt;"],
    ["--> <!--", "--&#62; &#60;&#33;--"],
    ["use `a<b`|", "use <code>a&#60;b</code>&#124;"],
    ["one ` tick", "one &#96; tick"],
    ["Next: a", "Next: a"],
    [":tada:", "&#58;tada:"],
    ["a\n\n# heading", "a  &#35;<!-- --> heading"],
  ])("%j becomes %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it("lets no backtick end its code", () => {
    expect(codeMarkdown("a`b</code>")).toBe("<code>a&#96;b&#60;/code&#62;</code>");
  });
});

describe("escapeHtml and escapeXml", () => {
  it("escape the five marks and what can't be seen", () => {
    expect(escapeHtml(`<a b="c" d='e'>&\u202e`)).toBe(
      "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\\u{202e}",
    );
    expect(escapeHtml("##vso[x]")).toBe("#&#35;vso[x]");
    expect(escapeXml("]]>\u0001\ufffe")).toBe("]]&gt;\\u{1}\\u{fffe}");
  });
});
