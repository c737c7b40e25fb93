import { readYaml, valueAt, type YamlMap, type YamlNode } from "@assay/core/yaml";
import { expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { setValue, type Where } from "./set-value.ts";

function set(
  text: string,
  to: readonly (string | number)[],
  path: readonly string[],
  value: string,
  where?: Where,
): string {
  let node: YamlNode | undefined = readYaml(text).root;
  for (const step of to) {
    node =
      typeof step === "number"
        ? node?.kind === "list"
          ? node.items[step]
          : undefined
        : valueAt(node, step);
  }
  const result = applyEdits(text, setValue(text, node as YamlMap, path, value, where)).text;
  expect(readYaml(result).problems).toEqual([]);
  return result;
}

const PERSIST = ["with", "persist-credentials"];
const step = (...lines: readonly string[]) => lines.join("\n");

test.each([
  [
    "without `with` gets it behind `uses`, whose comment stays",
    step("steps:", "  - uses: a/b@v1 # v1", "    name: x", ""),
    step(
      "steps:",
      "  - uses: a/b@v1 # v1",
      "    with:",
      "      persist-credentials: false",
      "    name: x",
      "",
    ),
  ],
  [
    "with `with` gets the key at its head",
    step("steps:", "  - uses: a/b", "    with:", "      # deep", "      fetch-depth: 0 # all", ""),
    step(
      "steps:",
      "  - uses: a/b",
      "    with:",
      "      # deep",
      "      persist-credentials: false",
      "      fetch-depth: 0 # all",
      "",
    ),
  ],
  [
    "with an empty `with` gets it below",
    step("steps:", "  - uses: a/b", "    with: # nothing", "    name: x"),
    step(
      "steps:",
      "  - uses: a/b",
      "    with: # nothing",
      "      persist-credentials: false",
      "    name: x",
    ),
  ],
  [
    "with another value has it replaced",
    step("steps:", "  - uses: a/b", "    with: {persist-credentials: true}"),
    step("steps:", "  - uses: a/b", "    with: {persist-credentials: false}"),
  ],
  [
    "in flow style stays in flow style",
    step("steps: [{uses: a/b}]", ""),
    step("steps: [{with: { persist-credentials: false }, uses: a/b}]", ""),
  ],
  [
    "with an empty flow map has it filled",
    step("steps:", "  - uses: a/b", "    with: {}"),
    step("steps:", "  - uses: a/b", "    with: { persist-credentials: false }"),
  ],
  [
    "whose first key is no `uses` of one line gets it behind the dash",
    step("steps:", "-   name: x", "    run: |", "      a", ""),
    step(
      "steps:",
      "-   with:",
      "        persist-credentials: false",
      "    name: x",
      "    run: |",
      "      a",
      "",
    ),
  ],
  [
    "with Windows' line ends keeps them",
    "steps:\r\n  - uses: a/b\r\n    name: x\r\n",
    "steps:\r\n  - uses: a/b\r\n    with:\r\n      persist-credentials: false\r\n    name: x\r\n",
  ],
])("a step %s", (_, before, after) => {
  expect(set(before, ["steps", 0], PERSIST, "false", { after: "uses" })).toBe(after);
});

test("what is set already stays so", () => {
  const text = "with:\n  persist-credentials: false\n";
  expect(set(text, [], PERSIST, "false")).toBe(text);
});

test("a map that others have too is not changed", () => {
  const text = "a: &w\n  x: 1\nb:\n  uses: a/b\n  with: *w\n";
  expect(set(text, ["b"], PERSIST, "false")).toBe(text);
});

test("a block goes above the comments of the key that it stands before", () => {
  const text = "\uFEFFname: x\non: push\n\n# All jobs.\njobs:\n    a:\n        runs-on: x\n";
  expect(set(text, [], ["permissions", "contents"], "read", { before: "jobs" })).toBe(
    "\uFEFFname: x\non: push\n\npermissions:\n    contents: read\n\n# All jobs.\njobs:\n    a:\n        runs-on: x\n",
  );
});

test("of edits that overlap the first counts, and equal ones are one", () => {
  const edits = [
    { start: 1, end: 3, text: "X" },
    { start: 2, end: 4, text: "Y" },
    { start: 1, end: 3, text: "X" },
    { start: 3, end: 3, text: "!" },
  ];
  expect(applyEdits("abcd", edits)).toMatchObject({
    text: "aX!d",
    left: [{ start: 2, end: 4, text: "Y" }],
  });
});
