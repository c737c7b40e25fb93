import { expect, test } from "vitest";
import { parse } from "yaml";
import { fakeTerminal } from "../test/terminal.ts";
import { ACTION, choosePin } from "./pin.ts";
import { workflowTemplate } from "./workflow-template.ts";

const commit = "0123456789".repeat(4);
const stepOf = (text: string) => parse(text).jobs.assay.steps.at(-1);

test("a pin that is known to run stands there with its release", () => {
  const text = workflowTemplate({ defaultBranch: "main", pin: { commit, label: "v0.1.0" } });
  expect(text).toContain(`      - uses: ${ACTION}@${commit} # v0.1.0\n`);
  expect(stepOf(text).uses).toBe(`${ACTION}@${commit}`);
});

test("a workflow that may not run says so above the step", () => {
  const doubt = `This workflow does not run yet: ${"put a commit there ".repeat(8)}.`;
  const pin = { commit: "<full commit SHA>", label: "v0.1.0", doubt };
  const text = workflowTemplate({ defaultBranch: 'odd"branch', pin });
  const comments = text.split("\n").filter((line) => line.startsWith("      # This workflow"));
  expect(comments).toHaveLength(1);
  expect(text.split("\n").every((line) => line.length <= 110)).toBe(true);
  expect(stepOf(text).uses).toBe(`${ACTION}@<full commit SHA>`);
  expect(parse(text).on.push.branches).toEqual(['odd"branch']);
});

test("without a pin, a clone gives its own commit, and doubts it unless a release has it", async () => {
  const pin = await choosePin(undefined, fakeTerminal(import.meta.dirname));
  expect(pin.commit).toMatch(/^[0-9a-f]{40}$|^<full commit SHA>$/);
  expect(pin.doubt === undefined).toBe(pin.label !== undefined && pin.commit.length === 40);
  expect(await choosePin(commit, fakeTerminal("/"))).toEqual({ commit });
});
