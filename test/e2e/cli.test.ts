import { cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { COMMAND_NAMES } from "@assay/suite";
import { cleanUp, networkGuard, runNode, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { loadCommand } from "../../packages/cli/src/commands.ts";
import { helpOf } from "../../packages/cli/src/help.ts";
import { CLI } from "./entries.ts";
import { SCENES } from "./scenes.ts";

afterAll(cleanUp);

/** Runs the built CLI in a clean environment, with no network at all. */
async function assay(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  cli: string = CLI,
) {
  const guard = await networkGuard(await temporaryFolder(), "none");
  const result = await runNode([...guard.nodeArgs, cli, ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });
  const attempts = await guard.attempts();
  if (attempts.length > 0) throw new Error(`assay reached out: ${attempts.join(", ")}`);
  return result;
}

const optionsOf = (inputs: Readonly<Record<string, string>>) =>
  Object.entries(inputs).flatMap(([input, value]) => [`--${input}`, value]);

const checks = Object.entries(SCENES).filter(
  ([name]) => !["image", "sign", "attest", "release", "verify"].includes(name),
);

describe.each(checks)("assay %s", (name, { passing, failing, rule, failsAs }) => {
  it.concurrent("passes with code 0 and a report for people", async ({ expect }) => {
    const { repository, inputs } = await passing();
    const result = await assay([name, ".", ...optionsOf(inputs)], repository.root);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).not.toBe("");
  });

  it.concurrent("fails with its code, and gives machines a report of the same bytes each time", async ({
    expect,
  }) => {
    const { repository, inputs } = await failing();
    const env = { SOURCE_DATE_EPOCH: "1700000000" };
    const args = [name, ".", ...optionsOf(inputs), "--format", "json"];
    const [one, two] = await Promise.all([
      assay(args, repository.root, env),
      assay(args, repository.root, env),
    ]);
    expect(one.exitCode).toBe(failsAs?.exitCode ?? 1);
    expect(one.stdout).toBe(two.stdout);
    expect(one.stdout).not.toContain(repository.root);
    const { findings, acts } = JSON.parse(one.stdout);
    const failures = acts.flatMap((act: { failures: object[] }) => act.failures);
    const rules = [...findings, ...failures].map((found: { ruleId: string }) => found.ruleId);
    expect(rules.join(" ")).toContain(rule);
  });
});

describe("the help of a command", () => {
  it.concurrent.each(COMMAND_NAMES)("is that of the sources: %s", async (name) => {
    const command = await loadCommand(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    const { stdout } = await assay([name, "--help"], await temporaryFolder());
    // `dist/` has texts of declarations in a file of their own.
    expect(stdout).toBe(await helpOf(command));
    for (const below of (await command.subcommands?.()) ?? []) {
      const words = [name, below.name];
      const help = await assay([...words, "--help"], await temporaryFolder());
      expect(help.stdout).toBe(await helpOf(below, words));
    }
  });

  it.concurrent("lists every option where the file of its texts is not there, and says so", async ({
    expect,
  }) => {
    const folder = await temporaryFolder();
    await cp(dirname(CLI), join(folder, "dist"), { recursive: true });
    await rm(join(folder, "dist/shared/cli-texts.json"));
    const cli = join(folder, "dist/cli.js");
    const words = ["dependencies", "--help"];
    const { exitCode, stdout } = await assay(words, folder, {}, cli);
    const whole = await assay(words, folder);
    const options = (text: string) => text.match(/^ {2}-\S+/gm);
    expect(exitCode).toBe(0);
    expect(options(stdout)).toEqual(options(whole.stdout));
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "(No text: dist/shared/cli-texts.json is missing or was changed.)",
    );
    expect(whole.stdout).not.toContain("(No text");
  });
});

describe("assay", () => {
  it.concurrent("tells all mistakes of a command line at once, with code 2", async ({ expect }) => {
    const args = ["check", "--fail-on", "severe", "--ofline"];
    const result = await assay(args, await temporaryFolder());
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain("--offline");
  });

  it.concurrent("lists its commands, and says its version", async ({ expect }) => {
    const folder = await temporaryFolder();
    const [help, version] = await Promise.all([
      assay(["--help"], folder),
      assay(["--version"], folder),
    ]);
    for (const name of Object.keys(SCENES)) expect(help.stdout).toContain(name);
    expect(version.stdout).toMatch(/^assay \d+\.\d+\.\d+\n$/);
  });

  it.concurrent("is not green on an empty folder", async ({ expect }) => {
    const result = await assay(["check", "."], await temporaryFolder());
    expect(result.exitCode).not.toBe(0);
  });

  it.concurrent("reads the config file, and tells a mistake in it by line", async ({ expect }) => {
    const { passing } = SCENES["licenses"] ?? {};
    if (passing === undefined) throw new Error("no scene");
    const { repository } = await passing();
    await repository.commit("config", { "assay.yml": "licenses:\n  allow: [Apache-2.0]\n" });
    expect((await assay(["licenses", "."], repository.root)).exitCode).toBe(1);
    await repository.commit("config", { "assay.yml": "licenses:\n  alow: [MIT]\n" });
    const wrong = await assay(["licenses", "."], repository.root);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toMatch(/assay\.yml:2/);
  });
});
