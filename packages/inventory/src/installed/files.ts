import { readdir } from "node:fs/promises";
import { UsageError, type Workspace } from "@assay/core";

/** Files of installed packages below one folder. What can't be read is not there: nothing of an installed tree is needed. */
export interface InstalledFiles {
  /** What lies in a folder, sorted; nothing where there is none, or a link leads out. */
  names(folder: string): Promise<readonly string[]>;
  /** The real path of what is there, so that links in a circle are known; `undefined` where nothing is, or a link leads out. */
  real(path: string): Promise<string | undefined>;
  /** `undefined` where there is no file, where it has more than `maxBytes` (1 MiB where it is not given), or a link leads out. */
  text(path: string, maxBytes?: number): Promise<string | undefined>;
  bytes(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** What is made of the files once, by a key of its own. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

export const MAX_MANIFEST_BYTES = 1024 * 1024;
/** Of one folder: those of a large cache hold some thousands. */
const MAX_NAMES = 100_000;

export function installedFiles(workspace: Workspace): InstalledFiles {
  const made = new Map<string, Promise<unknown>>();
  const bytes = async (path: string, maxBytes: number) => {
    try {
      return await workspace.readIfPresent(path, maxBytes);
    } catch (error) {
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  };
  const real = (path: string) => workspace.resolve(path || ".").catch(() => undefined);
  const list = async (folder: string) => {
    const place = await real(folder);
    const names = place === undefined ? [] : await readdir(place).catch(() => []);
    return names.slice(0, MAX_NAMES).sort();
  };
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    // Whoever put it there used the same key, and with it the same type.
    const known = made.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const making = make();
    made.set(key, making);
    return making;
  };
  return {
    names: (folder) => once(`names ${folder}`, () => list(folder)),
    real,
    bytes,
    text: async (path, maxBytes = MAX_MANIFEST_BYTES) => {
      const read = await bytes(path, maxBytes);
      return read === undefined ? undefined : new TextDecoder().decode(read);
    },
    once,
  };
}
