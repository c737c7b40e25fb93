import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { actionMetadata } from "./action-metadata.ts";
import { replaceGenerated } from "./generated-region.ts";
import { actionReference, permissionBlock } from "./input-tables.ts";
import { ruleReference } from "./rule-reference.ts";

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

test("action.yml is valid YAML with every input of the action", () => {
  const action = parse(actionMetadata(COMMAND, { name: "Assay demo", main: "../../dist/demo.js" }));
  expect(action).toMatchObject({
    name: "Assay demo",
    description: 'Demo: "quoted"',
    runs: { using: "node24", main: "../../dist/demo.js" },
  });
  expect(action).not.toHaveProperty("branding");
  const branding = { icon: "box", color: "blue" };
  const atTheRoot = parse(
    actionMetadata(COMMAND, { name: "Assay", main: "dist/demo.js", branding }),
  );
  expect(atTheRoot).toMatchObject({ branding, author: "Assay" });
  const names = Object.keys(action.inputs);
  expect(names.slice(0, 3)).toEqual(["files", "quiet", "depth"]);
  expect(names).toContain("token");
  expect(names).not.toContain("tool-path");
  expect(action.inputs.files.required).toBe(true);
  expect(action.inputs.files.description).toContain("Globs: `a|b` # and {more}. %x");
  expect(Object.keys(action.outputs)).toEqual(Object.keys(COMMAND.outputs));
});

test("only defaults of the runner are written: others would win over the config file", () => {
  const { inputs } = parse(actionMetadata(COMMAND, { name: "x", main: "y" }));
  const defaults = Object.entries(inputs as Record<string, { default?: string }>).filter(
    ([, input]) => input.default !== undefined,
  );
  expect(defaults).toEqual([
    ["token", expect.objectContaining({ default: "${{ github.token }}" })],
  ]);
  expect(inputs.depth.description).toBe("How deep. Default: `3`.");
});

test("tables escape what ends a cell", () => {
  const reference = actionReference(COMMAND);
  expect(reference).toContain("| `files` **required** | Globs: `a\\|b` # and {more}. %x |");
  expect(reference).toContain("| `quiet` | Say little. | `true` | `demo.quiet` |");
  expect(reference).toContain("From 1 to 9. Variable: `DEMO_DEPTH`.");
});

test("permissions that depend on an input are commented out", () => {
  expect(permissionBlock(COMMAND.permissions)).toEqual([
    "```yaml",
    "permissions:",
    "  contents: read # to read",
    "  # pull-requests: write # to comment; only with `comment`",
    "```",
  ]);
  expect(permissionBlock([]).join("")).toContain("permissions: {}");
});

test("generated text replaces what stands between the marks", () => {
  const page = "# A\n\n<!-- generated:start -->\nold\n<!-- generated:end -->\n\nend\n";
  const once = replaceGenerated("a.md", page, "new");
  expect(once).toBe("# A\n\n<!-- generated:start -->\n\nnew\n\n<!-- generated:end -->\n\nend\n");
  expect(replaceGenerated("a.md", once, "new")).toBe(once);
});

test.each(["", "<!-- generated:end --> <!-- generated:start -->", "<!-- generated:start -->"])(
  "a page without one pair of marks is an error: %j",
  (page) => {
    expect(() => replaceGenerated("a.md", page, "new")).toThrow(/^a\.md must have one/);
  },
);

test("the rule reference links each rule to its section", () => {
  const rule = {
    id: "demo.bad-thing",
    title: "Bad thing",
    description: "Why.",
    help: "How.",
    severity: "low",
  } as const;
  const reference = ruleReference([
    { title: "demo", rules: [rule] },
    { title: "empty", rules: [] },
  ]);
  expect(reference).toContain("| [`demo.bad-thing`](#demobad-thing) | low | Bad thing |");
  expect(reference).toContain("### demo.bad-thing");
  expect(reference).not.toContain("empty");
});
