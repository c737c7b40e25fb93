import type { Finding } from "@assay/core";
import { conclude } from "@assay/runtime";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { expect, it } from "vitest";
import { groupAlike, groupMany } from "./groups.ts";
import { nextStep } from "./phrases.ts";

const about = (name: string, licence: string, overrides: Partial<Finding> = {}): Finding =>
  aFinding({
    message: `${name}@1.0.0 is under ${licence}`,
    subject: { name, version: "1.0.0" },
    fingerprint: name.padEnd(64, "0"),
    location: { path: "package-lock.json", startLine: name.charCodeAt(0) },
    ...overrides,
  });

const reportOf = (...findings: readonly Finding[]) =>
  conclude(anInput({ results: [aResult({ findings })] }));

const sizes = (...findings: readonly Finding[]) =>
  groupAlike(reportOf(...findings).findings).map((group) => group.length);

it("joins what differs in package and place only", () => {
  expect(sizes(about("a", "X"), about("b", "X"), about("c", "Y"))).toEqual([2, 1]);
  expect(sizes(about("a", "X"), about("b", "X", { severity: "low" }))).toEqual([1, 1]);
  expect(sizes(about("a", "X"), about("b", "X", { ruleId: "other.rule" }))).toEqual([1, 1]);
  const keyIn = (path: string) =>
    about(path, "", { subject: undefined, message: `A key in ${path}`, location: { path } });
  expect(sizes(keyIn("a.ts"), keyIn("b.ts"))).toEqual([2]);
});

it("leaves small groups as single findings where they stood", () => {
  const { findings } = reportOf(
    ...["a", "c", "d", "e"].map((name) => about(name, name < "c" ? "X" : "Y")),
    about("b", "Z"),
    about("f", "Z"),
  );
  const names = groupMany(findings).map((group) =>
    group.map(({ subject }) => subject?.name).join(""),
  );
  expect(names).toEqual(["a", "b", "cde", "f"]);
});

it("makes the next step that of the gravest findings, and of these the largest group", () => {
  const report = reportOf(
    about("a", "X", { remediation: "One." }),
    about("b", "Y", { remediation: "Many." }),
    about("c", "Y", { remediation: "Many." }),
    ...["d", "e", "f"].map((name) =>
      about(name, "Z", { severity: "medium", remediation: "Mild." }),
    ),
  );
  expect(nextStep(report)).toBe("Many. (2 of 6 findings)");
});
