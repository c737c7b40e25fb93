import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import vitestConfig from "../../vitest.config.ts";
import { repositoryFiles } from "./repository.ts";

/** Ten times what the slowest test takes on a machine with nothing else to do. */
const LEAST_LIMIT_MS = 120_000;

const HERE = "test/contract/load.test.ts";
const tests = repositoryFiles().filter((file) => /\.test\.ts$/.test(file) && file !== HERE);

/** What makes a test fail because the machine is busy. */
const DEPENDS_ON_SPEED: readonly (readonly [string, RegExp])[] = [
  [
    "measures time",
    /[=(-]\s*(?:performance\.(?:now|measure)|process\.(?:hrtime|cpuUsage|uptime))\b/,
  ],
  ["asserts on the time that passed", /expect\([^;]*\bDate\.now\(\)/],
  ["expects to be done before a time", /toBeLessThan(?:OrEqual)?\([^;]*\bDate\.now\(\)/],
  ["bounds a property by time instead of by count", /\binterruptAfterTimeLimit\b|\btimeLimit:/],
  ["shortens its own time limit", /^\s*\},?\s*(?:\d{1,2}_?\d{3}|\d{1,3})\s*\);?$/m],
  ["shortens the time limit of its file", /\btestTimeout\b|\bhookTimeout\b/],
];

test("no test depends on how fast the machine is", () => {
  expect(tests.length).toBeGreaterThan(80);
  const found = tests.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return DEPENDS_ON_SPEED.filter(([, pattern]) => pattern.test(text)).map(
      ([what]) => `${file} ${what}`,
    );
  });
  expect(found).toEqual([]);
});

test.each([
  ["const started = performance.now();", "measures time"],
  ["expect(performance.now() - started).toBe(0);", "measures time"],
  ["expect(Date.now() - started).toBeLessThan(500);", "asserts on the time that passed"],
  ["expect(end).toBeLessThan(Date.now());", "expects to be done before a time"],
  ["fc.assert(property, { interruptAfterTimeLimit: 500 });", "bounds a property by time"],
  ['test("quick", () => {\n  work();\n}, 5_000);', "shortens its own time limit"],
  ["vi.setConfig({ testTimeout: 10 });", "shortens the time limit of its file"],
])("%s is found", (text, what) => {
  const found = DEPENDS_ON_SPEED.filter(([, pattern]) => pattern.test(text));
  expect(found.map(([name]) => name).join()).toContain(what);
});

test("every project leaves time for a machine that is busy", () => {
  const projects = vitestConfig.test?.projects ?? [];
  const limits = projects.map((project) =>
    typeof project === "object" && "test" in project ? project.test : undefined,
  );
  expect(limits.map((limit) => limit?.name)).toEqual(["unit", "contract", "e2e"]);
  for (const limit of limits) {
    expect(limit?.testTimeout).toBeGreaterThanOrEqual(LEAST_LIMIT_MS);
    expect(limit?.hookTimeout).toBeGreaterThanOrEqual(LEAST_LIMIT_MS);
  }
});
