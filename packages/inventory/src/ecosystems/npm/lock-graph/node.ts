import type { ComponentKind, EdgeKind, GapKind, PackageArtifact } from "../../../graph.ts";

/** A package as one lockfile tells it from the others. */
export interface LockNode {
  /** Unique in the lockfile; what its gaps are named after. */
  readonly key: string;
  /** The real name. */
  readonly name: string;
  readonly version?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  readonly kind?: ComponentKind;
  /** The project or a member of its workspace. */
  readonly firstParty: boolean;
  readonly purl?: string | undefined;
  readonly artifacts: readonly PackageArtifact[];
  readonly flags: readonly string[];
  /** As in `Component`. */
  readonly patches?: readonly string[];
  readonly installPath?: string | undefined;
  /** The platforms that it is made for, as `platformCondition` writes them. */
  readonly condition?: string | undefined;
  /** It comes from a server: `checked` against something that the lockfile states, or not. */
  readonly download?: "checked" | "unchecked";
}

export interface LockEdge {
  readonly from: LockNode;
  readonly to: LockNode;
  readonly kind: EdgeKind;
  /** The name that is asked for. */
  readonly name: string;
  /** As it is written; nothing where the lockfile does not keep it. */
  readonly range?: string | undefined;
}

/** Something in the lockfile that was not understood. */
export interface LockProblem {
  /** The entry, as the lockfile names it; the lockfile itself where it is not given. */
  readonly item?: string;
  /** The package whose own dependencies are not all known. */
  readonly node?: LockNode | undefined;
  readonly reason: string;
  readonly line?: number | undefined;
  /** `entry` where it is not given. */
  readonly kind?: GapKind;
  readonly identity?: string;
  readonly advice?: string;
}
