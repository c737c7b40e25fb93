import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { removeTestRepositories, type TestRepository, testRepository } from "../test/repository.ts";
import { readIndexFile } from "./index-file.ts";

afterAll(removeTestRepositories);

const LONG = `${"d/".repeat(2500)}name`;
const NAMES = ["a", "a/b", "a b", "ab", "b/c/d", "b/c/de", "é", "x\ny", "z".repeat(70), LONG];

/** Names, a submodule, a path in conflict, and files that a sparse checkout leaves out. */
function indexed(...initOptions: readonly string[]): TestRepository {
  const test = testRepository(...initOptions);
  const blob = execFileSync("git", ["hash-object", "-w", "--stdin"], {
    cwd: test.folder,
    input: "content",
    encoding: "utf8",
  }).trim();
  const lines = [
    ...NAMES.map((name) => `100644 ${blob} 0\t${name}`),
    `160000 ${blob} 0\tmodule`,
    ...[1, 2, 3].map((stage) => `100644 ${blob} ${stage}\tconflict`),
  ].filter((line) => !line.endsWith("\ta"));
  execFileSync("git", ["update-index", "-z", "--index-info"], {
    cwd: test.folder,
    input: `${lines.join("\0")}\0`,
  });
  test.git("update-index", "--skip-worktree", "--", "ab", "b/c/d");
  return test;
}

function listed(test: TestRepository) {
  const records = test.git("ls-files", "-z", "-t", "--stage").split("\0").filter(Boolean);
  const entries = records.map((record) => {
    const [tag, mode] = record.split(" ");
    const path = record.slice(record.indexOf("\t") + 1);
    return { path, kind: mode === "160000" ? "submodule" : tag === "S" ? "sparse" : "file" };
  });
  return entries.filter(({ path }, at) => path !== entries[at - 1]?.path);
}

function read(test: TestRepository, nameBytes = 20) {
  const file = readFileSync(join(test.folder, ".git/index"));
  return readIndexFile(file, nameBytes)?.map(({ path, kind }) => ({ path: path.toString(), kind }));
}

describe("readIndexFile", () => {
  it.each([2, 3, 4])("reads version %i as git does", (version) => {
    const test = indexed();
    test.git("update-index", "--index-version", String(version));
    const entries = read(test);
    expect(entries).toHaveLength(NAMES.length + 1);
    expect(entries).toEqual(listed(test));
  });

  it("reads names of 32 bytes", () => {
    const test = indexed("--object-format=sha256");
    expect(read(test, 32)).toEqual(listed(test));
  });

  it("does not take a split or sparse index for a whole one", () => {
    const test = indexed();
    test.git("update-index", "--split-index");
    expect(read(test)).toBeUndefined();
    const sparse = testRepository();
    sparse.commit("one", { "a/x": "1", "b/y": "1" });
    sparse.git("sparse-checkout", "set", "--cone", "--sparse-index", "a");
    expect(read(sparse)).toBeUndefined();
  });

  it("does not unfold paths without bound", () => {
    const count = 40_000;
    const header = Buffer.from("DIRC\0\0\0\x04");
    const size = Buffer.alloc(4);
    size.writeUInt32BE(count);
    // Each path is the one before and another byte.
    const entry = Buffer.concat([Buffer.alloc(62), Buffer.from("\0x\0")]);
    const entries = Array.from({ length: count }, () => entry);
    const file = Buffer.concat([header, size, ...entries, Buffer.alloc(20)]);
    expect(readIndexFile(file, 20)).toBeUndefined();
    size.writeUInt32BE(100);
    const short = Buffer.concat([header, size, ...entries.slice(0, 100), Buffer.alloc(20)]);
    expect(readIndexFile(short, 20)).toHaveLength(100);
  });

  it("does not take a part for the whole, whatever stands in it", () => {
    for (const version of ["3", "4"]) {
      const test = indexed();
      test.git("update-index", "--index-version", version);
      const file = readFileSync(join(test.folder, ".git/index"));
      for (let length = 0; length < file.length; length += length < 2000 ? 1 : 97) {
        expect(readIndexFile(file.subarray(0, length), 20)).toBeUndefined();
      }
      for (let at = 0; at < Math.min(file.length, 1500); at++) {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ 0xff;
        expect(() => readIndexFile(changed, 20)).not.toThrow();
      }
    }
  });
});
