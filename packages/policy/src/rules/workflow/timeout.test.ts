import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { timeout } from "./timeout.ts";

const workflow = (jobs: string) => ({
  ".github/workflows/ci.yml": `on: push\njobs:\n${jobs}`,
});

test("a job without a time limit is found at its name", async () => {
  expect(await violationsOf(timeout, workflow("  build:\n    runs-on: x\n"))).toEqual([
    {
      path: ".github/workflows/ci.yml",
      place: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 8 },
      key: "build",
      message: "The job `build` has no `timeout-minutes`.",
      edits: [{ start: 38, end: 38, text: "\n    timeout-minutes: 30" }],
    },
  ]);
});

test.each([
  ["a limit", "  build:\n    runs-on: x\n    timeout-minutes: 5\n"],
  ["an expression", "  build:\n    runs-on: x\n    timeout-minutes: ${{ vars.LIMIT }}\n"],
  ["a call, whose jobs have their own", "  call:\n    uses: ./.github/workflows/x.yml\n"],
])("%s is fine", async (_, jobs) => {
  expect(await violationsOf(timeout, workflow(jobs))).toEqual([]);
});

test("a repository without workflows has nothing it applies to", async () => {
  expect(await timeout.judge(aRepository({ "a.yml": "" }))).toEqual({ violations: [], looked: 0 });
});
