import { type BuildSource, buildEcosystem, tooLong } from "./build.ts";
import { type Directory, directoryBytes, type StoredEcosystem } from "./format.ts";
import type { StoreFile } from "./read.ts";
import { replaceFile } from "./write.ts";

/** An ecosystem from records, or as a file has it. */
export type Part =
  | BuildSource
  | {
      readonly ecosystem: string;
      readonly from: StoreFile;
      /** Known to be as it was then. */
      readonly takenAt?: string;
      readonly seen?: string;
    };

interface Run {
  readonly clock: { wall(): Date };
  readonly signal: AbortSignal;
}

/**
 * Writes a file of some ecosystems: the same bytes for the same parts, whatever their order.
 *
 * @param accept Throws where what was built is not to replace what is there.
 */
export async function writeStoreFile(
  target: string,
  parts: readonly Part[],
  { clock, signal }: Run,
  accept: (built: Directory) => void = () => {},
): Promise<Directory> {
  return await replaceFile(target, async (sink) => {
    const directory = new Map<string, StoredEcosystem>();
    for (const part of parts.toSorted((a, b) => (a.ecosystem < b.ecosystem ? -1 : 1))) {
      if ("records" in part) {
        const built = await buildEcosystem(target, sink, part, clock.wall(), signal).catch(
          (error: unknown) => {
            // A text that has no room in memory: hundreds of megabytes of one package.
            if (!(error instanceof RangeError)) throw error;
            throw tooLong(part.ecosystem, error);
          },
        );
        directory.set(part.ecosystem, built);
        continue;
      }
      const entry = part.from.directory.get(part.ecosystem);
      if (entry === undefined) continue;
      const { takenAt = entry.takenAt, seen = entry.seen } = part;
      const offset = sink.position();
      for (const bytes of part.from.parts(part.ecosystem)) sink.write(bytes);
      const index = entry.index - entry.offset + offset;
      directory.set(part.ecosystem, {
        ...entry,
        takenAt,
        ...(seen === undefined ? {} : { seen }),
        offset,
        index,
      });
    }
    accept(directory);
    sink.write(directoryBytes(directory));
    return directory;
  });
}
