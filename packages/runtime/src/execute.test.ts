import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "@assay/core";
import { COMMON_INPUTS } from "@assay/core";
import type { GuardedHttpOptions } from "@assay/core/host";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ExecuteOptions } from "./execute.ts";
import { brokenCommand, demoCommand, runIn } from "./test/execute.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-execute-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (given: Partial<ExecuteOptions> = {}) => runIn(folder, given);

test("passes, and writes nothing where no folder is named", async () => {
  const execution = await run();
  expect(execution.exitCode).toBe(0);
  expect(execution.report.outcome).toBe("pass");
  expect(execution.outputs).toEqual({ outcome: "pass", "findings-count": "0", level: "0" });
  expect(await readdir(folder)).toEqual([]);
});

test("a finding at the threshold fails the run; reports and outputs are there all the same", async () => {
  const execution = await run({ explicit: { level: "5", "report-directory": "out" } });
  expect(execution.exitCode).toBe(1);
  expect(execution.outputs).toEqual({
    outcome: "fail",
    "findings-count": "1",
    level: "5",
    "demo-path": join(folder, "out/demo.json"),
    "report-directory": join(folder, "out"),
    "report-path": join(folder, "out/report.json"),
    "sarif-path": join(folder, "out/report.sarif"),
  });
  expect((await readdir(join(folder, "out"))).sort()).toEqual([
    "demo.json",
    "report.html",
    "report.json",
    "report.sarif",
  ]);
  const json = JSON.parse(await readFile(join(folder, "out/report.json"), "utf8"));
  expect(json.findings[0].ruleId).toBe("demo.bad");
});

test("a report folder is meant from where the run starts, one of the config file from the root", async () => {
  await mkdir(join(folder, "sub"));
  const explicit = { "working-directory": "sub" };
  const asked = await run({ explicit: { ...explicit, "report-directory": "out" } });
  expect(asked.outputs["report-directory"]).toBe(join(folder, "out"));
  await writeFile(join(folder, "sub/assay.yml"), "report: { directory: set }\n");
  const configured = await run({ explicit });
  expect(configured.outputs["report-directory"]).toBe(join(folder, "sub/set"));
  expect((await readdir(folder)).sort()).toEqual(["out", "sub"]);
});

test("the config file can't choose a report folder outside of what is checked, nor one of git's", async () => {
  await mkdir(join(folder, "sub"));
  await symlink(folder, join(folder, "sub/link"));
  const faults = [
    ["../out", "must not lead out of the working directory"],
    ["/tmp", "must not lead out of the working directory"],
    ["link", "nothing is written through links"],
    ["link/new", "nothing is written through links"],
    [".git", "git's own folder"],
    [".GIT/hooks", "git's own folder"],
  ];
  for (const [directory, fault] of faults) {
    await writeFile(join(folder, "sub/assay.yml"), `report: { directory: ${directory} }\n`);
    await expect(run({ explicit: { "working-directory": "sub" } })).rejects.toThrow(
      new RegExp(`assay\\.yml:1:11: \`report\\.directory\` is .*${fault}`),
    );
  }
  expect(await readdir(folder)).toEqual(["sub"]);
});

test("no report is written through a link of the checkout, whoever names the folder", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "assay-elsewhere-"));
  await mkdir(join(folder, ".git"));
  await mkdir(join(folder, "sub"));
  await symlink(elsewhere, join(folder, "reports"));
  for (const directory of ["reports", "sub/../reports/new", join(folder, "reports")]) {
    await expect(run({ explicit: { "report-directory": directory } })).rejects.toThrow(
      "reports is a symbolic link, and nothing is written through links of the checkout",
    );
    await expect(
      run({ explicit: { "working-directory": "sub", "report-directory": directory } }),
    ).rejects.toThrow("is a symbolic link");
  }
  await expect(run({ explicit: { "report-directory": ".git/x" } })).rejects.toThrow("git's own");
  expect(await readdir(elsewhere)).toEqual([]);
  // A link of the machine is nobody's change.
  await symlink(elsewhere, `${elsewhere}-link`);
  await run({ explicit: { "report-directory": `${elsewhere}-link/out` } });
  expect(await readdir(elsewhere)).toEqual(["out"]);
  await rm(`${elsewhere}-link`);
  await rm(elsewhere, { recursive: true });
});

