import type { LockfileGraph, SkippedLockfile } from "../graph.ts";
import type { Origin } from "../origin.ts";

/** What a parser gets: text, never a path on disk. */
export interface LockfileInput {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  readonly origin: Origin | undefined;
  /** The text of another file, relative to the root; `undefined` where there is none or it can't be read. */
  readText(path: string): Promise<string | undefined>;
}

/** @throws UsageError when nothing of the file can be understood. */
export type LockfileParser = (input: LockfileInput) => Promise<LockfileGraph>;

/** What is known once all lockfiles were looked at. */
export interface Looked {
  /** Every file outside excluded folders, relative to the root. */
  readonly paths: readonly string[];
  readonly lockfiles: readonly LockfileGraph[];
  readonly skipped: readonly SkippedLockfile[];
  readText(path: string): Promise<string | undefined>;
}

export interface Ecosystem {
  /** The purl type, where there is one. */
  readonly id: string;
  /** For people: "Go". */
  readonly title: string;
  /** File names. */
  readonly files: readonly (string | RegExp)[];
  /** Only the first of `files` that is present in a folder is read. */
  readonly onePerFolder?: boolean;
  /** Absent where the files are known and not read by this version. */
  readonly parse?: LockfileParser;
  /** Manifests that ask for packages and that no lockfile covers. */
  readonly findUnlocked?: (looked: Looked) => Promise<readonly SkippedLockfile[]>;
}
