import { describe, expect, it } from "vitest";
import { FALLBACK_PATH, sarifLocation, sarifUri } from "./sarif-location.ts";

describe("sarifLocation", () => {
  it.each([
    ["src/a b.ts", "src/a%20b.ts"],
    ["/etc/passwd", "etc/passwd"],
    ["../../x", "x"],
    ["./a/./b", "a/b"],
    ["c:/x", "c%3A/x"],
    ["ü/日本#1?.ts", "%C3%BC/%E6%97%A5%E6%9C%AC%231%3F.ts"],
    ["a\\b", "a%5Cb"],
    ["\ud800", "%EF%BF%BD"],
    ["", FALLBACK_PATH],
    [".", FALLBACK_PATH],
  ])("writes %j as %j", (path, uri) => {
    expect(sarifUri(path)).toBe(uri);
  });

  it("fills a region up", () => {
    expect(sarifLocation({ path: "a", startLine: 7 }).physicalLocation.region).toEqual({
      startLine: 7,
      startColumn: 1,
      endLine: 7,
      endColumn: 2,
    });
    const region = { startLine: 7, startColumn: 9, endLine: 8, endColumn: 3 };
    expect(sarifLocation({ path: "a", ...region }).physicalLocation.region).toEqual(region);
  });
});
