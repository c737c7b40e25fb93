import { constants, open, readlink, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { UsageError } from "./errors.ts";

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
}

export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** @throws UsageError when the folder does not exist or is a file. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) {
    throw new UsageError(`The folder ${folder} does not exist`, {
      hint: "Check `working-directory`, and that the repository was checked out before this step.",
    });
  }
  if (!(await stat(root)).isDirectory()) {
    const isConfig = /\.ya?ml$/i.test(folder);
    throw new UsageError(`${folder} is a file, and a folder is looked at`, {
      hint: `Give the folder that holds it.${isConfig ? ` Did you mean \`--config ${basename(folder)}\`?` : ""}`,
    });
  }
  /** The real path of what stands at `path`; `undefined` where nothing does, or a link to nothing. */
  const find = async (path: string): Promise<string | undefined> => {
    const real = await realpath(resolve(root, path)).catch((cause: unknown) => {
      if (!isAbsent(cause)) throw unreadable(path, cause);
      return undefined;
    });
    if (real !== undefined && !isInside(root, real)) throw outside(path);
    return real;
  };
  const inside = async (path: string): Promise<string> => {
    const real = await find(path);
    if (real !== undefined) return real;
    const link = await readlink(resolve(root, path)).then(
      () => true,
      () => false,
    );
    if (link) throw linkToNothing(path);
    throw new UsageError(`The file ${path} does not exist`, {
      hint: "Check the path; a relative one begins at the working directory.",
    });
  };
  const readReal = async (path: string, real: string, maxBytes: number): Promise<Uint8Array> => {
    // Without waiting: a pipe that nobody writes to would never open.
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
    const file = await open(real, flags).catch((cause: unknown) => {
      throw unreadable(path, cause);
    });
    try {
      const { size, ...status } = await file
        .stat()
        .then((s) => ({ size: s.size, isFile: s.isFile() }));
      if (!status.isFile) {
        throw new UsageError(`${path} is not a regular file`, {
          hint: "Name a file: folders, pipes and devices are not read.",
        });
      }
      if (size > maxBytes) {
        throw new UsageError(`${path} has ${size} bytes; at most ${maxBytes} are read`, {
          hint: "Make the file smaller, or name another one.",
        });
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  };
  return {
    root,
    resolve: inside,
    read: async (path, maxBytes = MAX_FILE_BYTES) => readReal(path, await inside(path), maxBytes),
    readIfPresent: async (path, maxBytes = MAX_FILE_BYTES) => {
      // What can't be looked at is told as such: it is no file that is not there.
      const real = await find(path);
      return real === undefined ? undefined : readReal(path, real, maxBytes);
    },
  };
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
