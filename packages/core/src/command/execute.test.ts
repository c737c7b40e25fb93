import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { CheckResult } from "../check/check.ts";
import type { ConfigSection } from "../config/section.ts";
import type { Finding } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { catalog } from "../findings/rule.ts";
import { fixedClock } from "../platform/clock.ts";
import { ExternalError, UsageError } from "../platform/errors.ts";
import { nodeProcesses } from "../platform/exec.ts";
import type { GuardedHttpOptions } from "../platform/guarded-http.ts";
import { silentLogger, silentProgress } from "../platform/logger.ts";
import { type Command, defineCommand } from "./command.ts";
import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS } from "./common-inputs.ts";
import { type ExecuteOptions, executeCommand } from "./execute.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-execute-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const RULES = catalog([
  {
    id: "demo.bad",
    title: "Bad thing",
    description: "It is bad.",
    help: "Mend it.",
    severity: "high",
  },
]);
const FINDING: Finding = {
  ruleId: "demo.bad",
  severity: "high",
  message: "A bad thing stands here.",
  location: { path: "a.txt", startLine: 1 },
  fingerprint: fingerprint("demo.bad", "a"),
};
const DEMO_SECTION: ConfigSection = {
  key: "demo",
  description: "The demo.",
  schema: z.strictObject({
    level: z.int().optional().describe("A level."),
    extra: z.string().default("set").describe("More."),
  }),
  example: "level: 3\n",
};

function result(findings: readonly Finding[]): CheckResult {
  return {
    check: "demo",
    title: "Demo",
    findings,
    artifacts: [
      { name: "demo.json", mediaType: "application/json", bytes: new TextEncoder().encode("{}\n") },
    ],
    coverage: { inspected: { files: 1 }, skipped: [], summary: "1 file" },
  };
}

const demoCommand = defineCommand({
  name: "demo",
  title: "Demo",
  description: "A demo.",
  branding: { icon: "box", color: "blue" },
  inputs: {
    level: {
      type: "integer",
      minimum: 0,
      maximum: 9,
      default: 0,
      configKey: "demo.level",
      environment: "DEMO_LEVEL",
      description: "A level.",
    },
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    "demo-path": { description: "The document." },
    level: { description: "The level." },
  },
  permissions: [],
  rules: RULES,
  hosts: () => ["demo.example"],
  run: async (_context, { level }) => ({
    results: [result(level > 4 ? [FINDING] : [])],
    outputs: { level, "demo-path": { artifact: "demo.json" } },
  }),
});

const broken: Command = {
  ...demoCommand,
  name: "broken",
  title: "Broken",
  run: () => Promise.reject(new ExternalError("The demo service is down", { hint: "Try later." })),
};

function run(given: Partial<ExecuteOptions> = {}) {
  return executeCommand({
    command: demoCommand,
    explicit: {},
    environment: {},
    face: "cli",
    cwd: folder,
    event: null,
    remote: null,
    logger: silentLogger,
    progress: silentProgress,
    processes: nodeProcesses(),
    clock: fixedClock("2026-11-22T00:00:00Z"),
    loadSections: async () => [DEMO_SECTION],
    version: "0.1.0",
    signal: new AbortController().signal,
    ...given,
  });
}

test("passes, and writes nothing where no folder is named", async () => {
  const execution = await run();
  expect(execution.exitCode).toBe(0);
  expect(execution.report.outcome).toBe("pass");
  expect(execution.outputs).toEqual({ outcome: "pass", "findings-count": "0", level: "0" });
  expect(await readdir(folder)).toEqual([]);
});

test("a finding at the threshold fails the run; reports and outputs are there all the same", async () => {
  const execution = await run({ explicit: { level: "5", "report-directory": "out" } });
  expect(execution.exitCode).toBe(1);
  expect(execution.outputs).toEqual({
    outcome: "fail",
    "findings-count": "1",
    level: "5",
    "demo-path": join(folder, "out/demo.json"),
    "report-directory": join(folder, "out"),
    "report-path": join(folder, "out/report.json"),
    "sarif-path": join(folder, "out/report.sarif"),
  });
  expect((await readdir(join(folder, "out"))).sort()).toEqual([
    "demo.json",
    "report.html",
    "report.json",
    "report.sarif",
  ]);
  const json = JSON.parse(await readFile(join(folder, "out/report.json"), "utf8"));
  expect(json.findings[0].ruleId).toBe("demo.bad");
});

