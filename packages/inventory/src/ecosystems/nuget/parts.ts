import type { EdgeKind } from "../../graph.ts";

/** A package or a project as one target framework gets it. */
export interface NuGetEntry {
  /** As it is written; ids differ in more than case. */
  readonly id: string;
  readonly version: string | undefined;
  readonly isProject: boolean;
  readonly line: number | undefined;
  /** Ranges by id in lower case. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** How the project itself asks for it; absent where it does not. */
  readonly asked?: { readonly kind: EdgeKind; readonly requirement: string | undefined };
  /** What the content must be: the SHA-512 of the archive without its signature, so not of the archive. */
  readonly contentHash?: string | undefined;
  /** Of a project, where the file says it. */
  readonly projectPath?: string | undefined;
}

/** What one target framework, or one runtime of it, gets. */
export interface NuGetTarget {
  /** `net8.0`, `net8.0/win-x64`. */
  readonly name: string;
  /** Of a runtime: its framework. */
  readonly framework?: string;
  /** By id in lower case. A runtime has all that its framework has, and its own in place of that. */
  readonly entries: ReadonlyMap<string, NuGetEntry>;
}

/** Something that was not understood. */
export interface NuGetProblem {
  readonly item?: string;
  readonly reason: string;
  readonly line?: number | undefined;
}
