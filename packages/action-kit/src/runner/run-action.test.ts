import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ActionRunOptions,
  cleanUp,
  type FakeGithub,
  gitRepository,
  runBuiltAction,
  startFakeGithub,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_MAIN } from "./test/sample-action.ts";

let actionFolder: string;
let github: FakeGithub;
beforeAll(async () => {
  github = await startFakeGithub();
  actionFolder = await temporaryFolder();
  const action =
    "runs: { using: node24, main: main.mjs }\ninputs: { token: { default: '${{ github.token }}' } }";
  await writeFiles(actionFolder, { "action.yml": action, "main.mjs": SAMPLE_MAIN });
});
afterAll(async () => {
  await github.close();
  await cleanUp();
});

const run = (options: Partial<ActionRunOptions> = {}) =>
  runBuiltAction({ actionFolder, files: { "a.txt": "a\n" }, ...options });

/** A run for a pull request, whose base can be read. */
const runChange = async (
  options: Partial<ActionRunOptions> & { event: ReturnType<typeof pullRequest> },
) => {
  const { event } = options;
  const repository = await gitRepository({ "a.txt": "a\n", "sub/a.txt": "a\n" });
  const sha = await repository.git("rev-parse", "HEAD");
  const { pull_request } = event.payload;
  const payload = { pull_request: { ...pull_request, base: { ...pull_request.base, sha } } };
  return run({ repository, files: {}, ...options, event: { ...event, payload } });
};

const pullRequest = (number: number, head = "octo/shop") => ({
  name: "pull_request",
  payload: {
    pull_request: {
      number,
      head: { repo: { full_name: head } },
      base: { repo: { full_name: "octo/shop" } },
    },
  },
});

describe.concurrent("runAction", () => {
  it("passes, with every output, a summary and reports under RUNNER_TEMP", async () => {
    const result = await run({ env: { GITHUB_ACTION: "__../self_2" } });
    expect(result.stderr).toBe("");
    expect(result).toMatchObject({ exitCode: 0, annotations: [] });
    expect(result.outputs).toMatchObject({
      outcome: "pass",
      "findings-count": "0",
      extra: "5",
      "report-directory": join(result.runnerTemp, "assay/_____self_2"),
      "report-path": join(result.runnerTemp, "assay/_____self_2/report.json"),
    });
    expect(
      JSON.parse(await readFile(result.outputs["sarif-path"] ?? "", "utf8")).runs,
    ).toHaveLength(1);
    expect(result.summary).toContain("Sample");
    expect(result.log).not.toMatch(/^\s*::set-output/m);
  });

  it("fails by the policy, with annotations below the checkout and within the budget", async () => {
    const result = await run({
      files: { "sub/a.txt": "a\n" },
      inputs: { mode: "fail", count: "12", "working-directory": "sub" },
    });
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { outcome: "fail", "findings-count": "12" },
    });
    expect(result.annotations).toHaveLength(10);
    expect(result.annotations[0]).toMatchObject({ level: "error", file: "sub/a.txt", line: 1 });
    expect(result.annotations[9]?.message).toContain("3 more");
  });

  it("tells every wrong input at once, unknown ones too", async () => {
    const result = await run({ inputs: { mode: "pas", count: "99", fail_on: "high" } });
    expect(result).toMatchObject({ exitCode: 2, outputs: { outcome: "error", extra: "" } });
    const messages = result.annotations.map(({ level, message }) => `${level}: ${message}`);
    expect(messages).toHaveLength(3);
    expect(messages.join("\n")).toMatch(
      /error: .*There is no input `fail_on`; did you mean "fail-on"/,
    );
    expect(messages.join("\n")).toMatch(/error: .*`mode`.*pas/);
    expect(messages.join("\n")).toMatch(/error: .*`count`.*50/);
  });

  it("refuses an unknown input alone", async () => {
    const result = await run({ inputs: { fail_on: "high" } });
    expect(result).toMatchObject({ exitCode: 2, outputs: { outcome: "error" } });
    expect(result.annotations[0]?.message).toContain('did you mean "fail-on"?');
  });

  it.each([
    ["usage", 2, /The thing is wrong.*Fix the thing/s],
    ["defect", 70, /boom/],
    ["stray", 70, /stray/],
    ["stuck", 70, /never comes/],
    ["cancel", 3, /stopped before it was done/],
  ])("ends a run with the error %s by code %i", async (mode, exitCode, message) => {
    const result = await run({ inputs: { mode } });
    expect(result).toMatchObject({ exitCode, outputs: { outcome: "error" } });
    expect(result.annotations.map((annotation) => annotation.message).join()).toMatch(message);
  });

  it("ends although something is still open", async () => {
    expect((await run({ inputs: { mode: "hang" } })).exitCode).toBe(0);
  });

  it("masks secrets before anything else, and prints none in another form", async () => {
    const key = "s3cr/t value";
    const token = `ghs_${"t".repeat(36)}`;
    const { log, masks } = await run({ inputs: { key }, token });
    expect(masks).toEqual(expect.arrayContaining([key, btoa(key), encodeURIComponent(key), token]));
    const lines = log.split("\n");
    const lastMask = lines.findLastIndex((line) => line.startsWith("::add-mask::"));
    expect(lines.slice(0, lastMask + 1).every((line) => line.startsWith("::add-mask::"))).toBe(
      true,
    );
    expect(lines.slice(lastMask + 1).join("\n")).not.toContain(btoa(key));
  });

  it("masks the secrets of its parts, and what the config file names, before they get them", async () => {
    const files = { "a.txt": "a\n", "assay.yml": "sign: { key: env://SAMPLE_PEM }\n" };
    const env = { SAMPLE_PART_KEY: "of the part", SAMPLE_PEM: "in the variable" };
    const { masks, exitCode } = await run({ files, env, inputs: { mode: "parts" } });
    expect(exitCode).toBe(0);
    expect(masks).toEqual(
      expect.arrayContaining(["of the part", btoa("of the part"), "in the variable"]),
    );
  });

  it("refuses a malformed event, and lives without output and summary files", async () => {
    const wrong = await run({ env: { GITHUB_EVENT_PATH: fileURLToPath(import.meta.url) } });
    expect(wrong).toMatchObject({ exitCode: 2, outputs: { outcome: "error" } });
    const env = { GITHUB_OUTPUT: "/nowhere/output", GITHUB_STEP_SUMMARY: "/nowhere/summary" };
    const without = await run({ env });
    expect(without.exitCode).toBe(0);
    expect(without.annotations.map(({ level }) => level)).toEqual(["warning", "warning"]);
  });
});

