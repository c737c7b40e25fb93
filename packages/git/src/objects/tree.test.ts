import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { changedFiles } from "../diff/changes.ts";
import type { Repository } from "../repository/repository.ts";
import { removeTestRepositories, testRepository } from "../test/repository.ts";
import { decodePath, encodePath } from "./names.ts";
import { fileAt, filesAt, linksAt, someFilesAt, trackedFiles } from "./tree.ts";

afterAll(removeTestRepositories);

const HOSTILE = ["-rf", 'quo"te', "new\nline", "ta\tb", ":(glob)*", "back\\slash", "ümlaut", "a b"];
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

describe("files of a revision", () => {
  it("lists and reads hostile names, and names that are no UTF-8", async () => {
    const test = testRepository();
    for (const name of HOSTILE) test.write(name, `in ${name}`);
    const latin = Buffer.concat([Buffer.from(`${test.folder}/caf`), Buffer.of(0xe9)]);
    writeFileSync(latin, "latin");
    test.commit("hostile");
    const repo = await test.open();

    const expected = [...HOSTILE, "caf\udce9"].sort();
    expect(await filesAt(repo, "HEAD")).toEqual(expected);
    expect(await trackedFiles(repo)).toEqual(expected);
    for (const name of HOSTILE) expect(text(await fileAt(repo, "HEAD", name))).toBe(`in ${name}`);
    expect(text(await fileAt(repo, "HEAD", "caf\udce9"))).toBe("latin");
  });

  it("leaves links and submodules out, and knows no file that is not there", async () => {
    const test = testRepository();
    const sha = test.commit("one", { a: "a" });
    symlinkSync("a", join(test.folder, "link"));
    test.git("update-index", "--add", "--cacheinfo", `160000,${sha},module`);
    test.git("add", "link");
    test.git("commit", "--quiet", "-m", "two");
    const repo = await test.open();
    expect(await filesAt(repo, "HEAD")).toEqual(["a"]);
    expect(await linksAt(repo, "HEAD")).toEqual(["link"]);
    expect(await linksAt(repo, sha)).toEqual([]);
    expect(await trackedFiles(repo)).toEqual(["a"]);
    for (const path of ["link", "module", "../a", "a/b", ""]) {
      expect(await fileAt(repo, "HEAD", path)).toBeUndefined();
    }
  });

  it("reads several at once, as many as fit", async () => {
    const test = testRepository();
    const one = test.commit("one", { a: "12345", b: "12345", c: "1" });
    const repo = await test.open();
    const read = async (paths: readonly string[], maxBytes: number) =>
      [...(await someFilesAt(repo, one, paths, maxBytes))].map(([path, bytes]) => [
        path,
        text(bytes),
      ]);
    expect(await read(["c", "none", "a", "b"], 8)).toEqual([
      ["c", "1"],
      ["a", "12345"],
    ]);
    expect(await read(["a", "b"], 10)).toEqual([
      ["a", "12345"],
      ["b", "12345"],
    ]);
    expect(await read(["a"], 4)).toEqual([]);
    expect(await read([], 4)).toEqual([]);
  });

  it("takes from the work tree what is there as it was, and asks git for the rest once", async () => {
    const test = testRepository();
    const files = { same: "1", other: "12345", gone: "3", folder: "4", link: "5", big: "6" };
    const one = test.commit("one", files);
    test.write("other", "54321");
    for (const path of ["gone", "folder", "link"]) rmSync(join(test.folder, path));
    mkdirSync(join(test.folder, "folder"));
    symlinkSync("same", join(test.folder, "link"));
    test.write("big", "66");
    const repo = await test.open();
    const asked: string[] = [];
    const counted: Repository = {
      ...repo,
      read: (args, options) => {
        asked.push(args.join(" "));
        return repo.read(args, options);
      },
      stream: (args, options) => {
        asked.push(`${args[0]}: ${String(options?.input).trim().split("\n").length}`);
        return repo.stream(args, options);
      },
    };
    expect(text(await fileAt(counted, one, "same"))).toBe("1");
    await filesAt(counted, one);
    asked.length = 0;
    const read = await someFilesAt(counted, one, Object.keys(files), 100);
    expect(Object.fromEntries([...read].map(([path, bytes]) => [path, text(bytes)]))).toEqual(
      files,
    );
    expect(asked).toEqual(["cat-file: 5"]);
    expect(text(await fileAt(counted, one, "other"))).toBe("12345");
    expect(asked).toHaveLength(1);
  });

  it.each(["sha1", "sha256"])("reads repositories of %s", async (format) => {
    const test = testRepository(`--object-format=${format}`);
    const one = test.commit("one", { a: "1", b: "2" });
    test.write("b", "3");
    const repo = await test.open();
    expect(text(await fileAt(repo, one, "a"))).toBe("1");
    expect(text(await fileAt(repo, one, "b"))).toBe("2");
  });

  it("bounds what it reads", async () => {
    const test = testRepository();
    test.commit("one", { a: "12345" });
    const repo = await test.open();
    await expect(fileAt(repo, "HEAD", "a", 4)).rejects.toThrow("has 5 bytes; at most 4");
    await expect(fileAt(repo, "none", "a")).rejects.toMatchObject({ kind: "usage" });
  });

  it("sees only what lies below a folder, with paths relative to it", async () => {
    const test = testRepository();
    const one = test.commit("one", { "sub/a": "1", "other/b": "1" });
    const two = test.commit("two", { "sub/a": "2", "other/b": "2" });
    const repo = await test.open("sub");
    expect(await filesAt(repo, two)).toEqual(["a"]);
    expect(await trackedFiles(repo)).toEqual(["a"]);
    expect(text(await fileAt(repo, one, "a"))).toBe("1");
    expect(await changedFiles(repo, one, two)).toEqual([{ path: "a", status: "modified" }]);
  });
});

describe("changedFiles", () => {
  it("shows every kind of change, sorted, without renames", async () => {
    const test = testRepository();
    symlinkSync("x", join(test.folder, "kind"));
    const one = test.commit("one", { old: "same\ncontent\n", edit: "1", "new\nline": "1" });
    test.git("rm", "--quiet", "kind", "new\nline");
    test.git("mv", "old", "renamed");
    const two = test.commit("two", { kind: "file", edit: "2" });
    const repo = await test.open();
    expect(await changedFiles(repo, one, two)).toEqual([
      { path: "edit", status: "modified" },
      { path: "kind", status: "type-changed" },
      { path: "new\nline", status: "deleted" },
      { path: "old", status: "deleted" },
      { path: "renamed", status: "added" },
    ]);
    expect(await changedFiles(repo, undefined, one)).toHaveLength(4);
  });
});

describe("paths as text", () => {
  it("never makes one of two different names, and finds the way back", () => {
    const names = [
      Buffer.from("plain"),
      Buffer.of(0x61, 0xff, 0x62),
      Buffer.of(0x61, 0xfe, 0x62),
      Buffer.of(0xe2, 0x82),
      Buffer.from("€\ufffd"),
      Buffer.of(0xed, 0xb3, 0xa9),
    ];
    expect(new Set(names.map(decodePath)).size).toBe(names.length);
    for (const name of names) expect(encodePath(decodePath(name))).toEqual(name);
  });
});
