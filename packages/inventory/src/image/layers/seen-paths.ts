import { FILE, FOLDER, LINK, type PathHash, type PathState, pathTable } from "./path-table.ts";

/** What a layer has at a path. */
export type SeenKind = "folder" | "file" | "link";

/** What an entry is, after all layers that are newer. */
export interface Seen {
  readonly isVisible: boolean;
  /** A newer layer has something at the same path. */
  readonly isReplaced: boolean;
  /** The same layer had it before: the last one counts. */
  readonly isDouble: boolean;
}

const KINDS = { folder: FOLDER, file: FILE, link: LINK } as const;

/** Every path of an image and what became of it, filled with the newest layer first. Layers count from 0. */
export interface SeenPaths {
  add(path: string, kind: SeenKind, layer: number): Seen;
  /** Lower layers have nothing at the path. */
  remove(path: string, layer: number): void;
  /** What lower layers have below the folder is hidden; `""` is the root. */
  makeOpaque(folder: string, layer: number): void;
  /** Whether anything is at the path after all layers. */
  has(path: string): boolean;
  /** Whether a layer above has removed or replaced what this layer has at a path. */
  isHidden(path: string, layer: number): boolean;
  /** The newest layer that has, removes or replaces the path itself; -1 where none does. */
  newestAt(path: string): number;
  /** The newest layer that hides what lower ones have below the path; -1 where none does. */
  hidesBelow(path: string): number;
  /** The newest layer that names something below the path without naming the path; -1 where none does. */
  impliedBy(path: string): number;
  /** The newest layer, at most `upTo`, that takes away what lower ones have at the path without replacing it; -1 where none is known. */
  removedBy(path: string, upTo: number): number;
}

export function seenPaths(): SeenPaths {
  const table = pathTable();
  const state: PathState = { entry: 0, implied: 0, kind: 0, removed: 0, solid: 0, opaque: 0 };
  // Entries of one folder follow each other: what is known of the folder is kept for the next one.
  let folder: string | undefined;
  let folderHash: PathHash = table.hash("", 0, 0);
  let folderHidden = 0;
  let folderLayer = -1;

  /** The newest layer that hides what is below a folder; marks it and all above as named by the layer (0: none). */
  function enter(path: string, layer: number): { at: PathHash; hidden: number } {
    let at = table.hash("", 0, 0);
    table.read(at, state);
    let hidden = Math.max(state.removed, state.solid, state.opaque);
    for (let start = 0; start < path.length; ) {
      const slash = path.indexOf("/", start);
      const end = slash < 0 ? path.length : slash;
      at = table.hash(path, Math.max(start - 1, 0), end, at);
      table.read(at, state);
      hidden = Math.max(hidden, state.removed, state.solid, state.opaque);
      if (layer > state.implied) {
        state.implied = layer;
        table.write(at, state);
      }
      start = end + 1;
    }
    return { at, hidden };
  }

  function locate(path: string, layer: number): PathHash {
    const slash = path.lastIndexOf("/");
    const parent = slash < 0 ? "" : path.slice(0, slash);
    if (parent !== folder || layer !== folderLayer) {
      const entered = enter(parent, layer);
      [folder, folderHash, folderHidden, folderLayer] = [parent, entered.at, entered.hidden, layer];
    }
    return table.hash(path, Math.max(slash, 0), path.length, folderHash);
  }

  /** Fills `state`; the newest layer that hides lower ones at the path or above it. */
  function look(path: string): number {
    const slash = path.lastIndexOf("/");
    const { at, hidden } = enter(slash < 0 ? "" : path.slice(0, slash), 0);
    table.read(path === "" ? at : table.hash(path, Math.max(slash, 0), path.length, at), state);
    return hidden;
  }

  return {
    add(path, kind, layer) {
      const number = layer + 1;
      const at = locate(path, number);
      table.read(at, state);
      const isReplaced =
        state.removed > number ||
        state.solid > number ||
        (state.entry > number && !(state.kind === FOLDER && kind === "folder"));
      const seen = {
        isVisible: !isReplaced && folderHidden <= number,
        isReplaced: state.entry > number,
        isDouble: state.entry === number,
      };
      if (number >= state.entry) {
        state.entry = number;
        state.kind = KINDS[kind];
      }
      if (kind !== "folder" && number > state.solid) state.solid = number;
      table.write(at, state);
      return seen;
    },
    remove(path, layer) {
      const at = locate(path, layer + 1);
      table.read(at, state);
      if (layer + 1 > state.removed) {
        state.removed = layer + 1;
        table.write(at, state);
      }
    },
    makeOpaque(path, layer) {
      const at = path === "" ? table.hash("", 0, 0) : locate(path, layer + 1);
      table.read(at, state);
      if (layer + 1 > state.opaque) {
        state.opaque = layer + 1;
        table.write(at, state);
      }
    },
    has(path) {
      if (path === "") return true;
      const hidden = look(path);
      const newest = Math.max(state.entry, state.implied);
      return newest > 0 && Math.max(hidden, state.removed, state.solid) <= newest;
    },
    isHidden(path, layer) {
      const hidden = Math.max(look(path), state.removed);
      return Math.max(hidden, state.solid, state.entry) > layer + 1;
    },
    newestAt(path) {
      look(path);
      return Math.max(state.entry, state.removed, state.solid) - 1;
    },
    hidesBelow(path) {
      look(path);
      return Math.max(state.removed, state.solid, state.opaque) - 1;
    },
    impliedBy(path) {
      look(path);
      return state.implied - 1;
    },
    removedBy(path, upTo) {
      const known = [look(path), state.removed].filter((each) => each <= upTo + 1);
      return Math.max(0, ...known) - 1;
    },
  };
}
