import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "@assay/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ExecuteOptions } from "../execute.ts";
import { runIn } from "../test/execute.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-execute-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (given: Partial<ExecuteOptions> = {}) => runIn(folder, given);

test("the config file gives inputs, thresholds and suppressions", async () => {
  await mkdir(join(folder, ".github"));
  await writeFile(
    join(folder, ".github/assay.yml"),
    `demo: { level: 7 }
suppressions:
  - rule: demo.bad
    path: a.txt
    reason: Known.
    owner: "@octo/security"
    expires: "2027-01-31"
`,
  );
  const { report, exitCode, outputs } = await run();
  expect(outputs["level"]).toBe("7");
  expect(exitCode).toBe(0);
  expect(report.findings[0]).toMatchObject({
    status: "suppressed",
    suppression: { owner: "@octo/security" },
  });
  expect((await run({ environment: { DEMO_LEVEL: "2" } })).outputs["level"]).toBe("2");
});

test("both places of the config file are read, and both at once are an error", async () => {
  await writeFile(join(folder, "assay.yml"), "demo: { level: 1 }\n");
  expect((await run()).outputs["level"]).toBe("1");
  await mkdir(join(folder, ".github"));
  await writeFile(join(folder, ".github/assay.yml"), "demo: { level: 2 }\n");
  await expect(run()).rejects.toThrow(UsageError);
  await rm(join(folder, "assay.yml"));
  expect((await run()).outputs["level"]).toBe("2");
});

test("schemas are not loaded without a config file", async () => {
  const loadSections = () => Promise.reject(new Error("must not be asked for"));
  expect((await run({ loadSections })).exitCode).toBe(0);
});

test("mistakes of the config file and of the inputs are told together, and nothing runs", async () => {
  await writeFile(join(folder, "assay.yml"), "demo: { levle: 1 }\nofline: true\n");
  const error = await run({ explicit: { "fail-on": "hihg" } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).problems).toEqual([
    "assay.yml:1:9: there is no key `levle` in `demo`; did you mean `level`?",
    "assay.yml:2:1: there is no key `ofline`; did you mean `offline`?",
    '`--fail-on` is "hihg"; it must be one of critical, high, medium, low, info, never; did you mean "high"?',
  ]);
});

test("a config file or baseline that is named must exist", async () => {
  await expect(run({ explicit: { config: "nope.yml" } })).rejects.toThrow(
    "The config file nope.yml does not exist",
  );
  await expect(run({ explicit: { baseline: "nope.json" } })).rejects.toThrow(
    "The baseline nope.json does not exist",
  );
  await writeFile(join(folder, "assay.yml"), "baseline: ../x.json\n");
  await expect(run()).rejects.toThrow(
    'assay.yml:1:1: `baseline` is "../x.json"; it must not lead out of the working directory',
  );
  await expect(run({ explicit: { "working-directory": "nope" } })).rejects.toThrow(
    "does not exist",
  );
});

test("findings of a baseline do not fail the run", async () => {
  await run({ explicit: { level: "5", "report-directory": ".", "report-formats": "json" } });
  const execution = await run({ explicit: { level: "5", baseline: "report.json" } });
  expect(execution.exitCode).toBe(0);
  expect(execution.report.findings[0]?.suppression?.by).toBe("baseline");
});

test("an option may name a config file and a baseline outside of the working directory", async () => {
  await mkdir(join(folder, "project"));
  await run({ explicit: { level: "5", "report-directory": ".", "report-formats": "json" } });
  await writeFile(join(folder, "policy.yml"), "demo: { level: 5 }\n");
  const inProject = { "working-directory": "project", config: "../policy.yml" };
  const strict = await run({ explicit: inProject });
  expect(strict.exitCode).toBe(1);
  const accepted = await run({
    explicit: { ...inProject, baseline: join(folder, "report.json") },
  });
  expect(accepted.exitCode).toBe(0);
});

test("a file in place of the folder is told as such", async () => {
  await writeFile(join(folder, "assay.yml"), "offline: true\n");
  await expect(run({ explicit: { "working-directory": "assay.yml" } })).rejects.toMatchObject({
    message: expect.stringContaining("assay.yml is a file, and a folder is looked at"),
    hint: expect.stringContaining("Did you mean `--config assay.yml`?"),
  });
});