test("equal runs write equal bytes", async () => {
  const read = async (name: string) => {
    await run({
      explicit: {
        level: "5",
        "report-directory": name,
        "report-formats": ["json", "sarif", "html", "text", "summary", "comment", "junit"],
      },
    });
    const files = (await readdir(join(folder, name))).sort();
    return Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, name, file), "utf8")]),
    );
  };
  const first = await read("one");
  expect(first).toHaveLength(8);
  expect(await read("two")).toEqual(first);
  expect(JSON.stringify(first)).not.toContain(folder);
});

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

test("`.github/assay.yml` comes before `assay.yml`", async () => {
  await writeFile(join(folder, "assay.yml"), "demo: { level: 1 }\n");
  expect((await run()).outputs["level"]).toBe("1");
  await mkdir(join(folder, ".github"));
  await writeFile(join(folder, ".github/assay.yml"), "demo: { level: 2 }\n");
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
    '`fail-on` is "hihg"; it must be one of critical, high, medium, low, info, never; did you mean "high"?',
  ]);
});

test("a config file or baseline that is named must exist", async () => {
  await expect(run({ explicit: { config: "nope.yml" } })).rejects.toThrow(
    "The config file nope.yml does not exist",
  );
  await expect(run({ explicit: { baseline: "nope.json" } })).rejects.toThrow(
    "The baseline nope.json does not exist",
  );
  await expect(run({ explicit: { config: "../x.yml" } })).rejects.toThrow("must not lead out");
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

test("a command that fails ends in a report with outcome error and its exit code", async () => {
  const execution = await run({ command: broken, explicit: { "report-directory": "out" } });
  expect(execution.exitCode).toBe(3);
  expect(execution.outputs["outcome"]).toBe("error");
  expect(execution.report.checks[0]?.error).toMatchObject({
    message: "The demo service is down",
    hint: "Try later.",
  });
  expect(await readdir(join(folder, "out"))).toContain("report.json");
});

test("a stopped run is no defect of ours", async () => {
  const stop = new AbortController();
  const command: Command = {
    ...demoCommand,
    run: () => {
      stop.abort();
      throw new DOMException("aborted", "AbortError");
    },
  };
  expect((await run({ command, signal: stop.signal })).exitCode).toBe(3);
});

test("parts run beside each other with their own inputs; one that fails stops no other", async () => {
  const asked: string[][] = [];
  const command: Command = {
    ...demoCommand,
    name: "all",
    hosts: undefined,
    parts: async () => [demoCommand, broken],
    run: async () => ({ results: [], outputs: {} }),
  };
  const httpFactory = ({ hosts }: GuardedHttpOptions) => {
    asked.push([...hosts]);
    return { request: () => Promise.reject(new Error("no network")) };
  };
  const { report, exitCode } = await run({
    command,
    environment: { DEMO_LEVEL: "5" },
    httpFactory,
  });
  expect(asked).toEqual([[], ["demo.example"], ["demo.example"]]);
  expect(report.checks.map(({ check, outcome }) => [check, outcome])).toEqual([
    ["broken", "error"],
    ["demo", "fail"],
  ]);
  expect(report.rules).toHaveProperty(["demo.bad"]);
  expect(exitCode).toBe(3);
});

test("a wrong input of a part is that part's failure", async () => {
  const command: Command = {
    ...demoCommand,
    inputs: COMMON_INPUTS,
    name: "all",
    parts: async () => [demoCommand],
    run: async () => ({ results: [], outputs: {} }),
  };
  const { report, exitCode } = await run({ command, environment: { DEMO_LEVEL: "x" } });
  expect(exitCode).toBe(2);
  expect(report.checks[0]?.error?.message).toContain("DEMO_LEVEL");
});
