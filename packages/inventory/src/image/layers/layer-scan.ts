import type { TarEntry, TarHandler } from "@assay/oci";
import type { Skipped } from "../../graph.ts";
import { type Consumers, type Extraction, extract, type Wish, wantedBy } from "./extraction.ts";
import { type HardLinks, hardLinks } from "./hard-links.ts";
import type { SymbolicLink } from "./merged-tree.ts";
import type { SeenPaths } from "./seen-paths.ts";
import { LANDMARKS } from "./table-of-contents.ts";
import { whiteoutOf } from "./whiteout.ts";

/** What is known of an image while its layers are gone through, the newest first. */
export interface ImageState extends Consumers, Extraction {
  readonly paths: SeenPaths;
  readonly links: Map<string, SymbolicLink>;
  /** Bytes of targets of symbolic links: an image may be made of nothing else. */
  linkBytes: number;
  /** Hard links of newer layers to files of lower ones. */
  readonly wantedBelow: Map<string, Wish[]>;
  files: number;
  entries: number;
  readonly skipped: Skipped[];
  /** For people, a sentence each. */
  readonly notices: string[];
  /** Takes note of what is odd in a layer. */
  readonly problem: (layer: number, path: string, reason: string) => void;
}

export interface LayerScan extends TarHandler {
  readonly hardLinks: HardLinks;
}

const MAX_LINK_BYTES = 64 * 1024 * 1024;

/** Takes the entries of one layer. */
export function layerScan(state: ImageState, layer: number): LayerScan {
  const { paths, links, facts, readers, observers, unread, bufferOf } = state;
  const everyVersion = readers.filter((reader) => reader.everyVersion === true);
  const shared = hardLinks(state, layer);
  const extraction: Extraction = { facts, unread, bufferOf, read: shared.read };

  function file(entry: TarEntry) {
    const { path, size } = entry;
    state.files++;
    const { isVisible, isReplaced, isDouble } = paths.add(path, "file", layer);
    if (isDouble) replaced(path);
    const below = state.wantedBelow.get(path);
    if (size === 0) {
      state.wantedBelow.delete(path);
      if (isReplaced) notTheSame(path);
      return undefined;
    }
    const wanted = wantedBy(isVisible ? readers : everyVersion, entry);
    const observing = wantedBy(observers, entry);
    const isVersion = isReplaced && facts.knows(path);
    if (wanted.length === 0 && observing.length === 0 && !isVersion && below === undefined) {
      return undefined;
    }
    const isHidden = !isVisible;
    const wish: Wish = { path, layer, readers: wanted, observers: observing, isVersion, isHidden };
    if (below === undefined) return extract(entry, [wish], extraction);
    state.wantedBelow.delete(path);
    const linked = below.map((each) => shared.asked(each, entry));
    return extract(entry, [wish, ...linked], extraction);
  }

  function symbolicLink({ path, target }: TarEntry): void {
    const { isVisible, isReplaced, isDouble } = paths.add(path, "link", layer);
    if (isDouble) replaced(path);
    if (isReplaced) notTheSame(path);
    if (!isVisible) return;
    state.linkBytes += path.length + target.length;
    if (state.linkBytes <= MAX_LINK_BYTES) links.set(path, { target, layer });
    else if (state.linkBytes - path.length - target.length <= MAX_LINK_BYTES)
      problem(path, "the image has so many symbolic links that from here on they are left out");
  }

  /** The same layer had something else there before. */
  function replaced(path: string): void {
    links.delete(path);
    facts.forget(path, layer);
  }

  /** What a newer layer has there begins above this layer: here it is something else, or its bytes are not known. */
  function notTheSame(path: string): void {
    if (facts.knows(path)) facts.addVersion(path, layer, undefined);
  }

  function problem(path: string, reason: string): void {
    state.problem(layer, path, reason);
  }

  return {
    hardLinks: shared,
    problem,
    entry(entry) {
      const { path, kind } = entry;
      state.entries++;
      if (path === "" || LANDMARKS.has(path)) return undefined;
      const whiteout = whiteoutOf(entry);
      if (whiteout !== undefined) {
        if (whiteout.kind === "remove") paths.remove(whiteout.path, layer);
        else if (whiteout.kind === "opaque") paths.makeOpaque(whiteout.path, layer);
        if (whiteout.kind === "opaque" && whiteout.isMark && layer > 0)
          problem(
            path,
            "an attribute of overlayfs hides what lower layers have there, which not every runtime heeds",
          );
        if (whiteout.kind === "broken") problem(path, "it removes a file without a name");
        if (whiteout.kind !== "opaque" || kind !== "directory") return undefined;
      }
      if (kind === "file") return file(entry);
      if (kind === "symlink") symbolicLink(entry);
      else if (kind === "link") {
        state.files++;
        const { isVisible, isReplaced, isDouble } = paths.add(path, "file", layer);
        if (isDouble) replaced(path);
        if (isReplaced) notTheSame(path);
        if (isVisible) shared.add(entry);
      } else {
        const isFolder = kind === "directory";
        const { isReplaced, isDouble } = paths.add(path, isFolder ? "folder" : "file", layer);
        if (isDouble && !isFolder) replaced(path);
        if (isReplaced) notTheSame(path);
      }
      return undefined;
    },
  };
}
