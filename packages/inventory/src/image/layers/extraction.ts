import { UsageError } from "@assay/core";
import type { TarEntry, TarSink } from "@assay/oci";
import type { ImageEntry, ImageObserver, ImageReader } from "../reader.ts";
import { type contentBuffers, MAX_CONTENT } from "./content.ts";
import type { FactStore } from "./facts.ts";

export interface Consumers {
  readonly readers: readonly ImageReader[];
  readonly observers: readonly ImageObserver[];
}

/** What one regular file is read for. */
export interface Wish {
  readonly path: string;
  readonly layer: number;
  readonly readers: readonly ImageReader[];
  readonly observers: readonly ImageObserver[];
  /** Its digest alone, to compare it with that of a newer layer. */
  readonly isVersion?: boolean;
  readonly isHidden?: boolean;
}

const NONE: readonly never[] = [];

/** Which of the readers want a file: often none, so nothing is made for it. */
export function wantedBy<T extends { wants(entry: ImageEntry): boolean }>(
  all: readonly T[],
  entry: ImageEntry,
): readonly T[] {
  let wanted: T[] | undefined;
  for (const each of all) {
    if (!each.wants(entry)) continue;
    wanted ??= [];
    wanted.push(each);
  }
  return wanted ?? NONE;
}

export interface Extraction {
  readonly bufferOf: ReturnType<typeof contentBuffers>;
  readonly facts: FactStore;
  /** Takes note of a file that a container sees and that could not be read: a clause without a full stop. */
  readonly unread: (path: string, reason: string) => void;
  /** A reader kept something of a file (`fact`), or looked and found that it is none of its records. */
  readonly read?: (wish: Wish, outcomes: readonly Outcome[]) => void;
}

/** What a reader made of a file; without a fact it is none of its records. */
export interface Outcome {
  readonly reader: ImageReader;
  readonly sha256: string;
  readonly fact: unknown;
}

/** Takes the content of a file to everybody who wants it. `undefined`: it is too large for anybody. */
export function extract(
  entry: Pick<TarEntry, "size" | "mode">,
  wishes: readonly Wish[],
  { facts, unread, bufferOf, read }: Extraction,
): TarSink | undefined {
  const { size, mode } = entry;
  if (size > MAX_CONTENT) {
    for (const { path, readers } of wishes)
      if (readers.length > 0)
        unread(path, `it has ${size} bytes; at most ${MAX_CONTENT} are looked into`);
    return undefined;
  }
  const buffer = bufferOf(size);
  return {
    write: buffer.write,
    async end() {
      try {
        const content = buffer.content();
        for (const wish of wishes) {
          const { path, layer } = wish;
          for (const observer of wish.observers) await observer.see({ path, mode, content, layer });
          const outcomes: Outcome[] = [];
          for (const reader of wish.readers) {
            const hidden = wish.isHidden ? { isHidden: true as const } : {};
            const file = { path, mode, content, layer, ...hidden };
            const fact = await factOf(reader, file, unread);
            const { sha256 } = content;
            outcomes.push({ reader, sha256, fact });
            if (fact !== undefined) facts.keep({ reader, path, layer, sha256, fact });
          }
          if (wish.isVersion) facts.addVersion(path, layer, content.sha256);
          read?.(wish, outcomes);
        }
      } finally {
        buffer.close();
      }
    },
  };
}

async function factOf(
  reader: ImageReader,
  file: Parameters<ImageReader["extract"]>[0],
  unread: Extraction["unread"],
): Promise<unknown> {
  try {
    return await reader.extract(file);
  } catch (error) {
    const reason = reasonOf(error);
    if (file.isHidden !== true) unread(file.path, reason);
    return undefined;
  }
}

/** @throws What is a defect */
function reasonOf(error: unknown): string {
  if (error instanceof UsageError) return error.message.replace(/\.$/, "");
  if (error instanceof RangeError) return "it is nested too deeply, or too large, to be read";
  throw error;
}
