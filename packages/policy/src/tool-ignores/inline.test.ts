import { expect, test } from "vitest";
import { barePythonComments } from "./inline.ts";

test("bare comments have their tool, line and column", () => {
  const text =
    "a = 1 # nosec\n\nb = '#' # type: ignore # why\nc = 2 # nosec: B101\nd = 3  #nosec\n";
  expect(barePythonComments(text)).toEqual([
    { tool: "bandit", text: "a = 1 # nosec", line: 1, column: 7 },
    { tool: "mypy", text: "b = '#' # type: ignore # why", line: 3, column: 9 },
    { tool: "bandit", text: "d = 3  #nosec", line: 5, column: 8 },
  ]);
});

test("a hundred thousand comments have a hundred thousand lines", () => {
  expect(barePythonComments("# nosec\n".repeat(100_000)).at(-1)?.line).toBe(100_000);
  expect(barePythonComments(`# nosec\n${'"""'.repeat(100_001)}`)).toHaveLength(1);
});
