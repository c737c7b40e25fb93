import { UsageError, type Workspace, walkFiles } from "@assay/core";
import { isInstallFolder } from "./discover.ts";

/** A folder, relative to the root, and a clause that says why it was left out. */
export interface Unlisted {
  readonly item: string;
  readonly reason: string;
}

/** Files to take the inventory of: the work tree, or a revision that nobody checked out. */
export interface FileSource {
  /** Every file, relative to the root, sorted. */
  list(): Promise<readonly string[]>;
  /** `undefined` where there is no such file. @throws UsageError over `maxBytes`. */
  read(path: string, maxBytes?: number): Promise<Uint8Array | undefined>;
  /** Folders that `list` left out on purpose, with the reason; none where it is not given. */
  unlisted?(): Promise<readonly Unlisted[]>;
  /** Folders that `list` should have looked into and could not; none where it is not given. */
  unreadable?(): Promise<readonly Unlisted[]>;
}

/**
 * The files on disk. Folders of installed packages (`node_modules`) are not walked into: they hold what a lockfile led to,
 * not what the project says.
 */
export function workTreeSource(workspace: Workspace): FileSource {
  const walk = async () => {
    const installed: string[] = [];
    const { files, irregular, unreadable } = await walkFiles(workspace.root, (path) => {
      if (!isInstallFolder(path)) return true;
      installed.push(path);
      return false;
    });
    return {
      // A lockfile behind a link is read where the link stays inside, and told as broken where it does not.
      listed: [...files, ...irregular].sort(),
      unlisted: installed.sort().map((item) => ({ item, reason: "it holds installed packages" })),
      // The system's message holds the absolute path: it does not belong in a report.
      unreadable: unreadable.map(({ path }) => ({
        item: path || ".",
        reason:
          "the folder can't be listed; look at its permissions, and whether its name is UTF-8",
      })),
    };
  };
  let walked: ReturnType<typeof walk> | undefined;
  const once = () => {
    walked ??= walk();
    return walked;
  };
  return {
    list: async () => (await once()).listed,
    read: (path, maxBytes) => workspace.readIfPresent(path, maxBytes),
    unlisted: async () => (await once()).unlisted,
    unreadable: async () => (await once()).unreadable,
  };
}

/** Files that are in memory already. */
export function memorySource(files: Readonly<Record<string, string | Uint8Array>>): FileSource {
  const contents = new Map(Object.entries(files));
  return {
    list: async () => [...contents.keys()].sort(),
    read: async (path, maxBytes = Number.POSITIVE_INFINITY) => {
      const content = contents.get(path);
      if (content === undefined) return undefined;
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      if (bytes.length > maxBytes)
        throw new UsageError(`${path} has ${bytes.length} bytes; at most ${maxBytes} are read`);
      return bytes;
    },
  };
}
