import type { Location } from "@assay/core";

/** A checksum of one file. */
export interface Hash {
  /** As CycloneDX writes it: `SHA-1`, `SHA-256`, `SHA-512`, … */
  readonly algorithm: string;
  /** Lower-case hex. */
  readonly value: string;
}

/** One file in which a package is distributed: most ecosystems have one, some have one per platform. */
export interface PackageArtifact {
  /** Of this file. */
  readonly hashes: readonly Hash[];
  /** Where it came from, without credentials. */
  readonly url?: string;
  /** What it is called, where the source names the file and no URL. */
  readonly fileName?: string;
  /** Where it is used, as the source says it; everywhere where it is not given. */
  readonly condition?: string;
}

/**
 * How a component is needed, by reachability from the roots: over production edges (`runtime`), only over optional ones
 * (`optional`), only over development ones (`development`).
 */
export type Scope = "runtime" | "optional" | "development";

/** A package that is named and not here. */
export interface PackageName {
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
}

/** What a component is, in the words of CycloneDX. */
export type ComponentKind =
  | "application"
  | "library"
  | "framework"
  | "platform"
  | "operating-system"
  | "container"
  | "file";

export interface Component {
  /** Unique in the inventory and stable between runs; not shown to people. */
  readonly id: string;
  /** The real name, never an alias. */
  readonly name: string;
  /** Absent where the source names none. */
  readonly version?: string;
  /** Which versions it may be, as it is written, where the source fixes none. */
  readonly requirement?: string;
  readonly kind: ComponentKind;
  /** Whose package it is: `npm`, `pypi`. Its purl may have another type, and its file another format. */
  readonly ecosystem: string;
  /** https://github.com/package-url/purl-spec; absent for what has no place in a registry and no repository. */
  readonly purl?: string;
  /** The repository's own: a root or a member of its workspace. */
  readonly firstParty: boolean;
  readonly scope: Scope;
  /** Needed by a first-party component itself; absent where the source can't tell. */
  readonly direct?: boolean;
  /** Files of the project that change the package when it is installed, relative to the root; the purl is that of the original. */
  readonly patches?: readonly string[];
  /** The packages that it stands in for: a replacement or a fork. */
  readonly ancestors?: readonly PackageName[];
  /** Empty where the source names none. */
  readonly artifacts: readonly PackageArtifact[];
  /** The licence exactly as the source declares it: string, object or list; `undefined` where it says nothing. */
  readonly declaredLicense?: unknown;
  /** The entry in its file. */
  readonly location: Location;
  /** The folder where it is installed if it is, relative to the root. */
  readonly installPath?: string;
  /** Other names under which it is required here. */
  readonly aliases: readonly string[];
  /**
   * Facts of the ecosystem: `bundled`, `deprecated`, `extraneous`, `hasInstallScript`, `patched`, `peer`, and `scopeMismatch` where the
   * file's own flags say another scope than the edges; `unpinned` where the version is a tag or branch, `claimedVersion=v1.2.3` where a
   * comment says so of a commit.
   */
  readonly flags: readonly string[];
}

/** `build` and `test`: needed to build or to test the component that asks for it, and by nobody who uses that. */
export type EdgeKind = "runtime" | "optional" | "peer" | "development" | "build" | "test";

export interface Edge {
  /** Component ids. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** The range or source that is asked for, as it is written. */
  readonly requirement?: string;
  /** The name that is asked for, where it is not the target's own. */
  readonly alias?: string;
  /** When it holds (a marker, a platform, an extra), as it is written; always where it is not given. */
  readonly condition?: string;
}

/**
 * What `edges` say: `complete`: every edge but for those that gaps name; `direct`: only those of the roots; `unknown`: the
 * source is a list of packages and says nothing of what needs what.
 */
export type EdgeCompleteness = "complete" | "direct" | "unknown";

