import type { Fragment } from "../engine/fragment.ts";

/** What a source hands to the scan. */
export interface SourceFragment extends Fragment {
  /** ISO 8601: when the text came into the history. */
  readonly authoredAt?: string;
}

/** What a source looked at and what it left out, filled while it is read. */
export interface ScanStats {
  commits: number;
  files: number;
  bytes: number;
  /** Fragments of files that were there for the rules, and those of them that an allowlist left out. */
  offered: number;
  leftOut: number;
  /** By path: a file of many commits is listed once. */
  readonly skipped: Map<string, string>;
  /** Files that should have been read and could not: each is a finding. */
  readonly unreadable: Map<string, string>;
  /** By commit: the files that it deletes. Tells what was moved. */
  readonly deleted: Map<string, Set<string>>;
}

export function newScanStats(): ScanStats {
  return {
    commits: 0,
    files: 0,
    bytes: 0,
    offered: 0,
    leftOut: 0,
    skipped: new Map(),
    unreadable: new Map(),
    deleted: new Map(),
  };
}
