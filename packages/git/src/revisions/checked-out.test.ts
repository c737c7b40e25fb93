import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeProcesses } from "@assay/core/host";
import { gitRepository } from "@assay/testkit";
import { expect, test } from "vitest";
import { openRepository } from "../repository/repository.ts";
import { checkedOut } from "./checked-out.ts";
import { findCommit, isOnTopOf, mergeBase } from "./revision.ts";

const real = nodeProcesses();

/** What is checked out, and how many git processes that took. */
async function look(root: string) {
  let asked = 0;
  const processes = {
    ...real,
    run: (...args: Parameters<typeof real.run>) => {
      asked += args[1].includes("rev-parse") ? 1 : 0;
      return real.run(...args);
    },
  };
  const environment = { PATH: process.env["PATH"] };
  const found = await checkedOut(await openRepository({ root, processes, environment }));
  return { found, asked };
}

test("loose and packed branches, detached heads and linked work trees are read without a process", async () => {
  const repository = await gitRepository({ "a.txt": "a" });
  const { root, git } = repository;
  const commit = await git("rev-parse", "HEAD");
  const main = { found: { commit, ref: "refs/heads/main" }, asked: 0 };
  expect(await look(root)).toEqual(main);
  await git("branch", "ain");
  await git("pack-refs", "--all");
  expect(await look(root)).toEqual(main);
  await repository.commit("newer than the packed line", { "b.txt": "b" });
  expect((await look(root)).found.commit).toBe(await git("rev-parse", "HEAD"));
  await writeFile(join(root, ".git/refs/heads/main"), "no commit\n");
  expect(await look(root)).toMatchObject({ found: {}, asked: 1 });
  await writeFile(join(root, ".git/refs/heads/main"), `${commit}\n`);
  await git("worktree", "add", "-q", "-b", "side/x", `${root}-linked`);
  const side = { found: { commit, ref: "refs/heads/side/x" }, asked: 0 };
  expect(await look(`${root}-linked`)).toEqual(side);
  await git("checkout", "-q", "--detach");
  expect(await look(root)).toEqual({ found: { commit }, asked: 0 });
});

test("what the files don't say is asked of git, and nothing is known before the first commit", async () => {
  const { root, git } = await gitRepository({ "a.txt": "a" });
  const commit = await git("rev-parse", "HEAD");
  await git("tag", "v1");
  await git("symbolic-ref", "HEAD", "refs/tags/v1");
  expect(await look(root)).toMatchObject({ found: { commit }, asked: 1 });
  await git("symbolic-ref", "HEAD", "refs/heads/unborn");
  expect((await look(root)).found).toEqual({});
});

test("is opened once in a run, and asked once about a commit", async () => {
  const { root, git } = await gitRepository({ "a.txt": "a" });
  let asked = 0;
  const processes = {
    ...real,
    run: (...args: Parameters<typeof real.run>) => {
      asked += args[1].includes("version") ? 0 : 1;
      return real.run(...args);
    },
  };
  const environment = { PATH: process.env["PATH"] };
  const { signal } = new AbortController();
  const repo = await openRepository({ root, processes, environment, signal });
  expect(await openRepository({ root, processes, environment, signal })).toBe(repo);
  expect(await openRepository({ root, processes, environment })).not.toBe(repo);
  const commit = await git("rev-parse", "HEAD");
  for (const name of ["HEAD", commit, commit]) expect(await findCommit(repo, name)).toBe(commit);
  expect(await mergeBase(repo, commit, commit)).toBe(commit);
  expect(asked).toBe(1);
});

test("a commit is on top of another one by history, and where that is cut off by its own text", async () => {
  const { root, git, commit, branch } = await gitRepository({ "a.txt": "a" });
  const base = await git("rev-parse", "HEAD");
  await branch("topic");
  const head = await commit("head", { "b.txt": "b" });
  await git("checkout", "--quiet", "-b", "merged", base);
  const side = await commit("main goes on", { "c.txt": "c" });
  await git("merge", "--quiet", "--no-edit", head);
  const merge = await git("rev-parse", "HEAD");
  const environment = { PATH: process.env["PATH"] };
  const repo = await openRepository({ root, processes: real, environment });
  const onTop = await Promise.all(
    [merge, head, base, side].map((one) => isOnTopOf(repo, one, head)),
  );
  expect(onTop).toEqual([true, true, false, false]);
  await writeFile(join(root, ".git/shallow"), `${merge}\n`);
  const cut = await openRepository({ root, processes: real, environment });
  expect(await isOnTopOf(cut, merge, head)).toBe(true);
  expect(await isOnTopOf(cut, merge, base)).toBe(false);
});
