import { setFlagsFromString } from "node:v8";
import { expect, test, vi } from "vitest";
import { expectBriefRun, expectInput } from "./brief-run.ts";

vi.mock("node:v8", { spy: true });

const flags = () => vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag);
const BRIEF = [
  "--no-opt",
  "--no-maglev",
  "--no-concurrent-sparkplug",
  "--semi-space-growth-factor=1",
];

test("the engine is told to optimise nothing, in flags that it knows, until there is much to do", () => {
  expectInput(100 * 1024 * 1024);
  expect(flags()).toEqual([]);
  expectBriefRun();
  expectInput(2 * 1024 * 1024);
  expect(flags()).toEqual(BRIEF);
  expectInput(1024 * 1024);
  expectInput(100 * 1024 * 1024);
  expect(flags()).toEqual([...BRIEF, "--maglev"]);
});
