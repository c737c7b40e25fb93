import type { ProcessRunner, ProcessStream } from "@assay/core";
import { InternalError } from "@assay/core";

export interface RepositoryOptions {
  /** Absolute path of the folder that is looked at: the top of a work tree, a folder in it, or a bare repository. */
  readonly root: string;
  readonly processes: ProcessRunner;
  /** Only `PATH` (and what Windows needs to start a program) is taken from it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
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
  /** Absolute; the folder that is looked at. All paths of this package are relative to it. */
  readonly root: string;
  /** `root` as seen from the top of the work tree: `""`, or such as `packages/a/`. */
  readonly prefix: string;
  readonly bare: boolean;
  readonly objectFormat: "sha1" | "sha256";
  /** Runs git; a non-zero exit code is a result. */
  run(args: readonly string[], options?: GitOptions): Promise<GitResult>;
  /** Runs git. @throws ExternalError when it ends with a non-zero exit code. */
  read(args: readonly string[], options?: GitOptions): Promise<Uint8Array>;
  stream(args: readonly string[], options?: GitOptions): ProcessStream;
}

/**
 * @throws UsageError when the folder belongs to no git repository.
 * @throws ExternalError when git is missing or fails.
 */
export async function openRepository(_options: RepositoryOptions): Promise<Repository> {
  throw new InternalError("openRepository is not built yet");
}
