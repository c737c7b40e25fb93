import { describe, expect, test } from "vitest";
import { workspaceMatcher } from "./workspaces.ts";

describe("workspace patterns", () => {
  test.each([
    [["packages/*"], "packages/a", "member"],
    [["packages/*"], "packages/a/b", "other"],
    [["./packages/*/"], "packages/a", "member"],
    [["packages/**"], "packages/a/b", "member"],
    [["**/app"], "x/y/app", "member"],
    [["packages/*-lib"], "packages/my-lib", "member"],
    [["packages/*-lib"], "packages/my-app", "other"],
    [["packages/?"], "packages/a", "member"],
    [["packages/*", "!packages/old"], "packages/old", "other"],
    [["!packages/old", "packages/*"], "packages/old", "member"],
    [["tools"], "tools", "member"],
    [["packages/{a,b}"], "packages/a", "member"],
    [["packages/{a,b}"], "vendor/w", "other"],
    [["{apps,libs/{x,y}}/*"], "libs/y/z", "member"],
    [["{apps,libs/{x,y}}/*"], "libs/z/z", "other"],
    [["packages/[ab]"], "packages/a", "unknown"],
    [["packages/*", "!(x)"], "packages/a", "unknown"],
    [["{"], "packages/a", "unknown"],
    [["{a,b}".repeat(20)], "packages/a", "unknown"],
  ])("%j and %s: %s", (patterns, folder, expected) => {
    expect(workspaceMatcher(patterns)(folder)).toBe(expected);
  });

  test("many wildcards stay fast", () => {
    expect(workspaceMatcher([`${"*a".repeat(400)}b`])("a".repeat(4000))).toBe("other");
  });
});
