import { chmodSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeProcesses } from "@assay/core/host";
import { afterAll, describe, expect, it } from "vitest";
import { originUrl } from "../fetch/remote.ts";
import { findCommit, headCommit, mergeBase, resolveCommit } from "../revisions/revision.ts";
import { at, newFolder, removeTestRepositories, testRepository } from "../test/repository.ts";
import { absentFiles } from "../work-tree/absent-files.ts";
import { openRepository } from "./repository.ts";

afterAll(removeTestRepositories);
const processes = nodeProcesses();
const environment = { PATH: process.env["PATH"] };

describe("openRepository", () => {
  it("refuses a folder without a repository with a next step", async () => {
    const opening = openRepository({ root: newFolder(), processes, environment });
    await expect(opening).rejects.toMatchObject({
      kind: "usage",
      hint: expect.stringContaining("checkout"),
    });
  });

  it("says that git is missing, and how to get it", async () => {
    const root = testRepository().folder;
    const opening = openRepository({ root, processes, environment: { PATH: newFolder() } });
    await expect(opening).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("git was not found"),
      hint: expect.stringContaining("Install git"),
    });
  });

  it("runs no git that the repository brings along", async () => {
    const repo = testRepository();
    repo.commit("a", { "a.txt": "a" });
    const ran = join(newFolder(), "ran");
    const bin = join(repo.folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "git"), `#!/bin/sh\ntouch ${ran}\n`);
    chmodSync(join(bin, "git"), 0o755);
    const link = join(newFolder(), "bin");
    symlinkSync(bin, link);
    const PATH = [bin, "bin", ".", link, process.env["PATH"]].join(":");
    const opened = await openRepository({ root: repo.folder, processes, environment: { PATH } });
    expect(await headCommit(opened)).toBeDefined();
    expect(existsSync(ran)).toBe(false);
  });

  it("runs no git of the superproject, of the workspace, or of packages above", async () => {
    const top = newFolder();
    const ran = join(newFolder(), "ran");
    const bin = join(top, "node_modules/.bin");
    const script = `#!/bin/sh\ntouch ${ran}\n`;
    for (const folder of [bin, join(top, "tools")]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "git"), script);
      chmodSync(join(folder, "git"), 0o755);
    }
    const repo = testRepository().copy(join(top, "module"));
    repo.commit("a");
    const open = async (path: string, more = {}) => {
      const PATH = [path, process.env["PATH"]].join(":");
      const root = repo.folder;
      const opened = await openRepository({ root, processes, environment: { PATH, ...more } });
      expect(await headCommit(opened)).toBeDefined();
      expect(opened.variables["PATH"]).not.toContain(top);
      expect(existsSync(ran)).toBe(false);
    };
    await open(bin);
    await open(join(top, "tools"), { GITHUB_WORKSPACE: top });
    mkdirSync(join(top, ".git"));
    await open(join(top, "tools"));
  });

  it("refuses a .git with no repository behind it, and one that names content of the tree", async () => {
    const test = testRepository();
    test.commit("a", { "part/a": "a" });
    mkdirSync(join(test.folder, "part/.git"));
    await expect(test.open("part")).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("no git repository behind it"),
    });
    const inside = newFolder();
    testRepository().copy(join(inside, "own"));
    writeFileSync(join(inside, ".git"), "gitdir: own/.git\n");
    expect((await at(inside).open()).prefix).toBe("");
    renameSync(join(inside, "own/.git"), join(inside, "own/git"));
    writeFileSync(join(inside, ".git"), "gitdir: own/git\n");
    await expect(at(inside).open()).rejects.toMatchObject({ kind: "usage" });
  });

  it("refuses a format that it does not know", async () => {
    const test = testRepository();
    test.git("config", "core.repositoryFormatVersion", "1");
    test.git("config", "extensions.future", "true");
    await expect(test.open()).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("extensions.future"),
    });
  });

  it("refuses a git that can't be isolated", async () => {
    const bin = newFolder();
    writeFileSync(join(bin, "git"), "#!/bin/sh\necho git version 2.30.2\n");
    chmodSync(join(bin, "git"), 0o755);
    const root = testRepository().folder;
    const opening = openRepository({ root, processes, environment: { PATH: bin } });
    await expect(opening).rejects.toThrow(/2\.30\.2.*too old/);
  });

  it("opens bare repositories, linked work trees, detached heads and folders below", async () => {
    const test = testRepository();
    const head = test.commit("one", { "sub/a.txt": "a\n" });
    test.git("checkout", "--quiet", "--detach");
    const linked = join(newFolder(), "linked");
    test.git("worktree", "add", "--quiet", "--detach", linked);

    expect((await headCommit(await test.open()))?.sha).toBe(head);
    expect((await headCommit(await at(linked).open()))?.sha).toBe(head);
    expect(await test.clone("--bare").open()).toMatchObject({ bare: true, prefix: "" });
    expect(await test.open("sub")).toMatchObject({ bare: false, prefix: "sub/" });
  });

  it("asks git twice for the commit, and not at all for what is not checked out", async () => {
    const test = testRepository();
    test.commit("one", { a: "1" });
    const asked: (string | undefined)[] = [];
    const counting = {
      ...processes,
      run: (...[program, args, options]: Parameters<typeof processes.run>) => {
        asked.push(args.find((arg) => !arg.startsWith("-")));
        return processes.run(program, args, options);
      },
    };
    const options = { root: test.folder, processes: counting, environment };
    const repo = await openRepository(options);
    expect(await headCommit(repo)).toBeDefined();
    expect(await absentFiles(repo)).toEqual([]);
    expect(asked).toEqual(["version", "log"]);
    await openRepository(options);
    expect(asked).toEqual(["version", "log"]);
  });

  it("inherits no GIT_ variable and no home", async () => {
    const test = testRepository();
    test.commit("one");
    const repo = await openRepository({
      root: test.folder,
      processes: {
        ...processes,
        run: (program, args, options) => {
          expect(Object.keys(options?.env ?? {})).not.toContain("HOME");
          expect(options?.env?.["GIT_DIR"]).not.toBe("/nowhere");
          return processes.run(program, args, options);
        },
      },
      environment: { ...environment, HOME: "/root", GIT_DIR: "/nowhere" },
    });
    expect(await headCommit(repo)).toBeDefined();
  });
});

