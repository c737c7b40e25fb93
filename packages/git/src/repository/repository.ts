import { existsSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ProcessRunner, ProcessStream } from "@assay/core";
import { ExternalError, UsageError } from "@assay/core";
import { isolatedEnvironment, isolatedOptions } from "./isolation.ts";

export interface RepositoryOptions {
  /** The folder that is looked at: the top of a work tree, a folder in it, or a bare repository. */
  readonly root: string;
  readonly processes: ProcessRunner;
  /** Only `PATH` (and what Windows needs to start a program) is taken from it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Stops every git process of this repository. */
  readonly signal?: AbortSignal;
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
  /** Bytes of output that `run` and `read` keep; 1 GiB where it is not given. */
  readonly maxBytes?: number;
  /** Further variables of this one process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** A git repository that is read with isolated git processes. */
export interface Repository {
  /** Absolute real path of the folder that is looked at. All paths of this package are relative to it. */
  readonly root: string;
  /** `root` as seen from the top of the work tree: `""`, or such as `packages/a/`. */
  readonly prefix: string;
  readonly bare: boolean;
  readonly objectFormat: "sha1" | "sha256";
  /** Runs git; a non-zero exit code is a result. */
  run(args: readonly string[], options?: GitOptions): Promise<GitResult>;
  /**
   * Runs git and returns what it printed.
   *
   * @throws ExternalError when it ends with a non-zero exit code.
   */
  read(args: readonly string[], options?: GitOptions): Promise<Buffer>;
  stream(args: readonly string[], options?: GitOptions): ProcessStream;
}

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;
/** `GIT_CONFIG_GLOBAL` came with 2.32; without it a user's configuration can't be kept out. */
const OLDEST_GIT = { major: 2, minor: 32 };

/**
 * @throws UsageError when the folder belongs to no git repository.
 * @throws ExternalError when git is missing, too old, or fails.
 */
export async function openRepository(options: RepositoryOptions): Promise<Repository> {
  const root = await realpath(options.root).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory()) {
    throw new UsageError(`The folder ${options.root} does not exist`);
  }
  const git = await gitIn(root, options);
  await requireVersion(git);
  const asked = ["--is-bare-repository", "--show-object-format", "--show-prefix"];
  const answer = await git.run(["rev-parse", ...asked]);
  if (answer.exitCode !== 0) throw notARepository(answer);
  // The prefix comes last: it is the only one that may hold a line break.
  const [bare, objectFormat, ...prefix] = Buffer.from(answer.stdout).toString().split("\n");
  return {
    ...git,
    root,
    prefix: prefix.slice(0, -1).join("\n"),
    bare: bare === "true",
    objectFormat: objectFormat === "sha256" ? "sha256" : "sha1",
  };
}

type Git = Pick<Repository, "run" | "read" | "stream">;

async function gitIn(
  root: string,
  { processes, environment, signal }: RepositoryOptions,
): Promise<Git> {
  const variables = await isolatedEnvironment(environment, root);
  const before = isolatedOptions(safeDirectories(root));
  const settings = ({ env, ...options }: GitOptions) => ({
    ...options,
    cwd: root,
    env: { ...variables, ...env },
    ...(signal === undefined ? {} : { signal }),
  });
  const run: Git["run"] = (args, options = {}) =>
    processes
      .run("git", [...before, ...args], { maxBytes: MAX_OUTPUT_BYTES, ...settings(options) })
      .catch((cause) => Promise.reject(startFailure(cause)));
  return {
    run,
    read: async (args, options) => {
      const result = await run(args, options);
      if (result.exitCode !== 0) throw gitFailure(args[0] ?? "git", result);
      return Buffer.from(result.stdout);
    },
    stream: (args, options = {}) => {
      const child = processes.stream("git", [...before, ...args], settings(options));
      const ended = child.ended.catch((cause) => Promise.reject(startFailure(cause)));
      // Who stops reading early does not ask how it ended.
      ended.catch(() => {});
      return { ...child, ended };
    },
  };
}

/** Git compares the owner of the work tree's top, of a linked git directory or of a bare repository: whichever holds `root`. */
function safeDirectories(root: string): string[] {
  const folders = new Set([root]);
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) {
      folders.add(folder);
      break;
    }
    if (dirname(folder) === folder) break;
  }
  // Git compares with `/` on every platform.
  return [...folders].map((folder) => folder.replaceAll("\\", "/"));
}

async function requireVersion(git: Git): Promise<void> {
  const text = (await git.read(["version"])).toString().trim();
  const version = /(\d+)\.(\d+)/.exec(text);
  const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
  const { major: oldest, minor: oldestMinor } = OLDEST_GIT;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return;
  throw new ExternalError(`"${text}" is too old`, {
    hint: `Install git ${oldest}.${oldestMinor} or later: older ones can't be kept apart from the machine's configuration.`,
  });
}

function startFailure(cause: unknown): unknown {
  if (!(cause instanceof ExternalError) || cause.hint === undefined) return cause;
  return new ExternalError("The program git was not found", {
    cause,
    hint: "Install git and put it on PATH; in a container job, install it in the image before the checkout.",
  });
}

function notARepository(result: GitResult): UsageError | ExternalError {
  if (!result.stderr.includes("not a git repository")) return gitFailure("rev-parse", result);
  return new UsageError("The folder belongs to no git repository", {
    hint: "Run actions/checkout before this step, and check `working-directory`.",
  });
}

/** The error of a git process that failed or complained: its first lines of stderr are told. */
export function gitFailure(
  command: string,
  { exitCode, stderr }: { readonly exitCode: number; readonly stderr: string },
): ExternalError {
  const said = stderr.trim().split("\n").slice(0, 5);
  return new ExternalError(
    `git ${command} ${exitCode === 0 ? "complained" : `ended with exit code ${exitCode}`}: ${said[0] || "it said nothing"}`,
    {
      problems: said.slice(1),
      hint: "Run `git fsck` in the clone; check it out anew with `fetch-depth: 0` where objects are missing.",
    },
  );
}
