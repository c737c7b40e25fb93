import { open } from "node:fs/promises";
import { posix } from "node:path";
import { UsageError } from "@assay/core";
import { StoreError } from "../error.ts";
import type { TarEntry } from "../tar/entry.ts";
import { readTarAt } from "../tar/read.ts";
import type { ContentFiles } from "./files.ts";

/** An archive of images has a handful of entries a layer. */
const MAX_ENTRIES = 200_000;
const MAX_HOPS = 40;
const WINDOW = 256 * 1024;

type Entry =
  | { readonly offset: number; readonly size: number }
  /** Where a link leads, as a path of the archive. */
  | { readonly target: string };

/**
 * The files of a tar: one pass over its headers, and then each is read where it lies. Links lead to files of the archive or nowhere.
 *
 * @throws UsageError where it is no tar.
 */
export async function tarFiles(place: string, path: string): Promise<ContentFiles> {
  const file = await open(path);
  const entries = new Map<string, Entry>();
  try {
    const { size } = await file.stat();
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    refuseCompressed(place, await read(0, 6));
    const handler = {
      entry({ path: name, kind, target, offset, size: bytes }: TarEntry) {
        if (kind === "file") entries.set(name, { offset, size: bytes });
        if (kind === "link") entries.set(name, { target });
        if (kind === "symlink") {
          entries.set(name, { target: posix.resolve("/", posix.dirname(name), target).slice(1) });
        }
        return undefined;
      },
    };
    await readTarAt(read, size, handler, { maxEntries: MAX_ENTRIES, name: place });
  } catch (cause) {
    await file.close();
    throw cause;
  }

  const find = (wanted: string) => {
    let entry = entries.get(wanted);
    for (let hops = 0; entry !== undefined && "target" in entry; hops++) {
      if (hops === MAX_HOPS) {
        throw new UsageError(`${wanted} of ${place} is a link that leads in a circle`);
      }
      entry = entries.get(entry.target);
    }
    return entry;
  };

  return {
    place,
    size: async (wanted) => find(wanted)?.size,
    list: async (folder) =>
      [...entries.keys()]
        .filter((name) => posix.dirname(name) === folder)
        .map((name) => posix.basename(name))
        .sort(),
    async *stream(wanted) {
      const { offset, size } = find(wanted) ?? { offset: 0, size: 0 };
      for (let at = 0; at < size; ) {
        const length = Math.min(WINDOW, size - at);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset + at);
        if (bytesRead === 0) throw new StoreError("truncated", `${place} ends within ${wanted}`);
        yield buffer.subarray(0, bytesRead);
        at += bytesRead;
      }
    },
    close: () => file.close(),
  };
}

function refuseCompressed(place: string, start: Uint8Array): void {
  const magic = Buffer.from(start).toString("hex");
  const tool = magic.startsWith("1f8b")
    ? "gunzip"
    : magic.startsWith("28b52ffd")
      ? "zstd -d"
      : magic.startsWith("fd377a58")
        ? "unxz"
        : undefined;
  if (tool === undefined) return;
  throw new UsageError(`${place} is compressed, and an archive of images is read where it lies`, {
    hint: `Decompress it first: \`${tool} ${place}\`.`,
  });
}