describe.concurrent("publishing", () => {
  const wanted = { comment: "true", "upload-sarif": "true", mode: "fail" };

  it("keeps a comment for each folder, job and id, and takes over one of an earlier version", async () => {
    const body = (text: string) => `<!-- assay:comment:sample -->\n${text}`;
    const bot = { login: "github-actions[bot]", type: "Bot" };
    github.state.comments.set(31, [{ id: 3100, body: body("old"), user: bot }]);
    const step = (inputs: Readonly<Record<string, string>>, env = {}) =>
      run({
        files: { "a/a.txt": "a\n", "b/a.txt": "a\n" },
        inputs: { comment: "true", mode: "fail", ...inputs },
        event: pullRequest(31),
        token: "t0ken",
        env: { ...github.environment(), GITHUB_JOB: "build", ...env },
      });
    await step({ "working-directory": "a" });
    await step({ "working-directory": "b", mode: "pass" });
    await step({ "working-directory": "b" });
    await step({ "working-directory": "b", "comment-id": "second" });
    await step({ "working-directory": "b" }, { GITHUB_JOB: "release" });
    await step({ "working-directory": "a" });
    const comments = github.state.comments.get(31) ?? [];
    expect(comments[0]?.id).toBe(3100);
    expect(comments.map((comment) => comment.body.split("\n")[0])).toEqual([
      "<!-- assay:comment:2:sample:a:build -->",
      "<!-- assay:comment:2:sample:b:build -->",
      "<!-- assay:comment:2:sample:b:second -->",
      "<!-- assay:comment:2:sample:b:release -->",
    ]);
  });

  it("takes an earlier green comment back where a run ends without a verdict", async () => {
    const bot = { login: "github-actions[bot]", type: "Bot" };
    const body = "<!-- assay:comment:2:sample:a:build -->\n✅ Passes";
    github.state.comments.set(33, [{ id: 3300, body, user: bot }]);
    const step = (files: Readonly<Record<string, string>>, inputs = {}) =>
      run({
        files: { "a/a.txt": "a\n", ...files },
        inputs: { comment: "true", "working-directory": "a/", ...inputs },
        event: pullRequest(33),
        token: "t0ken",
        env: { ...github.environment(), GITHUB_JOB: "build" },
      });
    expect((await step({ "a/a.yml": "x" }, { mode: "no such mode" })).exitCode).toBe(2);
    const [comment, ...others] = github.state.comments.get(33) ?? [];
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(/^<!-- assay:comment:2:sample:a:build -->\n.*no result/);
    expect(comment?.body).toContain("no such mode");
    expect(comment?.body).not.toContain("Passes");
  });

  it("comments and uploads, with paths from the checkout on", async () => {
    const result = await runChange({
      inputs: { ...wanted, "working-directory": "sub" },
      event: pullRequest(1),
      token: "t0ken",
      env: github.environment(),
    });
    expect(result.exitCode).toBe(1);
    expect(github.state.comments.get(1)?.[0]?.body).toMatch(
      /^<!-- assay:comment:2:sample:sub:assay -->\n/,
    );
    const uploads = github.state.uploads.map(({ sarif }) => JSON.stringify(sarif)).sort();
    const categories = ["suppressions-sample", "settings-sample", "sample"];
    expect(uploads).toHaveLength(3);
    for (const name of categories) {
      const upload = uploads.find((text) => text.includes(`{"id":"assay/${name}/sub/"}`)) ?? "";
      expect(upload, name).toContain(name === "sample" ? '"uri":"sub/a.txt"' : '"results":[]');
    }
  });

  it("uploads no look at one push, which would close older alerts; a pull request's it does", async () => {
    const own = await startFakeGithub();
    const given = {
      inputs: { "upload-sarif": "true", mode: "change" },
      token: "t0ken",
      env: own.environment(),
    };
    const push = await run({ ...given, event: { name: "push", payload: {} } });
    expect(push.exitCode).toBe(0);
    expect(push.annotations).toMatchObject([
      {
        level: "notice",
        message: expect.stringMatching(/^Not uploaded.*Sample looked at this push/),
      },
    ]);
    expect(own.journal).toEqual([]);
    const change = await runChange({ ...given, event: pullRequest(6) });
    expect(change).toMatchObject({ exitCode: 0, annotations: [] });
    expect(own.state.uploads).toHaveLength(3);
    await own.close();
  });

  it("uploads no check that failed: it would close open alerts", async () => {
    const inputs = { "upload-sarif": "true", mode: "usage" };
    const result = await runChange({
      inputs,
      event: pullRequest(5),
      token: "t0ken",
      env: { ...github.environment(), GITHUB_REPOSITORY: "octo/other" },
    });
    const notices = result.annotations.filter(({ level }) => level === "notice");
    expect(result.exitCode).toBe(2);
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Not uploaded to code scanning.*could not do its work/),
    ]);
    expect(github.journal.filter(({ path }) => path.includes("octo/other"))).toEqual([]);
  });

  it.each([
    ["a fork", { event: pullRequest(2, "eve/shop"), token: "t0ken" }, /from a fork/],
    ["a run without a token", { event: pullRequest(2) }, /no `token`/],
  ])("does without on %s, says so once, and keeps the verdict", async (_, options, message) => {
    const result = await runChange({ inputs: wanted, env: github.environment(), ...options });
    const notices = result.annotations.filter(({ level }) => level === "notice");
    expect(result.exitCode).toBe(1);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toMatch(message);
    expect(github.journal.filter(({ path }) => path.includes("/issues/2/"))).toEqual([]);
  });

  it("opens no socket offline", async () => {
    const inputs = { ...wanted, offline: "true" };
    const env = github.environment();
    const event = pullRequest(3);
    const result = await runChange({ inputs, env, event, token: "t", network: "none" });
    expect(result.annotations.map(({ message }) => message).join()).toContain(
      "This run is offline",
    );
  });

  it("names the permissions that are missing: a warning for a comment, an error for an upload", async () => {
    const denied = await startFakeGithub();
    denied.fail({
      path: /^\/repos/,
      status: 403,
      body: '{"message":"Resource not accessible by integration"}',
    });
    const options = { event: pullRequest(4), token: "t0ken", env: denied.environment() };
    const comment = await runChange({ ...options, inputs: { comment: "true", mode: "fail" } });
    expect(comment.exitCode).toBe(1);
    expect(comment.annotations.find(({ level }) => level === "warning")?.message).toContain(
      "permissions:\n  contents: read # to read the repository\n  pull-requests: write # to keep one comment on the pull request",
    );
    const upload = await runChange({ ...options, inputs: { "upload-sarif": "true" } });
    expect(upload).toMatchObject({ exitCode: 2, outputs: { outcome: "error" } });
    expect(upload.annotations[0]?.message).toContain("security-events: write");
    await denied.close();
  });

  it("says which permission an identity token needs, after a failure that it may explain", async () => {
    const failed = await run({ inputs: { mode: "usage", key: "x" } });
    expect(failed.annotations.map(({ message }) => message).join()).toContain(
      "This job gets no identity token. Add this to it:\npermissions:\n  contents: read # to read the repository\n  id-token: write # to sign",
    );
    const passed = await run({ inputs: { key: "x" } });
    expect(passed.annotations).toEqual([]);
  });
});
