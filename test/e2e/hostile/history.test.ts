import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, type GitRepository, gitRepository, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { awsKey, lockfile } from "../scenes.ts";
import { action, assay, folderOf } from "./run.ts";

afterAll(cleanUp);

const FILES = { "package-lock.json": lockfile({ left: "MIT" }), "a.txt": "a\n" };

/** The file of a loose object. */
const objectFile = (root: string, name: string) =>
  join(root, ".git/objects", name.slice(0, 2), name.slice(2));

async function withObject(revision: string, change: (path: string) => Promise<void>) {
  const repository = await gitRepository(FILES);
  await change(objectFile(repository.root, await repository.git("rev-parse", revision)));
  return repository.root;
}

const withGit = async (make: (git: string) => Promise<unknown>) => {
  const root = await folderOf(FILES);
  await make(join(root, ".git"));
  return root;
};

/** A clone of two commits that holds the last one only, and whose origin is gone. */
async function shallowClone(): Promise<string> {
  const origin = await gitRepository(FILES);
  await origin.commit("second", { "a.txt": "b\n" });
  const clone = await temporaryFolder();
  await origin.git("clone", "--quiet", "--depth=1", `file://${origin.root}`, clone);
  await rm(origin.root, { recursive: true });
  return clone;
}

describe("assay secrets", () => {
  it.concurrent.each([
    [
      "points nowhere",
      () => withGit((git) => writeFile(git, "gitdir: /nowhere/x\n")),
      /no git repository behind it.*`mode: tree`/,
    ],
    ["is no link", () => withGit((git) => writeFile(git, "junk\n")), /no git repository behind it/],
    ["is an empty folder", () => withGit((git) => mkdir(git)), /no git repository behind it/],
    [
      "has no HEAD",
      async () => {
        const { root } = await gitRepository(FILES);
        await writeFile(join(root, ".git/HEAD"), "junk");
        return root;
      },
      /HEAD names neither/,
    ],
    [
      "lacks a file's object",
      () => withObject("HEAD:a.txt", (path) => rm(path, { force: true })),
      /git log ended.*unable to read.*git fsck/,
    ],
    [
      "lacks its commit",
      () => withObject("HEAD", (path) => rm(path, { force: true })),
      /git log ended.*bad object/,
    ],
    [
      "has a corrupt object",
      () =>
        withObject("HEAD:a.txt", async (path) => {
          await rm(path, { force: true });
          await writeFile(path, "junk");
        }),
      /git log ended.*git fsck/,
    ],
    [
      "is shallow and can't be deepened",
      shallowClone,
      /does not hold the whole history.*fetch-depth: 0/,
    ],
  ])("is an error where .git %s, in any mode but `tree`", async (_, make, message) => {
    const cwd = await make();
    const auto = await assay(["secrets", ".", "--offline"], { cwd });
    const history = await assay(["secrets", ".", "--offline", "--mode", "history"], { cwd });
    for (const result of [auto, history]) {
      expect([2, 3]).toContain(result.exitCode);
      expect(result.rules).toEqual([]);
    }
    expect(auto.told).toMatch(message);
    const tree = await assay(["secrets", ".", "--mode", "tree"], { cwd });
    expect(tree).toMatchObject({ exitCode: 0, inspected: { files: expect.any(Number) } });
  });

  it.concurrent("looks at the files where there is no .git, and says so", async () => {
    const cwd = await folderOf({ ...FILES, "a.env": `AWS_KEY=${awsKey()}\n` });
    const auto = await assay(["secrets", "."], { cwd });
    expect(auto).toMatchObject({ exitCode: 1, rules: ["secrets.aws-access-token"] });
    expect(auto.told).toContain("belongs to no git repository");
    const history = await assay(["secrets", ".", "--mode", "history"], { cwd });
    expect(history).toMatchObject({ exitCode: 2 });
    expect(history.told).toMatch(/belongs to no git repository.*actions\/checkout/);
  });

  it.concurrent("is not green in a repository without commits", async () => {
    const repository = await gitRepository();
    const result = await assay(["secrets", "."], { cwd: repository.root });
    expect(result).toMatchObject({ exitCode: 1, rules: ["secrets.nothing-scanned"] });
  });
});

const BASES = [
  "--upload-pack=touch pwned",
  "-x",
  "nope",
  "  ",
  "HEAD:a.txt",
  "HEAD..HEAD",
  "^HEAD",
  "HEAD~99",
  "main\nmain",
  "x".repeat(100_000),
];

describe("a base that is no commit", () => {
  let shared: Promise<GitRepository> | undefined;
  const repository = () => {
    shared ??= gitRepository(FILES);
    return shared;
  };

  it.concurrent.each(BASES.map((base) => [base.slice(0, 30), base]))(
    "is an error: %j",
    async (_, base) => {
      const { root: cwd } = await repository();
      const runs = await Promise.all([
        assay(["secrets", ".", `--base-ref=${base}`], { cwd }),
        assay(["licenses", ".", "--mode=changes", `--base=${base}`], { cwd }),
      ]);
      for (const result of runs) {
        expect(result).toMatchObject({ exitCode: 2, rules: [] });
        expect(result.told).toMatch(
          /must not be empty|is no commit, tag or branch of this clone|x{1000}\u2026/,
        );
        expect(result.told.length).toBeLessThan(5000);
      }
    },
  );

  it.concurrent("is an error of the action too, and runs nothing", async () => {
    const repo = await gitRepository(FILES);
    const inputs = { "base-ref": "--upload-pack=touch pwned" };
    const run = await action("secrets", { repository: repo, inputs });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
    expect(await repo.git("status", "--porcelain")).toBe("");
  });
});

describe("a base without a common history", () => {
  it.concurrent("leaves nothing out", async () => {
    const repository = await gitRepository({ ...FILES, "a.env": `AWS_KEY=${awsKey()}\n` });
    await repository.git("checkout", "--quiet", "--orphan", "other");
    const gone = { "package-lock.json": null, "a.txt": null, "a.env": null };
    await repository.commit("unrelated", { ...gone, "z.txt": "z\n" });
    await repository.checkout("main");
    const { root: cwd } = repository;
    const secrets = await assay(["secrets", ".", "--base-ref=other"], { cwd });
    expect(secrets.rules).toEqual(["secrets.aws-access-token"]);
    const licenses = await assay(["licenses", ".", "--mode=changes", "--base=other"], { cwd });
    expect(licenses).toMatchObject({ exitCode: 0, inspected: { packages: 1 } });
  });
});

describe("assay licenses", () => {
  it.concurrent.each([
    ["there is no repository", () => folderOf(FILES)],
    [
      "nothing was committed",
      async () => {
        const { root } = await gitRepository();
        await writeFile(join(root, "package-lock.json"), FILES["package-lock.json"]);
        return root;
      },
    ],
  ])("judges everything where %s, and says so", async (_, make) => {
    const cwd = await make();
    const result = await assay(["licenses", ".", "--mode=changes"], { cwd });
    expect(result).toMatchObject({ exitCode: 0, inspected: { packages: 1 } });
    expect(result.told).toContain("every package was judged");
  });

  it.concurrent("ends where a named base is not in a shallow clone", async () => {
    const cwd = await shallowClone();
    const result = await assay(["licenses", ".", "--mode=changes", "--base=main~1", "--offline"], {
      cwd,
    });
    expect(result).toMatchObject({ exitCode: 2 });
    expect(result.told).toMatch(/fetch-depth: 0/);
  });
});
