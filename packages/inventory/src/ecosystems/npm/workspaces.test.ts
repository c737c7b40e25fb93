import { describe, expect, test } from "vitest";
import { workspaceMatcher } from "./workspaces.ts";

describe("workspace patterns", () => {
  test.each([
    [["packages/*"], "packages/a", true],
    [["packages/*"], "packages/a/b", false],
    [["./packages/*/"], "packages/a", true],
    [["packages/**"], "packages/a/b", true],
    [["**/app"], "x/y/app", true],
    [["packages/*-lib"], "packages/my-lib", true],
    [["packages/*-lib"], "packages/my-app", false],
    [["packages/?"], "packages/a", true],
    [["packages/*", "!packages/old"], "packages/old", false],
    [["!packages/old", "packages/*"], "packages/old", true],
    [["tools"], "tools", true],
    [["packages/{a,b}"], "packages/a", true],
  ])("%j and %s: %s", (patterns, folder, expected) => {
    expect(workspaceMatcher(patterns)(folder)).toBe(expected);
  });

  test("many wildcards stay fast", () => {
    expect(workspaceMatcher([`${"*a".repeat(400)}b`])("a".repeat(4000))).toBe(false);
  });
});
