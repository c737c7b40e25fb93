import { symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CommitRange } from "../commit-range.ts";
import type { TestRepository } from "../test/repository.ts";
import { all, removeTestRepositories, testRepository } from "../test/repository.ts";
import { streamDiff } from "./diff.ts";
import type { CommitPatch, FilePatch } from "./patch.ts";

afterAll(removeTestRepositories);
const ALL: CommitRange = { kind: "all", description: "" };

const added = (pieces: readonly { files: readonly FilePatch[] }[], path?: string): string[] =>
  pieces
    .flatMap(({ files }) => files)
    .filter((file) => path === undefined || file.path === path)
    .flatMap(({ hunks }) => hunks.map(({ addedText }) => addedText));

async function history(test: TestRepository, folder = "."): Promise<CommitPatch[]> {
  return all(streamDiff(await test.open(folder), ALL));
}

describe("streamDiff", () => {
  it("shows commits, files, modes, objects and lines", async () => {
    const test = testRepository();
    test.commit("one\n\nbody", { a: "1\n2\n3\n", gone: "x" });
    unlinkSync(join(test.folder, "gone"));
    const two = test.commit("two", { a: "1\nB\n3\nC" });
    const [patch, root] = await history(test);
    expect(patch).toEqual({
      commit: {
        sha: two,
        parents: [root?.commit.sha],
        authorName: "Ada",
        authorEmail: "ada@example.org",
        authoredAt: expect.stringMatching(/^2025-10-09T\d\d:\d\d:\d\dZ$/),
        message: "two\n",
      },
      files: [
        {
          path: "a",
          status: "modified",
          binary: false,
          mode: "100644",
          blob: test.git("rev-parse", "HEAD:a"),
          hunks: [
            { startLine: 2, addedText: "B\n" },
            { startLine: 4, addedText: "C" },
          ],
        },
        { path: "gone", status: "deleted", binary: false, mode: "000000", hunks: [] },
      ],
      complete: true,
    });
    expect(root?.commit.message).toBe("one\n\nbody\n");
    expect(added([root as CommitPatch])).toEqual(["1\n2\n3\n", "x"]);
  });

  it("sees what only a merge commit brings, and what it merges in the commits of both sides alone", async () => {
    const test = testRepository();
    test.commit("base", { a: "1\n" });
    test.git("checkout", "--quiet", "-b", "side");
    test.commit("side", { side: "from the side\n" });
    test.git("checkout", "--quiet", "main");
    test.commit("main", { main: "from main\n" });
    test.git("merge", "--quiet", "--no-ff", "--no-commit", "side");
    test.commit("merge", { a: "1\nonly in the merge\n" });
    const patches = await history(test);
    expect(patches).toHaveLength(4);
    expect(added(patches, "a")).toEqual(["only in the merge\n", "1\n"]);
    expect(added(patches, "main")).toEqual(["from main\n"]);
    expect(added(patches, "side")).toEqual(["from the side\n"]);
    expect(patches[0]?.files.map(({ path }) => path)).toEqual(["a"]);
  });

  it("is not blinded by the repository's own configuration and attributes", async () => {
    const test = testRepository();
    const settings: readonly (readonly [string, string])[] = [
      ["color.diff", "always"],
      ["color.ui", "always"],
      ["diff.external", "true"],
      ["diff.hide.command", "true"],
      ["diff.hide.textconv", "true"],
      ["diff.hide.binary", "true"],
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["diff.interHunkContext", "9"],
      ["diff.context", "9"],
      ["diff.orderFile", "/nowhere"],
      ["diff.relative", "true"],
      ["diff.renames", "copies"],
      ["diff.submodule", "log"],
      ["diff.ignoreSubmodules", "all"],
      ["core.quotePath", "true"],
      ["core.bigFileThreshold", "1"],
      ["core.pager", "false"],
      ["core.hooksPath", "hooks"],
      ["core.fsmonitor", "false"],
      ["format.pretty", "oneline"],
      ["log.showSignature", "true"],
      ["log.showRoot", "false"],
      ["log.follow", "true"],
      ["log.date", "relative"],
      ["log.decorate", "full"],
      ["i18n.logOutputEncoding", "UTF-16"],
    ];
    const secret = "s".repeat(20);
    const attributes = "*.env -diff\n*.bin binary\n*.hid diff=hide\n";
    const files = { "ä.env": secret, "b.bin": secret, "c.hid": secret, "d.nul": `\0${secret}` };
    const harmless = test.commit("zero", { ".gitattributes": attributes });
    const root = test.commit("one", files);
    test.write(".git/info/attributes", "* -diff\n");
    const [blob, other] = ["b.bin", ".gitattributes"].map((path) =>
      test.git("rev-parse", `HEAD:${path}`),
    );
    test.git("replace", `${blob}`, `${other}`);
    test.git("replace", root, harmless);
    for (const [key, value] of settings) test.git("config", key, value);

    const patches = await history(test);
    const hits = patches.flatMap((patch) =>
      patch.files.filter((file) =>
        added([{ files: [file] }]).some((text) => text.includes(secret)),
      ),
    );
    const paths = hits.map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(Object.keys(files)));
    expect(hits.every(({ binary }) => !binary)).toBe(true);
  });

  it("reads lines of content that look like headers by their count", async () => {
    const test = testRepository();
    const hostile = [
      "diff --git a/x b/x",
      "@@ -1 +1 @@",
      "+++ b/evil",
      "--- a/evil",
      "\\ No newline at end of file",
      `\x01${"0".repeat(40)}`,
      "Binary files a and b differ",
      "-minus",
      "+plus",
      "\r",
      "",
    ].join("\n");
    test.commit("one", { a: hostile, b: `${hostile}\nb` });
    test.commit("two", { a: `${hostile}more`, b: "" });
    const patches = await history(test);
    expect(added(patches.slice(1), "a")).toEqual([hostile]);
    expect(added(patches.slice(1), "b")).toEqual([`${hostile}\nb`]);
    expect(added(patches.slice(0, 1), "a")).toEqual(["more"]);
  });

  it("keeps hostile names apart", async () => {
    const test = testRepository();
    const names = [
      "-p",
      'q"uote',
      "new\nline",
      "tab\there",
      "b/x b/x",
      "ü",
      ":!x",
      "a\\b",
      "\x01x",
    ];
    for (const name of names) test.write(name, `in ${name}`);
    writeFileSync(Buffer.concat([Buffer.from(`${test.folder}/l`), Buffer.of(0xff)]), "in l");
    test.commit("one");
    const patches = await history(test);
    for (const name of names)
      expect(added(patches, name)).toEqual(
        [`in ${name}`].map((text) => Buffer.from(text).toString("latin1")),
      );
    expect(added(patches, "l\udcff")).toEqual(["in l"]);
    const only = await all(streamDiff(await test.open(), ALL, { paths: ["-p", ":!x"] }));
    expect(only.flatMap(({ files }) => files.map(({ path }) => path)).sort()).toEqual([
      "-p",
      ":!x",
    ]);
  });

  it("sees type changes, mode changes, empty files and submodules", async () => {
    const test = testRepository();
    symlinkSync("target", join(test.folder, "kind"));
    const one = test.commit("one", { script: "x\n", empty: "" });
    test.git("update-index", "--add", "--cacheinfo", `160000,${one},module`);
    test.git("update-index", "--chmod=+x", "script");
    test.git("commit", "--quiet", "-m", "two");
    unlinkSync(join(test.folder, "kind"));
    test.write("kind", "now a file\n");
    test.git("add", "kind");
    test.git("commit", "--quiet", "-m", "three");
    const [three, two, root] = await history(test);
    expect(three?.files).toMatchObject([
      {
        path: "kind",
        status: "type-changed",
        mode: "100644",
        hunks: [{ addedText: "now a file\n" }],
      },
    ]);
    expect(two?.files).toMatchObject([
      { path: "module", mode: "160000", hunks: [{ addedText: `Subproject commit ${one}\n` }] },
      { path: "script", mode: "100755", hunks: [] },
    ]);
    expect(root?.files.map(({ path }) => path)).toEqual(["empty", "kind", "script"]);
    expect(added([root as CommitPatch], "kind")).toEqual(["target"]);
  });

  it("keeps within a folder, and sees every branch, tag and a detached head", async () => {
    const test = testRepository();
    test.commit("one", { "sub/a": "a", "other/b": "b" });
    test.git("checkout", "--quiet", "--detach");
    test.commit("detached", { "sub/c": "c" });
    const patches = await history(test, "sub");
    expect(patches).toHaveLength(2);
    expect(patches.flatMap(({ files }) => files.map(({ path }) => path))).toEqual(["c", "a"]);
  });

  it("yields nothing for no commits", async () => {
    const test = testRepository();
    expect(await history(test)).toEqual([]);
    const nothing: CommitRange = { kind: "nothing", description: "" };
    expect(await all(streamDiff(await test.open(), nothing))).toEqual([]);
  });
});
