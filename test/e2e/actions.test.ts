import { readFile } from "node:fs/promises";
import { type ActionRun, cleanUp, runBuiltAction, startFakeGithub } from "@assay/testkit";
import { undescribedInReport } from "@assay/testkit/report-schema";
import { afterAll, describe, it } from "vitest";
import { actionFolder } from "./entries.ts";
import { SCENES, type Scene } from "./scenes.ts";

afterAll(cleanUp);

const DENIED = JSON.stringify({ message: "Resource not accessible by integration" });

function pullRequest({ base, head }: Scene, from = "octo/shop") {
  const side = (sha: string, ref: string, name: string) => ({
    sha,
    ref,
    repo: { full_name: name, private: false },
  });
  return {
    name: "pull_request",
    payload: {
      action: "synchronize",
      number: 7,
      pull_request: {
        number: 7,
        base: side(base, "main", "octo/shop"),
        head: side(head, "topic", from),
      },
    },
  };
}

const messages = (run: ActionRun, level: string) =>
  run.annotations.filter((one) => one.level === level).map(({ message }) => message);

const ACTS: readonly string[] = ["advisories", "attest", "release", "sign", "verify"];
const BROKEN_POLICY = { exitCode: 1, outcome: "fail" };

describe.each(Object.entries(SCENES))("the action %s", (name, scenes) => {
  const { passing, failing, rule, command = name, failsAs = BROKEN_POLICY } = scenes;
  const run = (
    { repository, inputs, env }: Scene,
    more: Partial<Parameters<typeof runBuiltAction>[0]> = {},
  ) =>
    runBuiltAction({
      actionFolder: actionFolder(name),
      repository,
      ...more,
      inputs: { ...inputs, ...more.inputs },
      env: { ...env, ...more.env },
    });

  it.concurrent("passes, and says what it looked at", async ({ expect }) => {
    const result = await run(await passing());
    expect({
      ...result.outputs,
      stderr: result.stderr,
      annotations: result.annotations,
    }).toMatchObject({
      outcome: "pass",
      "findings-count": "0",
      stderr: "",
      annotations: [],
    });
    expect(result.exitCode).toBe(0);
    expect(result.summary).not.toBe("");
    const report = JSON.parse(await readFile(result.outputs["report-path"] ?? "", "utf8"));
    expect(report).toMatchObject({ schema: 2, command, outcome: "pass" });
    expect(undescribedInReport(report)).toEqual([]);
    const all = [...report.checks, ...report.acts];
    expect(all.length).toBeGreaterThan(0);
    for (const { coverage, title } of all) {
      const looked = Object.values(coverage.inspected).map(Number);
      expect(Math.max(...looked), title).toBeGreaterThan(0);
    }
  });

  it.concurrent("fails by its rule, in every place where people look", async ({ expect }) => {
    const result = await run(await failing());
    expect(result).toMatchObject({
      exitCode: failsAs.exitCode,
      outputs: { outcome: failsAs.outcome },
    });
    const report = JSON.parse(await readFile(result.outputs["report-path"] ?? "", "utf8"));
    expect(undescribedInReport(report)).toEqual([]);
    expect(report.subject).toMatchObject({ repository: "octo/shop", workingDirectory: "." });
    const failures = report.acts.flatMap((act: { failures: unknown[] }) => act.failures);
    const broken: { readonly ruleId: string }[] = [...report.findings, ...failures];
    expect(broken.map(({ ruleId }) => ruleId).join(" ")).toContain(rule);
    expect(messages(result, "error").join()).toContain(rule);
    expect(result.summary.toLowerCase()).toContain(failsAs.outcome === "fail" ? "fail" : "error");
    if (report.checks.length === 0) return;
    expect(Number(result.outputs["findings-count"])).toBeGreaterThan(0);
    const sarif = JSON.parse(await readFile(result.outputs["sarif-path"] ?? "", "utf8"));
    expect(sarif.runs.flatMap((one: { results: unknown[] }) => one.results)).not.toEqual([]);
  });

  it.concurrent("tells all wrong inputs at once", async ({ expect }) => {
    const result = await run(await passing(), {
      inputs: {
        "report-formats": "paper",
        offline: "perhaps",
        "report-format": "json",
        ...(ACTS.includes(name) ? {} : { "fail-on": "severe" }),
      },
    });
    expect(result.exitCode).toBe(2);
    expect(result.outputs["outcome"]).toBe("error");
    expect(messages(result, "error").join("\n")).toMatch(/report-formats[\s\S]*paper[\s\S]*sarif/);
    if (!ACTS.includes(name)) {
      expect(messages(result, "error").join("\n")).toMatch(/fail-on[\s\S]*severe[\s\S]*critical/);
    }
    expect(messages(result, "error").join("\n")).toMatch(/offline[\s\S]*perhaps/);
    expect(messages(result, "error").join("\n")).toMatch(/did you mean .report-formats/);
  });

  it.concurrent("keeps the verdict without the permission to comment, and names it", async ({
    expect,
  }) => {
    const github = await startFakeGithub();
    github.fail({ path: /^\/repos/, status: 403, body: DENIED });
    const scene = await failing();
    const result = await run(scene, {
      inputs: { comment: "true" },
      event: pullRequest(scene),
      env: { ...scene.env, ...github.environment() },
      token: "t0ken-of-the-run",
    });
    await github.close();
    expect(result.exitCode).toBe(failsAs.exitCode);
    expect(messages(result, "warning").join("\n")).toContain("  pull-requests: write");
    expect(result.masks).toContain("t0ken-of-the-run");
  });

  it.concurrent("tells a fork's run what it leaves out, and judges the change all the same", async ({
    expect,
  }) => {
    const github = await startFakeGithub();
    const scene = await failing();
    const result = await run(scene, {
      inputs: { comment: "true", "upload-sarif": "true" },
      event: pullRequest(scene, "eve/shop"),
      env: { ...scene.env, ...github.environment({ idToken: false }) },
      token: "t0ken-of-the-run",
    });
    await github.close();
    expect(result.exitCode).toBe(failsAs.exitCode);
    expect(messages(result, "error").join()).toContain(rule);
    expect(messages(result, "notice").filter((text) => text.includes("from a fork"))).toHaveLength(
      1,
    );
    expect(github.journal.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it.concurrent("says the same offline, without a socket", async ({ expect }) => {
    const scene = await failing();
    const env = { ...scene.env, SOURCE_DATE_EPOCH: "1700000000" };
    const online = await run(scene, { env });
    const offline = await run(scene, { env, inputs: { offline: "true" }, network: "none" });
    expect(offline.exitCode).toBe(failsAs.exitCode);
    const [one, other] = await Promise.all(
      [online, offline].map((result) => readFile(result.outputs["report-path"] ?? "", "utf8")),
    );
    expect(other).toBe(one);
  });
});
