import type { TriggerEvent } from "@assay/core";
import { fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { renderJson } from "@assay/reporting";
import { executeCommand } from "@assay/runtime";
import { cleanUp, type GitRepository, gitRepository } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCommand } from "./check-command.ts";
import { loadSections } from "./sections.ts";

/**
 * A fork's pull request brings a licence that the base does not allow and a secret, and tries to hide them by every setting that
 * there is. Each attempt hides at least one of them where it is believed.
 */

const SECRET = `AWS_KEY=${"AK"}IAQ7ZTN2WXYD4VHLRG`;
const ENTRY = { reason: "mine", owner: "eve", expires: "2027-01-01" };
const CONFIG = {
  checks: ["sbom", "licenses", "secrets"],
  "fail-on": "medium",
  licenses: { allow: ["MIT"] },
};

interface Attempt {
  /** Merged into the config file. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** `undefined` deletes a file. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  /** Where the config file lies. */
  readonly place?: string;
  /** What the workflow of the base says. */
  readonly inputs?: Readonly<Record<string, string>>;
}

const suppression = (rule: string) => ({ rule, path: "**", ...ENTRY });
const ATTEMPTS: Readonly<Record<string, () => Attempt>> = {
  "checks: [sbom]": () => ({ config: { checks: ["sbom"] } }),
  "fail-on: never": () => ({ config: { "fail-on": "never" } }),
  "suppressions of everything": () => ({ config: { suppressions: [suppression("*")] } }),
  "suppressions by rule": () => ({
    config: { suppressions: ["licenses.denied", "secrets.aws-access-token"].map(suppression) },
  }),
  "rules: off": () => ({ config: { rules: { "licenses.*": "off", "secrets.*": "off" } } }),
  "rules: info": () => ({
    config: { rules: { "licenses.denied": "info", "secrets.aws-access-token": "info" } },
  }),
  "licenses.exceptions": () => ({
    config: { licenses: { exceptions: [{ package: "*", license: "ISC", ...ENTRY }] } },
  }),
  "licenses.allow": () => ({ config: { licenses: { allow: ["MIT", "ISC"] } } }),
  "licenses.scope": () => ({ config: { licenses: { scope: "runtime" } } }),
  "inventory.exclude": () => ({ config: { inventory: { exclude: ["**"] } } }),
  "a baseline of its own": () => ({
    config: { baseline: "mine.json" },
    files: { "mine.json": accepted },
  }),
  "the baseline that the workflow names": () => ({
    inputs: { baseline: "baseline.json" },
    files: { "baseline.json": accepted },
  }),
  "the config file that the workflow names": () => ({
    inputs: { config: "assay.yml" },
    config: { "fail-on": "never" },
  }),
  "a second config file": () => ({
    files: { ".github/assay.yml": "checks: [sbom]\nfail-on: never\n" },
  }),
  "a config file in another place": () => ({
    config: { "fail-on": "never" },
    place: ".github/assay.yml",
  }),
  "no config file": () => ({ files: { "assay.yml": undefined } }),
  "gitleaks:allow": () => ({ files: { "deploy.env": `${SECRET} # gitleaks:allow\n` } }),
  ".gitleaksignore": () => ({ files: { ".gitleaksignore": "deploy.env:aws-access-token:1\n" } }),
  ".gitleaks.toml": () => ({
    files: { ".gitleaks.toml": "[extend]\nuseDefault = true\n[allowlist]\npaths = ['''.*''']\n" },
  }),
  "secrets.gitleaks-config": () => ({
    config: { secrets: { "gitleaks-config": "none.toml" } },
    files: { "none.toml": "[[rules]]\nid = 'none'\nregex = '''zzzzz'''\n" },
  }),
};

const OWN = { full_name: "octo/shop", default_branch: "main" };
const FORK = { full_name: "eve/shop" };
const pull = (head: unknown, more: object = {}) => ({
  repository: OWN,
  pull_request: {
    base: { repo: OWN, ref: "main", sha: base },
    head: { repo: head, ref: "topic", sha: head_ },
    ...more,
  },
});
const run = (head: unknown) => ({
  repository: OWN,
  workflow_run: { head_repository: head, event: "pull_request", pull_requests: [] },
});
const EVENTS: readonly (readonly [string, string, () => object])[] = [
  ["pull_request", "of a fork", () => pull(FORK)],
  ["pull_request", "of a deleted fork", () => pull(null)],
  ["pull_request", "of Dependabot", () => pull(OWN, { user: { login: "dependabot[bot]" } })],
  ["pull_request_review", "of a fork", () => pull(FORK)],
  ["pull_request_review_comment", "of a fork", () => pull(FORK)],
  ["pull_request_target", "of a fork", () => pull(FORK)],
  ["pull_request_target", "of the same repository", () => pull(OWN)],
  ["issue_comment", "on a pull request", () => ({ repository: OWN, issue: { pull_request: {} } })],
  ["workflow_run", "of a fork", () => run(FORK)],
  ["workflow_run", "of a deleted fork", () => run(null)],
  ["check_run", "of a fork", () => ({ repository: OWN, check_run: {} })],
  ["check_suite", "of a fork", () => ({ repository: OWN, check_suite: { pull_requests: [] } })],
  ["status", "of a fork's commit", () => ({ repository: OWN })],
];

let repository: GitRepository;
let base: string;
let head_: string;
let accepted: string;

