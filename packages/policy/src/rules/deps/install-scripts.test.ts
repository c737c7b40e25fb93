import { expect, test } from "vitest";
import { npmProject } from "../../test/npm-lock.ts";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { installScripts } from "./install-scripts.ts";

const SCRIPT = { hasInstallScript: true };
const change = (before: Parameters<typeof npmProject>[0], after: typeof before) =>
  violationsOf(installScripts, npmProject(after), { base: aRepository(npmProject(before)) });

test("a package that a change brings with a script is found at its entry", async () => {
  expect(await change({ a: {} }, { a: {}, b: SCRIPT })).toMatchObject([
    {
      path: "package-lock.json",
      key: "npm/b",
      message: "`b@1.0.0` runs a script when it is installed, and did not at the base.",
      place: { startLine: expect.any(Number) },
    },
  ]);
});

test("a package that gets a script is found", async () => {
  expect(await change({ a: {} }, { a: { ...SCRIPT, version: "1.0.1" } })).toHaveLength(1);
});

test.each([
  ["one that had a script before", { a: SCRIPT }, { a: { ...SCRIPT, version: "2.0.0" } }],
  ["a new one without a script", { a: {} }, { a: {}, b: {} }],
])("%s is fine", async (_, before, after) => {
  expect(await change(before, after)).toEqual([]);
});

test("a whole tree has no new packages", async () => {
  expect(await installScripts.judge(aRepository(npmProject({ a: SCRIPT })))).toEqual({
    violations: [],
    looked: 0,
  });
});
