import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { all, newFolder, removeTestRepositories, testRepository } from "../test/repository.ts";
import { stagedDiff, streamNetDiff } from "./diff.ts";
import type { FilePatch } from "./patch.ts";

afterAll(removeTestRepositories);

const added = (pieces: readonly { files: readonly FilePatch[] }[]): string[] =>
  pieces.flatMap(({ files }) => files).flatMap(({ hunks }) => hunks.map((hunk) => hunk.addedText));

describe("net and staged diffs", () => {
  it("shows what a range leaves in the end", async () => {
    const test = testRepository();
    const base = test.commit("one", { a: "1\n" });
    test.commit("two", { a: "1\ntransient\n" });
    const head = test.commit("three", { a: "1\nfinal\n" });
    const repo = await test.open();
    const patches = await all(streamNetDiff(repo, base, head));
    expect(patches).toMatchObject([
      { commit: { sha: head, message: "three\n" }, files: [{ path: "a" }], complete: true },
    ]);
    expect(added(patches)).toEqual(["final\n"]);
    expect(added(await all(streamNetDiff(repo, undefined, head)))).toEqual(["1\nfinal\n"]);
    expect(await all(streamNetDiff(repo, head, head))).toEqual([]);
  });

  it("shows what the next commit would add, also the first one, without running filters", async () => {
    const test = testRepository();
    const proof = join(newFolder(), "ran");
    test.write("a", "staged\n");
    test.git("add", "a");
    test.write(".gitattributes", "* filter=evil\n");
    test.git("config", "filter.evil.clean", `touch ${proof}; cat`);
    test.write("a", "not staged\n");
    const repo = await test.open();
    expect(added(await all(stagedDiff(repo)))).toEqual(["staged\n"]);
    expect(() => unlinkSync(proof)).toThrow("ENOENT");
  });

  it("shows paths in conflict", async () => {
    const test = testRepository();
    test.commit("base", { a: "1\n", b: "1\n" });
    test.git("checkout", "--quiet", "-b", "side");
    test.commit("side", { a: "2\n" });
    test.git("checkout", "--quiet", "main");
    test.commit("main", { a: "3\n" });
    expect(() => test.git("merge", "--quiet", "side")).toThrow();
    test.write("b", "1\n2\n");
    test.git("add", "b");
    const pieces = await all(stagedDiff(await test.open()));
    expect(pieces.flatMap(({ files }) => files)).toMatchObject([
      { path: "a", status: "unmerged", hunks: [] },
      { path: "b", status: "modified", hunks: [{ addedText: "2\n" }] },
    ]);
  });
});
