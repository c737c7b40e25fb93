import { unlinkSync } from "node:fs";
import { join } from "node:path";
import type { ProcessRunner } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { afterAll, describe, expect, it } from "vitest";
import type { CommitRange } from "../commit-range.ts";
import { openRepository } from "../repository/repository.ts";
import { all, removeTestRepositories, testRepository } from "../test/repository.ts";
import { streamDiff } from "./diff.ts";

afterAll(removeTestRepositories);
const ALL: CommitRange = { kind: "all", description: "" };

describe("a git that fails", () => {
  async function failing(script: string) {
    const test = testRepository();
    for (let n = 0; n < 3; n++) test.commit(`commit ${n}`, { a: `${n}\n`.repeat(1000) });
    const real = nodeProcesses();
    const processes: ProcessRunner = {
      run: real.run,
      stream: (_, args, options) => real.stream("sh", ["-c", script, "git", ...args], options),
    };
    const environment = { PATH: process.env["PATH"] };
    const repo = await openRepository({ root: test.folder, processes, environment });
    return all(streamDiff(repo, ALL));
  }

  it.each([
    ["a complaint on stderr", 'git "$@"; echo "warning: unable to read" >&2', "unable to read"],
    ["an exit code", 'git "$@"; exit 3', "exit code 3"],
    ["being killed midway", 'git "$@" | head -c 900; kill -9 $$', "stopped by SIGKILL"],
    ["output that stops", 'git "$@" | head -c 900', "stops in the middle"],
    ["nothing at all", "cat >/dev/null", "0 of the 3 commits"],
    ["nonsense", "cat >/dev/null; echo hello", "can't be read"],
  ])("is an error, never fewer commits: %s", async (_, script, message) => {
    const outcome = failing(script);
    await expect(outcome).rejects.toMatchObject({ kind: "external" });
    await expect(outcome).rejects.toThrow(message);
  });

  it("does not take rename notices for a complaint", async () => {
    const notice = "warning: exhaustive rename detection was skipped due to too many files.";
    expect(await failing(`git "$@"; echo "${notice}" >&2`)).toHaveLength(3);
  });

  it("shows a missing object", async () => {
    const test = testRepository();
    test.commit("one", { a: "content" });
    const blob = test.git("rev-parse", "HEAD:a");
    unlinkSync(join(test.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    const outcome = all(streamDiff(await test.open(), ALL));
    await expect(outcome).rejects.toMatchObject({ kind: "external" });
  });

  it("stops git when nobody reads on", async () => {
    const test = testRepository();
    test.commit("one", { a: "a\n".repeat(1_000_000) });
    test.commit("two", { b: "b\n".repeat(1_000_000) });
    let killed = 0;
    const real = nodeProcesses();
    const processes: ProcessRunner = {
      run: real.run,
      stream: (...args) => {
        const child = real.stream(...args);
        const kill = () => {
          killed++;
          child.kill();
        };
        return { ...child, kill };
      },
    };
    const environment = { PATH: process.env["PATH"] };
    const repo = await openRepository({ root: test.folder, processes, environment });
    for await (const piece of streamDiff(repo, ALL)) if (piece) break;
    expect(killed).toBe(1);
  });
});
