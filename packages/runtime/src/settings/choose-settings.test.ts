import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TriggerEvent } from "@assay/core";
import { cleanUp, type GitRepository, gitRepository, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { change, gateCommand, pullRequest } from "../test/gate.ts";

afterAll(cleanUp);

const ALLOWED = "gate: { allow: [MIT] }\n";
const FORK = "eve/shop";

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

  it.each([FORK, "octo/shop"])("of %s does not lead away from itself by a link", async (from) => {
    const { repository, run } = await change({ "app/a.txt": "a\n" }, { "app/a.txt": null });
    const other = await gitRepository({ "app/a.txt": "a\n" });
    await rm(join(repository.root, "app"), { recursive: true, force: true });
    await symlink(join(other.root, "app"), join(repository.root, "app"));
    const explicit = { "working-directory": "app" };
    await expect(run({ explicit }, from)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("leads out of the checkout"),
    });
    // Somebody's own link, and one outside of the checkout, are their business.
    await expect(run({ explicit, event: null })).resolves.toMatchObject({ exitCode: 1 });
    const way = join(await temporaryFolder(), "way");
    await symlink(repository.root, way);
    await expect(run({ explicit: { "working-directory": way } }, from)).resolves.toBeDefined();
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

describe("what the base did meanwhile", () => {
  it("is not what a change does that was checked out alone", async () => {
    const { repository, base, run } = await change(
      { "assay.yml": "fail-on: high\n" },
      { a: "a\n" },
    );
    await repository.checkout("main");
    const strict = "fail-on: low\ngate: { allow: [MIT] }\n";
    await repository.commit("strict", { "assay.yml": null, ".github/assay.yml": strict });
    await repository.checkout("topic");
    for (const from of [FORK, "octo/shop"]) {
      const { report } = await run({ event: pullRequest(base, from) });
      expect(report.settings.loosened).toEqual([]);
      expect(report.settings.sources).toHaveLength(1);
    }
    await repository.commit("loosened", { "assay.yml": "fail-on: never\n" });
    const { report } = await run({ event: pullRequest(base, "octo/shop") });
    expect(report.findings.at(-1)?.message).toContain("is not known: There are two config files");
    await expect(run({ event: pullRequest(base, FORK) })).rejects.toThrow("two config files");
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
