import type {
  ComponentKind,
  EdgeCompleteness,
  EdgeKind,
  GapKind,
  PackageArtifact,
  Scope,
} from "../graph.ts";

/** A package as one lockfile tells it from the others. */
export interface LockNode {
  /** Unique in the lockfile; what its gaps are named after. */
  readonly key: string;
  /** The real name. */
  readonly name: string;
  /** Whose package it is, where that is not the lockfile's ecosystem. */
  readonly ecosystem?: string;
  readonly version?: string | undefined;
  /** Where it stands, if not in the lockfile itself; relative to the root. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number | undefined;
  readonly kind?: ComponentKind;
  /** The project or one that is developed beside it. */
  readonly firstParty: boolean;
  readonly purl?: string | undefined;
  readonly artifacts?: readonly PackageArtifact[];
  readonly flags?: readonly string[];
  readonly declaredLicense?: unknown;
  /** As in `Component`. */
  readonly installPath?: string | undefined;
  /** How it is needed by the file's own words, where the file has such. */
  readonly statedScope?: Scope | undefined;
  /** It comes from a server: `checked` against something that the lockfile states, or not. */
  readonly download?: "checked" | "unchecked" | undefined;
}

/** One package asks for another. */
export interface LockEdge {
  /** Keys of nodes. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** As it is written. */
  readonly requirement?: string | undefined;
  /** The name that is asked for, where it is not the target's own. */
  readonly alias?: string | undefined;
  readonly condition?: string | undefined;
}

/** Something that was not understood, or does not fit. */
export interface LockProblem {
  /** The package whose own dependencies are not all known. */
  readonly node?: LockNode | undefined;
  /** The entry as the lockfile names it; the node, or the lockfile itself, where it is not given. */
  readonly item?: string;
  readonly reason: string;
  /** As in `LockNode`. */
  readonly file?: string;
  readonly line?: number | undefined;
  /** `entry` where it is not given. */
  readonly kind?: GapKind;
  readonly identity?: string;
  readonly advice?: string | undefined;
}

/** What a reader found in one file. */
export interface LockParts {
  /** Of the lockfile, relative to the root. */
  readonly path: string;
  readonly format: string;
  readonly ecosystem: string;
  /** The packages that the file belongs to; none where nobody knows what the project itself asks for. */
  readonly roots: readonly LockNode[];
  /** Roots included. */
  readonly nodes: readonly LockNode[];
  readonly edges: readonly LockEdge[];
  readonly edgeCompleteness: EdgeCompleteness;
  /** Keys of nodes of which the file does not say what they need, though it says it of others. */
  readonly withoutEdges?: readonly string[];
  readonly problems: readonly LockProblem[];
  /** Manifests, relative to the root. */
  readonly covers: readonly string[];
  /** What helps where packages have no checksum: a sentence; `false` where the format has none and nobody can add any. */
  readonly integrityAdvice?: string | false;
}
