import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { expect, test } from "vitest";
import { commandHelp, formatEntries } from "./command-help.ts";

const COMMAND = defineCommand({
  name: "demo",
  label: "Demo",
  title: 'Demo: "quoted"',
  description: "A `demo` of a command.",
  inputs: {
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
    files: {
      type: "list",
      default: [],
      required: true,
      description: "Globs: `a|b` # and {more}. %x",
    },
    quiet: { type: "boolean", default: true, configKey: "demo.quiet", description: "Say little." },
    depth: {
      type: "integer",
      default: 3,
      minimum: 1,
      maximum: 9,
      environment: "DEMO_DEPTH",
      description: "How deep.",
    },
    "tool-path": { type: "path", host: "cli", description: "A tool." },
  },
  outputs: { ...COMMON_OUTPUTS, count: { description: "A count." } },
  permissions: [
    { scope: "contents", level: "read", reason: "to read" },
    { scope: "pull-requests", level: "write", reason: "to comment", when: "comment" },
  ],
  rules: {},
  run: async () => ({ results: [], outputs: {} }),
});

test("help lists the CLI's options with facts, in aligned columns", () => {
  const help = commandHelp(COMMAND, "assay demo <file>...", [
    { term: "-h, --help", text: "Help." },
  ]);
  expect(help).toContain("A demo of a command.");
  expect(help).toMatch(/--\[no-\]quiet +Say little\.\n +\[default: on; config: demo\.quiet\]/);
  expect(help).toContain("--tool-path <path>");
  expect(help).not.toContain("--token");
  expect(help).toContain("[default: 3; variable: DEMO_DEPTH]");
  expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("a term that is wider than its column stands on a line of its own", () => {
  const lines = formatEntries([
    { term: "x".repeat(50), text: "Long." },
    { term: "y", text: "Short." },
  ]);
  expect(lines).toEqual([
    `  ${"x".repeat(50)}`,
    `${" ".repeat(38)}Long.`,
    `  y${" ".repeat(35)}Short.`,
  ]);
});
