import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { awsKey, lockfile } from "../scenes.ts";
import { action, folderOf } from "./run.ts";

afterAll(cleanUp);

const FILES = { "package-lock.json": lockfile({ left: "MIT" }), file: "x\n" };
const DENIED = { "package-lock.json": lockfile({ left: "GPL-3.0-only" }) };

const VARIABLES =
  `ACTIONS ACTOR API_URL GRAPHQL_URL SERVER_URL EVENT_NAME JOB REF REPOSITORY RUN_ATTEMPT RUN_ID SHA
WORKFLOW WORKSPACE OUTPUT ENV STATE PATH STEP_SUMMARY EVENT_PATH`
    .split(/\s+/)
    .map((name) => `GITHUB_${name}`);

const told = (run: { readonly annotations: readonly { readonly message: string }[] }) =>
  run.annotations.map(({ message }) => message).join(" ");

describe("a runner", () => {
  it.concurrent.each<readonly [string, readonly string[]]>([
    ["all variables", [...VARIABLES, "RUNNER_TOOL_CACHE", "HOME", "CI", "LANG"]],
    ...VARIABLES.map((name): readonly [string, readonly string[]] => [name, [name]]),
  ])("that lacks %s gets the same verdict", async (_, missing) => {
    const env = Object.fromEntries(missing.map((name) => [name, undefined]));
    const [passing, failing] = await Promise.all([
      action("licenses", { files: FILES, env }),
      action("licenses", { files: DENIED, env }),
    ]);
    expect([passing.exitCode, failing.exitCode]).toEqual([0, 1]);
    expect(failing.log).toContain("licenses.denied");
  });

  it.concurrent.each([
    ["a folder", temporaryFolder],
    ["a full disk", async () => "/dev/full"],
    ["below a file", async () => join(await folderOf({ file: "" }), "file/x")],
  ])("whose output and summary file is %s keeps its verdict, and is told", async (_, make) => {
    const path = await make();
    const env = { GITHUB_OUTPUT: path, GITHUB_STEP_SUMMARY: path };
    const run = await action("licenses", { files: DENIED, env });
    expect(run.exitCode).toBe(1);
    expect(told(run)).toMatch(
      /Outputs could not be written.*The summary could not be written|The summary could not be written.*Outputs could not be written/,
    );
  });

  it.concurrent("with read-only files keeps its verdict", async () => {
    const folder = await folderOf({ output: "", "summary.md": "" });
    const env = {
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    };
    for (const path of Object.values(env)) await chmod(path, 0o400);
    const run = await action("licenses", { files: DENIED, env });
    expect(run.exitCode).toBe(1);
    // The superuser writes all the same.
    const summary = await readFile(env.GITHUB_STEP_SUMMARY, "utf8");
    expect(summary + told(run)).toMatch(/could not be written|GPL-3\.0-only/);
  });

  it.concurrent.each([
    ["below a file", "file/reports"],
    ["that is a file", "file"],
    ["below /proc", "/proc/assay/reports"],
    ["below a device", "/dev/null/reports"],
  ])("with a report directory %s fails, and says why", async (_, directory) => {
    const run = await action("licenses", {
      files: FILES,
      inputs: { "report-directory": directory },
    });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([3, "error"]);
    expect(told(run)).toMatch(/could not be written.*Check that the folder may be written to/s);
  });

  it.concurrent("without a temporary folder fails, and says why", async () => {
    const run = await action("licenses", { files: FILES, env: { RUNNER_TEMP: "/dev/null" } });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([3, "error"]);
    expect(told(run)).toMatch(/could not be written/);
  });
});

describe("an event", () => {
  it.concurrent.each([
    ["that is no JSON", "{", /is no JSON/],
    ["that is empty", "", /is no JSON/],
    ["that is a list", "[]", /is no JSON object/],
    ["nested 200,000 deep", "[".repeat(200_000), /is no JSON/],
    ["of 40 MB", `${" ".repeat(40_000_000)}{}`, /has 40000002 bytes, more than/],
  ])("%s is refused", async (_, payload, message) => {
    const folder = await folderOf({ "event.json": payload });
    const env = {
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_EVENT_NAME: "pull_request",
    };
    const run = await action("licenses", { files: FILES, env });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
    expect(told(run)).toMatch(message);
  });

  it.concurrent.each(["", "/nowhere/event.json"])(
    "whose file is a folder or missing (%j) is refused",
    async (path) => {
      const env = { GITHUB_EVENT_PATH: path || (await temporaryFolder()) };
      const run = await action("licenses", { files: FILES, env });
      expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
      expect(told(run)).toMatch(/GITHUB_EVENT_PATH (?:is no regular file|can't be read)/);
    },
  );

  const side = (sha: unknown, ref: unknown) => ({ sha, ref, repo: { full_name: "octo/shop" } });
  it.concurrent.each([
    ["pull_request", { pull_request: 5, number: "x" }],
    ["pull_request", { pull_request: { base: null, head: null } }],
    [
      "pull_request",
      {
        pull_request: {
          number: 1,
          base: side("--upload-pack=touch x", "-x"),
          head: side("; id", "$(id)"),
        },
      },
    ],
    ["push", { before: "--output=x", after: ["a"], commits: 7, ref: 5 }],
    ["push", { before: "0".repeat(40), after: "f".repeat(40) }],
    ["merge_group", { merge_group: { base_sha: {}, head_sha: "\n" } }],
    ["nonsense\n::error::x", { constructor: 1 }],
  ])("of hostile types never hides a leak: %s %j", async (name, payload) => {
    const repository = await gitRepository({ ...FILES, "a.env": `AWS_KEY=${awsKey()}\n` });
    const run = await action("secrets", { repository, event: { name, payload } });
    expect([1, 2, 3]).toContain(run.exitCode);
    expect(run.outputs["outcome"]).toBe(run.exitCode === 1 ? "fail" : "error");
    expect(await repository.git("status", "--porcelain")).toBe("");
  });
});

describe("a checkout", () => {
  it.concurrent("that is not there is told", async () => {
    const env = { GITHUB_WORKSPACE: "/nowhere/\n::error::x" };
    const run = await action("licenses", { files: FILES, env });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
    expect(told(run)).toMatch(/does not exist/);
  });
});
