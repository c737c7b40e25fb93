import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, runBuiltAction, runNode } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";

afterAll(cleanUp);

const CI = ".github/workflows/ci.yml";
/** Commits of these repositories have an old date. */
const SLOW = { "assay.yml": "slo: { high: { answer: 3650d, fix: 3650d } }\n" };
const PIN = `actions/checkout@${"0123456789".repeat(4)} # v6.0.2`;

/** A workflow that keeps every rule of `slsa-build-3`, but for what the steps do. */
const workflow = (...steps: readonly string[]) => `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
${steps.map((step) => `      - uses: ${step}\n`).join("")}`;

interface Reported {
  readonly ruleId: string;
  readonly change?: string;
  readonly decision: string;
  readonly status: string;
  readonly location?: { readonly path: string; readonly startLine?: number };
}

/** A pull request from `from`, judged by one rule. */
async function pullRequest(
  base: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
  from = "octo/shop",
  rule = "workflow.unpinned-uses",
) {
  const repository = await gitRepository(base);
  const first = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  const head = await repository.commit("change", change);
  const side = (sha: string, ref: string, name: string) => ({
    sha,
    ref,
    repo: { full_name: name, private: false },
  });
  const run = await runBuiltAction({
    actionFolder: actionFolder("policy"),
    repository,
    inputs: { preset: "slsa-build-3", enable: rule, offline: "true" },
    event: {
      name: "pull_request",
      payload: {
        number: 7,
        repository: { full_name: "octo/shop", private: false },
        pull_request: {
          number: 7,
          base: side(first, "main", "octo/shop"),
          head: side(head, "topic", from),
        },
      },
    },
  });
  const report = JSON.parse(await readFile(run.outputs["report-path"] ?? "", "utf8"));
  const found: readonly Reported[] = report.findings;
  return {
    run,
    found: found
      .toSorted((a, b) => (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0))
      .filter(({ ruleId }) => ruleId === rule)
      .map(({ change: when, decision, status, location }) => ({
        ...{ when, decision, status, line: location?.startLine },
      })),
  };
}

describe("a pull request", () => {
  it("is stopped by what it brings, and not by what was there", async () => {
    const { run, found } = await pullRequest(
      { ...SLOW, [CI]: workflow("old/action@v1") },
      { [CI]: workflow(PIN, "old/action@v1", "new/action@v1") },
    );
    expect(found).toEqual([
      { when: "existing", decision: "report", status: "open", line: 8 },
      { when: "new", decision: "block", status: "open", line: 9 },
    ]);
    expect(run.exitCode).toBe(1);
    const old = { ...SLOW, [CI]: workflow("old/action@v1") };
    const docs = await pullRequest(old, { "docs.md": "Text.\n" });
    expect(docs.found).toEqual([{ when: "existing", decision: "report", status: "open", line: 7 }]);
    expect(docs.run.exitCode).toBe(0);
    const late = await pullRequest({ [CI]: workflow("old/action@v1") }, { "docs.md": "Text.\n" });
    expect(late.found.map(({ decision }) => decision)).toEqual(["block"]);
  });

  it("is stopped by one more of what was there", async () => {
    const { found } = await pullRequest(
      { [CI]: workflow("old/action@v1") },
      { [CI]: workflow("old/action@v1", "old/action@v1") },
    );
    expect(found.map(({ when }) => when).sort()).toEqual(["existing", "new"]);
  });

  it("may accept a fault by a comment from inside; one from outside counts when it is merged", async () => {
    const base = { [CI]: workflow(PIN) };
    const accepted = {
      [CI]: workflow("new/action@v1 # assay: ignore workflow.unpinned-uses -- ours"),
    };
    const inside = await pullRequest(base, accepted);
    expect(inside.found.map(({ status }) => status)).toEqual(["suppressed"]);
    const outside = await pullRequest(base, accepted, "stranger/shop");
    expect(outside.found.map(({ status, decision }) => [status, decision])).toEqual([
      ["open", "block"],
    ]);
    expect(outside.run.exitCode).toBe(1);
    const merged = await pullRequest(accepted, { "docs.md": "Text.\n" }, "stranger/shop");
    expect(merged.found.map(({ status }) => status)).toEqual(["suppressed"]);
  });

  // Each of these settings accepts what comes with it, from inside.
  const OTHER = `on: pull_request
permissions: {}
jobs:
  audit:
    uses: new/ci/.github/workflows/x.yml@${"0123456789".repeat(4)}
`;
  const LOCK = JSON.stringify({
    ...{ name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true },
    packages: {
      "": { name: "shop", version: "1.0.0", dependencies: { acme: "1.0.0" } },
      "node_modules/acme": { version: "1.0.0", license: "UNLICENSED" },
    },
  });
  const MANIFEST = JSON.stringify({
    ...{ name: "shop", version: "1.0.0", dependencies: { acme: "1.0.0" } },
  });
  it.each<[setting: string, rule: string, change: Readonly<Record<string, string>>]>([
    [
      "rules: { workflow.unpinned-uses: off }",
      "workflow.unpinned-uses",
      { [CI]: workflow("new/action@v1") },
    ],
    [
      "policy: { trusted-owners: [new] }",
      "workflow.unpinned-uses",
      { [CI]: workflow("new/action@v1") },
    ],
    [
      "policy: { equivalents: ['audit.gate-wired=new/ci/.github/workflows/x.yml'] }",
      "audit.gate-wired",
      { [CI]: OTHER },
    ],
    [
      "policy: { rfcs: [{ package: acme, rfc: 'https://new.example/rfc' }] }",
      "deps.rfc",
      { "package.json": MANIFEST, "package-lock.json": LOCK },
    ],
  ])("%s counts from inside, and not from outside", async (setting, rule, change) => {
    const loosening = "settings: { loosening: report }\n";
    const base = { "assay.yml": loosening, [CI]: workflow(PIN) };
    const both = { ...change, "assay.yml": `${loosening}${setting}\n` };
    const open = async (from: string) =>
      (await pullRequest(base, both, from, rule)).found.filter(({ status }) => status === "open");
    expect(await open("octo/shop")).toEqual([]);
    expect((await open("stranger/shop")).length).toBe(1);
  });
});

