import type { Component, Edge, Skipped } from "../graph.ts";

/**
 * Bytes that are at hand for reading anywhere in them: in memory, or in a temporary file where they are many. They are gone once
 * `extract` has ended, with every part of them that was not copied.
 */
export interface ImageContent {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** All of it. @throws UsageError over `maxBytes` */
  bytes(maxBytes: number): Promise<Uint8Array>;
  /** Fewer bytes than asked for at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A regular file of an image, as a reader gets it while its layer streams by. */
export interface ImageFile {
  /** As the layer names it, without `/` or `./` at the start, never with `..`: `usr/lib/os-release`. */
  readonly path: string;
  readonly mode: number;
  readonly content: ImageContent;
  /** Of the layer that it is in; 0 is the oldest. */
  readonly layer: number;
  /** A newer layer hides it: of every version but the newest a reader needs no more than what tells packages apart. */
  readonly isHidden?: true;
}

/** What is known of a file before its content is read. */
export interface ImageEntry {
  readonly path: string;
  readonly size: number;
  readonly mode: number;
  /** The first bytes, at most 512: fewer where the file is shorter. */
  readonly head: Uint8Array;
}

/** What a reader made of one file, and where that was. */
export interface ImageFact<F> {
  /** Where the file really lies, links of folders followed: `usr/lib/…` where the layer says `lib/…`. */
  readonly path: string;
  readonly layer: number;
  /** The oldest layer from which on the same bytes have been at this path without a gap. */
  readonly since: number;
  readonly sha256: string;
  /** No container sees it: only readers of every version get such. */
  readonly isHidden?: true;
  readonly fact: F;
}

/** The tree that a container would see. Paths without `/` at the start. */
export interface ImageTree {
  /** The real path of what lies at a path, links followed inside the root; `undefined` where nothing does. */
  resolve(path: string): string | undefined;
  /** Whether a file or folder is there after all layers. */
  has(path: string): boolean;
  /** Target of a symbolic link, as it is written. */
  linkAt(path: string): string | undefined;
  /** Number of layers. */
  readonly layers: number;
  /** From `/etc/os-release` and what stands in for it. */
  readonly distribution: Distribution | undefined;
}

/** `/etc/os-release`: https://www.freedesktop.org/software/systemd/man/latest/os-release.html */
export interface Distribution {
  /** `debian`, lower case. */
  readonly id: string;
  readonly idLike: readonly string[];
  readonly versionId?: string;
  readonly codename?: string;
  readonly name?: string;
  readonly prettyName?: string;
  readonly variantId?: string;
  readonly cpeName?: string;
}

/** How sure a record is, the best first. */
export type ImageEvidence =
  | "build-record"
  | "installed"
  | "lockfile"
  | "archive"
  | "file-name"
  | "version-string";

/** Where a component was found. */
export interface ImagePlace {
  readonly path: string;
  readonly layer: number;
  /** The oldest layer since which it has been there. */
  readonly since: number;
  readonly evidence: ImageEvidence;
}

/** A component with what only an image says of it. */
export interface ImageComponent {
  /** Its `id` is unique in the image; `location.path` is the real path of the record. No `installPath`: nothing of it is on disk. */
  readonly component: Component;
  readonly places: readonly ImagePlace[];
  /** The source package that a distribution builds it from: what advisories name. */
  readonly source?: { readonly name: string; readonly version?: string };
  /** Facts that formats have no field for, `assay:image:*` in a document. */
  readonly properties?: readonly (readonly [name: string, value: string])[];
}

/** A program or library. */
export interface ExecutableFile {
  readonly path: string;
  readonly layer: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly kind: "elf" | "pe" | "mach-o" | "wasm" | "script";
}

/** What a reader finds in an image, over all layers. */
export interface ImageReading {
  readonly components: readonly ImageComponent[];
  readonly edges?: readonly Edge[];
  /** Ids of components whose records do not say what they need, where `edges` has what others need. */
  readonly withoutEdges?: Iterable<string>;
  /**
   * Files that a package manager put there, by component id, gone through once. What lies there is not reported a second time by a
   * reader of another package manager (the deb's own `dist-info`). A path that ends with `/` stands for all that lies below it.
   */
  readonly owned?: ReadonlyMap<string, Iterable<string>>;
  /** What owned files were when they were installed, where the database says it, by path: `md5:…`, `sha1:…` or `sha256:…` and lower-case hex. */
  readonly ownedDigests?: ReadonlyMap<string, string>;
  /** Programs and libraries, whether or not something explains them. */
  readonly executables?: readonly ExecutableFile[];
  /** Files that belong to the runtime of a component without being a package (executables that a record explains); folders end with `/`. */
  readonly explained?: Iterable<string>;
  /** What was seen and not understood: a finding each. */
  readonly skipped?: readonly Skipped[];
  /** For people, a sentence each. */
  readonly notices?: readonly string[];
}

/**
 * Reads one kind of record. Files are asked for by `wants` while layers stream by, the newest layer first; of each path only what a
 * container would see is extracted, but for readers of databases, which get every version of a path.
 */
export interface ImageReader<F = unknown> {
  /** `dpkg`. */
  readonly id: string;
  /** Hidden versions of a file too: to know since when a package has been there. */
  readonly everyVersion?: boolean;
  /** Called for every regular file that is not empty: quick. */
  wants(entry: ImageEntry): boolean;
  /** Keeps what is needed of a file, and no more: there may be 100,000. `undefined`: it is none of its records. @throws UsageError when it is broken */
  extract(file: ImageFile): Promise<F | undefined>;
  /**
   * All that was kept, newest layer first, then by path; of paths that are visible, and, with `everyVersion`, those that are not
   * (`isHidden`).
   */
  assemble(facts: readonly ImageFact<F>[], tree: ImageTree): Promise<ImageReading>;
}

/** Sees the content of files without keeping facts: a search for secrets. */
export interface ImageObserver {
  /** Called for every regular file of every layer that is not empty, those that no container sees too: quick. */
  wants(entry: ImageEntry): boolean;
  see(file: ImageFile): void | Promise<void>;
}
