import { expect, test } from "vitest";
import { policyFindings } from "../findings.ts";
import type { PolicyRule } from "../rule.ts";
import { acceptedBy } from "./accepted.ts";
import type { Found } from "./apply.ts";

const TODAY = new Date("2026-12-01T12:00:00Z");
const rule: PolicyRule = {
  ...{ id: "r.a", title: "", description: "", help: "", severity: "low", sources: {} },
  ...{ decidedBy: "files", confidence: "high", judge: () => ({ violations: [], looked: 0 }) },
};
const found = (key: string, more: Partial<Found>): Found => ({
  ...{ rule, violation: { path: "a", key, message: "It is so." }, ...more },
});
const FOUND = [found("old", { change: "existing" }), found("new", { change: "new" })];

const accepted = (entry: Readonly<Record<string, string>>) => {
  const config = {
    section: <T>() => [{ expires: "2099-01-01", ...entry }] as T,
    place: () => undefined,
  };
  return FOUND.filter(acceptedBy({ config }, FOUND, TODAY)).map(({ violation }) => violation.key);
};

test("an entry for what the base has too accepts nothing that is new", () => {
  const [old] = policyFindings(FOUND, TODAY);
  expect(accepted({ fingerprint: old?.fingerprint ?? "" })).toEqual(["old"]);
  expect(accepted({ rule: "r.*" })).toEqual(["old", "new"]);
  expect(accepted({ rule: "r.*", expires: "2026-11-01" })).toEqual([]);
  expect(accepted({ rule: "r.*", package: "a" })).toEqual([]);
});
