import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Files, temporaryFolder, writeFiles } from "./temporary.ts";

const execute = promisify(execFile);

/** A scripted repository. Dates, names and settings are fixed, so that equal scripts give equal commits. */
export interface GitRepository {
  readonly root: string;
  /** Writes files (`null` deletes one), stages everything and commits it. Returns the commit's name. */
  commit(
    message: string,
    files?: Readonly<Record<string, string | Uint8Array | null>>,
  ): Promise<string>;
  /** Makes a branch at HEAD and goes there. */
  branch(name: string): Promise<void>;
  checkout(revision: string): Promise<void>;
  /** Any other git command; its output without the last line break. */
  git(...args: readonly string[]): Promise<string>;
}

/** Seconds since 1970 of the first commit; each later command is a minute younger. */
const FIRST_COMMIT = 1_767_225_600;

/** A new repository with the branch `main`, and one commit when `files` are given. */
export async function gitRepository(files?: Files): Promise<GitRepository> {
  const root = await temporaryFolder();
  let tick = 0;
  const git = async (...args: readonly string[]): Promise<string> => {
    const date = `${FIRST_COMMIT + 60 * tick++} +0000`;
    const { stdout } = await execute("git", args, {
      cwd: root,
      env: { ...isolatedGit(), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.trimEnd();
  };
  const commit: GitRepository["commit"] = async (message, changes = {}) => {
    for (const [path, content] of Object.entries(changes)) {
      if (content === null) await rm(join(root, path), { force: true });
      else await writeFiles(root, { [path]: content });
    }
    await git("add", "--all", "--force");
    await git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message);
    return git("rev-parse", "HEAD");
  };
  await git("init", "--quiet", "--initial-branch=main");
  if (files !== undefined) await commit("first", files);
  return {
    root,
    commit,
    git,
    branch: async (name) => void (await git("checkout", "--quiet", "-b", name)),
    checkout: async (revision) => void (await git("checkout", "--quiet", revision)),
  };
}

/** An environment in which no setting of the developer's machine reaches git. */
export function isolatedGit(): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: "Test",
    GIT_AUTHOR_EMAIL: "test@example.org",
    GIT_COMMITTER_NAME: "Test",
    GIT_COMMITTER_EMAIL: "test@example.org",
    LC_ALL: "C",
    TZ: "UTC",
  };
}
