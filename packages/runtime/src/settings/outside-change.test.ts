import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TriggerEvent } from "@assay/core";
import { renderJson } from "@assay/reporting";
import { cleanUp, type GitRepository, gitRepository, writeFiles } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIn } from "../test/execute.ts";
import { gateSections, gatesCommand, pullRequest, rememberingProcesses } from "../test/gate.ts";

/** Attempts to turn a run green, as changes of one config file and other files; each hides at least one of two findings. */
interface Attempt {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Where the config file lies. */
  readonly place?: string;
  readonly isGone?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
}

const entry = (rule: string) => ({
  ...{ rule, path: "**", reason: "mine", owner: "eve", expires: "2027-01-01" },
});
const CONFIG = { "fail-on": "medium", gate: { allow: ["ISC"] } };
const ATTEMPTS: Readonly<Record<string, () => Attempt>> = {
  checks: () => ({ config: { checks: ["idle"] } }),
  threshold: () => ({ config: { "fail-on": "never" } }),
  "suppressions of everything": () => ({ config: { suppressions: [entry("*")] } }),
  "a suppression": () => ({ config: { suppressions: [entry("gate.leak")] } }),
  "rules off": () => ({ config: { rules: { "gate.*": "off" } } }),
  "rules info": () => ({ config: { rules: { "gate.denied": "info" } } }),
  "allow list": () => ({ config: { gate: { allow: ["MIT"] } } }),
  exceptions: () => ({ config: { gate: { exceptions: ["copyleft"] } } }),
  "another place": () => ({ config: { "fail-on": "never" }, place: ".github/assay.yml" }),
  "no file": () => ({ isGone: true, config: { "fail-on": "never" } }),
  "own baseline": () => ({ config: { baseline: "own.json" }, files: { "own.json": accepted } }),
  "named baseline": () => ({
    inputs: { baseline: "baseline.json" },
    files: { "baseline.json": accepted },
  }),
  "named config": () => ({ inputs: { config: "assay.yml" }, config: { "fail-on": "critical" } }),
  "ignore file": () => ({ files: { ".gateignore": "leak.txt\n" } }),
  "rules file": () => ({ config: { gate: { rules: "none.txt" } }, files: { "none.txt": "none" } }),
  mark: () => ({ files: { "leak.txt": "secret # allow\n" } }),
};

const OWN = { full_name: "octo/shop", default_branch: "main" };
const ofRun = (head: unknown, event: string) => ({
  name: "workflow_run",
  payload: { repository: OWN, workflow_run: { head_repository: head, event } },
});
const at = (name: string, payload: object) => ({ name, payload: { repository: OWN, ...payload } });
const events = (): readonly TriggerEvent[] => [
  pullRequest(base),
  pullRequest(base, "EVE/Shop", "pull_request_review"),
  pullRequest(base, "eve/shop", "pull_request_review_comment"),
  pullRequest(base, "eve/shop", "pull_request_target"),
  pullRequest(base, "octo/shop", "pull_request_target"),
  at("issue_comment", { issue: { pull_request: {} } }),
  ofRun({ full_name: "eve/shop" }, "pull_request"),
  ofRun(null, "pull_request"),
  ofRun({ full_name: "octo/shop" }, "pull_request_target"),
  at("check_run", { check_run: {} }),
  at("check_suite", {}),
  at("deployment_status", {}),
];

let repository: GitRepository;
let nothing: string;
let base: string;
let accepted: string;
const processes = rememberingProcesses();

beforeAll(async () => {
  repository = await gitRepository({
    "assay.yml": JSON.stringify(CONFIG),
    "baseline.json": "{}",
    "leak.txt": "secret\n",
  });
  accepted = renderJson((await run(null, {})).report);
  nothing = JSON.stringify({ ...JSON.parse(accepted), findings: [] });
  base = await repository.commit("base", { "baseline.json": nothing });
});
afterAll(cleanUp);

function run(event: TriggerEvent | null, explicit: Readonly<Record<string, string>>) {
  return runIn(repository.root, {
    command: gatesCommand,
    loadSections: gateSections,
    environment: { PATH: process.env["PATH"] },
    host: "action",
    processes,
    event,
    explicit,
  });
}

/** Lays the attempts into the work tree. */
async function bring(attempts: readonly Attempt[]): Promise<Readonly<Record<string, string>>> {
  for (const path of [".github", "assay.yml", ".gateignore", "none.txt", "own.json"]) {
    await rm(join(repository.root, path), { recursive: true, force: true });
  }
  const configs = attempts.map(({ config = {} }) => config);
  const gate = Object.assign({}, CONFIG.gate, ...configs.map((each) => each["gate"]));
  const config = Object.assign({}, CONFIG, ...configs, { gate });
  const isGone = attempts.some((each) => each.isGone);
  const place = attempts.find((each) => each.place !== undefined)?.place ?? "assay.yml";
  await writeFiles(repository.root, {
    "leak.txt": "secret\n",
    "baseline.json": nothing,
    ...(isGone ? {} : { [place]: JSON.stringify(config) }),
    ...Object.assign({}, ...attempts.map(({ files }) => files)),
  });
  return Object.assign({}, ...attempts.map(({ inputs }) => inputs));
}

const BOTH = ["gate.denied", "gate.leak"];

/** What blocks, or the kind of the error that ended the run. */
async function verdict(event: TriggerEvent | null, explicit: Readonly<Record<string, string>>) {
  const execution = await run(event, explicit).catch((thrown: { kind: string }) => thrown.kind);
  if (typeof execution === "string") return execution;
  const { findings } = execution.report;
  return findings.filter(({ decision }) => decision === "block").map(({ ruleId }) => ruleId);
}

describe("a change from outside", () => {
  const alone = Object.entries(ATTEMPTS);
  const pairs = alone.flatMap(([, first], index) =>
    alone.slice(index + 1).map(([, second]) => [first, second] as const),
  );

  it.each(alone)("is not believed in: %s", async (_, attempt) => {
    const inputs = await bring([attempt()]);
    // It is believed where nobody from outside brings it.
    expect(await verdict(null, inputs)).not.toEqual(BOTH);
    for (const event of events()) expect(await verdict(event, inputs), event.name).toEqual(BOTH);
  });

  it("is not believed in any pair of them under any event", async () => {
    for (const [first, second] of pairs) {
      const inputs = await bring([first(), second()]);
      const verdicts = events().map((event) => verdict(event, inputs));
      for (const blocking of await Promise.all(verdicts)) {
        // Its own settings may be wrong, such as a named file that it deletes; then nothing runs.
        if (blocking !== "usage") expect(blocking).toEqual(BOTH);
      }
    }
  });
});
