import {
  type ActionRun,
  type ActionRunOptions,
  type Files,
  networkGuard,
  runBuiltAction,
  runNode,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { expect } from "vitest";
import { actionFolder, CLI, EVERY_FORMAT } from "../entries.ts";

/** Generous: what hangs is killed, and fails the test. */
const TIMEOUT_MS = 50_000;
const MAX_OUTPUT = 256 * 1024;

/** What a run of the built CLI told, in words. */
export interface Told {
  readonly exitCode: number | null;
  /** Ids of the rules that were broken, sorted, each once. */
  readonly rules: readonly string[];
  /** All that was said of findings and errors, on one line. */
  readonly told: string;
  /** What was left out with a reason. */
  readonly skipped: readonly string[];
  /** What was looked at: `files`, `packages` and so on. */
  readonly inspected: Readonly<Record<string, number>>;
  readonly stdout: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a command of the built CLI with a JSON report and without a network.
 *
 * Whatever it is given, it must end by itself with one of the four kinds of verdict, say no more than a person can read, and
 * show neither a stack trace nor a control character.
 */
export async function assay(args: readonly string[], { cwd, env }: Surroundings): Promise<Told> {
  const guard = await networkGuard(await temporaryFolder(), "none");
  const [command = "", ...rest] = args;
  const { exitCode, stdout, stderr } = await runNode(
    [...guard.nodeArgs, CLI, command, "--format", "json", ...rest],
    { cwd, env: { PATH: process.env["PATH"] ?? "", ...env }, timeoutMs: TIMEOUT_MS },
  );
  expect(await guard.attempts()).toEqual([]);
  expect([0, 1, 2, 3], stderr).toContain(exitCode);
  expectTame(stdout + stderr);
  if (stdout === "") expect(exitCode, stderr).toBeGreaterThan(1);
  const report: Report =
    stdout === "" ? { checks: [], acts: [], findings: [] } : JSON.parse(stdout);
  const failures = report.acts.flatMap((act) => act.failures);
  const told = [
    ...report.findings.map(({ message, remediation = "" }) => `${message}. ${remediation}`),
    ...failures.map(({ message, hint = "" }) => `${message}. ${hint}`),
    ...report.acts.flatMap(({ notices }) => notices),
    ...report.checks.flatMap(({ error, notices = [] }) => [
      error?.message ?? "",
      ...(error?.problems ?? []),
      error?.hint ?? "",
      ...notices,
    ]),
    stderr,
  ];
  return {
    exitCode,
    rules: [...new Set([...report.findings, ...failures].map(({ ruleId }) => ruleId))].sort(),
    told: told.join(" ").replaceAll(/\s+/g, " "),
    skipped: [...report.checks, ...report.acts].flatMap(({ coverage }) =>
      coverage.skipped.map(({ item, reason }) => `${item}: ${reason}`),
    ),
    inspected: [...report.checks, ...report.acts][0]?.coverage.inspected ?? {},
    stdout,
  };
}

/** The same in a new folder with these files. */
export async function assayOn(
  files: Files,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Told> {
  return assay(args, { cwd: await folderOf(files), env });
}

export async function folderOf(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  return folder;
}

/** Runs a built action with every report there is; its log obeys no order but its own. */
export async function action(
  name: string,
  options: Omit<ActionRunOptions, "actionFolder">,
): Promise<ActionRun> {
  const run = await runBuiltAction({
    actionFolder: actionFolder(name),
    ...options,
    inputs: { "report-formats": EVERY_FORMAT, ...options.inputs },
  });
  expect([0, 1, 2, 3], run.log + run.stderr).toContain(run.exitCode);
  expectTame(run.log + run.stderr);
  const withoutOutputFile = options.env !== undefined && "GITHUB_OUTPUT" in options.env;
  for (const line of run.log.split(/\r\n|[\n\r\u0085\u2028\u2029]/)) {
    // Where a runner gives no file for outputs, old ones still take them from the log.
    const isOutput = withoutOutputFile && /^::set-output name=[a-z-]+::/.test(line);
    if (/^\s*::/.test(line) && !isOutput) expect(line).toMatch(OWN_COMMAND);
    else expect(line).not.toContain("##[");
  }
  return run;
}

const OWN_COMMAND =
  /^::(?:(?:error|warning|notice) title=|(?:error|warning|notice|add-mask|debug)::|group::|endgroup::$)/;

function expectTame(output: string): void {
  expect(output.length).toBeLessThan(MAX_OUTPUT);
  expect(output).not.toMatch(/^\s+at .*(?:\.js:\d+|node:internal)/m);
  expect(output).not.toContain("defect of Assay");
  expect(output).not.toMatch(/(?![\n\t\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
}

interface Coverage {
  readonly inspected: Readonly<Record<string, number>>;
  readonly skipped: readonly { readonly item: string; readonly reason: string }[];
}

interface Report {
  readonly acts: readonly {
    readonly coverage: Coverage;
    readonly notices: readonly string[];
    readonly failures: readonly {
      readonly ruleId: string;
      readonly message: string;
      readonly hint?: string;
    }[];
  }[];
  readonly checks: readonly {
    readonly coverage: Coverage;
    readonly error?: {
      readonly message: string;
      readonly hint?: string;
      readonly problems?: readonly string[];
    };
    readonly notices?: readonly string[];
  }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly remediation?: string;
  }[];
}
