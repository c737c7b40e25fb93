import { expect, test } from "vitest";
import type { Judged } from "../judge.ts";
import { PRESETS } from "../presets.ts";
import type { PolicyRule } from "../rule.ts";
import type { Found } from "../suppressions/apply.ts";
import { badge } from "./badge.ts";
import { clauseTable, postureOf, postureTables, shareOf, shareText } from "./table.ts";

function rule(id: string, more: Partial<PolicyRule> = {}): PolicyRule {
  return {
    ...{ id, title: `${id}?`, description: "", help: "", severity: "medium", sources: {} },
    ...{ decidedBy: "files", confidence: "high", judge: () => NONE, ...more },
  };
}
const NONE = { violations: [], looked: 0 };
const violation = { path: "a", key: "k", message: "It is so." };

const judged = (of: PolicyRule, looked: number, unknown?: string): Judged => ({
  rule: of,
  judgement: { violations: [], looked, ...(unknown !== undefined && { unknown: [unknown] }) },
});
const broken = rule("r.broken", { sources: { cra: ["II(1)"] } });
const high = rule("r.high", { severity: "high" });
const kept = rule("r.kept", { sources: { cra: ["II(1)", "I(2)(f)"] } });
const hidden = rule("r.hidden", { sources: { cra: ["II(3)"] } });
const none = rule("r.none");
const JUDGED: readonly Judged[] = [
  judged(none, 0),
  judged(kept, 2),
  judged(hidden, 1, "Nobody was asked."),
  judged(broken, 3),
  judged(high, 1),
];
const FOUND: readonly Found[] = [
  { rule: broken, violation },
  { rule: broken, violation },
  { rule: high, violation },
  { rule: kept, violation, suppression: { by: "inline", reason: "so" } },
];
const POSTURE = postureOf(JUDGED, FOUND);

test("the share is of what applies and could be evaluated", () => {
  expect(shareOf(POSTURE)).toEqual({ met: 1, of: 3, unknown: 1 });
  expect(shareText(shareOf(POSTURE))).toBe("1 of 3 rules are met (33 %); 1 could not be evaluated");
  expect(shareText({ met: 0, of: 0, unknown: 0 })).toBe("0 of 0 rules are met");
});

test("what is to be done stands open, by weight; the rest is folded", () => {
  expect(postureTables(POSTURE)).toEqual([
    {
      title: "Posture: 1 of 3 rules are met (33 %); 1 could not be evaluated",
      open: true,
      columns: ["Rule", "State", "Severity", "What it looks for"],
      rows: [
        ["r.high", "not met (1)", "high", "r.high?"],
        ["r.broken", "not met (2)", "medium", "r.broken?"],
        ["r.hidden", "not evaluated", "medium", "Nobody was asked."],
      ],
    },
    {
      title: "Rules that are met, or do not apply",
      columns: ["Rule", "State", "Severity", "What it looks for"],
      rows: [
        ["r.kept", "met", "medium", "r.kept?"],
        ["r.none", "not applicable", "medium", "r.none?"],
      ],
    },
  ]);
});

test("rules that were not evaluated for one reason stand in one row, with the worst severity", () => {
  const reason = "Nobody was asked.";
  const posture = postureOf([judged(hidden, 1, reason), judged(high, 1, reason)], []);
  expect(postureTables(posture)[0]?.rows).toEqual([
    ["r.high, r.hidden", "not evaluated", "high", reason],
  ]);
});

test("where all is met there is one folded table, with the share", () => {
  expect(postureTables(postureOf([judged(kept, 1)], []))).toMatchObject([
    { title: "Posture: 1 of 1 rules are met (100 %)" },
  ]);
});

test("what the config file accepts counts as met", () => {
  const accepted = postureOf(JUDGED, FOUND, (each) => each.rule.id === "r.broken");
  expect(shareOf(accepted)).toEqual({ met: 2, of: 3, unknown: 1 });
});

test("a clause is as good as the worst rule that serves it, and what no file shows is listed once", () => {
  const cra = PRESETS.find(({ id }) => id === "eu-cra");
  const table = cra && clauseTable(cra, POSTURE);
  expect(table?.rows.slice(0, 4)).toEqual([
    ["I(2)(f)", "met", "r.kept"],
    ["II(1)", "not met", "r.broken, r.kept"],
    // A rule serves it, so nobody has to show it by hand.
    ["II(3)", "not evaluated", "r.hidden"],
    ["I(1)", "no file can show it", "security fits the risks, by an assessment of them"],
  ]);
  expect(table?.rows.map(([clause]) => clause)).toContain("Art. 13(8)");
  expect(table?.rows.filter(([clause]) => clause === "II(3)")).toHaveLength(1);
});

test("a clause of which a part could not be evaluated says so", () => {
  const cra = PRESETS.find(({ id }) => id === "eu-cra");
  const asked = rule("r.asked", { sources: { cra: ["II(1)"] } });
  const posture = postureOf([judged(kept, 1), judged(asked, 1, "No token.")], []);
  const rows = cra && clauseTable(cra, posture)?.rows;
  expect(rows?.[1]).toEqual(["II(1)", "met as far as it was evaluated", "r.asked, r.kept"]);
});

test("a rule that only guesses is not evaluated", () => {
  const found: Found = { rule: kept, violation: { ...violation, confidence: "low" } };
  const posture = postureOf([judged(kept, 1)], [found]);
  expect(shareOf(posture)).toEqual({ met: 0, of: 0, unknown: 1 });
  expect(postureTables(posture)[0]?.rows).toEqual([
    ["r.kept", "not evaluated", "medium", "Not sure: It is so."],
  ]);
});

test("only a framework has clauses", () => {
  const strict = PRESETS.find(({ id }) => id === "assay:strict");
  expect(strict && clauseTable(strict, POSTURE)).toBeUndefined();
});

test.each([
  [{ met: 0, of: 0, unknown: 0 }, "0/0", "brightgreen"],
  [{ met: 8, of: 10, unknown: 5 }, "8/10", "yellow"],
  [{ met: 7, of: 10, unknown: 0 }, "7/10", "red"],
  [{ met: 10, of: 10, unknown: 0 }, "10/10", "brightgreen"],
])("the badge of %j says %s", (share, message, color) => {
  const { name, bytes } = badge(share);
  expect(name).toBe("policy-badge.json");
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
    ...{ schemaVersion: 1, label: "assay policy", message, color },
  });
});