/** What one file says of one set of roots. */
export interface PackageGraph {
  /** Relative to the root of the inventory. */
  readonly path: string;
  /** The kind of file: `package-lock`, `pnpm-lock`. */
  readonly format: string;
  /** Whose packages: `npm`. */
  readonly ecosystem: string;
  /** Ids of the first-party components that the file belongs to; none where it names none. */
  readonly roots: readonly string[];
  readonly components: readonly Component[];
  /** Sorted; every end is a component. */
  readonly edges: readonly Edge[];
  readonly edgeCompleteness: EdgeCompleteness;
  /** Ids of components of which the source does not say what they need, though it says it of others. */
  readonly withoutEdges?: readonly string[];
  /** Why what nothing leads to may be needed all the same: a clause without a full stop. */
  readonly orphanNote?: string;
  /** The file itself says that nothing is needed: no packages are no sign of anything. */
  readonly saysEmpty?: boolean;
  /** Manifests whose packages are all here, relative to the root of the inventory. */
  readonly covers: readonly string[];
  /**
   * Addresses that packages may come from where the file names several and does not say which has which: Python's
   * `--extra-index-url`. They may hold secrets.
   */
  readonly sources?: readonly {
    readonly url: string;
    readonly path: string;
    readonly line: number;
  }[];
  /** Where the graph says less than the project needs. */
  readonly gaps: readonly Gap[];
}

/**
 * `entry`: something was not understood, and packages may be missing. `stale`: the file and the manifest that it was made from
 * disagree. `transitive`: what packages need in turn is in no file, so packages are missing. `missing-peer`: a required peer
 * dependency is not locked. `orphan`: nothing asks for the entry. `no-integrity`: entries have no checksum.
 */
export type GapKind = "entry" | "stale" | "transitive" | "missing-peer" | "orphan" | "no-integrity";

/** A place where a graph says less than the project needs. */
export interface Gap {
  readonly kind: GapKind;
  /** The entry as the file names it (`node_modules/a`), or the file itself. */
  readonly item: string;
  /** A clause without a full stop. */
  readonly reason: string;
  /** What makes it the same gap in the next run; the reason where it is not given (a number in it changes with every install). */
  readonly identity?: string;
  /** What to do, where more fits than the rule says: a sentence. */
  readonly advice?: string;
  readonly location?: Location;
  /** The component whose own dependencies are not all known. */
  readonly componentId?: string;
}

/** Something that was seen and not read. */
export interface Skipped {
  /**
   * `excluded`: it is not the project's (installed packages, fixtures), or another file wins over it. `unselected`: the settings
   * leave it out. `unsupported`: no reader for it in this version. `unreadable`: it is broken. `unlocked`: a manifest that asks for
   * packages without a lockfile. `absent`: git tracks it and its content is not in the work tree. All but the first leave something
   * out, and all but the first two are findings.
   */
  readonly kind: "excluded" | "unselected" | "unsupported" | "unreadable" | "unlocked" | "absent";
  /** Relative to the root. */
  readonly item: string;
  /** A clause without a full stop. */
  readonly reason: string;
  /** What to do, where more fits than the rule says: a sentence. */
  readonly advice?: string;
  readonly ecosystem?: string;
  /** More files of the same kind below it, which are not listed one by one. */
  readonly others?: readonly string[];
}

export interface Inventory {
  readonly graphs: readonly PackageGraph[];
  /** What was seen and not read, with the reason. Sorted by item. */
  readonly skipped: readonly Skipped[];
}

/** Whether every package of the project is known, though perhaps not who needs what. */
export function knowsAllPackages({ graphs, skipped }: Inventory): boolean {
  const hidesPackages = ({ kind }: Gap) =>
    kind === "entry" || kind === "stale" || kind === "transitive";
  return (
    skipped.every(({ kind }) => kind === "excluded") &&
    graphs.every(({ gaps }) => !gaps.some(hidesPackages))
  );
}

/** Whether packages or edges may be missing because of a gap. */
export function isIncomplete({ kind }: Pick<Gap, "kind">): boolean {
  return kind !== "no-integrity";
}
