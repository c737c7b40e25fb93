import type { ProcessRunner, ProcessStream } from "@assay/core";
import { ExternalError } from "@assay/core";
import type { IsolatedGit } from "./isolation.ts";
import { stoppedWhenQuiet } from "./quiet.ts";

export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** For the whole process; where it is not given, only the limit of quiet time ends one. */
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

/** Every process has a limit of time. @throws ExternalError when it is over it, or can't be started. */
export interface GitProcesses {
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
const QUIET_MS = 10 * 60 * 1000;

export function createGitProcesses(
  { program, variables }: IsolatedGit,
  {
    root,
    processes,
    signal,
    quietMs = QUIET_MS,
  }: {
    readonly root: string;
    readonly processes: ProcessRunner;
    readonly signal?: AbortSignal;
    readonly quietMs?: number;
  },
): GitProcesses {
  const settings = ({ env, ...options }: GitOptions) => ({
    ...options,
    cwd: root,
    env: { ...variables, ...env },
    ...(signal === undefined ? {} : { signal }),
  });
  const run: GitProcesses["run"] = (args, options = {}) =>
    // What `run` waits for is short, or says nothing until it is done: its limit is one for the whole process.
    processes.run(program, ["--no-pager", ...args], {
      maxBytes: MAX_OUTPUT_BYTES,
      timeoutMs: quietMs,
      ...settings(options),
    });
  return {
    run,
    read: async (args, options) => {
      const result = await run(args, options);
      if (result.exitCode !== 0) throw gitFailure(args[0] ?? "git", result);
      return Buffer.from(result.stdout);
    },
    stream: (args, options = {}) =>
      stoppedWhenQuiet(
        processes.stream(program, ["--no-pager", ...args], settings(options)),
        quietMs,
        `git ${args[0] ?? ""}`,
      ),
  };
}

/** The error of a git process that failed or complained: its first lines of stderr are reported. */
export function gitFailure(
  command: string,
  { exitCode, stderr }: { readonly exitCode: number; readonly stderr: string },
): ExternalError {
  const said = stderr.trim().split("\n").slice(0, 5);
  return new ExternalError(
    `git ${command} ${exitCode === 0 ? "complained" : `ended with exit code ${exitCode}`}: ${said[0] || "it said nothing"}`,
    {
      problems: said.slice(1),
      hint: "Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing.",
    },
  );
}