describe("the command line", () => {
  it("shows the posture, and writes a badge when it is asked to", async () => {
    const repository = await gitRepository({ [CI]: workflow("old/action@v1") });
    const args = ["policy", ".", "--preset", "nist-ssdf", "--badge", "--offline"];
    const run = await runNode([CLI, ...args, "--report-directory", "out"], {
      cwd: repository.root,
      env: { PATH: process.env["PATH"] ?? "" },
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/Posture: \d+ of \d+ rules are met/);
    expect(run.stdout).toContain("NIST SP 800-218 (SSDF)");
    const badge = JSON.parse(
      await readFile(join(repository.root, "out/policy-badge.json"), "utf8"),
    );
    expect(badge).toMatchObject({ schemaVersion: 1, label: "assay policy", color: "red" });
  });

  it("does not pass over a workflow that it can't read", async () => {
    const repository = await gitRepository({ [CI]: "on: push\njobs: [\n", "b.md": "" });
    const run = await runNode([CLI, "policy", ".", "--offline", "--format", "json"], {
      cwd: repository.root,
      env: { PATH: process.env["PATH"] ?? "" },
    });
    const rules = JSON.parse(run.stdout).findings.map(({ ruleId }: Reported) => ruleId);
    expect(rules).toContain("workflow.invalid");
    expect(run.exitCode).toBe(1);
  });

  it("shows what it would fix, makes it on request, and has nothing to do afterwards", async () => {
    const accepted = `suppressions:
  - rule: workflow.timeout
    path: .github/**
    reason: the jobs are short
    owner: "@octo-org/ci"
    expires: 2099-01-01
`;
    const text = workflow("actions/checkout@v4 # the code");
    const repository = await gitRepository({ [CI]: text, "assay.yml": accepted });
    const fix = (...more: readonly string[]) =>
      runNode([CLI, "policy", "fix", ".", "--preset", "assay:strict", "--offline", ...more], {
        cwd: repository.root,
        env: { PATH: process.env["PATH"] ?? "" },
      });
    const content = () => readFile(join(repository.root, CI), "utf8");
    const shown = await fix("--format", "fix-diff");
    expect(shown.stdout).toBe(`--- a/${CI}
+++ b/${CI}
@@ -5,3 +5,5 @@
     runs-on: ubuntu-latest
     steps:
       - uses: actions/checkout@v4 # the code
+        with:
+          persist-credentials: false
`);
    expect(shown.exitCode).toBe(0);
    expect(await content()).toBe(text);
    expect((await fix("--write")).exitCode).toBe(0);
    expect(await content()).toBe(`${text}        with:\n          persist-credentials: false\n`);
    expect((await fix("--format", "fix-diff")).stdout).toBe("");
  });
});
