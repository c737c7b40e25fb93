import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TriggerEvent } from "@assay/core";
import { cleanUp, type GitRepository, gitRepository, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import type { ExecuteOptions } from "../execute.ts";
import { runIn } from "../test/execute.ts";
import { gateCommand, gateSections, pullRequest } from "../test/gate.ts";

afterAll(cleanUp);

interface Change {
  readonly repository: GitRepository;
  readonly base: string;
  readonly run: (more?: Partial<ExecuteOptions>, from?: string) => ReturnType<typeof runIn>;
}

type Files = Readonly<Record<string, string | null>>;

/** A repository whose branch `topic` makes a change; it is run as a pull request of the same repository. */
async function change(base: Files, own: Files): Promise<Change> {
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
        face: "action",
        event: pullRequest(sha, from),
        ...more,
      }),
  };
}

const ALLOWED = "gate: { allow: [MIT] }\n";
const FORK = "eve/shop";

describe("a change from inside", () => {
  it.each<[string, Files, Files, readonly (readonly [string, string, string])[]]>([
    [
      "a higher threshold",
      { "assay.yml": "fail-on: low\n" },
      { "assay.yml": "fail-on: never\n" },
      [["fail-on", "low", "never"]],
    ],
    [
      "a deleted file",
      { "assay.yml": "fail-on: low\n" },
      { "assay.yml": null },
      [["fail-on", "low", "medium"]],
    ],
    [
      "a renamed file",
      { "assay.yml": "fail-on: low\n" },
      { "assay.yml": null, ".github/assay.yml": "fail-on: high\n" },
      [["fail-on", "low", "high"]],
    ],
    ["a new file", {}, { "assay.yml": "checks: [gate]\n" }, [["checks", "gate, idle", "gate"]]],
    [
      "a longer list",
      {},
      { "assay.yml": "gate: { allow: [MIT, GPL] }\n" },
      [["gate.allow", "MIT", "MIT, GPL"]],
    ],
    [
      "exceptions",
      { "assay.yml": "gate: { exceptions: [a] }\n" },
      { "assay.yml": "gate: { exceptions: [a, b] }\n" },
      [["gate.exceptions", "a", "a, b"]],
    ],
    [
      "a rule off",
      {},
      { "assay.yml": "rules: { gate.leak: off }\n" },
      [["rules.gate.leak", "high", "off"]],
    ],
    [
      "an ignore file",
      { ".gateignore": "a\n" },
      { ".gateignore": "a\nb\n" },
      [[".gateignore", "1 line", "2 lines"]],
    ],
    ["no socket", {}, { "assay.yml": "offline: true\n" }, [["offline", "false", "true"]]],
  ])("loosens by %s, and each key is a finding", async (_, base, own, expected) => {
    const { report } = await (await change(base, own)).run();
    expect(report.settings.loosened).toEqual(
      expected.map(([key, before, after]) => ({ key, before, after })),
    );
    const found = report.findings.filter(({ ruleId }) => ruleId === "settings.loosened");
    expect(found).toHaveLength(expected.length);
    expect(found[0]).toMatchObject({ check: "settings", severity: "low", decision: "report" });
    for (const [index, [key, before, after]] of expected.entries()) {
      expect(found[index]?.message).toContain(`\`${key}\``);
      expect(found[index]?.evidence?.map(({ value }) => value)).toEqual([before, after]);
    }
  });

  it.each<[string, Files, Files]>([
    ["a lower threshold", { "assay.yml": "fail-on: high\n" }, { "assay.yml": "fail-on: low\n" }],
    [
      "the same in another place",
      { "assay.yml": ALLOWED },
      { "assay.yml": null, ".github/assay.yml": `# new\n${ALLOWED}` },
    ],
    ["a shorter list", { "assay.yml": "gate: { allow: [MIT, GPL] }\n" }, { "assay.yml": ALLOWED }],
    ["what was the default", {}, { "assay.yml": "fail-on: medium\ngate: { allow: [MIT] }\n" }],
    ["a shorter ignore file", { ".gateignore": "a\nb\n" }, { ".gateignore": "b\n" }],
    ["a rule that counts more", {}, { "assay.yml": "rules: { gate.leak: critical }\n" }],
  ])("loosens nothing by %s", async (_, base, own) => {
    const { report } = await (await change(base, own)).run();
    expect(report.settings.loosened).toEqual([]);
    expect(report.checks.map(({ check }) => check)).not.toContain("settings");
  });

  it("is blocked where the base says so, whatever it says itself", async () => {
    const own = "fail-on: never\nsettings: { loosening: report }\nrules: { gate.*: off }\n";
    const { run } = await change(
      { "assay.yml": "settings: { loosening: block }\n" },
      { "assay.yml": own },
    );
    const { report, exitCode } = await run();
    expect(exitCode).toBe(1);
    const blocking = report.findings.filter(({ decision }) => decision === "block");
    expect(blocking.map(({ message }) => /`([^`]+)`/.exec(message)?.[1]).sort()).toEqual([
      "fail-on",
      "rules.gate.*",
      "settings.loosening",
    ]);
    expect(report.headline).toContain("3 findings that block");
    expect(blocking[0]).toMatchObject({
      severity: "high",
      decisionReason: "`settings.loosening` on the base branch is block.",
    });
  });

  it("brings a baseline, and what that accepts is said", async () => {
    const { run } = await change({}, {});
    const explicit = { "report-directory": "out", "report-formats": ["json"] };
    await run({ explicit });
    const explicitly = { baseline: "out/report.json" };
    const { report, exitCode } = await run({ explicit: explicitly });
    expect(exitCode).toBe(0);
    expect(report.settings.loosened).toEqual([
      { key: "baseline", before: "nothing", after: "1 finding" },
    ]);
  });

  it("whose base can't be read says so, and is judged all the same", async () => {
    const { repository, run } = await change({}, {});
    const gone = { event: pullRequest("0123456789".repeat(4), "octo/shop") };
    const { report, exitCode } = await run(gone);
    expect(exitCode).toBe(1);
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual([
      "gate.leak",
      "settings.base-unreadable",
    ]);
    await rm(join(repository.root, ".git"), { recursive: true });
    expect((await run()).report.findings[1]?.message).toContain("belongs to no git repository");
  });

  it("whose base has a mistake says so", async () => {
    const { run } = await change(
      { "assay.yml": "fail-on: [" },
      { "assay.yml": "offline: false\n" },
    );
    const { report } = await run();
    expect(report.findings[1]?.message).toMatch(/assay\.yml is not valid YAML \(read from main at/);
  });
});

describe("a change from outside", () => {
  it("is judged twice: what either blocks, blocks", async () => {
    const stricter = await change(
      { "assay.yml": "fail-on: critical\n" },
      { "assay.yml": "fail-on: high\n" },
    );
    const { report, exitCode } = await stricter.run({}, FORK);
    expect(exitCode).toBe(1);
    expect(report.findings[0]?.decisionReason).toBe(
      "By the settings that the change brings: severity high is at or above `fail-on: high`.",
    );
    expect(report.failOn).toBe("high");
    expect(report.notices[0]).toContain("and a second time by those that it brings");
    expect(report.settings.sources).toEqual([
      { what: "config", path: "assay.yml", from: "base", commit: stricter.base },
      { what: "config", path: "assay.yml", from: "work-tree", judgement: "own" },
    ]);
    const looser = await change({}, { "assay.yml": "fail-on: never\n" });
    expect((await looser.run({}, FORK)).report.findings).toMatchObject([
      { ruleId: "gate.leak", decision: "block" },
      { ruleId: "settings.loosened", decision: "report" },
    ]);
  });

  it("is judged once where it brings no other setting", async () => {
    const { run } = await change({ "assay.yml": ALLOWED }, { "a.txt": "a\n" });
    let runs = 0;
    const counting = {
      ...gateCommand,
      run: (...given: Parameters<typeof gateCommand.run>) => {
        runs += 1;
        return gateCommand.run(...given);
      },
    };
    const { report } = await run({ command: counting }, FORK);
    expect(runs).toBe(1);
    expect(report.notices[0]).toMatch(
      /^The change comes from outside: .* of main at [0-9a-f]{10}\.$/,
    );
    expect(report.settings.sources).toMatchObject([{ what: "config", from: "base" }]);
  });

  it("is wrong where its own settings are wrong", async () => {
    const { run } = await change({ "assay.yml": ALLOWED }, { "assay.yml": "fail-on: nevr\n" });
    await expect(run({}, FORK)).rejects.toMatchObject({ kind: "usage" });
  });

  it("is never judged by its own settings for want of the base's", async () => {
    const { repository, run } = await change({}, { "assay.yml": "fail-on: never\n" });
    const event = pullRequest("0123456789".repeat(4), FORK);
    await expect(run({ event })).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("The base of the change can't be read"),
      hint: expect.stringContaining("fetch-depth: 0"),
    });
    await rm(join(repository.root, ".git"), { recursive: true });
    await expect(run({}, FORK)).rejects.toMatchObject({ kind: "external" });
  });

  it("is judged by the tip of the base branch, not by where it branched off", async () => {
    const { repository, base, run } = await change({}, { "a.txt": "a\n" });
    await repository.checkout("main");
    const tip = await repository.commit("strict", { "assay.yml": "fail-on: low\n" });
    await repository.checkout("topic");
    const { report } = await run({ event: pullRequest(base, FORK) });
    expect(report.settings.sources).toContainEqual({
      ...{ what: "config", path: "assay.yml", from: "base", commit: tip },
    });
  });

  it.each<[string, (repository: GitRepository) => Promise<unknown>]>([
    ["a link to another folder", ({ root }) => symlink("other", join(root, "app"))],
    [
      "a link to an absolute path",
      async ({ root }) => symlink(join(root, "other"), join(root, "app")),
    ],
    [
      "a submodule",
      async ({ root, git }) => {
        await git("init", "--quiet", join(root, "app"));
        await git("-C", join(root, "app"), "commit", "--quiet", "--allow-empty", "-m", "own");
        await writeFile(join(root, "app/assay.yml"), "fail-on: never\n");
        await git("submodule", "--quiet", "absorbgitdirs", "--", "app").catch(() => {});
        await rename(join(root, "app/.git"), join(root, ".git/modules-app"));
        await writeFile(join(root, "app/.git"), "gitdir: ../.git/modules-app\n");
      },
    ],
  ])("can't make another folder of the working directory by %s", async (_, replace) => {
    const { repository, run } = await change(
      { "app/assay.yml": "fail-on: low\n", "other/assay.yml": "fail-on: never\n" },
      { "app/assay.yml": null },
    );
    await rm(join(repository.root, "app"), { recursive: true, force: true });
    await replace(repository);
    const { report } = await run({ explicit: { "working-directory": "app" } }, FORK);
    expect(report.settings.sources[0]).toMatchObject({ path: "assay.yml", from: "base" });
    expect(report.findings[0]).toMatchObject({ ruleId: "gate.leak", decision: "block" });
  });

  it("is looked at once by an act, with the settings of the base", async () => {
    const { run } = await change({}, { "assay.yml": "gate: { allow: [MIT, GPL] }\n" });
    const allowed: unknown[] = [];
    const act: typeof gateCommand = {
      ...gateCommand,
      kind: "act",
      run: async (_, inputs) => {
        allowed.push(inputs["allow"]);
        return { results: [], outputs: {} };
      },
    };
    await run({ command: act }, FORK);
    expect(allowed).toEqual([["MIT"]]);
  });

  it("opens no way to a host that its base does not name", async () => {
    const { run } = await change({}, { "assay.yml": "gate: { allow: [evil.example] }\n" });
    const hosts: string[] = [];
    const command = { ...gateCommand, hosts: ({ allow }: { allow?: unknown }) => [String(allow)] };
    await run(
      {
        command: command as typeof gateCommand,
        httpFactory: (options) => {
          hosts.push(...options.hosts);
          return { request: () => Promise.reject(new Error("no network")) };
        },
      },
      FORK,
    );
    expect(hosts).toEqual(["MIT"]);
  });
});

describe("a file that an input names", () => {
  it("is obeyed from another folder, and from another checkout within this one", async () => {
    const policy = await temporaryFolder();
    await writeFile(join(policy, "policy.yml"), "fail-on: critical\n");
    const { repository, run } = await change({}, { "assay.yml": "fail-on: low\n" });
    const inside = join(repository.root, ".policy");
    await mkdir(join(inside, ".git"), { recursive: true });
    await writeFile(join(inside, "policy.yml"), "fail-on: critical\n");
    for (const config of [join(policy, "policy.yml"), ".policy/policy.yml"]) {
      for (const from of [FORK, "octo/shop"]) {
        const { report, exitCode } = await run({ explicit: { config } }, from);
        expect(exitCode, config).toBe(0);
        expect(report.settings.sources).toEqual([{ what: "config", path: config, from: "input" }]);
      }
    }
  });

  it("is read from the base where a change from outside could bring it", async () => {
    const { repository, run } = await change(
      { "policy/assay.yml": "fail-on: low\n" },
      { "policy/assay.yml": "fail-on: never\n", "sub/assay.yml": "fail-on: never\n" },
    );
    const { report } = await run({ explicit: { config: "policy/assay.yml" } }, FORK);
    expect(report.findings[0]?.decision).toBe("block");
    // From a folder below, through an absolute path, and through a link outside of the checkout.
    const link = join(await temporaryFolder(), "link");
    await symlink(repository.root, link);
    for (const config of [
      "../policy/assay.yml",
      join(repository.root, "policy/assay.yml"),
      join(link, "policy/assay.yml"),
    ]) {
      const explicit = { "working-directory": "sub", config };
      const there = await run({ explicit }, FORK);
      expect(there.report.findings[0]?.decision, config).toBe("block");
    }
    // What the base does not have is no file, wherever it comes from.
    await writeFile(join(repository.root, "made.yml"), "fail-on: never\n");
    await expect(run({ explicit: { config: "made.yml" } }, FORK)).rejects.toThrow(
      /The config file made\.yml does not exist \(read from main at/,
    );
  });

  it("is content of the change where the change brings the folder and says that it is another checkout", async () => {
    const { repository, run } = await change(
      { ".policy/policy.yml": "fail-on: low\n" },
      { ".policy/policy.yml": "fail-on: never\n" },
    );
    await mkdir(join(repository.root, ".policy/.git"));
    const { report } = await run({ explicit: { config: ".policy/policy.yml" } }, FORK);
    expect(report.findings[0]?.decision).toBe("block");
  });
});

it("the work tree counts where no change is looked at", async () => {
  const { run } = await change(
    { "assay.yml": "fail-on: low\n" },
    { "assay.yml": "fail-on: never\n" },
  );
  const trusted: readonly (TriggerEvent | null)[] = [
    null,
    ...["push", "schedule", "workflow_dispatch", "release"].map((name) => ({ name, payload: {} })),
  ];
  for (const event of trusted) {
    const { report, exitCode } = await run({ event });
    expect(exitCode).toBe(0);
    expect(report.settings).toEqual({
      sources: [{ what: "config", path: "assay.yml", from: "work-tree" }],
      loosened: [],
    });
    expect(report.notices).toEqual([]);
  }
});
