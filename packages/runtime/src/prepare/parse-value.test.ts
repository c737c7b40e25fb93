import type { InputSpec } from "@assay/core";
import { expect, test } from "vitest";
import { parseValue, splitList } from "./parse-value.ts";

const ROOT = "/work/project";

type WithoutDescription<S> = S extends InputSpec ? Omit<S, "description" | "default"> : never;

function parse(spec: WithoutDescription<InputSpec>, raw: unknown): unknown {
  const parsed = parseValue({ ...spec, description: "A thing." } as InputSpec, raw, {
    root: ROOT,
  });
  return "problem" in parsed ? parsed.problem : parsed.value;
}

test.each(["true", "True", "TRUE", "yes", "Yes", "YES", " true\n", true])("%j is true", (raw) => {
  expect(parse({ type: "boolean" }, raw)).toBe(true);
});

test.each(["false", "False", "FALSE", "no", "No", "NO", false])("%j is false", (raw) => {
  expect(parse({ type: "boolean" }, raw)).toBe(false);
});

test.each(["tRUE", "1", "on", "", "y", 1, null])("%j is no boolean", (raw) => {
  expect(parse({ type: "boolean" }, raw)).toMatch(/it must be true or false \(or yes, no\)$/);
});

test("integers have a range and no other notation", () => {
  const spec = { type: "integer", minimum: -2, maximum: 10 } as const;
  expect(parse(spec, " 7 ")).toBe(7);
  expect(parse(spec, "-2")).toBe(-2);
  expect(parse(spec, 10)).toBe(10);
  for (const raw of ["11", "-3", "1e1", "0x5", "3.5", "", "9".repeat(400), Number.NaN, true]) {
    expect(parse(spec, raw)).toMatch(/it must be a whole number from -2 to 10$/);
  }
});

test("a wrong choice names all choices and the nearest", () => {
  const spec = { type: "choice", choices: ["high", "low"] } as const;
  expect(parse(spec, " high\n")).toBe("high");
  expect(parse(spec, "hihg")).toBe('is "hihg"; it must be one of high, low; did you mean "high"?');
  expect(parse(spec, "zebra")).toBe('is "zebra"; it must be one of high, low');
});

test("lists are split at line breaks and commas, not inside braces", () => {
  expect(splitList("a, b\r\n\n c ,")).toEqual(["a", "b", "c"]);
  expect(splitList("dist/{a,b}.txt\n!dist/{c,d{e,f}}/*")).toEqual([
    "dist/{a,b}.txt",
    "!dist/{c,d{e,f}}/*",
  ]);
  expect(splitList("{unclosed,a\nb")).toEqual(["{unclosed,a", "b"]);
  expect(splitList("")).toEqual([]);
});

test("the items of a list are taken as they are", () => {
  expect(parse({ type: "list" }, ["a,b", "-c"])).toEqual(["a,b", "-c"]);
  expect(parse({ type: "list" }, [1])).toMatch(/must be a list of texts$/);
});

test("a list with choices tells each wrong item and drops repetitions", () => {
  const spec = { type: "list", choices: ["json", "sarif"] } as const;
  expect(parse(spec, "json,json,sarif")).toEqual(["json", "sarif"]);
  expect(parse(spec, "jsn,xml")).toBe(
    'holds "jsn"; each must be one of json, sarif; did you mean "json"? holds "xml"; each must be one of json, sarif',
  );
});

test("paths stay inside the working directory", () => {
  expect(parse({ type: "path" }, "a/../b")).toBe("a/../b");
  expect(parse({ type: "path" }, "-rf")).toBe("-rf");
  expect(parse({ type: "path" }, "/work/project/a")).toBe("/work/project/a");
  for (const raw of ["..", "a/../../b", "/etc/passwd", "/work/project-2"]) {
    expect(parse({ type: "path" }, raw)).toMatch(/must not lead out of the working directory$/);
  }
  expect(parse({ type: "path", outside: true }, "../key.pem")).toBe("../key.pem");
  const spec = { type: "path", outside: true, description: "A path." } as const;
  expect(parseValue(spec, "../key.pem", { root: ROOT, fromConfig: true })).toEqual({
    problem: 'is "../key.pem"; it must not lead out of the working directory',
  });
});

test("paths are not empty and hold no NUL", () => {
  expect(parse({ type: "path", outside: true }, " ")).toMatch(/must not be empty$/);
  expect(parse({ type: "path" }, "a\0b")).toBe("has a NUL character; a path must not");
});

test("a long value is cut and stays on one line", () => {
  const problem = String(parse({ type: "choice", choices: ["a"] }, `x\n${"y".repeat(500)}`));
  expect(problem).not.toContain("\n");
  expect(problem.length).toBeLessThan(200);
});

test("a secret is never shown", () => {
  const problem = parse({ type: "choice", choices: ["a"], secret: true }, "hunter2");
  expect(problem).not.toContain("hunter2");
  expect(problem).toContain("not shown");
});
