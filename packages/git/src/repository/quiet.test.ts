import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProcessStream } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { streamDiff } from "../diff/diff.ts";
import { headCommit } from "../revisions/revision.ts";
import { all, newFolder, removeTestRepositories, testRepository } from "../test/repository.ts";
import { stoppedWhenQuiet } from "./quiet.ts";
import { openRepository } from "./repository.ts";

afterAll(removeTestRepositories);
afterEach(() => void vi.useRealTimers());

describe("a git that hangs", () => {
  /** Answers what its version is, and then does what the script says. */
  async function hanging(script: string) {
    const bin = newFolder();
    writeFileSync(
      join(bin, "git"),
      `#!/bin/sh\n[ "$1" = version ] && { echo git version 2.50.0; exit; }\n${script}\n`,
    );
    chmodSync(join(bin, "git"), 0o755);
    const test = testRepository();
    test.commit("one");
    return openRepository({
      root: test.folder,
      processes: nodeProcesses(),
      environment: { PATH: `${bin}:${process.env["PATH"]}` },
      quietMs: 100,
    });
  }

  it.each(["exec sleep 1000", "printf '\\001'; exec sleep 1000"])(
    "is stopped: %s",
    async (script) => {
      const repo = await hanging(script);
      await expect(headCommit(repo)).rejects.toMatchObject({ kind: "external" });
      const range = { kind: "all", description: "" } as const;
      const reading = all(streamDiff(repo, range));
      await expect(reading).rejects.toMatchObject({
        kind: "external",
        message: expect.stringMatching(/^git log printed nothing for/),
      });
    },
  );

  it("is stopped where it closes its output and does not end", async () => {
    const repo = await hanging("exec >&- 2>&-; exec sleep 1000");
    const range = { kind: "all", description: "" } as const;
    await expect(all(streamDiff(repo, range))).rejects.toMatchObject({ kind: "external" });
  });
});

describe("the limit of quiet time", () => {
  const MINUTE = 60_000;

  function endless(): ProcessStream & { readonly killed: () => number } {
    let killed = 0;
    async function* stdout() {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, MINUTE / 2));
        yield Buffer.from("x");
      }
    }
    const ended = new Promise<never>(() => {});
    return { stdout: stdout(), ended, kill: () => void killed++, killed: () => killed };
  }

  it("does not count the time that the reader takes, nor all the time", async () => {
    vi.useFakeTimers();
    const child = endless();
    let chunks = 0;
    for await (const _ of withTime(stoppedWhenQuiet(child, MINUTE, "git log").stdout)) {
      await vi.advanceTimersByTimeAsync(10 * MINUTE);
      if (++chunks === 10) break;
    }
    expect(chunks).toBe(10);
    expect(child.killed()).toBe(0);
  });

  it("stops the process when it is over", async () => {
    vi.useFakeTimers();
    const child = endless();
    const reading = all(withTime(stoppedWhenQuiet(child, MINUTE / 4, "git log").stdout));
    await expect(reading).rejects.toThrow("git log printed nothing for 15 s and was stopped");
    expect(child.killed()).toBe(1);
  });

  /** Lets the clock go on while something is waited for. */
  async function* withTime<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    const from = items[Symbol.asyncIterator]();
    for (;;) {
      const next = from.next();
      next.catch(() => {});
      await vi.advanceTimersByTimeAsync(MINUTE / 2);
      const { done, value } = await next;
      if (done === true) return;
      yield value;
    }
  }
});
