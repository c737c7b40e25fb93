import { rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { CommitRange } from "../commit-range.ts";
import type { TestRepository } from "../test/repository.ts";
import { all, removeTestRepositories, testRepository } from "../test/repository.ts";
import { streamDiff } from "./diff.ts";
import type { FilePatch } from "./patch.ts";

afterAll(removeTestRepositories);

type Files = Readonly<Record<string, string>>;

/** A commit of the work tree as it lies there. */
function commitOf(test: TestRepository, parents: readonly string[], files: Files = {}): string {
  for (const [path, content] of Object.entries(files)) test.write(path, content);
  test.git("add", "--all");
  const tree = test.git("write-tree");
  const options = parents.flatMap((parent) => ["-p", parent]);
  return test.git("commit-tree", tree, "-m", "m", ...options);
}

/** The files of one commit, by path, with the text of all pieces. */
async function filesOf(
  test: TestRepository,
  head: string,
  folder = ".",
): Promise<ReadonlyMap<string, readonly Omit<FilePatch, "blob">[]>> {
  const parents = test.git("rev-parse", `${head}^@`).split("\n");
  const range: CommitRange = { kind: "commits", head, exclude: parents, description: "" };
  const pieces = await all(streamDiff(await test.open(folder), range));
  expect(new Set(pieces.map(({ commit }) => commit.sha))).toEqual(new Set([head]));
  expect(pieces.map(({ complete }) => complete).indexOf(true)).toBe(pieces.length - 1);
  const files = pieces.flatMap((piece) => piece.files);
  const paths = new Set(files.map(({ path }) => path));
  return new Map([...paths].map((path) => [path, files.filter((file) => file.path === path)]));
}

const hunksIn = (files: readonly Pick<FilePatch, "hunks">[] = []) =>
  files.flatMap(({ hunks }) => hunks.map((hunk) => [hunk.startLine, hunk.addedText]));

/** A base and `count` branches from it, each with a file and a line of its own. */
function branches(test: TestRepository, count: number, files: Files): readonly string[] {
  const base = commitOf(test, [], { ...files, shared: "1\n2\n3\n4\n5\n" });
  return Array.from({ length: count }, (_, n) => {
    const lines = ["1", "2", "3", "4", "5"].map((line, at) =>
      at === n ? `${line} of ${n}` : line,
    );
    const own = commitOf(test, [base], { [`own${n}`]: `${n}\n`, shared: `${lines.join("\n")}\n` });
    rmSync(join(test.folder, `own${n}`));
    return own;
  });
}

describe("streamDiff of a merge", () => {
  it.each([2, 3, 5])("with %i parents shows only lines that none of them has", async (count) => {
    const test = testRepository();
    const parents = branches(test, count, {});
    const shared = ["1 of 0", "2 of 1", "evil", "3", "4", "5", "", "end\r"].join("\n");
    const own = Object.fromEntries(parents.map((_, n) => [`own${n}`, `${n}\n`]));
    const merge = commitOf(test, parents, { ...own, shared: `${shared}\n`, fresh: "a\nb" });
    const files = await filesOf(test, merge);
    expect([...files.keys()]).toEqual(["fresh", "shared"]);
    expect(files.get("fresh")).toMatchObject([{ status: "added", mode: "100644", binary: false }]);
    expect(hunksIn(files.get("fresh"))).toEqual([[1, "a\nb\n"]]);
    expect(files.get("shared")).toMatchObject([{ status: "modified" }]);
    expect(hunksIn(files.get("shared"))).toEqual([
      [3, "evil\n"],
      [7, "\nend\r\n"],
    ]);
  });

  it("hides nothing behind attributes, NUL bytes and names that are no UTF-8", async () => {
    const test = testRepository();
    const odd = Buffer.concat([Buffer.from(`${test.folder}/o`), Buffer.of(0xff)]);
    const old = {
      ".gitattributes": "*.env -diff\n*.bin binary\n",
      "a.env": "old\n",
      "b.bin": "old\n",
    };
    const parents = branches(test, 2, { ...old, nul: "\0old\n", gone: "\0gone\n" });
    writeFileSync(odd, "\0odd\n");
    unlinkSync(join(test.folder, "gone"));
    const changed = { "a.env": "old\nevil\n", "b.bin": "evil\nold\n", nul: "\0old\n\0evil\n" };
    const merge = commitOf(test, parents, { ...changed, "new.env": "evil", plain: "evil\n" });
    const files = await filesOf(test, merge);
    expect(hunksIn(files.get("a.env"))).toEqual([[2, "evil\n"]]);
    expect(hunksIn(files.get("b.bin"))).toEqual([[1, "evil\n"]]);
    expect(hunksIn(files.get("nul"))).toEqual([[2, "\0evil\n"]]);
    expect(hunksIn(files.get("new.env"))).toEqual([[1, "evil"]]);
    expect(hunksIn(files.get("o\udcff"))).toEqual([[1, "\0odd\n"]]);
    expect(hunksIn(files.get("plain"))).toEqual([[1, "evil\n"]]);
    expect(files.get("gone")).toMatchObject([{ status: "deleted", hunks: [] }]);
    expect([...files.values()].flat().some(({ binary }) => binary)).toBe(false);
  });

  it("takes no line of content for a header", async () => {
    const test = testRepository();
    const headers = ["diff --combined b", "@@@ -1 -1 +1 @@@", "--- a/b", "+++ b/b", "index 1,2..3"];
    const others = [
      "Binary files differ",
      "\\ No newline",
      `\x01${"0".repeat(40)}`,
      "+",
      "-",
      " ",
      "x",
    ];
    const hostile = `${[...headers, ...others].join("\n")}\n`;
    const parents = branches(test, 2, { all: hostile, empty: "x\n", some: `${hostile}end\n` });
    rmSync(join(test.folder, "all"));
    const merge = commitOf(test, parents, { empty: "", fresh: hostile, some: "evil\n", z: "z\n" });
    const files = await filesOf(test, merge);
    expect(files.get("all")).toMatchObject([{ status: "deleted", mode: "000000", hunks: [] }]);
    expect(files.get("empty")).toMatchObject([{ status: "modified", hunks: [] }]);
    expect(hunksIn(files.get("fresh"))).toEqual([[1, hostile]]);
    expect(hunksIn(files.get("some"))).toEqual([[1, "evil\n"]]);
    expect(hunksIn(files.get("z"))).toEqual([[1, "z\n"]]);
  });

  it("shows links, modes, submodules and moved files", async () => {
    const test = testRepository();
    const parents = branches(test, 2, { kind: "file\n", script: "x\n", before: "moved\n" });
    for (const path of ["kind", "before"]) unlinkSync(join(test.folder, path));
    symlinkSync("target", join(test.folder, "kind"));
    test.write("after\n", "moved\n");
    test.git("add", "--all");
    test.git("update-index", "--chmod=+x", "script");
    test.git("update-index", "--add", "--cacheinfo", `160000,${parents[0]},module`);
    const options = parents.flatMap((parent) => ["-p", parent]);
    const merge = test.git("commit-tree", test.git("write-tree"), "-m", "m", ...options);
    const files = await filesOf(test, merge);
    expect(files.get("kind")).toMatchObject([{ mode: "120000" }]);
    expect(hunksIn(files.get("kind"))).toEqual([[1, "target\n"]]);
    expect(files.get("script")).toMatchObject([{ mode: "100755", hunks: [] }]);
    expect(hunksIn(files.get("module"))).toEqual([[1, `Subproject commit ${parents[0]}\n`]]);
    expect(files.get("before")).toMatchObject([{ status: "deleted" }]);
    expect(hunksIn(files.get("after\n"))).toEqual([[1, "moved\n"]]);
  });

  it("is compared with its first parent in a folder, and keeps within it", async () => {
    const test = testRepository();
    const parents = branches(test, 2, { "sub/a": "a\n" });
    const merge = commitOf(test, parents, { "sub/a": "a\nevil\n", outside: "evil\n" });
    const files = await filesOf(test, merge, "sub");
    expect([...files.keys()]).toEqual(["a"]);
    expect(hunksIn(files.get("a"))).toEqual([[2, "evil\n"]]);
  });

  it("misses no line that is in no parent, and shows each at its place", async () => {
    const test = testRepository();
    const line = fc.constantFrom(
      "a",
      "b",
      "",
      "+",
      "-x",
      "@@@ -1 -1 +1 @@@",
      "diff --combined f",
      "\\",
    );
    const evil = fc.constantFrom(
      "evil",
      "+evil",
      "--- evil",
      "@@@ evil",
      "diff --combined evil",
      "\\evil",
    );
    const parent = fc.array(line, { maxLength: 8 });
    const result = fc.array(fc.oneof(line, evil), { maxLength: 12 });
    const cases = fc.sample(fc.tuple(parent, parent, parent, result), { numRuns: 400, seed: 7 });
    const content = (index: number): Files =>
      Object.fromEntries(
        cases.map((each, n) => [`f${n}`, (each[index] ?? []).map((text) => `${text}\n`).join("")]),
      );
    const parents = [0, 1, 2].map((index) => commitOf(test, [], content(index)));
    const files = await filesOf(test, commitOf(test, parents, content(3)));
    for (const [n, [, , , lines]] of cases.entries()) {
      const shown = hunksIn(files.get(`f${n}`)).flatMap(([start, text]) =>
        String(text)
          .split("\n")
          .slice(0, -1)
          .map((shownLine, at): [number, string] => [Number(start) + at, shownLine]),
      );
      for (const [at, shownLine] of shown) expect(lines[at - 1]).toBe(shownLine);
      const missed = lines.filter(
        (text, at) => text.includes("evil") && !shown.some(([place]) => place === at + 1),
      );
      expect(missed).toEqual([]);
    }
  });
});
