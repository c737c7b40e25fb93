import type { TarHandler } from "@assay/oci";
import type { Inventory, Skipped } from "../graph.ts";
import type { Distribution, ExecutableFile, ImageComponent } from "./reader.ts";

/** One layer of an image, or a folder that stands for all of them. */
export interface ImageLayer {
  /** Of the blob as it is stored; for a folder its path. */
  readonly digest: string;
  /** Of the tar, as the config says: compared with what comes out. */
  readonly diffId?: string;
  readonly mediaType?: string;
  /** Of its descriptor. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Bytes of the blob, for progress. */
  readonly size?: number;
  /** The compressed or plain bytes of the blob, anew each time. */
  open(): AsyncIterable<Uint8Array>;
  /** What `open` gives is nobody else's: its memory may be given back piece by piece. */
  readonly ownsPieces?: boolean;
  /** Takes the place of `open` for what is no tar. */
  read?(handler: TarHandler, signal?: AbortSignal): Promise<void>;
}

/** What the inventory of an image is taken of. */
export interface ImageInput {
  /** Of the manifest; absent where there is none (an archive of Docker, a folder). */
  readonly digest?: string;
  /** The oldest first. */
  readonly layers: readonly ImageLayer[];
  /** How many of the layers, from the oldest on, are those of the base image, where that is known. */
  readonly baseLayers?: number;
}

/** What an image of one platform holds. */
export interface ImageInventory {
  /** As every check takes it: one graph a kind of record; paths are those of the image. */
  readonly inventory: Inventory;
  /** What only an image says, by component id. */
  readonly components: ReadonlyMap<string, ImageComponent>;
  readonly distribution: Distribution | undefined;
  /** Oldest first. */
  readonly layers: readonly Pick<ImageLayer, "digest" | "diffId" | "mediaType" | "size">[];
  /**
   * By component id of a package of the system: the packages of a language that are in its files. They are not counted, and are in no
   * graph.
   */
  readonly parts: ReadonlyMap<string, readonly ImageComponent[]>;
  /** Programs and libraries that no record explains, sorted by path. */
  readonly unidentified: readonly ExecutableFile[];
  /** Regular files of all layers, hidden ones included. */
  readonly files: number;
  readonly skipped: readonly Skipped[];
  readonly notices: readonly string[];
  /** Whether a layer above has removed or replaced what a layer has at a path: no container sees it. */
  isHidden(path: string, layer: number): boolean;
}