beforeAll(async () => {
  repository = await gitRepository({
    "assay.yml": JSON.stringify(CONFIG),
    "package-lock.json": lockfile({ left: "MIT" }),
    "baseline.json": "{}",
  });
  const empty = await check(null, {});
  base = await repository.commit("baseline", { "baseline.json": renderJson(empty.report) });
  await repository.branch("topic");
  await bring([{}]);
  accepted = renderJson((await check(null, {})).report);
});
afterAll(cleanUp);

/** Commits the change with some attempts in it. */
async function bring(attempts: readonly Attempt[]): Promise<Readonly<Record<string, string>>> {
  await repository.git("checkout", "--quiet", "-B", "topic", "main");
  const config = attempts.reduce<unknown>((all, each) => merged(all, each.config ?? {}), CONFIG);
  const checks = attempts.find((each) => each.config?.["checks"] !== undefined)?.config;
  const place = attempts.find((each) => each.place !== undefined)?.place ?? "assay.yml";
  const files: Record<string, string | undefined> = {
    "package-lock.json": lockfile({ left: "MIT", right: "ISC" }),
    "deploy.env": `${SECRET}\n`,
    "assay.yml": undefined,
    [place]: JSON.stringify({ ...(config as object), ...(checks && { checks: checks["checks"] }) }),
  };
  for (const each of attempts) Object.assign(files, each.files);
  const changes = Object.entries(files).map(([path, text]) => [path, text ?? null]);
  head_ = await repository.commit("change", Object.fromEntries(changes));
  return Object.assign({}, ...attempts.map((each) => each.inputs));
}

function check(event: TriggerEvent | null, explicit: Readonly<Record<string, string>>) {
  return executeCommand({
    command: checkCommand,
    explicit: { offline: "true", ...explicit },
    environment: { PATH: process.env["PATH"] },
    host: "action",
    cwd: repository.root,
    event,
    remote: null,
    logger: silentLogger,
    progress: silentProgress,
    processes: nodeProcesses(),
    clock: fixedClock("2026-11-22T00:00:00Z"),
    loadSections,
    version: "0.0.0",
    signal: new AbortController().signal,
  });
}

const BOTH = ["licenses.denied", "secrets.aws-access-token"];

/** Which of the two block, or the kind of the error that nothing ran for. */
async function verdict(
  event: TriggerEvent | null,
  inputs: Readonly<Record<string, string>>,
): Promise<readonly string[] | string> {
  const execution = await check(event, inputs).catch((thrown: { kind: string }) => thrown.kind);
  if (typeof execution === "string") return execution;
  const { findings } = execution.report;
  const rules = findings.filter(({ decision }) => decision === "block").map((each) => each.ruleId);
  if (execution.exitCode > 1) return "error";
  expect(execution.exitCode === 1).toBe(rules.length > 0);
  return BOTH.filter((rule) => rules.includes(rule));
}

const ALONE = Object.entries(ATTEMPTS);
const eventAt = (index: number): TriggerEvent => {
  const [name = "", , payload] = EVENTS[index % EVENTS.length] ?? [];
  return { name, payload: { ...payload?.() } };
};

describe("a change from outside", () => {
  it.each(ALONE.map(([name, make], index) => [name, make, index] as const))(
    "does not turn green by %s",
    async (_, make, index) => {
      const inputs = await bring([make()]);
      const believed = await verdict(null, inputs);
      expect(believed).not.toEqual(BOTH);
      // A second config file is an error, whoever brings it; without one, so is that there are no advisories here.
      const red = typeof believed === "string" ? believed : BOTH;
      expect(await verdict(eventAt(index), inputs)).toEqual(red);
    },
  );

  it.each(EVENTS.map(([name, what], index) => [name, what, index] as const))(
    "does not turn green under %s %s by all of them together",
    async (_, __, index) => {
      const alone = ALONE.filter(([name]) => !/second config|no config|another place/.test(name));
      const inputs = await bring(alone.map(([, make]) => make()));
      expect(await verdict(eventAt(index), inputs)).toEqual(BOTH);
    },
  );

  it("from inside is judged by its own settings", async () => {
    const inputs = await bring([{ config: { "fail-on": "never" } }]);
    expect(await verdict({ name: "pull_request", payload: pull(OWN) }, inputs)).toEqual([]);
  });
});

function merged(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return b;
  const [left, right] = [a, b].map((value) => new Map(Object.entries(value)));
  const keys = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      right?.has(key)
        ? left?.has(key)
          ? merged(left.get(key), right.get(key))
          : right.get(key)
        : left?.get(key),
    ]),
  );
}

function lockfile(licenses: Readonly<Record<string, string>>): string {
  const packages = Object.entries(licenses).map(([name, license]) => [
    `node_modules/${name}`,
    {
      version: "1.0.0",
      resolved: `https://registry.npmjs.org/${name}/-/${name}-1.0.0.tgz`,
      integrity: `sha512-${Buffer.alloc(64, name).toString("base64")}`,
      license,
      dev: true,
    },
  ]);
  const devDependencies = Object.fromEntries(Object.keys(licenses).map((name) => [name, "^1.0.0"]));
  const root = { name: "shop", version: "1.0.0", license: "MIT", devDependencies };
  return JSON.stringify({
    ...{ name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true },
    packages: { "": root, ...Object.fromEntries(packages) },
  });
}
