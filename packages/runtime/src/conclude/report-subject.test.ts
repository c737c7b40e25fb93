import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeProcesses } from "@assay/core/host";
import { gitRepository } from "@assay/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reportSubject, type SubjectFacts } from "./report-subject.ts";

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "assay-subject-")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (given: Partial<SubjectFacts> = {}) =>
  reportSubject({
    event: null,
    remote: null,
    environment: { PATH: process.env["PATH"] },
    processes: nodeProcesses(),
    root: folder,
    cwd: folder,
    ...given,
  });
const RUNNER = {
  GITHUB_ACTIONS: "true",
  GITHUB_RUN_ID: "42",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "acme/shop",
};

test("a pull request on a runner is known in all its parts", async () => {
  const payload = { pull_request: { number: 7, head: { sha: "b".repeat(40) } } };
  const event = {
    name: "pull_request",
    payload,
    sha: "a".repeat(40),
    ref: "refs/pull/7/merge",
  };
  const remote = { serverUrl: "https://ghe.example", repository: "acme/shop", token: "t0ken" };
  expect(await read({ event, remote, environment: RUNNER })).toEqual({
    server: "https://ghe.example",
    repository: "acme/shop",
    commit: "a".repeat(40),
    headCommit: "b".repeat(40),
    ref: "refs/pull/7/merge",
    event: "pull_request",
    pullRequest: 7,
    runUrl: "https://ghe.example/acme/shop/actions/runs/42/attempts/2",
    workingDirectory: ".",
  });
});

test("what an event holds is trusted to have no shape", async () => {
  const payload = { pull_request: { number: "7", head: { sha: "--output=x" } } };
  const event = { name: "pull_request", payload };
  expect(await read({ event })).toEqual({ event: "pull_request", workingDirectory: "." });
});

test("variables of a runner count on a runner only", async () => {
  const { GITHUB_ACTIONS: _, ...left } = RUNNER;
  expect(await read({ environment: left })).toEqual({ workingDirectory: "." });
});

test("on a laptop git says commit and branch, and the folder is told from the root of the clone", async () => {
  const repository = await gitRepository({ "packages/a/b.txt": "b" });
  const root = await realpath(join(repository.root, "packages/a"));
  const commit = await repository.git("rev-parse", "HEAD");
  const branch = await repository.git("symbolic-ref", "HEAD");
  const subject = await read({ root, cwd: root });
  expect(subject).toEqual({ commit, ref: branch, workingDirectory: "packages/a" });
  await repository.git("checkout", "--quiet", "--detach");
  expect(await read({ root, cwd: root })).toEqual({ commit, workingDirectory: "packages/a" });
});

test("a work tree of its own (`git worktree`) is a clone as any other", async () => {
  const repository = await gitRepository({ "packages/a/b.txt": "b" });
  await repository.git("worktree", "add", "--quiet", "-b", "side", join(folder, "side"));
  const root = join(folder, "side/packages/a");
  expect(await read({ root, cwd: root })).toEqual({
    commit: await repository.git("rev-parse", "HEAD"),
    ref: "refs/heads/side",
    workingDirectory: "packages/a",
  });
});

test("the files of a submodule have a path in the clone around it", async () => {
  await mkdir(join(folder, ".git"));
  await mkdir(join(folder, "vendor/lib"), { recursive: true });
  await writeFile(join(folder, "vendor/lib/.git"), "gitdir: ../../.git/modules/lib\n");
  const root = join(folder, "vendor/lib");
  expect((await read({ root })).workingDirectory).toBe("vendor/lib");
});

test("a folder without git is told from where the run starts", async () => {
  await mkdir(join(folder, "a/b"), { recursive: true });
  expect((await read({ root: join(folder, "a/b") })).workingDirectory).toBe("a/b");
  expect((await read({ cwd: join(folder, "a") })).workingDirectory).toBe(".");
});