test("the hosts of a run may depend on files below the working directory, and on variables", async () => {
  await mkdir(join(folder, "sub"));
  const seen: unknown[] = [];
  const command: Command = {
    ...demoCommand,
    hosts: (_, { root, environment }) => [String(seen.push({ root, environment }))],
  };
  await run({ command, explicit: { "working-directory": "sub" } });
  expect(seen).toEqual([
    { root: await realpath(join(folder, "sub")), environment: expect.any(Object) },
  ]);
});

test("equal runs write equal bytes", async () => {
  const read = async (name: string) => {
    await run({
      explicit: {
        level: "5",
        "report-directory": name,
        "report-formats": ["json", "sarif", "html", "text", "summary", "comment", "junit"],
      },
    });
    const files = (await readdir(join(folder, name))).sort();
    return Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, name, file), "utf8")]),
    );
  };
  const first = await read("one");
  expect(first).toHaveLength(8);
  expect(await read("two")).toEqual(first);
  expect(JSON.stringify(first)).not.toContain(folder);
});

test("a command that fails ends in a report with outcome error and its exit code", async () => {
  const execution = await run({ command: brokenCommand, explicit: { "report-directory": "out" } });
  expect(execution.exitCode).toBe(3);
  expect(execution.outputs["outcome"]).toBe("error");
  expect(execution.report.checks[0]?.error).toMatchObject({
    message: "The demo service is down",
    hint: "Try later.",
  });
  expect(await readdir(join(folder, "out"))).toContain("report.json");
});

test("a check that looked at nothing ends as wrong input does", async () => {
  const command: Command = {
    ...demoCommand,
    run: async () => {
      const coverage = { inspected: { files: 0 }, skipped: [], summary: "No file" };
      const nothing = { check: "demo", title: "Demo", findings: [], artifacts: [], coverage };
      return { results: [nothing], outputs: {} };
    },
  };
  const { report, exitCode } = await run({ command });
  expect([report.outcome, report.checks[0]?.error?.kind, exitCode]).toEqual(["error", "usage", 2]);
});

test("a stopped run is no defect of ours", async () => {
  const stop = new AbortController();
  const command: Command = {
    ...demoCommand,
    run: () => {
      stop.abort();
      throw new DOMException("aborted", "AbortError");
    },
  };
  expect((await run({ command, signal: stop.signal })).exitCode).toBe(3);
});

test("parts run beside each other with their own inputs; one that fails stops no other", async () => {
  const asked: string[][] = [];
  const command: Command = {
    ...demoCommand,
    name: "all",
    hosts: undefined,
    parts: async () => [demoCommand, brokenCommand],
    run: async () => ({ results: [], outputs: {} }),
  };
  const httpFactory = ({ hosts }: GuardedHttpOptions) => {
    asked.push([...hosts]);
    return { request: () => Promise.reject(new Error("no network")) };
  };
  const { report, exitCode } = await run({
    command,
    environment: { DEMO_LEVEL: "5" },
    httpFactory,
  });
  expect(asked).toEqual([[], ["demo.example"], ["demo.example"]]);
  expect(report.checks.map(({ check, outcome }) => [check, outcome])).toEqual([
    ["broken", "error"],
    ["demo", "fail"],
  ]);
  expect(report.rules).toHaveProperty(["demo.bad"]);
  expect(exitCode).toBe(3);
});

test("a wrong input of a part is that part's failure", async () => {
  const command: Command = {
    ...demoCommand,
    inputs: COMMON_INPUTS,
    name: "all",
    parts: async () => [demoCommand],
    run: async () => ({ results: [], outputs: {} }),
  };
  const { report, exitCode } = await run({ command, environment: { DEMO_LEVEL: "x" } });
  expect(exitCode).toBe(2);
  expect(report.checks[0]?.error?.message).toContain("DEMO_LEVEL");
});
