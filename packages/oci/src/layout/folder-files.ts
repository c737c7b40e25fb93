import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { isInside, realPath, statusAt, statusBehind, UsageError } from "@assay/core";
import type { ContentFiles } from "./files.ts";

/** The files of a folder: none that a link leads out of it is read. */
export function folderFiles(place: string, folder: string): ContentFiles {
  const root = realPath(folder) ?? folder;
  const find = (path: string): string | undefined => {
    const full = join(root, path);
    const real = realPath(full);
    if (real === undefined) {
      if (statusAt(full) === undefined) return undefined;
      throw new UsageError(`${path} of ${place} is a symbolic link to nothing`);
    }
    if (isInside(root, real)) return real;
    throw new UsageError(`${path} of ${place} is a link that leads out of the layout`, {
      hint: "Copy the layout with its links followed (`cp -rL`), and use the copy.",
    });
  };
  return {
    place,
    async size(path) {
      const real = find(path);
      const status = real === undefined ? undefined : statusBehind(real);
      return status?.isFile() === true ? status.size : undefined;
    },
    async list(path) {
      const real = find(path);
      return real === undefined ? [] : readdirSync(real).sort();
    },
    async *stream(path) {
      const real = find(path);
      if (real === undefined) throw new UsageError(`${path} of ${place} does not exist`);
      yield* createReadStream(real, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
    },
    async close() {},
  };
}
