import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { nodeProcesses } from "@assay/core/host";
import type { Repository } from "../repository/repository.ts";
import { openRepository } from "../repository/repository.ts";

/** A scripted repository in a temporary folder. For tests only. */
export interface TestRepository {
  readonly folder: string;
  /** Runs git with a fixed author and clock; returns its output without the last line break. */
  git(...args: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  /** Writes the files, stages everything and commits. Returns the commit. */
  commit(message: string, files?: Readonly<Record<string, string | Uint8Array>>): string;
  /** Makes many empty commits on the current branch at once. Returns the last. */
  manyCommits(count: number): string;
  open(subfolder?: string): Promise<Repository>;
  /** The same repository in another folder, to change it without running the script again. */
  copy(to?: string): TestRepository;
  /** A clone over the file protocol, so that depth and filters count. */
  clone(...options: readonly string[]): TestRepository;
}

const folders: string[] = [];

export function removeTestRepositories(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "assay-git-")));
  folders.push(folder);
  return folder;
}

export function testRepository(...initOptions: readonly string[]): TestRepository {
  const folder = newFolder();
  const repository = at(folder);
  repository.git("init", "--quiet", "--initial-branch=main", ...initOptions, folder);
  repository.git("config", "uploadpack.allowFilter", "true");
  repository.git("config", "uploadpack.allowAnySHA1InWant", "true");
  return repository;
}

export function at(folder: string, firstSecond = 0): TestRepository {
  let second = firstSecond;
  const git: TestRepository["git"] = (...args) => {
    // Each call is one second later, so that the order of commits is that of the script.
    const date = `${1_760_000_000 + second++} +0200`;
    const env = {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Ada",
      GIT_AUTHOR_EMAIL: "ada@example.org",
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: "Bob",
      GIT_COMMITTER_EMAIL: "bob@example.org",
      GIT_COMMITTER_DATE: date,
    };
    const protocol = ["-c", "protocol.file.allow=always"];
    return execFileSync("git", [...protocol, ...args], {
      cwd: folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).replace(/\n$/, "");
  };
  const write: TestRepository["write"] = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  return {
    folder,
    git,
    write,
    commit(message, files = {}) {
      for (const [path, content] of Object.entries(files)) write(path, content);
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD");
    },
    manyCommits(count) {
      const branch = git("symbolic-ref", "HEAD");
      const lines = Array.from({ length: count }, (_, n) => {
        const from = n === 0 ? `from ${git("rev-parse", "HEAD")}\n` : "";
        return `commit ${branch}\ncommitter B <b@example.org> ${1_760_100_000 + n} +0000\ndata 1\nc\n${from}`;
      });
      const input = `${lines.join("\n")}\n`;
      execFileSync("git", ["fast-import", "--quiet", "--force"], { cwd: folder, input });
      return git("rev-parse", "HEAD");
    },
    open: (subfolder = ".") =>
      openRepository({
        root: join(folder, subfolder),
        processes: nodeProcesses(),
        environment: { PATH: process.env["PATH"] },
      }),
    copy(target = newFolder()) {
      cpSync(folder, target, { recursive: true });
      return at(target, second);
    },
    clone(...options) {
      const target = newFolder();
      git("clone", "--quiet", ...options, `file://${folder}`, target);
      return at(target);
    },
  };
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
