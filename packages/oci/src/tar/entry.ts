/** What an entry is. `other`: a type that no format defines. */
export type TarKind =
  | "file"
  | "link"
  | "symlink"
  | "directory"
  | "character-device"
  | "block-device"
  | "fifo"
  | "other";

/** One entry of a tar, as the last of its headers and records says it. */
export interface TarEntry {
  /** Without `/` or `./` at the start and `/` at the end, never with `..`; empty for the root itself. */
  readonly path: string;
  readonly kind: TarKind;
  /** Bytes of the file as it would be on disk: holes of a sparse one count. 0 for all but files. */
  readonly size: number;
  readonly mode: number;
  /** Of a hard link the path, cleaned like `path`; of a symbolic link as it is written; else empty. */
  readonly target: string;
  /** Of a device, 0 else. */
  readonly major: number;
  readonly minor: number;
  readonly xattrs: ReadonlyMap<string, string> | undefined;
  /** The first bytes of a file, at most 512. Of a sparse file empty. */
  readonly head: Uint8Array;
  /** Where the stored bytes of the entry begin in the tar. */
  readonly offset: number;
  /** Stored in pieces: its bytes can't be read at `offset`. */
  readonly isSparse: boolean;
}

/** Takes the bytes of a file. */
export interface TarSink {
  /** The bytes are part of a piece of the source: there as long as that is, in a layer that is decompressed until the next piece comes. */
  write(bytes: Uint8Array): void;
  /** The tar is read on when it is done. */
  end(): void | Promise<void>;
}

export interface TarHandler {
  /** For each entry in its order. Without a sink its bytes are passed over. */
  entry(entry: TarEntry): TarSink | undefined;
  /** What is odd or refused, and where: a clause without a full stop. */
  problem?(path: string, reason: string): void;
}

export interface TarLimits {
  /** Of the whole tar. */
  readonly maxEntries?: number;
  /** For errors: `layer sha256:…`. */
  readonly name?: string;
}

/** Bytes of a block, and of the most that is looked at in a file before it is asked for. */
export const BLOCK = 512;

/** Of extension records and long names: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
export const MAX_RECORDS = 1024 * 1024;

export const MAX_ENTRIES = 5_000_000;
