import type { Command, ConfigSection, Finding, ProcessRunner, TriggerEvent } from "@assay/core";
import { ACTION_INPUTS, COMMON_INPUTS, catalog, defineCommand, fingerprint } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { list, string } from "@assay/core/schema";
import { type GitRepository, gitRepository } from "@assay/testkit";
import { sectionOf } from "../config/input-schema.ts";
import type { ExecuteOptions } from "../execute.ts";
import { runIn } from "./execute.ts";

const RULES = catalog(
  ["gate.denied", "gate.leak"].map((id) => ({
    id,
    title: id,
    description: "It is bad.",
    help: "Fix it.",
    severity: "high",
  })),
);

/**
 * A check that finds two things, which settings of every kind hide: a denied package (an allow list, exceptions) and a leak (an
 * ignore file, rules in a file, a mark in an added line).
 */
const gate = defineCommand({
  name: "gate",
  label: "Gate",
  title: "Find two things",
  description: "For tests.",
  inputs: {
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
    allow: {
      type: "list",
      default: ["MIT"],
      configKey: "gate.allow",
      loosened: "added",
      description: "What is allowed.",
    },
    rules: {
      type: "path",
      outside: true,
      decides: true,
      configKey: "gate.rules",
      description: "A file of rules; `none` finds nothing.",
    },
  },
  outputs: {},
  permissions: [],
  rules: RULES,
  config: {
    description: "The gate.",
    example: "",
    ownKeys: async () => ({ exceptions: list(string).optional().describe("Exceptions.") }),
    loosened: { exceptions: "added" },
  },
  settingsFiles: [{ path: ".gateignore", loosened: "added" }],
  async run(context, inputs) {
    const text = async (path: string, named = false) =>
      Buffer.from((await context.settings.read(path, { named })) ?? []).toString();
    const { exceptions = [] } =
      context.config.section<{ readonly exceptions?: readonly string[] }>("gate") ?? {};
    const isDenied = !inputs.allow.includes("MIT") && !exceptions.includes("copyleft");
    const rules = inputs.rules === undefined ? "" : await text(inputs.rules, true);
    const marked = context.settings.addedMarksCount && (await text("leak.txt")).includes("allow");
    const isLeak =
      !(await text(".gateignore")).includes("leak.txt") && rules.trim() !== "none" && !marked;
    const findings = [
      ...(isDenied ? [finding("gate.denied", "package.txt")] : []),
      ...(isLeak ? [finding("gate.leak", "leak.txt")] : []),
    ];
    const coverage = { inspected: { files: 2 }, skipped: [], summary: "2 files" };
    return { results: [{ check: "gate", findings, artifacts: [], coverage }], outputs: {} };
  },
});

export const gateCommand: Command = gate;

/** The gate as one of the checks of a larger command, beside one that finds nothing. */
const gates = defineCommand({
  name: "gates",
  label: "Gates",
  title: "Find two things in parts",
  description: "For tests.",
  outputs: {},
  permissions: [],
  rules: RULES,
  inputs: {
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
    checks: {
      type: "list",
      choices: ["gate", "idle"],
      default: ["gate", "idle"],
      configKey: "checks",
      required: true,
      description: "The checks.",
    },
  },
  parts: async ({ checks }) => checks.map((name) => (name === "gate" ? gateCommand : idleCommand)),
  run: async () => ({ results: [], outputs: {} }),
});

export const gatesCommand: Command = gates;

const idleCommand: Command = {
  ...gateCommand,
  name: "idle",
  label: "Idle",
  rules: {},
  settingsFiles: [],
  run: async () => {
    const coverage = { inspected: { files: 1 }, skipped: [], summary: "1 file" };
    return { results: [{ check: "idle", findings: [], artifacts: [], coverage }], outputs: {} };
  },
};

export async function gateSections(): Promise<readonly ConfigSection[]> {
  return [
    { ...(await sectionOf(gateCommand)), check: true },
    { ...(await sectionOf({ ...idleCommand, inputs: {} })), check: true },
  ];
}

function finding(ruleId: string, path: string): Finding {
  return {
    ruleId,
    severity: "high",
    message: "A bad thing stands here.",
    location: { path, startLine: 1 },
    fingerprint: fingerprint(ruleId, path),
  };
}

/** Git runs once for equal questions: nothing is committed while a test tries many settings. */
export function rememberingProcesses(): ProcessRunner {
  const real = nodeProcesses();
  const answers = new Map<string, ReturnType<ProcessRunner["run"]>>();
  return {
    ...real,
    run(command, args, options) {
      const key = JSON.stringify([command, args, options?.cwd, options?.input]);
      const known = answers.get(key) ?? real.run(command, args, options);
      answers.set(key, known);
      return known;
    },
  };
}

/** A pull request against `main`. */
export function pullRequest(base: string, from = "eve/shop", name = "pull_request"): TriggerEvent {
  const own = { full_name: "octo/shop" };
  const pull_request = {
    base: { repo: own, ref: "main", sha: base },
    head: { repo: { full_name: from } },
  };
  return { name, payload: { repository: { ...own, default_branch: "main" }, pull_request } };
}

export interface Change {
  readonly repository: GitRepository;
  readonly base: string;
  readonly run: (more?: Partial<ExecuteOptions>, from?: string) => ReturnType<typeof runIn>;
}

export type Files = Readonly<Record<string, string | null>>;

/** A repository whose branch `topic` makes a change; it is run as a pull request of the same repository. */
export async function change(base: Files, own: Files): Promise<Change> {
  const repository = await gitRepository({ "README.md": "x\n" });
  const sha = await repository.commit("base", base);
  await repository.branch("topic");
  await repository.commit("change", own);
  return {
    repository,
    base: sha,
    run: (more = {}, from = "octo/shop") =>
      runIn(repository.root, {
        command: gateCommand,
        loadSections: gateSections,
        environment: { PATH: process.env["PATH"] },
        host: "action",
        event: pullRequest(sha, from),
        ...more,
      }),
  };
}
