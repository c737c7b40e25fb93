import { execFileSync } from "node:child_process";
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CommitRange } from "../commit-range.ts";
import { all, removeTestRepositories, testRepository } from "../test/repository.ts";
import { listBlobs, streamBlobs } from "./blobs.ts";
import { streamMessages } from "./messages.ts";

afterAll(removeTestRepositories);
const ALL: CommitRange = { kind: "all", description: "" };

describe("streamBlobs", () => {
  it("reads blobs in the order asked for, empty and binary ones too", async () => {
    const test = testRepository();
    const large = Buffer.alloc(300_000, "0123456789\n");
    test.commit("one", { a: "a\n", empty: "", nul: "\0\n\0", large });
    const names = ["large", "a", "empty", "nul", "a"].map((path) =>
      test.git("rev-parse", `HEAD:${path}`),
    );
    const blobs = await all(streamBlobs(await test.open(), names));
    expect(blobs.map(({ oid }) => oid)).toEqual(names);
    expect(blobs.map(({ size }) => size)).toEqual([300_000, 2, 0, 3, 2]);
    expect(Buffer.from(blobs[0]?.bytes ?? []).equals(large)).toBe(true);
    expect(blobs[3]?.bytes).toEqual(Buffer.from("\0\n\0"));
  });

  it("shows blobs over the bound without their bytes, and reads on", async () => {
    const test = testRepository();
    test.commit("one", { a: "x".repeat(100_000), b: "b" });
    const names = ["a", "b"].map((path) => test.git("rev-parse", `HEAD:${path}`));
    const repo = await test.open();
    const expected = [
      { oid: names[0], size: 100_000, bytes: undefined },
      { oid: names[1], size: 1, bytes: Buffer.from("b") },
    ];
    expect(await all(streamBlobs(repo, names, { maxBytes: 1000 }))).toEqual(expected);
    expect(await all(streamBlobs(repo, "all", { maxBytes: 1000 }))).toEqual(expected);
  });

  it("reads every blob of the store, and nothing for no names", async () => {
    const test = testRepository();
    test.commit("one", { a: "1", b: "1" });
    test.commit("two", { a: "2" });
    const repo = await test.open();
    const texts = (await all(streamBlobs(repo, "all"))).map(({ bytes }) => String(bytes));
    expect(texts.sort()).toEqual(["1", "2"]);
    expect(await all(streamBlobs(repo, []))).toEqual([]);
  });

  it("fails for a missing object, one that is no blob, and a name that is none", async () => {
    const test = testRepository();
    const commit = test.commit("one", { a: "1" });
    const blob = test.git("rev-parse", "HEAD:a");
    const repo = await test.open();
    await expect(all(streamBlobs(repo, [commit]))).rejects.toThrow("not a blob");
    await expect(all(streamBlobs(repo, ["HEAD:a"]))).rejects.toMatchObject({ kind: "internal" });
    unlinkSync(join(test.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    await expect(all(streamBlobs(repo, [blob]))).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("missing"),
    });
  });
});

describe("listBlobs", () => {
  it("maps the blobs that a range brought to a path", async () => {
    const test = testRepository();
    const base = test.commit("one", { a: "1", same: "same" });
    const head = test.commit("two", { a: "2", "sub/ü b": "3" });
    const repo = await test.open();
    const range: CommitRange = { kind: "commits", base, head, description: "" };
    expect([...(await listBlobs(repo, range)).values()].sort()).toEqual(["a", "sub/ü b"]);
    expect([...(await listBlobs(repo, ALL)).values()].sort()).toEqual([
      "a",
      "a",
      "same",
      "sub/ü b",
    ]);
    const nothing: CommitRange = { kind: "nothing", description: "" };
    expect((await listBlobs(repo, nothing)).size).toBe(0);
  });
});

describe("streamMessages", () => {
  it("shows the messages of commits and annotated tags as bytes", async () => {
    const test = testRepository();
    const base = test.commit("one");
    const head = test.commit("zwei ü\n\nbody");
    test.git("tag", "light");
    test.git("tag", "-a", "v1", "-m", "the tag");
    const tag = test.git("rev-parse", "v1");
    const repo = await test.open();
    expect(await all(streamMessages(repo, ALL))).toEqual([
      { kind: "commit", oid: head, message: Buffer.from("zwei ü\n\nbody\n").toString("latin1") },
      { kind: "commit", oid: base, message: "one\n" },
      { kind: "tag", oid: tag, message: "the tag\n" },
    ]);
    const range: CommitRange = { kind: "commits", base, head, tag, description: "" };
    expect((await all(streamMessages(repo, range))).map(({ oid }) => oid)).toEqual([head, tag]);
  });

  it("sees what stands after a NUL byte", async () => {
    const test = testRepository();
    const tree = test.git("write-tree");
    const who = "A <a@example.org> 0 +0000";
    const input = `tree ${tree}\nauthor ${who}\ncommitter ${who}\n\nseen\0hidden\n`;
    const options = { cwd: test.folder, input };
    const args = ["hash-object", "-w", "--stdin", "-t", "commit", "--literally"];
    test.git("update-ref", "HEAD", execFileSync("git", args, options).toString().trim());
    const [message] = await all(streamMessages(await test.open(), ALL));
    expect(message?.message).toBe("seen\0hidden\n");
  });
});
