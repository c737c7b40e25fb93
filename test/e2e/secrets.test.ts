import { chmod, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  gitRepository,
  runBuiltAction,
  runNode,
  startFakeGithub,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { actionFolder, CLI, EVERY_FORMAT } from "./entries.ts";
import { awsKey } from "./scenes.ts";

afterAll(cleanUp);

it("finds a secret that a later commit took away, and tells it nowhere", async () => {
  const repository = await gitRepository({ "README.md": "# shop\n" });
  const leak = await repository.commit("deploy", { "deploy.env": `AWS_KEY=${awsKey()}\n` });
  await repository.commit("hide it", { "deploy.env": null });
  const result = await runBuiltAction({
    actionFolder: actionFolder("secrets"),
    repository,
    inputs: { "report-formats": EVERY_FORMAT },
    env: { RUNNER_DEBUG: "1" },
  });
  expect(result.exitCode).toBe(1);
  const folder = result.outputs["report-directory"] ?? "";
  const reports = await readdir(folder);
  expect(reports.length).toBeGreaterThanOrEqual(7);
  const texts = await Promise.all(reports.map((name) => readFile(join(folder, name), "utf8")));
  const told = [
    ...texts,
    result.log,
    result.stderr,
    result.summary,
    JSON.stringify(result.outputs),
  ];
  expect(told.join("\n")).toContain(leak.slice(0, 7));
  for (const form of [awsKey(), btoa(awsKey()), awsKey().slice(4)]) {
    expect(told.filter((text) => text.includes(form))).toEqual([]);
  }
});

it("tells no found secret in any file, log, comment or upload, in whatever form and place it stood", async () => {
  const key = awsKey();
  const password = `p@ss+word/${"Zq7".repeat(6)}=`;
  const repository = await gitRepository({ "README.md": "# shop\n" });
  const base = await repository.git("rev-parse", "HEAD");
  await repository.commit(`oops ${key}`, {
    "plain.env": `AWS_KEY=${key}\nOTHER=${key} # gitleaks:allow\n`,
    "encoded.txt": `k: ${btoa(`key ${key} key`)}\n`,
    "percent.txt": `url?p=${encodeURIComponent(`pw="${password}"`)}\n`,
    "wide.txt": Buffer.from(`\ufeffAWS_KEY=${key}\n`, "utf16le"),
    [`${key}/named.env`]: `AWS_KEY=${key}\n`,
    ".gitleaksignore": `${key}/named.env:aws-access-token:1\nplain.env:none:1\n`,
    ".gitleaks.toml": `[extend]\nuseDefault = true\n[[rules]]\nid = "pw"\ndescription = "Password"\nregex = 'pw="([^"]+)"'\n`,
  });
  const head = await repository.commit("clean", { "plain.env": null });
  const github = await startFakeGithub();
  const pull = { sha: base, ref: "main", repo: { full_name: "octo/shop" } };
  const result = await runBuiltAction({
    actionFolder: actionFolder("check"),
    repository,
    inputs: { "report-formats": EVERY_FORMAT, comment: "true", "upload-sarif": "true" },
    event: {
      name: "pull_request",
      payload: { pull_request: { number: 7, base: pull, head: { ...pull, sha: head } } },
    },
    env: { RUNNER_DEBUG: "1", ...github.environment() },
    token: "t0ken-of-the-run",
  });
  await github.close();
  const folder = result.outputs["report-directory"] ?? "";
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map((name) => readFile(join(folder, name), "latin1").catch(() => "")),
  );
  const report = JSON.parse(await readFile(result.outputs["report-path"] ?? "", "utf8"));
  const found = report.findings.filter(({ check }: { check: string }) => check === "secrets");
  expect(found.length).toBeGreaterThanOrEqual(6);
  expect(JSON.stringify(found)).toContain("secrets.custom-rule");
  expect(github.state.uploads.length).toBeGreaterThanOrEqual(3);
  expect(github.state.comments.get(7)).toHaveLength(1);
  const told = [
    names.join("\n"),
    ...files,
    result.log,
    result.stderr,
    result.summary,
    JSON.stringify(result.outputs),
    JSON.stringify(github.journal),
    JSON.stringify(github.state.uploads),
  ];
  for (const secret of [key, password]) {
    for (const form of [secret, btoa(secret), encodeURIComponent(secret), secret.slice(4)]) {
      expect(told.filter((text) => text.includes(form))).toEqual([]);
    }
  }
  // Alignment decides what base64 of a text around the secret looks like.
  for (const offset of [0, 1, 2]) {
    const middle = btoa(`${"x".repeat(offset)}${key}`).slice(4, 20);
    expect(told.filter((text) => text.includes(middle))).toEqual([]);
  }
});

describe("what is checked is never run", () => {
  const run = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) =>
    runNode([CLI, "secrets", ...args], {
      cwd,
      env: { PATH: process.env["PATH"] ?? "", ...env },
    });
  const evil = async () => {
    const folder = await temporaryFolder();
    const ran = join(folder, "ran");
    const repository = await gitRepository({
      "assay.yml": "secrets: { engine: gitleaks }\n",
      "bin/gitleaks": `#!/bin/sh\ntouch '${ran}'\necho 8.30.1\n`,
    });
    await chmod(join(repository.root, "bin/gitleaks"), 0o755);
    return { root: repository.root, ran: async () => (await readdir(folder)).includes("ran") };
  };

  it.concurrent("a config file names no program", async ({ expect }) => {
    const { root, ran } = await evil();
    await writeFiles(root, {
      "assay.yml": "secrets:\n  engine: gitleaks\n  gitleaks-path: bin/gitleaks\n",
    });
    const { exitCode, stderr } = await run([], root);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("there is no key `gitleaks-path` in `secrets`");
    expect(await ran()).toBe(false);
  });

  it.concurrent("nor does an option or PATH lead to one of the repository", async ({ expect }) => {
    const { root, ran } = await evil();
    const given = await run(["--gitleaks-path", "bin/gitleaks"], root);
    const found = await run([], root, { PATH: `${root}/bin:${process.env["PATH"]}` });
    const part = await run(["bin", "--engine", "gitleaks", "--gitleaks-path", "gitleaks"], root);
    for (const { exitCode, stdout, stderr } of [given, found, part]) {
      expect(exitCode).toBe(2);
      expect(stdout + stderr).toContain("lies in the repository that is checked");
    }
    expect(await ran()).toBe(false);
  });

  it.concurrent("a program that is no gitleaks is told as one that wrote no report", async ({
    expect,
  }) => {
    const { root } = await evil();
    const folder = await temporaryFolder();
    await writeFiles(folder, { gitleaks: "#!/bin/sh\necho 8.30.1\n" });
    await chmod(join(folder, "gitleaks"), 0o755);
    const { exitCode, stdout, stderr } = await run(
      ["--gitleaks-path", join(folder, "gitleaks")],
      root,
    );
    expect(exitCode).toBe(3);
    expect(stdout + stderr).toContain("wrote no report");
  });
});
