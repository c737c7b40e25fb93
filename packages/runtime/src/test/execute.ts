import type { CheckResult, ConfigSection, Finding } from "@assay/core";
import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  type Command,
  catalog,
  defineCommand,
  ExternalError,
  fingerprint,
  fixedClock,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { integer, object, string } from "@assay/core/schema";
import { type ExecuteOptions, executeCommand } from "../execute.ts";

const RULES = catalog([
  {
    id: "demo.bad",
    title: "Bad thing",
    description: "It is bad.",
    help: "Fix it.",
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
  schema: object({
    level: integer().optional().describe("A level."),
    extra: string.optional().describe("More."),
  }),
  example: "level: 3\n",
  rules: RULES,
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

/** Finds one bad thing from level 5 on. */
export const demoCommand = defineCommand({
  name: "demo",
  label: "Demo",
  title: "Show a demo",
  description: "A demo.",
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

/** Fails as a check does whose service is down. */
export const brokenCommand: Command = {
  ...demoCommand,
  name: "broken",
  label: "Broken",
  title: "Fail a demo",
  run: () => Promise.reject(new ExternalError("The demo service is down", { hint: "Try later." })),
};

/** Runs a command in a folder with nothing around it. */
export function runIn(folder: string, given: Partial<ExecuteOptions> = {}) {
  return executeCommand({
    command: demoCommand,
    explicit: {},
    environment: {},
    host: "cli",
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
