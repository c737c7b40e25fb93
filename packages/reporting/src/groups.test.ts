import type { Finding } from "@assay/core";
import { conclude } from "@assay/runtime";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { expect, it } from "vitest";
import { groupAlike, shownGroups } from "./groups.ts";
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

it("joins only what one advice is right for", () => {
  const unlocked = (path: string, remediation: string) =>
    about(path, "", {
      subject: undefined,
      message: `${path} has no lockfile`,
      location: { path },
      remediation,
    });
  const [npm, other] = [
    unlocked("a/package.json", "Run npm."),
    unlocked("b/package.json", "Run npm."),
  ];
  expect(sizes(npm, other, unlocked("Gemfile", "Run Bundler."))).toEqual([1, 2]);
});

it("joins what has one cause, whatever the messages say", () => {
  const cause = "package-lock.json has no licences";
  const [a, b] = [about("a", "X", { cause }), about("b", "Y", { cause })];
  expect(sizes(a, b, about("c", "X"))).toEqual([2, 1]);
});

it("shows what fails the run first, though something else is more severe", () => {
  const suppressed = about("a", "X", { severity: "critical" });
  const { findings } = reportOf(
    suppressed,
    about("b", "Y"),
    about("c", "Z", { severity: "medium" }),
  );
  const decided = findings.map((finding) =>
    finding.severity === "critical" ? { ...finding, decision: "report" as const } : finding,
  );
  const names = shownGroups(decided).map(([first]) => first.subject?.name);
  expect(names).toEqual(["b", "c", "a"]);
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
