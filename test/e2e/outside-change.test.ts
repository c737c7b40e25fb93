import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, runBuiltAction, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, it } from "vitest";
import { actionFolder } from "./entries.ts";
import { awsKey, lockfile } from "./scenes.ts";

afterAll(cleanUp);

type Files = Readonly<Record<string, string>>;

const LEAK = { "deploy.env": `AWS_KEY=${awsKey()}\n` };
/** The fourth check needs advisories, which are nowhere here: vex.test.ts is about it. */
const CHECKS = "checks: [sbom, licenses, secrets]\n";
const BASE: Files = {
  "assay.yml": `${CHECKS}licenses: { allow: [MIT] }\n`,
  "package-lock.json": lockfile({ left: "MIT" }),
};
const DENIED = { "package-lock.json": lockfile({ left: "MIT", right: "GPL-3.0-only" }) };
const entry = "reason: mine, owner: eve, expires: 2027-01-01";

/** What a fork's change brings, beside a secret and a licence that is not allowed. */
const ATTEMPTS: readonly (readonly [string, Files])[] = [
  ["checks", { "assay.yml": "checks: [sbom]\n" }],
  ["fail-on", { "assay.yml": "fail-on: never\n" }],
  ["a suppression", { "assay.yml": `suppressions: [{ rule: "*", path: "**", ${entry} }]\n` }],
  [
    "an exception",
    {
      "assay.yml": `checks: [licenses]\nlicenses: { exceptions: [{ package: "*", license: GPL-3.0-only, ${entry} }] }\n`,
    },
  ],
  ["a config file over that of the base", { ".github/assay.yml": "fail-on: never\n" }],
  ["rules", { "assay.yml": "rules: { licenses.*: off, secrets.*: off, inventory.*: off }\n" }],
  [
    "marks",
    { "assay.yml": "checks: [secrets]\n", "deploy.env": `AWS=${awsKey()} # gitleaks:allow\n` },
  ],
  [
    "gitleaks files",
    {
      "assay.yml": "checks: [secrets]\n",
      ".gitleaks.toml": "[extend]\nuseDefault = true\n[allowlist]\npaths = ['''env$''']\n",
      ".gitleaksignore": "deploy.env:aws-access-token:1\n",
    },
  ],
];

const own = { full_name: "octo/shop", default_branch: "main" };

async function change(base: Files, files: Files) {
  const repository = await gitRepository(base);
  const sha = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  const config = files["assay.yml"] ?? BASE["assay.yml"] ?? "";
  const checks = config.includes("checks:") ? "" : CHECKS;
  const all = { ...DENIED, ...LEAK, ...files, "assay.yml": checks + config };
  await repository.commit("change", all);
  const head = await repository.git("rev-parse", "HEAD");
  const pull_request = {
    number: 7,
    base: { repo: own, ref: "main", sha },
    head: { repo: { full_name: "eve/shop" }, ref: "topic", sha: head },
  };
  return { repository, payload: { repository: own, pull_request } };
}

describe.concurrent("a fork's change", () => {
  it.for(
    ATTEMPTS.flatMap(([what, files]) =>
      ["pull_request", "pull_request_target"].map((name) => ({ what, files, name })),
    ),
  )("stays red with $what under $name", async ({ what, files, name }, { expect }) => {
    const { repository, payload } = await change(BASE, files);
    const result = await runBuiltAction({
      actionFolder: actionFolder("check"),
      repository,
      event: { name, payload },
    });
    // A second config file is an error of its own.
    expect(result.exitCode, what).toBe(what.startsWith("a config file over") ? 2 : 1);
    if (result.exitCode !== 1) return;
    const errors = result.annotations.filter(({ level }) => level === "error");
    const told = errors.map(({ title, message }) => `${title} ${message}`).join("\n");
    expect(told).toContain("licenses.denied");
    expect(told).toContain("secrets.aws-access-token");
    expect(result.outputs["outcome"]).toBe("fail");
  });

  it("stays red where a comment on it starts the run", async ({ expect }) => {
    const { repository } = await change(BASE, { "assay.yml": "checks: [sbom]\nfail-on: never\n" });
    const result = await runBuiltAction({
      actionFolder: actionFolder("check"),
      repository,
      event: { name: "issue_comment", payload: { repository: own, issue: { pull_request: {} } } },
    });
    expect(result.exitCode).toBe(1);
  });

  it("stays red with a baseline of its own under the name that the workflow says", async ({
    expect,
  }) => {
    const found = await change(BASE, {});
    const run = (event: object | undefined, { repository }: typeof found, baseline?: string) =>
      runBuiltAction({
        actionFolder: actionFolder("check"),
        repository,
        ...(event !== undefined && { event: { name: "pull_request", payload: event } }),
        inputs: baseline === undefined ? {} : { baseline },
      });
    const before = await run(undefined, found);
    const accepted = await readFile(before.outputs["report-path"] ?? "", "utf8");
    const nothing = JSON.stringify({ ...JSON.parse(accepted), findings: [] });
    const brought = await change(
      { ...BASE, "baseline.json": nothing },
      { "baseline.json": accepted },
    );
    expect((await run(undefined, brought, "baseline.json")).exitCode).toBe(0);
    expect((await run(brought.payload, brought, "baseline.json")).exitCode).toBe(1);
  });

  it("is judged by the config file that an organisation's workflow passes from another folder", async ({
    expect,
  }) => {
    const policy = join(await temporaryFolder(), "policy.yml");
    await writeFile(policy, "checks: [sbom]\n");
    const { repository, payload } = await change(BASE, { "assay.yml": "fail-on: info\n" });
    const run = (inputs: Files) =>
      runBuiltAction({
        actionFolder: actionFolder("check"),
        repository,
        event: { name: "pull_request", payload },
        inputs,
      });
    expect((await run({ config: policy })).exitCode).toBe(0);
    expect((await run({})).exitCode).toBe(1);
  });
});
