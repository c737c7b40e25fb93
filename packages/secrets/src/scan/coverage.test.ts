import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCheck, fakeToken as token } from "../test/run-check.ts";

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "assay-coverage-")));
  git("init", "--quiet", "-b", "main");
});
afterEach(() => rm(root, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@x.org", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  git("add", "--all");
  git("commit", "--quiet", "-m", "change");
}

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0a".repeat(32)}\nsize 12345\n`;

describe("files as they lie there", () => {
  test("what a sparse checkout leaves out is listed", async () => {
    await commit({ "a/x": "1", "b/x": token("A"), "b/y": "1", "c/d/z": "1" });
    git("sparse-checkout", "set", "--cone", "a");
    const { findings, coverage } = await runCheck(root, { mode: "tree" });
    expect(findings).toEqual([]);
    expect(coverage.skipped).toEqual([
      { item: "b/", reason: "the sparse checkout leaves 2 files of it out" },
      { item: "c/d/z", reason: "the sparse checkout leaves it out" },
    ]);
  });

  test("so are submodules that are not checked out, and pointers of LFS", async () => {
    await commit({ "big.bin": POINTER });
    git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
    const { coverage } = await runCheck(root, { mode: "tree" });
    expect(coverage.skipped).toEqual([
      { item: "big.bin", reason: expect.stringContaining("LFS") },
      { item: "module", reason: expect.stringContaining("submodule") },
    ]);
  });

  test("without git, it is said that this is not known", async () => {
    await commit({ a: "1" });
    const { notices } = await runCheck(root, { mode: "tree" }, { environment: {} });
    expect(notices).toEqual([expect.stringContaining("is not known: The program git")]);
  });
});

describe("history", () => {
  test("pointers of LFS are listed", async () => {
    await commit({ "big.bin": POINTER });
    const { coverage } = await runCheck(root);
    expect(coverage.skipped).toEqual([{ item: "big.bin", reason: expect.stringContaining("LFS") }]);
  });

  test("on a laptop, it is said that what is not committed was not looked at", async () => {
    await commit({ a: "1" });
    await writeFile(join(root, "untracked"), token("A"));
    const UNCOMMITTED = expect.stringContaining("staged, changed or untracked");
    const { findings, notices } = await runCheck(root);
    expect(findings).toEqual([]);
    expect(notices).toContainEqual(UNCOMMITTED);
    expect((await runCheck(root, { baseRef: "HEAD" })).notices).toContainEqual(UNCOMMITTED);
    const event = { name: "schedule", payload: {} };
    expect((await runCheck(root, {}, { event })).notices).not.toContainEqual(UNCOMMITTED);
    expect((await runCheck(root, { mode: "tree" })).notices).not.toContainEqual(UNCOMMITTED);
  });
});
