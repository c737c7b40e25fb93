import { expect, test } from "vitest";
import type { Edit, PolicyRule } from "../rule.ts";
import type { Found } from "../suppressions/apply.ts";
import { aRepository } from "../test/repository.ts";
import { planFixes } from "./plan.ts";

const TEXT = "a: 1\nb: 2\nc: 3\n";

function found(id: string, edits: readonly Edit[], more: Partial<Found> = {}): Found {
  const rule: PolicyRule = {
    ...{ id, title: "", description: "", help: "", severity: "low", sources: {} },
    ...{ decidedBy: "files", confidence: "high", judge: () => ({ violations: [], looked: 0 }) },
  };
  return { rule, violation: { path: "a.yml", key: id, message: "", edits }, ...more };
}
const plan = (...all: readonly Found[]) => planFixes(all, aRepository({ "a.yml": TEXT }));
const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

test("edits of several rules are made together", async () => {
  const plans = await plan(found("r.b", [edit(13, 14, "9")]), found("r.a", [edit(3, 4, "7")]));
  expect(plans).toMatchObject([
    { path: "a.yml", after: "a: 7\nb: 2\nc: 9\n", rules: ["r.a", "r.b"], left: 0 },
  ]);
});

test("of two that overlap the first is made and the other is left whole", async () => {
  const plans = await plan(
    found("r.a", [edit(3, 4, "7")]),
    found("r.b", [edit(2, 5, " 8\n"), edit(8, 9, "8")]),
  );
  expect(plans).toMatchObject([{ after: "a: 7\nb: 2\nc: 3\n", rules: ["r.a"], left: 1 }]);
});

test("the same edit of two violations is made once", async () => {
  const same = [edit(5, 5, "n: 0\n")];
  const plans = await plan(found("r.a", same), found("r.b", same));
  expect(plans).toMatchObject([{ after: `a: 1\nn: 0\nb: 2\nc: 3\n`, left: 0 }]);
});

test("what is suppressed or only a guess is left alone", async () => {
  const one = found("r.a", [edit(3, 4, "7")], { suppression: { by: "inline", reason: "so" } });
  const guess = found("r.b", [edit(3, 4, "7")]);
  const unsure: Found = { ...guess, violation: { ...guess.violation, confidence: "low" } };
  expect(await plan(one, unsure)).toEqual([]);
});

test("what would be no YAML any more is refused", async () => {
  expect(await plan(found("r.a", [edit(3, 4, "[")]))).toMatchObject([
    { refused: "the result would be no valid YAML any more" },
  ]);
});
