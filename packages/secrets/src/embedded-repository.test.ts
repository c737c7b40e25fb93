import { execFileSync } from "node:child_process";
import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCheck, fakeToken as token } from "./test/run-check.ts";

let top: string;
beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), "assay-embedded-")));
});
afterEach(() => rm(top, { recursive: true, force: true }));

function git(folder: string, ...args: readonly string[]): void {
  const person = ["-c", "user.name=n", "-c", "user.email=e@x.org"];
  execFileSync("git", [...person, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    stdio: "ignore",
  });
}

/** `outer/app`: a bare repository with one harmless commit, and a file beside it that holds a token. */
async function plant(outer: string): Promise<string> {
  const inner = join(top, "inner");
  const app = join(outer, "app");
  git(top, "init", "--quiet", "-b", "main", inner);
  git(inner, "commit", "--quiet", "--allow-empty", "-m", "harmless");
  await cp(join(inner, ".git"), app, { recursive: true });
  git(app, "config", "core.bare", "true");
  await writeFile(join(app, "config.env"), `KEY=${token("A")}\n`);
  return app;
}

const EVENTS = [null, "push", "schedule", "workflow_dispatch"] as const;

test.each(EVENTS)("a bare repository among the files hides none of them: %s", async (name) => {
  const outer = join(top, "outer");
  git(top, "init", "--quiet", "-b", "main", outer);
  const app = await plant(outer);
  git(outer, "add", "--all");
  git(outer, "commit", "--quiet", "-m", "all");
  const event = name === null ? null : { name, payload: {} };
  const { findings, coverage } = await runCheck(app, {}, { event });
  expect(findings).toMatchObject([{ location: { path: "config.env" } }]);
  expect(coverage.inspected["files"]).toBeGreaterThan(1);
});

test("nor where nothing around it is a repository", async () => {
  const app = await plant(join(top, "outer"));
  expect((await runCheck(app)).findings).toMatchObject([{ location: { path: "config.env" } }]);
  await expect(runCheck(app, { mode: "history" })).rejects.toMatchObject({ kind: "usage" });
});

test("nor where the job's workspace is no repository", async () => {
  const app = await plant(join(top, "outer"));
  await rm(join(app, "config.env"));
  await writeFile(join(app, "description"), `KEY=${token("A")}\n`);
  const environment = { PATH: process.env["PATH"], GITHUB_WORKSPACE: top };
  const { findings } = await runCheck(app, {}, { environment });
  expect(findings).toMatchObject([{ location: { path: "description" } }]);
});
