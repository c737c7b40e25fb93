import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type GitRepository,
  gitRepository,
  runBuiltAction,
  runNode,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { advisory, advisoryFolder, zip } from "@assay/testkit/advisories";
import { afterAll, describe, expect, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";
import { lockfile } from "./scenes.ts";

afterAll(cleanUp);

type Files = Readonly<Record<string, string>>;

const ID = "GHSA-aaaa-bbbb-cccc";
const DAY = 24 * 60 * 60 * 1000;
const LEDGER = ".assay/acknowledgements.yml";
const entry = (id: string) => `- { id: ${id}, owner: eve, date: ${daysAgo(2)} }\n`;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const own = { full_name: "octo/shop", default_branch: "main" };

/** The base has the vulnerable package since long before the advisory, which is a high one: 48 hours and 14 days. */
async function shop(files: Files = {}): Promise<GitRepository> {
  return gitRepository({ "package-lock.json": lockfile({ right: "MIT" }), ...files });
}

async function judged(
  repository: GitRepository,
  days: number,
  event: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> },
) {
  const published = daysAgo(days);
  const record = advisory(ID, "right", { aliases: ["CVE-2026-1"], published });
  const { exitCode, outputs } = await runBuiltAction({
    actionFolder: actionFolder("dependencies"),
    repository,
    event,
    inputs: { snapshot: await advisoryFolder(record), "max-age": "none" },
    network: "none",
  });
  const report = JSON.parse(await readFile(outputs["report-path"] ?? "", "utf8"));
  const found = report.findings.find(
    ({ ruleId }: { ruleId: string }) => ruleId === "dependencies.vulnerable",
  );
  return { exitCode, report, found };
}

const SCHEDULE = { name: "schedule", payload: { repository: own } };

async function pullRequest(base: Files, change: Files, days: number, from = "octo/shop") {
  const repository = await shop(base);
  const sha = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  const head = await repository.commit("change", { "README.md": "# shop\n", ...change });
  return judged(repository, days, {
    name: "pull_request",
    payload: {
      repository: own,
      pull_request: {
        number: 7,
        base: { repo: own, ref: "main", sha },
        head: { repo: { full_name: from }, ref: "topic", sha: head },
      },
    },
  });
}

