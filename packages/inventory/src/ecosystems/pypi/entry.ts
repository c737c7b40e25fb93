import type { GapKind, PackageArtifact, Scope } from "../../graph.ts";
import type { PythonSource } from "./source.ts";

/** One package of a lockfile, whichever format that has. */
export interface PythonEntry {
  /** Names it in its file: `requests 2.32.5`. */
  readonly key: string;
  /** Normalised. */
  readonly name: string;
  readonly version: string | undefined;
  /** What is asked for where no version is fixed; empty for any. */
  readonly unpinned?: string;
  /** 1-based. */
  readonly line: number | undefined;
  /** The file that names it, where it is not the lockfile. */
  readonly path?: string;
  readonly source: PythonSource;
  /** Its files, sdists and wheels, each with its own hashes. */
  readonly artifacts: readonly PackageArtifact[];
  /** How it is needed by the file's own words, where the file has such. */
  readonly statedScope?: Scope;
  /** Whether a first-party package asks for it, where the file says so without edges. */
  readonly isDirect?: boolean;
}

/** One package asks for another. */
export interface Need {
  /** Keys of entries. */
  readonly from: string;
  readonly to: string;
  /** The extra or the dependency group of `from` that asks for it; the package itself where none is given. */
  readonly extra?: string;
  readonly group?: string;
  /** Why it is asked for only by somebody who chose an extra or a group of another package. */
  readonly chosenBy?: "extra" | "group";
  /** The extras of `to` that are asked for. */
  readonly extras: readonly string[];
  readonly requirement?: string;
  readonly condition?: string;
}

/** Something in a lockfile that was not understood. */
export interface Problem {
  /** The entry's key; absent for the file as a whole. */
  readonly key?: string | undefined;
  readonly reason: string;
  readonly line?: number | undefined;
  /** The file, where it is not the lockfile. */
  readonly path?: string;
  /** As in `Gap`; an entry where it is not given. */
  readonly kind?: GapKind;
  readonly identity?: string;
  readonly advice?: string;
}
