import { createHash } from "node:crypto";
import type { ReaderInput } from "./ecosystems/ecosystem.ts";
import type { PackageGraph } from "./graph.ts";
import type { FileSource } from "./source.ts";

type Listed = Pick<ReaderInput, "paths" | "everyPath">;

interface Seen extends Listed {
  /** Each file that a reader asked for, with the hash of its bytes; `undefined`: it is not there. */
  readonly files: Map<string, string | undefined>;
  /** By the lockfile's path. */
  readonly graphs: Map<string, readonly PackageGraph[]>;
  /** False where a file could not be read, or two sources of a run differ. */
  isWhole: boolean;
  readonly isSameIn: WeakMap<FileSource, Promise<boolean>>;
}

/** What the lockfiles of the work tree were read as, and of which files, by ecosystem: readers keep what several lockfiles need. */
export type SeenLockfiles = Map<string, Seen>;

interface Lockfile {
  readonly ecosystem: string;
  readonly path: string;
  readonly listed: Listed;
}

/** Reads a lockfile, and keeps what it was read as. */
export async function recorded(
  all: SeenLockfiles,
  { ecosystem, path, listed }: Lockfile,
  source: FileSource,
  read: (source: FileSource) => Promise<readonly PackageGraph[]>,
): Promise<readonly PackageGraph[]> {
  const fresh = { ...listed, files: new Map(), graphs: new Map(), isWhole: true };
  const seen: Seen = all.get(ecosystem) ?? { ...fresh, isSameIn: new WeakMap() };
  all.set(ecosystem, seen);
  if (!isListedAs(seen, listed)) seen.isWhole = false;
  const graphs = await read({
    ...source,
    async read(file, maxBytes) {
      try {
        const bytes = await source.read(file, maxBytes);
        const hash = digest(bytes);
        if (seen.files.has(file) && seen.files.get(file) !== hash) seen.isWhole = false;
        seen.files.set(file, hash);
        return bytes;
      } catch (error) {
        seen.isWhole = false;
        throw error;
      }
    },
  });
  seen.graphs.set(path, graphs);
  return graphs;
}

/** What a lockfile was read as, where the other source has the same paths, and the same bytes in every file that its ecosystem's readers asked for. */
export async function seenBefore(
  all: SeenLockfiles,
  { ecosystem, path, listed }: Lockfile,
  source: FileSource,
): Promise<readonly PackageGraph[] | undefined> {
  const seen = all.get(ecosystem);
  if (seen === undefined) return undefined;
  const isSame = seen.isSameIn.get(source) ?? isSameAs(seen, listed, source);
  seen.isSameIn.set(source, isSame);
  return (await isSame) ? seen.graphs.get(path) : undefined;
}

async function isSameAs(seen: Seen, listed: Listed, source: FileSource): Promise<boolean> {
  if (!seen.isWhole) return false;
  if (!isListedAs(seen, listed)) return false;
  for (const [path, hash] of seen.files) {
    const bytes = await source.read(path).catch(() => null);
    if (bytes === null || digest(bytes) !== hash) return false;
  }
  return true;
}

function digest(bytes: Uint8Array | undefined): string | undefined {
  return bytes && createHash("sha256").update(bytes).digest("base64");
}

function isListedAs(seen: Listed, { paths, everyPath }: Listed): boolean {
  return isEqual(seen.paths, paths) && isEqual(seen.everyPath, everyPath);
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((each, at) => each === b[at]);
}
