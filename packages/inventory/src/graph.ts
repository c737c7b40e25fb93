import type { Location } from "@assay/core";

/** A checksum of the distributed archive. */
export interface Hash {
  /** As CycloneDX writes it: `SHA-1`, `SHA-256`, `SHA-512`, … */
  readonly algorithm: string;
  /** Lower-case hex. */
  readonly value: string;
}

/**
 * How a component is needed, by reachability from the roots: over production edges (`runtime`), only over optional ones
 * (`optional`), only over development ones (`development`).
 */
export type Scope = "runtime" | "optional" | "development";

export interface Component {
  /** Unique in the graph and stable between runs; not shown to people. */
  readonly id: string;
  /** The real name, never an alias. */
  readonly name: string;
  /** Absent where the source names none. */
  readonly version?: string;
  readonly ecosystem: string;
  /** https://github.com/package-url/purl-spec; absent for what has no place in a registry and no repository. */
  readonly purl?: string;
  /** The repository's own: the root or a workspace member. */
  readonly firstParty: boolean;
  readonly scope: Scope;
  /** Needed by a first-party component itself. */
  readonly direct: boolean;
  readonly hashes: readonly Hash[];
  /** The licence exactly as the source declares it: string, object or list; `undefined` where it says nothing. */
  readonly declaredLicense?: unknown;
  /** Where the archive came from, without credentials. */
  readonly resolvedUrl?: string;
  /** The entry in the lockfile. */
  readonly location: Location;
  /** The folder where it is installed if it is, relative to the root (`node_modules/a`). */
  readonly installPath?: string;
  /** Other names under which it is required here. */
  readonly aliases: readonly string[];
  /**
   * Ecosystem flags worth telling: `bundled`, `deprecated`, `extraneous`, `hasInstallScript`, `peer`, and `scopeMismatch`
   * where the lockfile's own flags say another scope than the edges.
   */
  readonly flags: readonly string[];
}

export interface Edge {
  /** Component ids. */
  readonly from: string;
  readonly to: string;
  readonly kind: "runtime" | "optional" | "peer" | "development";
}

/** What one lockfile says. */
export interface LockfileGraph {
  /** Relative to the root. */
  readonly path: string;
  readonly ecosystem: string;
  /** The first-party component that the lockfile belongs to. */
  readonly rootId: string;
  readonly components: readonly Component[];
  /** Sorted; every end is a component. */
  readonly edges: readonly Edge[];
  /** Entries that could not be understood, with the reason: the graph is incomplete there. */
  readonly incomplete: readonly Gap[];
}

/** A place where a graph says less than the project needs. */
export interface Gap {
  /** The entry as the lockfile names it (`node_modules/a`), or the lockfile itself. */
  readonly item: string;
  /** A clause without a full stop. */
  readonly reason: string;
  /**
   * `missing-peer`: a required peer dependency that is not locked, as `legacy-peer-deps` leaves it. `unreached`: an entry
   * that nothing in the lockfile asks for. With these two nothing that is installed is unknown, only an edge. `gap`, where
   * it is not given: something may be missing.
   */
  readonly kind?: "gap" | "missing-peer" | "unreached";
  readonly location?: Location;
  /** The component whose own dependencies are not all known. */
  readonly componentId?: string;
}

/** A lockfile that was seen and not read, or a manifest that has none. */
export interface SkippedLockfile {
  /** Relative to the root. */
  readonly item: string;
  /** A clause without a full stop. */
  readonly reason: string;
  /**
   * `excluded`: it is not the project's (installed packages, fixtures) or another file wins over it. `unsupported`: no
   * reader for it in this version. `unreadable`: it is broken. `unlocked`: a manifest that asks for packages without a
   * lockfile. All but the first leave something out that should be told.
   */
  readonly kind: "excluded" | "unsupported" | "unreadable" | "unlocked";
  readonly ecosystem?: string;
}

export interface Inventory {
  readonly lockfiles: readonly LockfileGraph[];
  /** Lockfiles that were seen and not read, with the reason. */
  readonly skipped: readonly SkippedLockfile[];
}
