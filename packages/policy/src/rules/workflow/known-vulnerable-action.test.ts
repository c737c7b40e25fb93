import { memoryData, readRecord } from "@assay/advisories";
import { expect, test } from "vitest";
import { aRepository } from "../../test/repository.ts";
import { PIN, said, steps } from "../../test/workflows.ts";
import { knownVulnerableAction } from "./known-vulnerable-action.ts";

const RECORD = readRecord({
  id: "GHSA-aaaa-bbbb-cccc",
  modified: "2026-01-01T00:00:00Z",
  summary: "It can be attacked.",
  affected: [
    {
      package: { ecosystem: "GitHub Actions", name: "Actions/Checkout" },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "4.1.0" }] }],
    },
  ],
  database_specific: { severity: "HIGH" },
});
const advisories = async () => memoryData([RECORD]);
const AFFECTS = (version: string) =>
  `6:15 high GHSA-aaaa-bbbb-cccc affects \`actions/checkout\` ${version}: It can be attacked.`;

test.each([
  ["v4.0.1", "- uses: actions/checkout@v4.0.1"],
  ["v3.6.0", `- uses: ${PIN} # v3.6.0`],
])("%s is affected", async (version, text) => {
  expect(await said(knownVulnerableAction, steps(text), { advisories })).toEqual([
    AFFECTS(version),
  ]);
});

test.each([
  ["at this commit", `- uses: ${PIN}`],
  ["v4.x", "- uses: actions/checkout@v4.x"],
])("whether %s is affected is a guess", async (version, text) => {
  const found = await said(knownVulnerableAction, steps(text), { advisories });
  expect(found).toEqual([AFFECTS(version).replace(" high", " high low")]);
});

test.each([
  ["a fixed version", "- uses: actions/checkout@v4.1.0"],
  ["a fixed version behind a commit", `- uses: ${PIN} # v4.2.0`],
  ["a branch, whose version nobody knows", "- uses: actions/checkout@main"],
  ["another action", "- uses: actions/setup-node@v1.0.0"],
])("%s is not", async (_, text) => {
  expect(await said(knownVulnerableAction, steps(text), { advisories })).toEqual([]);
});

test("without advisories at hand it is not evaluated, never kept", async () => {
  const files = { ".github/workflows/ci.yml": steps("- uses: actions/checkout@v4") };
  expect(await knownVulnerableAction.judge(aRepository(files))).toEqual({
    violations: [],
    looked: 0,
    unknown: ["No advisories are at hand."],
  });
});