describe("originUrl", () => {
  it("shows no credentials", async () => {
    const test = testRepository();
    expect(originUrl(await test.open())).toBeUndefined();
    test.git("remote", "add", "origin", "https://ada:pw@git.example.org/a/b.git");
    expect(originUrl(await test.open())).toBe("https://git.example.org/a/b.git");
    test.git("remote", "set-url", "origin", "git@git.example.org:a/b.git");
    expect(originUrl(await test.open())).toBe("git@git.example.org:a/b.git");
  });
});

describe("revisions", () => {
  it("knows no head before the first commit", async () => {
    expect(await headCommit(await testRepository().open())).toBeUndefined();
  });

  it("shows the committer date in UTC", async () => {
    const test = testRepository();
    const sha = test.commit("one");
    const seconds = Number(test.git("log", "-1", "--format=%ct"));
    const committedAt = new Date(seconds * 1000).toISOString().replace(".000", "");
    expect(await headCommit(await test.open())).toEqual({ sha, committedAt });
  });

  it("takes no revision for an option, and none over a line break", async () => {
    const test = testRepository();
    const sha = test.commit("one");
    test.git("update-ref", "refs/heads/--all", sha);
    const repo = await test.open();
    expect(await findCommit(repo, "refs/heads/--all")).toBe(sha);
    expect(await findCommit(repo, "--all")).toBe(sha);
    expect(await findCommit(repo, "--output=x")).toBeUndefined();
    expect(await findCommit(repo, "HEAD\nHEAD")).toBeUndefined();
    expect(await findCommit(repo, "@{upstream}")).toBeUndefined();
    expect(await findCommit(repo, "")).toBeUndefined();
    await expect(resolveCommit(repo, "gone")).rejects.toMatchObject({ kind: "usage" });
  });

  it("peels tags, and refuses trees", async () => {
    const test = testRepository();
    const sha = test.commit("one", { a: "a" });
    test.git("tag", "-a", "v1", "-m", "one");
    const repo = await test.open();
    expect(await findCommit(repo, "v1")).toBe(sha);
    expect(await findCommit(repo, "HEAD^{tree}")).toBeUndefined();
  });

  it("finds the merge-base, and none in unrelated histories", async () => {
    const test = testRepository();
    const base = test.commit("base");
    test.git("checkout", "--quiet", "-b", "side");
    const side = test.commit("side");
    test.git("checkout", "--quiet", "main");
    const main = test.commit("main");
    test.git("checkout", "--quiet", "--orphan", "other");
    const other = test.commit("other");
    const repo = await test.open();
    expect(await mergeBase(repo, main, side)).toBe(base);
    expect(await mergeBase(repo, main, other)).toBeUndefined();
    await expect(mergeBase(repo, main, "1".repeat(40))).rejects.toMatchObject({ kind: "usage" });
  });

  it("reads sha256 repositories", async () => {
    const test = testRepository("--object-format=sha256");
    const sha = test.commit("one");
    const repo = await test.open();
    expect(repo.objectFormat).toBe("sha256");
    expect((await headCommit(repo))?.sha).toBe(sha);
    expect(sha).toHaveLength(64);
  });
});
