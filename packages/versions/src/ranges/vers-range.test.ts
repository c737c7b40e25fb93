import { describe, expect, test } from "vitest";
import { versRange } from "./vers-range.ts";

const VERSIONS = ["0.9", "1.0", "1.1", "1.5", "2.0", "2.1", "3.0"];

describe("vers ranges (https://github.com/package-url/vers-spec)", () => {
  test.each<[string, readonly string[]]>([
    ["vers:pypi/*", VERSIONS],
    ["vers:pypi/1.1", ["1.1"]],
    ["vers:pypi/=1.1|2.0", ["1.1", "2.0"]],
    ["vers:pypi/>=1.0|<2.0", ["1.0", "1.1", "1.5"]],
    ["vers:pypi/ > 1.0 | <= 2.0 ", ["1.1", "1.5", "2.0"]],
    ["vers:pypi/<2.0|>=1.0", ["1.0", "1.1", "1.5"]],
    ["vers:pypi/<1.0|>=1.5|<2.1|3.0", ["0.9", "1.5", "2.0", "3.0"]],
    ["vers:pypi/>=2.0", ["2.0", "2.1", "3.0"]],
    ["vers:pypi/<=1.0|>2.1", ["0.9", "1.0", "3.0"]],
    ["vers:pypi/>=1.0|!=1.5|<2.0", ["1.0", "1.1"]],
    ["vers:pypi/!=1.5", VERSIONS.filter((each) => each !== "1.5")],
    ["vers:pypi/1.1|>=2.0|<3.0", ["1.1", "2.0", "2.1"]],
  ])("%s", (text, expected) => {
    const isIn = versRange(text);
    expect(VERSIONS.filter((each) => isIn?.(each))).toEqual(expected);
  });

  test("compares in the order of the scheme, and decodes versions", () => {
    expect(versRange("vers:npm/<1.0.0")?.("1.0.0-rc.1")).toBe(true);
    expect(versRange("vers:deb/>=1%3A2.0-1")?.("1:2.0-2")).toBe(true);
    expect(versRange("vers:deb/>=1%3A2.0-1")?.("3.0-1")).toBe(false);
    expect(versRange("vers:pypi/<2")?.("no version")).toBe(false);
  });

  test.each([
    "vers:unheard/1.0",
    "vers:pypi/",
    "vers:pypi/>=",
    "vers:pypi/>=1.0|",
    "vers:pypi/>=1.0,<2.0",
    "vers:pypi/~=1.0",
    "vers:pypi/%zz",
    "vers:pypi/1.*",
    "vers:pypi/*|1.0",
    "pypi/1.0",
    ">=1.0",
    `vers:pypi/${"1|".repeat(20_000)}1`,
  ])("%.30s is none", (text) => expect(versRange(text)).toBeUndefined());
});
