import { PROJECT_URL, type Report, type ReportSubject } from "@assay/core";
import { fullReport } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { blobUrl, ownAddresses, pieces, safeLinks, safeUrl } from "./links.ts";

const subject: ReportSubject = {
  server: "https://github.com",
  repository: "acme/shop",
  commit: "a".repeat(40),
  workingDirectory: ".",
};
const base = `https://github.com/acme/shop/blob/${"a".repeat(40)}`;

describe("blobUrl", () => {
  it.each([
    [{ path: "a/b c.ts", startLine: 3 }, `${base}/a/b%20c.ts#L3`],
    [{ path: "a#?%.ts", startLine: 3, endLine: 5 }, `${base}/a%23%3F%25.ts#L3-L5`],
    [{ path: "f(1)'<>\u202e.ts" }, `${base}/f%281%29%27%3C%3E%E2%80%AE.ts`],
    [{ path: "x", commit: "b".repeat(40) }, `${base.replaceAll("a".repeat(40), "b".repeat(40))}/x`],
    [{ path: "../x" }, undefined],
    [{ path: "" }, undefined],
  ])("%j", (location, expected) => {
    expect(blobUrl(subject, location)).toBe(expected);
  });

  it("does not link the tree of a run that looks at another one than its commit", () => {
    const target = { ...subject, event: "pull_request_target" };
    expect(blobUrl(target, { path: "a" })).toBeUndefined();
    expect(blobUrl(target, { path: "a", commit: "b".repeat(40) })).toBeDefined();
    expect(blobUrl({ workingDirectory: "." }, { path: "a" })).toBeUndefined();
  });
});

describe("safeUrl", () => {
  it.each([
    ["https://osv.dev/a_b", "https://osv.dev/a_b"],
    ["https://x.example/a)b|c", "https://x.example/a%29b%7Cc"],
    ["javascript:alert(1)", undefined],
    ["https://user:pw@x.example/", undefined],
    ["//x.example", undefined],
    [`https://x.example/${"a".repeat(2000)}`, undefined],
  ])("%s", (text, expected) => {
    expect(safeUrl(text)).toBe(expected);
  });

  it("shows no plain http of a finding", () => {
    expect(safeLinks([{ label: "a", url: "http://x.example/" }])).toEqual([]);
  });
});

describe("pieces", () => {
  const linked = (text: string, own: readonly string[] = []) =>
    pieces(text, new Set(own)).flatMap((piece) => (piece.isLink ? [piece.text] : []));

  it.each([
    [`see ${PROJECT_URL}/blob/main/docs/config.md lists`, "/blob/main/docs/config.md"],
    [`${PROJECT_URL}/blob/main/docs/rules.md#a-b.`, "/blob/main/docs/rules.md#a-b"],
    [`${PROJECT_URL}/blob/../../evil/x`, undefined],
    [`${PROJECT_URL}x/blob/a`, undefined],
    ["https://evil.example/blob/a", undefined],
  ])("finds pages of the project in %s", (text, path) => {
    expect(linked(text)).toEqual(path === undefined ? [] : [PROJECT_URL + path]);
  });

  it("finds addresses that the help of one of our rules has, and no others", () => {
    const report = fullReport();
    const [rule] = Object.values(report.rules);
    const page = "https://github.com/settings/tokens";
    const help = `Revoke it at ${page}, then look at the log.`;
    const own = (helpUri?: string) =>
      ownAddresses({ ...report, rules: rule ? { x: { ...rule, help, helpUri } } : {} } as Report);
    expect([...own("https://example.org")]).toEqual([page]);
    expect([...own()]).toEqual([]);
    const text = `At ${page}. Not ${page}/x, https://evil.example`;
    expect(linked(text, [page])).toEqual([page]);
    expect(
      pieces(text, new Set([page]))
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
