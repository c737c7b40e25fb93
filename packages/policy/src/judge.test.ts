import type { Severity } from "@assay/core";
import { expect, test } from "vitest";
import { identityOf, judge } from "./judge.ts";
import { defineRule, type Violation } from "./rule.ts";
import { applyMarks } from "./suppressions/apply.ts";
import { aRepository } from "./test/repository.ts";

const PATH = "ci.yml";

/** A violation a line that says `bad <key> <severity>`. */
const rule = defineRule({
  ...{ id: "workflow.timeout", title: "t", description: "d", help: "h", severity: "low" },
  ...{ sources: {}, decidedBy: "files", confidence: "high" },
  async judge(repository) {
    const lines = ((await repository.read(PATH)) ?? "").split("\n");
    const violations = lines.flatMap((text, at): Violation[] => {
      const [, key = "", severity] = /bad:? (\w+) (low|high)/.exec(text) ?? [];
      return severity === undefined
        ? []
        : [
            {
              ...{ path: PATH, place: { startLine: at + 1 }, message: "m", key },
              severity: severity as Severity,
            },
          ];
    });
    return { violations, looked: 1 };
  },
});

async function found(before: string, after: string) {
  const base = aRepository({ [PATH]: before });
  const repository = aRepository({ [PATH]: after }, { base });
  const judged = await judge([rule], repository);
  const { found } = await applyMarks(judged, repository, false);
  return found.map(({ violation, change, suppression }) => [
    identityOf(violation).slice(PATH.length + 1),
    change,
    suppression !== undefined,
  ]);
}

test("what the base has as often is not new, one more is", async () => {
  expect(await found("- bad a low\n- bad a low", "- bad a low\n\n- bad a low")).toEqual([
    ["a", "existing", false],
    ["a 2", "existing", false],
  ]);
  expect(await found("- bad a low", "- bad a low\n- bad a low")).toEqual([
    ["a", "existing", false],
    ["a 2", "new", false],
  ]);
});

test("what a change makes worse is new, and order is no change", async () => {
  expect(await found("- bad a low", "- bad a high")).toEqual([["a", "new", false]]);
  expect(await found("- bad a high", "- bad a low")).toEqual([["a", "existing", false]]);
  expect(await found("- bad a low\n- bad a high", "- bad a high\n- bad a low")).toEqual([
    ["a", "existing", false],
    ["a 2", "existing", false],
  ]);
});

test("a mark from outside counts for what it accepts in the base alone", async () => {
  const mark = "# assay: ignore workflow.timeout -- fine";
  const old = `- bad a low ${mark}`;
  expect(await found(old, `\n${old}`)).toEqual([["a", "existing", true]]);
  // Copied, taken over by another fault, and moved to one that was open.
  expect(await found(old, `${old}\n- bad b low ${mark}`)).toEqual([
    ["a", "existing", true],
    ["b", "new", false],
  ]);
  expect(await found(old, `- bad a low\n${old}`)).toEqual([
    ["a", "existing", false],
    ["a 2", "new", false],
  ]);
  expect(await found(old, `- bad a high ${mark}`)).toEqual([["a", "new", false]]);
  expect(await found(`${old}\n- bad b low`, `- bad a low\n- bad b low ${mark}`)).toEqual([
    ["a", "existing", false],
    ["b", "existing", false],
  ]);
});