describe.concurrent("response clocks", () => {
  it("a scheduled run fails on a breached answer and on a breached fix, and the headline says so", async ({
    expect,
  }) => {
    const inTime = await judged(await shop(), 1, SCHEDULE);
    expect(inTime.exitCode).toBe(0);
    expect(inTime.found).toMatchObject({
      ...{ change: "existing", decision: "report" },
      slo: { source: "published", answer: "ok", fix: "ok" },
    });
    const unanswered = await judged(await shop(), 3, SCHEDULE);
    expect(unanswered.exitCode).toBe(1);
    expect(unanswered.report.headline).toContain("1 answer overdue");
    const unfixed = await judged(await shop(), 15, SCHEDULE);
    expect(unfixed.exitCode).toBe(1);
    expect(unfixed.report.headline).toContain("1 answer overdue, 1 fix overdue");
    expect(unfixed.report.clocks).toMatchObject({ breached: 1, breachedAnswer: 1, breachedFix: 1 });
  });

  it("a pull request is blocked by an existing vulnerability once its fix is overdue", async ({
    expect,
  }) => {
    const before = await pullRequest({}, {}, 13);
    expect(before.exitCode).toBe(0);
    expect(before.found).toMatchObject({
      ...{ change: "existing", decision: "report" },
      slo: { answer: "breached", fix: "due-soon" },
    });
    const after = await pullRequest({}, {}, 15);
    expect(after.exitCode).toBe(1);
    expect(after.found).toMatchObject({ change: "existing", decision: "block" });
  });

  it("`assay ack` stops the clock of the answer once its entry is committed", async ({
    expect,
  }) => {
    const repository = await shop();
    const ack = (...options: readonly string[]) =>
      runNode([CLI, "ack", "CVE-2026-1", ...options], {
        cwd: repository.root,
        env: { PATH: process.env["PATH"] ?? "" },
      });
    const made = await ack("--owner", "@octo/security", "--ticket", "SEC-7");
    expect(made).toMatchObject({
      exitCode: 0,
      stdout: `${LEDGER}: CVE-2026-1 acknowledged by @octo/security. Commit the file.\n`,
    });
    await repository.commit("ack", {});
    const { exitCode, found } = await judged(repository, 3, SCHEDULE);
    expect(exitCode).toBe(0);
    expect(found.slo.answer).toBe("ok");
    expect(found.acknowledged).toMatchObject({
      ...{ by: "ledger", owner: "@octo/security", ticket: "SEC-7" },
    });
    const text = await readFile(join(repository.root, LEDGER), "utf8");
    const again = await ack("--owner", "eve");
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain("is acknowledged in");
    expect(await readFile(join(repository.root, LEDGER), "utf8")).toBe(text);
    expect((await ack("--fixed")).exitCode).toBe(0);
    expect((await judged(repository, 3, SCHEDULE)).exitCode).toBe(1);
  });

  it("a change from a fork acknowledges nothing, what stands on the base does", async ({
    expect,
  }) => {
    const brought = await pullRequest({}, { [LEDGER]: entry(ID) }, 3, "eve/shop");
    expect(brought.found.slo.answer).toBe("breached");
    expect(brought.found.acknowledged).toBeUndefined();
    const based = await pullRequest({ [LEDGER]: entry(ID) }, {}, 3, "eve/shop");
    expect(based.found.slo.answer).toBe("ok");
    expect(based.found.acknowledged.owner).toBe("eve");
  });

  it("a faulty ledger is an error that names its line", async ({ expect }) => {
    const repository = await shop({ [LEDGER]: `${entry(ID)}- { id: x, owner: o }\n` });
    const { exitCode, stderr } = await runNode([CLI, "dependencies", "--offline"], {
      cwd: repository.root,
      env: { PATH: process.env["PATH"] ?? "" },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${LEDGER}:2:3: \`[1].date\` is missing`);
  });
});

it("`assay ack` takes any id of what is found, and refuses what nothing has", async () => {
  const record = advisory(ID, "right", { aliases: ["CVE-2026-1"] });
  const { root } = await shop({
    "assay.yml": "offline: true\nadvisories: { snapshot: data, max-age: none }\n",
  });
  await writeFiles(root, { "data/npm.zip": zip([[`${ID}.json`, JSON.stringify(record)]]) });
  const env = { PATH: process.env["PATH"] ?? "", ASSAY_ADVISORY_STORE: await temporaryFolder() };
  const ack = (...argv: readonly string[]) =>
    runNode([CLI, "ack", ...argv, "--owner", "ann"], { cwd: root, env });
  expect(await ack("cve-2026-1")).toMatchObject({ exitCode: 0, stderr: "" });
  const unknown = await ack("CVE-2026-2");
  expect(unknown.exitCode).toBe(2);
  expect(unknown.stderr).toContain("No finding has the id `CVE-2026-2`");
  expect(unknown.stderr).toContain(`\`--force\` writes it all the same. There are: ${ID}`);
  expect((await ack("CVE-2026-2", "--force")).exitCode).toBe(0);
  expect((await readFile(join(root, LEDGER), "utf8")).match(/^- id/gm)).toHaveLength(2);
});

it("the entry that `assay ack` writes is one that it reads", async () => {
  const { root } = await shop();
  const env = { PATH: process.env["PATH"] ?? "" };
  const ack = (id: string) =>
    runNode([CLI, "ack", id, "--force", "--owner", 'a "b": #c'], { cwd: root, env });
  expect((await ack("GHSA-1")).exitCode).toBe(0);
  expect((await ack("secrets.aws-access-key")).exitCode).toBe(0);
  expect((await readFile(join(root, LEDGER), "utf8")).match(/^- id/gm)).toHaveLength(2);
});
