import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { STRICT_ONLY } from "./presets/strict.ts";
import { chosenRules, PRESETS } from "./presets.ts";
import { POLICY_RULES } from "./rules/index.ts";
import { aRepository } from "./test/repository.ts";

const idsOf = (preset: string) => chosenRules(POLICY_RULES, [preset], []).map(({ id }) => id);

test("strict is every rule, and baseline all but those that it names", () => {
  const all = POLICY_RULES.map(({ id }) => id);
  expect(idsOf("assay:strict")).toEqual(all);
  expect(idsOf("assay:baseline")).toEqual(all.filter((id) => !STRICT_ONLY.has(id)));
  expect([...STRICT_ONLY].filter((id) => !all.includes(id))).toEqual([]);
});

test("each framework has rules, and each maturity level those of the ones below", () => {
  for (const { id } of PRESETS) expect(idsOf(id), id).not.toEqual([]);
  const [one = [], two = [], three = []] = [1, 2, 3].map((level) => idsOf(`openssf-osps-${level}`));
  expect(two).toEqual(expect.arrayContaining(one));
  expect(three).toEqual(expect.arrayContaining(two));
  expect(two.length).toBeLessThan(three.length);
});

test("what no file can show is said in a phrase for each clause", () => {
  const shown = PRESETS.flatMap(({ notShown = {} }) => Object.entries(notShown));
  expect(shown.length).toBeGreaterThan(60);
  const wrong = shown.filter(
    ([clause, what]) => !/^[A-Z][\w.() -]*$|^[a-z]+$/.test(clause) || !/^.{5,70}$/.test(what ?? ""),
  );
  expect(wrong).toEqual([]);
});

test("a rule that is named alone is added, and one that does not exist is a wrong input", () => {
  expect(chosenRules(POLICY_RULES, [], ["deps.rfc"]).map(({ id }) => id)).toEqual(["deps.rfc"]);
  expect(() => chosenRules(POLICY_RULES, [], ["deps.none"])).toThrow(UsageError);
});

test("the baseline counts what is missing less, and what does not hold as much as elsewhere", async () => {
  const severities = async (
    presets: readonly string[],
    files: Readonly<Record<string, string>>,
  ) => {
    const rules = chosenRules(POLICY_RULES, presets, []).filter(
      ({ id }) => id === "audit.gate-wired",
    );
    const judged = await Promise.all(rules.map((rule) => rule.judge(aRepository(files))));
    return judged.flatMap(({ violations }) => violations.map(({ severity }) => severity));
  };
  const soft = "on: pull_request\njobs: { a: { steps: [{ run: npm audit || true }] } }";
  expect(await severities(["assay:baseline"], {})).toEqual(["low"]);
  expect(await severities(["assay:strict"], {})).toEqual([undefined]);
  expect(await severities(["assay:baseline", "nist-ssdf"], {})).toEqual([undefined]);
  expect(await severities(["assay:baseline"], { ".github/workflows/a.yml": soft })).toEqual([
    undefined,
  ]);
});
