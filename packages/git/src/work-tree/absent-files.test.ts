import { execFileSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { removeTestRepositories, testRepository } from "../test/repository.ts";
import { absentFiles } from "./absent-files.ts";
import { isLfsPointer } from "./lfs.ts";

afterAll(removeTestRepositories);

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0a".repeat(32)}\nsize 12345\n`;
const SUBMODULE = "1".repeat(40);

describe("absentFiles", () => {
  it("names what a sparse checkout leaves out, in a cone or not", async () => {
    const test = testRepository();
    test.commit("one", { "a/x": "1", "b/lock.json": "1", "b/c/y": "1", top: "1" });
    const hidden = [
      { path: "b/c/y", kind: "sparse" },
      { path: "b/lock.json", kind: "sparse" },
    ];
    expect(await absentFiles(await test.open())).toEqual([]);
    test.git("sparse-checkout", "set", "--cone", "a");
    expect(await absentFiles(await test.open())).toEqual(hidden);
    test.git("sparse-checkout", "set", "--cone", "--sparse-index", "a");
    expect(await absentFiles(await test.open())).toEqual(hidden);
    test.git("sparse-checkout", "set", "--no-cone", "/*", "!b/lock.json");
    expect(await absentFiles(await test.open())).toEqual([hidden[1]]);
    expect(await absentFiles(await test.open("b"))).toEqual([
      { path: "lock.json", kind: "sparse" },
    ]);
    test.write("b/lock.json", "there after all");
    expect(await absentFiles(await test.open())).toEqual([]);
  });

  it("reads a split index", async () => {
    const test = testRepository();
    test.commit("one", { "a/x": "1", "b/y": "1" });
    test.git("sparse-checkout", "set", "--cone", "a");
    test.git("update-index", "--split-index");
    test.commit("two", { "a/z": "1" });
    expect(await absentFiles(await test.open())).toEqual([{ path: "b/y", kind: "sparse" }]);
  });

  it("names submodules that are not checked out", async () => {
    const test = testRepository();
    for (const path of ["empty", "gone", "there"]) {
      test.git("update-index", "--add", "--cacheinfo", `160000,${SUBMODULE},${path}`);
    }
    test.git("commit", "--quiet", "-m", "modules");
    test.write("empty/.keep", "");
    test.write("there/.git", "gitdir: ../.git/modules/there\n");
    expect(await absentFiles(await test.open())).toEqual([
      { path: "empty", kind: "submodule" },
      { path: "gone", kind: "submodule" },
    ]);
  });

  it("names pointers of LFS that lie where the content should", async () => {
    const test = testRepository();
    test.commit("one", {
      ".gitattributes": "*.lock filter=lfs diff=lfs merge=lfs -text\n",
      "sub/a.lock": pointer,
      "sub/b.lock": "the content itself",
      "sub/c.txt": pointer,
    });
    expect(await absentFiles(await test.open())).toEqual([{ path: "sub/a.lock", kind: "lfs" }]);
    expect(await absentFiles(await test.open("sub"))).toEqual([{ path: "a.lock", kind: "lfs" }]);
    expect(await absentFiles(await test.clone("--bare").open())).toEqual([]);
  });

  it("keeps names that are no UTF-8", async () => {
    const test = testRepository();
    test.commit("one", { a: "1" });
    const blob = test.git("rev-parse", "HEAD:a");
    const entry = Buffer.concat([
      Buffer.from(`100644 ${blob}\tb/caf`),
      Buffer.of(0xe9),
      Buffer.from("\n"),
    ]);
    execFileSync("git", ["update-index", "--index-info"], { cwd: test.folder, input: entry });
    test.git("commit", "--quiet", "-m", "two");
    test.git("sparse-checkout", "set", "--cone", "none");
    expect(await absentFiles(await test.open())).toEqual([{ path: "b/caf\udce9", kind: "sparse" }]);
  });
});

describe("a pointer of LFS", () => {
  it.each([
    [pointer, true],
    [pointer.replace("git-lfs.github.com", "hawser.github.com"), true],
    [pointer.replace("oid", "ext-0-foo sha256:00\noid"), true],
    [`${pointer}more text\n`, true],
    [`x${pointer}`, false],
    [pointer.replace("0a0a", "zz"), false],
    [`${pointer}${"x 1\n".repeat(300)}`, false],
    ["", false],
  ])("is known by its text: %j", (text, expected) => {
    expect(isLfsPointer(text)).toBe(expected);
  });
});
