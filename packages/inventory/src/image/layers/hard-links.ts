import { addTo } from "@assay/core";
import type { TarEntry, TarHandler } from "@assay/oci";
import type { ImageReader } from "../reader.ts";
import { extract, type Outcome, type Wish, wantedBy } from "./extraction.ts";
import type { ImageState } from "./layer-scan.ts";

/**
 * A hard link has a name and no content: that is the content of an earlier entry. Where a reader has read that, it is taken; where it
 * wants the link for its name alone, the layer is read once more at its end.
 */
export interface HardLinks {
  add(link: TarEntry): void;
  /** Takes note of what was read of a file of the layer. */
  read(wish: Wish, outcomes: readonly Outcome[]): void;
  /** A wish for a link with those readers that want it now that the content is there. */
  asked(wish: Wish, entry: TarEntry): Wish;
  /** Whether the layer has to be read once more. */
  isOpen(): boolean;
  /** Takes the entries of the second time. */
  second(): TarHandler;
  /** What is still wanted is looked for in lower layers. */
  end(): void;
}

/** Of an image; more are an attack on readers. */
const MAX_WANTED = 100_000;

const NO_HEAD = new Uint8Array();

export function hardLinks(state: ImageState, layer: number): HardLinks {
  const { readers, facts, unread, bufferOf } = state;
  const known = new Map<string, readonly Outcome[]>();
  const wanted = new Map<string, Wish[]>();
  /** Links of links led to the file. */
  const files = new Map<string, string>();
  let count = 0;

  const wantsByName = (reader: ImageReader, path: string, mode: number) =>
    reader.wants({ path, size: 4096, mode, head: NO_HEAD });

  return {
    read(wish, outcomes) {
      // A link to what is hidden itself may be seen: less may have been kept than it needs.
      if (wish.layer === layer && outcomes.length > 0 && wish.isHidden !== true)
        known.set(wish.path, outcomes);
    },
    add({ path, target: named, mode }) {
      const target = files.get(named) ?? named;
      if (files.size < MAX_WANTED) files.set(path, target);
      const outcomes = known.get(target);
      const taken: Outcome[] = [];
      const missing = readers.filter((reader) => {
        const outcome = outcomes?.find((each) => each.reader === reader);
        if (outcome === undefined) return wantsByName(reader, path, mode);
        // What is wanted for its content is wanted by every name.
        if (wantsByName(reader, path, mode) || !wantsByName(reader, target, mode))
          taken.push(outcome);
        return false;
      });
      for (const { reader, sha256, fact } of taken)
        if (fact !== undefined) facts.keep({ reader, path, layer, sha256, fact });
      if (taken.length > 0) known.set(path, taken);
      if (missing.length === 0) return;
      if (++count > MAX_WANTED) {
        if (count === MAX_WANTED + 1)
          state.problem(
            layer,
            path,
            "the layer has so many hard links that from here on they are left out",
          );
        return;
      }
      addTo(wanted, target, { path, layer, readers: missing, observers: [] });
    },
    asked(wish, entry) {
      const { path } = wish;
      return { ...wish, readers: wantedBy(wish.readers, { ...entry, path }) };
    },
    isOpen: () => wanted.size > 0,
    second() {
      return {
        entry: (entry) => {
          const wishes = wanted.get(entry.path);
          if (wishes === undefined) return undefined;
          if (entry.kind !== "file") return undefined;
          wanted.delete(entry.path);
          if (entry.size === 0) return undefined;
          const asked = wishes.map((wish) => this.asked(wish, entry));
          return extract(entry, asked, { facts, unread, bufferOf });
        },
      };
    },
    end() {
      for (const [target, wishes] of wanted)
        state.wantedBelow.set(target, [...(state.wantedBelow.get(target) ?? []), ...wishes]);
    },
  };
}
