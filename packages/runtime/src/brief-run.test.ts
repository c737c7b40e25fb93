import { setFlagsFromString } from "node:v8";
import { expect, test, vi } from "vitest";
import { expectBriefRun } from "./brief-run.ts";

vi.mock("node:v8", { spy: true });

test("the engine is told to optimise nothing, in flags that it knows", () => {
  expectBriefRun();
  const flags = vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag);
  expect(flags).toEqual(["--no-opt", "--no-maglev", "--no-concurrent-sparkplug"]);
});
