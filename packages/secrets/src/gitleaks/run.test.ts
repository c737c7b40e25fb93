import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckContext } from "@assay/core";
import { noSettingsFiles } from "@assay/testkit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SecretsOptions } from "../command.ts";
import { runCheck } from "../test/run-check.ts";

/** A program that behaves as gitleaks does, in the ways that matter. */
let root: string;
let tool: string;
let temporary: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "assay-wrapped-"));
  tool = await mkdtemp(join(tmpdir(), "assay-fake-"));
  temporary = await mkdtemp(join(tmpdir(), "assay-tmp-"));
  await writeFile(join(root, "a.txt"), "x\n");
});
afterEach(async () => {
  for (const folder of [root, tool, temporary]) await rm(folder, { recursive: true });
});

const SECRET = `plain${"text".repeat(8)}`;
const ROW = { RuleID: "acme", File: "a.txt", StartLine: 1, EndLine: 1, Secret: SECRET, Commit: "" };
const DONE = 'echo "1PM INF scanned ~2 bytes (2 B) in 1ms" >&2';

async function run(
  body: string,
  options: Partial<SecretsOptions> = { mode: "tree" },
  context: Partial<CheckContext> = {},
) {
  const path = await fake(body);
  return runCheck(
    root,
    { engine: "gitleaks", ...options },
    { environment: { PATH: `${dirname(path)}:/usr/bin:/bin` }, ...context },
  );
}

async function fake(body: string, folder = tool): Promise<string> {
  const path = join(folder, "gitleaks");
  await writeFile(
    path,
    `#!/bin/sh
[ "$1" = version ] && { echo 8.30.1; exit 0; }
for arg in "$@"; do case "$arg" in --report-path=*) report="\${arg#--report-path=}";; esac; done
${body}
`,
  );
  await chmod(path, 0o755);
  return path;
}

test("its rows become findings, and no plain text leaves", async () => {
  const result = await run(`echo '${JSON.stringify([ROW])}' > "$report"; ${DONE}; exit 42`);
  expect(result.findings).toMatchObject([
    { ruleId: "secrets.custom-rule", location: { path: "a.txt", startLine: 1 } },
  ]);
  expect(JSON.stringify(result)).not.toContain(SECRET);
});

test("no leaks is no finding", async () => {
  const result = await run(`echo '[]' > "$report"; ${DONE}; exit 0`);
  expect(result.findings).toEqual([]);
  expect(result.coverage.inspected).toMatchObject({ bytes: 2 });
});

test.each([
  ["an error", "echo '1PM FTL bad config' >&2; exit 1", /exit code 1: 1PM FTL bad config/],
  [
    "a swallowed error",
    `echo '[]' > "$report"; echo "x ERR git failed" >&2; exit 0`,
    /complained.*git failed/,
  ],
  ["leaks without a report row", `echo '[]' > "$report"; ${DONE}; exit 42`, /report is empty/],
  ["no report", `${DONE}; exit 0`, /wrote no report/],
  ["a folder for a report", `mkdir "$report"; ${DONE}; exit 0`, /no file where its report/],
  ["an empty report", `: > "$report"; ${DONE}; exit 0`, /not its JSON format/],
  ["a broken report", `echo '{' > "$report"; ${DONE}; exit 42`, /not its JSON format/],
])("%s is an external error", async (_, body, message) => {
  await expect(run(body)).rejects.toMatchObject({
    kind: "external",
    message: expect.stringMatching(message),
  });
});

test("nothing scanned is not green", async () => {
  const result = await run(`echo '[]' > "$report"; exit 0`);
  expect(result.findings).toMatchObject([{ ruleId: "secrets.nothing-scanned", severity: "high" }]);
});

test("the report's folder is gone afterwards, also after an error", async () => {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  try {
    await run(`echo '${JSON.stringify([ROW])}' > "$report"; ${DONE}; exit 42`);
    await run("exit 1").catch(() => {});
    expect(await readdir(temporary)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
});

test("a gitleaks of the checked repository is never run", async () => {
  await fake(`touch '${join(tool, "ran")}'; exit 0`, root);
  const options = { engine: "gitleaks", mode: "tree" } as const;
  const inside = { kind: "usage", message: expect.stringContaining("nothing of that is ever run") };
  await expect(runCheck(root, { ...options, gitleaksPath: "./gitleaks" })).rejects.toMatchObject(
    inside,
  );
  await expect(
    runCheck(root, options, { environment: { PATH: `${root}:/usr/bin:/bin` } }),
  ).rejects.toMatchObject(inside);
  expect(await readdir(tool)).toEqual([]);
});

describe("the ignore file of the repository", () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@x.org", ...args], {
      cwd: root,
      env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null" },
      encoding: "utf8",
    }).trim();
  test("is kept from gitleaks in history, so that what it hides is reported", async () => {
    git("init", "-q");
    await writeFile(join(root, ".gitleaksignore"), "a.txt:acme:1\n");
    git("add", "-A");
    git("commit", "-q", "-m", "one");
    const body = `git log --format=%H > '${join(tool, "log")}'; ls -A . "$2" | grep -v : > '${join(tool, "listed")}'
echo '${JSON.stringify([ROW])}' > "$report"; echo "x INF 1 commits scanned." >&2; ${DONE}; exit 42`;
    const result = await run(body, { mode: "history" });
    expect(result.findings).toMatchObject([
      { suppression: { by: "inline", reason: "it is listed in .gitleaksignore" } },
    ]);
    expect((await readFile(join(tool, "listed"), "utf8")).trim()).toBe("");
    expect((await readFile(join(tool, "log"), "utf8")).trim()).toBe(git("rev-parse", "HEAD"));
  });

  test("over files, that of a change from outside is refused", async () => {
    git("init", "-q");
    git("add", "-A");
    git("commit", "-q", "-m", "one");
    const commit = git("rev-parse", "HEAD");
    await writeFile(join(root, ".gitleaksignore"), "a.txt:acme:1\n");
    const body = `echo '[]' > "$report"; ${DONE}; exit 0`;
    const settings = { ...noSettingsFiles, from: "base", commit } as const;
    await expect(run(body, { mode: "tree" }, { settings })).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("apply the .gitleaksignore that it brings"),
    });
  });
});
