import { fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { executeCommand } from "@assay/runtime";
import { sectionOf } from "@assay/runtime/config";
import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { licensesCommand } from "./command.ts";
import { LICENSE_RULES } from "./rules.ts";
import { projectWith, TODAY } from "./test/audit.ts";

afterAll(cleanUp);

const licensesSection = await sectionOf(licensesCommand);

const run = async (root: string, explicit: Readonly<Record<string, string>> = {}) =>
  executeCommand({
    command: licensesCommand,
    explicit,
    environment: { PATH: process.env["PATH"] },
    host: "cli",
    cwd: root,
    event: null,
    remote: null,
    logger: silentLogger,
    progress: silentProgress,
    processes: nodeProcesses(),
    clock: fixedClock(TODAY),
    loadSections: async () => [licensesSection],
    version: "0.0.0",
    signal: new AbortController().signal,
  });

const TREE = {
  "node_modules/a": { version: "1.0.0", license: "CC0-1.0" },
  "node_modules/b": { version: "1.0.0", license: "MIT AND" },
};

test("the command fails on what is not allowed and counts it", async () => {
  const { report, outputs, exitCode } = await run(await projectWith(TREE));
  expect(exitCode).toBe(1);
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual([
    "licenses.denied",
    "licenses.invalid-expression",
  ]);
  expect(outputs).toMatchObject({
    "packages-audited": "2",
    "packages-denied": "1",
    "packages-unknown": "1",
  });
});

test("the config file sets inputs and exceptions", async () => {
  const config = `licenses:
  on-invalid: info
  exceptions:
    - package: a@^1.0
      license: CC0-1.0
      reason: data only
      owner: platform
      expires: 2027-01-01
`;
  const { report, exitCode } = await run(await projectWith(TREE, { "assay.yml": config }));
  expect(report.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual([
    "licenses.invalid-expression info",
  ]);
  expect(exitCode).toBe(0);
});

test.each([
  ["licenses: { allow: [] }", "is empty"],
  ["licenses: { allow: [Apache 2.0] }", 'did you mean "Apache-2.0"'],
])("the policy %j is an error, not a verdict", async (config, message) => {
  const { report, exitCode } = await run(await projectWith(TREE, { "assay.yml": config }));
  expect(exitCode).toBe(2);
  expect(report.outcome).toBe("error");
  expect(JSON.stringify(report.checks)).toContain(message.replaceAll('"', '\\"'));
});

test("an unknown key of the section is refused", async () => {
  const root = await projectWith(TREE, { "assay.yml": "licenses: { deny: [GPL-3.0-only] }" });
  await expect(run(root)).rejects.toThrow(/assay\.yml|deny/);
});

test("the section has a key for every input that names one, and its example is valid", () => {
  const result = licensesSection.schema.check(parse(licensesSection.example));
  expect(result.issues).toBeUndefined();
  const configKeys = Object.values(licensesCommand.inputs).flatMap((input) =>
    "configKey" in input && input.configKey.startsWith("licenses.") ? [input.configKey] : [],
  );
  expect(configKeys).toHaveLength(5);
  for (const key of configKeys) {
    const value = { [key.replace("licenses.", "")]: 0 };
    expect(JSON.stringify(licensesSection.schema.check(value).issues)).not.toContain(
      "unrecognized_keys",
    );
  }
});

test("every rule is described", () => {
  for (const [id, rule] of Object.entries(LICENSE_RULES)) {
    expect(id).toBe(rule.id);
    expect(rule.title.length, id).toBeLessThanOrEqual(80);
  }
});
