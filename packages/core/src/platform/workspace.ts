import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from "node:fs";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { UsageError } from "./errors.ts";
import { realPath, statusAt, statusBehind } from "./file-status.ts";

/** Files below one folder: no path, link or `..` leads out of it. */
export interface Workspace {
  /** Absolute real path. */
  readonly root: string;
  /**
   * The absolute real path of something that exists inside.
   *
   * @throws UsageError when it does not exist or lies outside, also through a symbolic link.
   */
  resolve(path: string): Promise<string>;
  /**
   * The bytes of a file inside.
   *
   * @throws UsageError as `resolve`, when it is no regular file, or when it is larger than `maxBytes` (100 MiB where it is not given).
   */
  read(path: string, maxBytes?: number): Promise<Uint8Array>;
  /** `read`, or `undefined` when nothing is there. */
  readIfPresent(path: string, maxBytes?: number): Promise<Uint8Array | undefined>;
  /** The first bytes of a regular file inside, however large it is; `undefined` where they can't be read. */
  readStart(path: string, bytes: number): Promise<Uint8Array | undefined>;
}

export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** @throws UsageError when the folder does not exist or is a file. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const root = realPath(folder);
  if (root === undefined) {
    throw new UsageError(`The folder ${folder} does not exist`, {
      hint: "Check `working-directory`, and that the repository was checked out before this step.",
    });
  }
  if (statusBehind(root)?.isDirectory() !== true) {
    const isConfig = /\.ya?ml$/i.test(folder);
    throw new UsageError(`${folder} is a file, and a folder is looked at`, {
      hint: `Give the folder that holds it.${isConfig ? ` Did you mean \`--config ${basename(folder)}\`?` : ""}`,
    });
  }
  /** The real path of what stands at `path`; `undefined` where nothing does, or a link to nothing. */
  const find = (path: string): string | undefined => {
    const real = realPathOf(resolve(root, path), path);
    if (real !== undefined && !isInside(root, real)) throw outside(path);
    return real;
  };
  const inside = async (path: string): Promise<string> => {
    const real = find(path);
    if (real !== undefined) return real;
    if (statusAt(resolve(root, path))?.isSymbolicLink() === true) throw linkToNothing(path);
    throw new UsageError(`The file ${path} does not exist`, {
      hint: "Check the path; a relative one begins at the working directory.",
    });
  };
  return {
    root,
    resolve: inside,
    read: async (path, maxBytes = MAX_FILE_BYTES) =>
      readRegular(path, await inside(path), maxBytes),
    readIfPresent: async (path, maxBytes = MAX_FILE_BYTES) => {
      // What can't be looked at is told as such: it is no file that is not there.
      const real = find(path);
      return real === undefined ? undefined : readRegular(path, real, maxBytes);
    },
    readStart: async (path, bytes) => {
      try {
        return startOf(path, await inside(path), bytes);
      } catch {
        return undefined;
      }
    },
  };
}

function startOf(path: string, real: string, bytes: number): Uint8Array | undefined {
  const file = openToRead(path, real);
  try {
    const start = new Uint8Array(bytes);
    return fstatSync(file).isFile() ? start.subarray(0, readSync(file, start)) : undefined;
  } finally {
    closeSync(file);
  }
}

function realPathOf(full: string, path: string): string | undefined {
  try {
    return realpathSync.native(full);
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw unreadable(path, cause);
  }
}

/**
 * Read in one go and not by way of the thread pool: a checkout holds hundreds of small files, and each turn through the pool costs more
 * than the file.
 */
function readRegular(path: string, real: string, maxBytes: number): Uint8Array {
  const file = openToRead(path, real);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) {
      throw new UsageError(`${path} is not a regular file`, {
        hint: "Name a file: folders, pipes and devices are not read.",
      });
    }
    if (status.size > maxBytes) {
      throw new UsageError(`${path} has ${status.size} bytes; at most ${maxBytes} are read`, {
        hint: "Make the file smaller, or name another one.",
      });
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function openToRead(path: string, real: string): number {
  // Without waiting: a pipe that nobody writes to would never open.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  try {
    return openSync(real, flags);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Whether `path` (absolute) is `root` or lies below it. Both must be real paths. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Whether a failure of the file system means that there is nothing at a path. */
export function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && /^(ENOENT|ENOTDIR)$/.test(String(cause.code));
}

export function linkToNothing(path: string): UsageError {
  return new UsageError(`${path} is a symbolic link to nothing`, {
    hint: "Remove the link, or create the file that it leads to.",
  });
}

export function unreadable(path: string, cause: unknown): UsageError {
  const reason = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return new UsageError(`The file ${path} can't be read${reason}`, {
    hint: "Check that the user who runs this may read it, and that its links lead to a file.",
    cause,
  });
}

function outside(path: string): UsageError {
  return new UsageError(`The path ${path} leads out of the working directory`, {
    hint: "Give a path below `working-directory`; symbolic links may not lead out of it either.",
  });
}
