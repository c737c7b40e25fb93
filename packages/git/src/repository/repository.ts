import { join } from "node:path";
import type { ProcessRunner } from "@assay/core";
import { realPath, statusBehind, UsageError } from "@assay/core";
import { readFormat } from "./format.ts";
import type { GitProcesses } from "./git-processes.ts";
import { createGitProcesses } from "./git-processes.ts";
import { isolatedGit } from "./isolation.ts";
import { locateRepository, prefixIn } from "./locate.ts";
import { makePrivateFolder } from "./private-folder.ts";
import { requireVersion } from "./version.ts";

export interface RepositoryOptions {
  /** The folder that is looked at: the top of a work tree, a folder in it, or a bare repository. */
  readonly root: string;
  readonly processes: ProcessRunner;
  /** `PATH` (and what Windows needs to start a program), `GITHUB_WORKSPACE` and `HOME` are read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Stops every git process of this repository. */
  readonly signal?: AbortSignal;
  /** How long a git process may say nothing before it is stopped; ten minutes where it is not given. */
  readonly quietMs?: number;
}

/** A git repository that is read with isolated git processes. */
export interface Repository extends GitProcesses {
  /** Absolute real path of the folder that is looked at. All paths of this package are relative to it. */
  readonly root: string;
  /** `root` as seen from the top of the work tree: `""`, or such as `packages/a/`. */
  readonly prefix: string;
  readonly bare: boolean;
  readonly objectFormat: "sha1" | "sha256";
  /** Whether objects may be missing, to be fetched (`git clone --filter`). */
  readonly partial: boolean;
  /** `remote.origin.url` as it was configured: it may hold credentials, and comes from whoever made the repository. */
  readonly configuredOrigin: string | undefined;
  /** The repository's own folder, with its index; and the one that it shares with its linked work trees. Absolute, real. */
  readonly folders: { readonly git: string; readonly common: string };
  /**
   * The variables with which git, started by another program, reads this same repository as isolated as we do. `GIT_DIR` is a
   * folder of our own.
   */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Opens the repository that a folder belongs to. Nothing of it but its objects, refs and index reaches git: its configuration,
 * hooks and attributes are left behind.
 *
 * @throws UsageError when the folder belongs to no git repository, or a broken one.
 * @throws ExternalError when git is missing or too old, or the repository's format is not known.
 */
export async function openRepository(options: RepositoryOptions): Promise<Repository> {
  const repo = await findRepository(options);
  if (repo !== undefined) return repo;
  throw new UsageError("The folder belongs to no git repository", {
    hint: "Run actions/checkout before this step, and check `working-directory`.",
  });
}

/** By the signal of a run, which opens the same one several times. */
const opened = new WeakMap<AbortSignal, Map<string, Promise<Repository | undefined>>>();

/** `openRepository`, or `undefined` where the folder belongs to no git repository. One that is broken is still an error. */
export function findRepository(options: RepositoryOptions): Promise<Repository | undefined> {
  const { signal, root, quietMs, environment } = options;
  if (signal === undefined) return find(options);
  const known = opened.get(signal) ?? new Map<string, Promise<Repository | undefined>>();
  opened.set(signal, known);
  const key = JSON.stringify([root, quietMs, environment["GITHUB_WORKSPACE"], environment["PATH"]]);
  const repository = known.get(key) ?? find(options);
  known.set(key, repository);
  return repository;
}

async function find(options: RepositoryOptions): Promise<Repository | undefined> {
  const root = realPath(options.root);
  if (root === undefined || statusBehind(root)?.isDirectory() !== true) {
    throw new UsageError(`The folder ${options.root} does not exist`);
  }
  const workspace = options.environment["GITHUB_WORKSPACE"] ?? "";
  const location = await locateRepository(root, realPath(workspace));
  if (location === undefined) return undefined;
  const format = await readFormat(location.commonFolder);
  const git = await isolatedGit(options.environment, root);
  const own = makePrivateFolder(location, format);
  // Awaited below; a git that is too old is what is said first.
  own.catch(() => {});
  await requireVersion(git, options);
  const variables = { ...git.variables, ...(await own) };
  return {
    ...createGitProcesses({ ...git, variables }, { ...options, root }),
    root,
    prefix: prefixIn(location, root),
    bare: location.workTree === undefined,
    objectFormat: format.objectFormat,
    partial: format.partial,
    configuredOrigin: format.origin,
    folders: { git: location.gitFolder, common: location.commonFolder },
    variables,
  };
}

export { MAX_SHALLOW_BYTES } from "./private-folder.ts";

/** The file that names the commits whose parents a shallow clone leaves out (gitformat-shallow). */
export function shallowFile(repo: Repository): string {
  return join(repo.variables["GIT_DIR"] ?? repo.folders.common, "shallow");
}
