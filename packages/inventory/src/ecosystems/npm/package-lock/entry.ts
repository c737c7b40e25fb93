import type { GapKind } from "../../../graph.ts";

/** The names and ranges that a package asks for. */
export type Requirements = ReadonlyMap<string, string>;

/** One entry of `packages`, as far as it was understood: https://docs.npmjs.com/cli/configuring-npm/package-lock-json. */
export interface NpmEntry {
  /** The folder relative to the lockfile: `""`, `node_modules/a`, `packages/b`. */
  readonly key: string;
  /** 1-based. */
  readonly line: number | undefined;
  /** Given where it differs from the last part of the key: the real name of an alias, the name of a workspace. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  /** The licence as declared, of any shape. */
  readonly license: unknown;
  /** The flags that are set, of those in `NPM_FLAGS`. */
  readonly flags: ReadonlySet<NpmFlag>;
  readonly dependencies: Requirements;
  readonly optionalDependencies: Requirements;
  readonly peerDependencies: Requirements;
  readonly devDependencies: Requirements;
  /** The peers that `peerDependenciesMeta` calls optional. */
  readonly optionalPeers: ReadonlySet<string>;
  /** Patterns of workspace folders. */
  readonly workspaces: readonly string[];
}

export const NPM_FLAGS = [
  "link",
  "dev",
  "optional",
  "devOptional",
  "peer",
  "inBundle",
  "extraneous",
  "hasInstallScript",
  "deprecated",
] as const;
export type NpmFlag = (typeof NPM_FLAGS)[number];

export interface NpmLockfile {
  /** The project's name as the top of the file gives it. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** It was made of nested `dependencies`, as version 1 writes them. */
  readonly nested: boolean;
  /** By key. Holds the root, `""`, always. */
  readonly entries: ReadonlyMap<string, NpmEntry>;
  readonly problems: readonly NpmProblem[];
}

/** Something in the lockfile that was not understood. */
export interface NpmProblem {
  /** The key of the entry; `""` for the file as a whole. */
  readonly key: string;
  readonly reason: string;
  readonly line?: number | undefined;
  /** As in `Gap`. */
  readonly kind?: GapKind;
  readonly identity?: string;
  readonly advice?: string;
}
