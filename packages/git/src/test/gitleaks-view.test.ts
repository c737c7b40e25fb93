import { symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CommitRange } from "../commit-range.ts";
import { streamDiff } from "../diff/diff.ts";
import { GITLEAKS_VIEW } from "./gitleaks-view.ts";
import { all, removeTestRepositories, testRepository } from "./repository.ts";
import { titleAndBody } from "./title-and-body.ts";

afterAll(removeTestRepositories);
const ALL: CommitRange = { kind: "all", description: "" };
const OPTIONS = { view: GITLEAKS_VIEW };

describe("the diff that gitleaks sees", () => {
  it("has the holes of gitleaks: merges, binary files, attributes, deleted files", async () => {
    const test = testRepository();
    test.commit("base", { ".gitattributes": "*.env -diff\n", a: "1\n2\n", gone: "x\n" });
    test.git("checkout", "--quiet", "-b", "side");
    test.commit("side", { "c.env": "hidden\n", nul: "\0\n" });
    test.git("checkout", "--quiet", "main");
    unlinkSync(join(test.folder, "gone"));
    test.commit("main", { a: "1\n" });
    test.git("merge", "--quiet", "--no-ff", "--no-commit", "side");
    test.commit("merge", { a: "only in the merge\n" });
    const patches = await all(streamDiff(await test.open(), ALL, OPTIONS));
    const files = patches.flatMap((patch) =>
      patch.files.map((file) => ({ in: patch.commit.message, ...file })),
    );
    expect(patches).toHaveLength(4);
    expect(files).toMatchObject([
      // A hunk that only removes is a fragment of its own, without text.
      { in: "main", path: "a", hunks: [{ startLine: 1, addedText: "" }] },
      { in: "side", path: "c.env", binary: true, hunks: [] },
      { in: "side", path: "nul", binary: true, hunks: [] },
      { in: "base", path: ".gitattributes" },
      { in: "base", path: "a" },
      { in: "base", path: "gone" },
    ]);
  });

  it("follows renames, shows only what changed in them, and ignores the folder", async () => {
    const test = testRepository();
    test.commit("one", { "old name": "1\n2\n3\n4\n5\n6\n7\n8\n" });
    test.git("mv", "old name", "new name");
    test.commit("two", { "new name": "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "sub/x": "x" });
    const [two] = await all(streamDiff(await test.open("sub"), ALL, OPTIONS));
    expect(two?.files).toMatchObject([
      { path: "new name", status: "renamed", hunks: [{ startLine: 9, addedText: "9\n" }] },
      { path: "sub/x" },
    ]);
  });

  it("leaves type changes out of everything, and not out of a range", async () => {
    const test = testRepository();
    symlinkSync("target", join(test.folder, "kind"));
    const base = test.commit("one");
    unlinkSync(join(test.folder, "kind"));
    const head = test.commit("two", { kind: "a file\n" });
    const repo = await test.open();
    const [everything] = await all(streamDiff(repo, ALL, OPTIONS));
    expect(everything?.files).toEqual([]);
    const range: CommitRange = { kind: "commits", base, head, description: "" };
    const [inRange] = await all(streamDiff(repo, range, OPTIONS));
    expect(inRange?.files).toMatchObject([{ path: "kind", hunks: [{ addedText: "a file\n" }] }]);
  });

  it("applies the mailmap, as the standard format does", async () => {
    const test = testRepository();
    test.commit("one", { ".mailmap": "Countess <countess@example.org> <ada@example.org>\n" });
    const repo = await test.open();
    const [compatible] = await all(streamDiff(repo, ALL, OPTIONS));
    const [own] = await all(streamDiff(repo, ALL));
    expect(compatible?.commit.authorName).toBe("Countess");
    expect(own?.commit.authorName).toBe("Ada");
  });

  it.each([
    ["one", "one"],
    ["one\n", "one"],
    ["one\ntwo\n", "one two"],
    ["\n\none \n\n\n\nbody  \n\n\n\nmore\n\n", "one\n\nbody\n\nmore"],
    ["  two\n\n  two\n    four\n\nnone\n", "two\n\ntwo\n  four\n\n    none"],
    ["a\n\nab\tc\td", "a\n\nab      c       d"],
    ["", ""],
  ])("puts the message %j together as gitleaks does", (message, expected) => {
    expect(titleAndBody(message)).toBe(expected);
  });
});
