import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { removeTestRepositories, testRepository } from "../test/repository.ts";
import { followedFileAt, isInTree } from "./followed-file.ts";

afterAll(removeTestRepositories);

test("a file of a commit is read as a checkout would show it", async () => {
  const made = testRepository();
  made.write("sub/real/assay.yml", "fail-on: low\n");
  for (const [target, link] of [
    ["real", "sub/folder"],
    ["sub/folder/assay.yml", "assay.yml"],
    ["../sub/real/assay.yml", "sub/up.yml"],
    ["gone", "nothing"],
    ["circle", "circle"],
    ["../outside", "out"],
    ["/etc/passwd", "absolute"],
  ] as const) {
    symlinkSync(target, join(made.folder, link));
  }
  const commit = made.commit("all");
  const repo = await made.open("sub");
  const read = async (path: string, maxBytes = 100) => {
    const bytes = await followedFileAt(repo, commit, path, maxBytes);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString();
  };
  for (const path of ["sub/real/assay.yml", "assay.yml", "sub/folder/assay.yml", "sub/up.yml"]) {
    expect(await read(path), path).toBe("fail-on: low\n");
  }
  expect(await read("sub/../assay.yml")).toBe("fail-on: low\n");
  expect(await read("none.yml")).toBeUndefined();
  expect(await read("assay.yml/below")).toBeUndefined();
  await expect(read("sub/real")).rejects.toThrow("is not a regular file");
  await expect(read("nothing")).rejects.toThrow("is a symbolic link to nothing");
  await expect(read("circle")).rejects.toThrow("without an end");
  for (const path of ["out", "absolute", "../x"]) {
    await expect(read(path), path).rejects.toThrow("leads out of the repository");
  }
  await expect(read("assay.yml", 3)).rejects.toThrow("at most 3 are read");
  expect(await isInTree(repo, commit, "sub/real")).toBe(true);
  expect(await isInTree(repo, commit, "nothing")).toBe(true);
  expect(await isInTree(repo, commit, "sub/rea")).toBe(false);
});
