import type { CommitRange } from "../commit-range.ts";

/** What of a history a diff shows. The rest of this room reads these fields and knows no view by name. */
export interface DiffView {
  /** For `git log`. Fields by line: name, parents, author, e-mail, author date, then the message up to a NUL. */
  readonly commitFormat: string;
  /** Options of git for every diff. */
  readonly options: readonly string[];
  /** Only what lies below the root folder, with paths relative to it. */
  readonly inFolder: boolean;
  /** The lines of merges that none of their parents has; without, merges have no diff. */
  readonly merges: boolean;
  /** Hunks that only remove lines, as hunks without text. */
  readonly emptyHunks: boolean;
  readonly deletedFiles: boolean;
  typeChanges(range: CommitRange): boolean;
  /** Bytes of added lines above which a hunk is cut, after a line. */
  readonly hunkBytes: number;
  authorOf(text: string): string;
  messageOf(text: string): string;
}

/** No setting or attribute of the repository hides or alters content, and a rename is a deletion and an addition. */
export const EVERYTHING: DiffView = {
  // \x01 never begins a line of a diff.
  commitFormat: "--format=%x01%H%n%P%n%an%n%ae%n%at%n%B",
  options: ["--text", "--no-renames"],
  inFolder: true,
  merges: true,
  emptyHunks: false,
  deletedFiles: true,
  typeChanges: () => true,
  hunkBytes: 16 * 1024 * 1024,
  authorOf: (text) => text,
  messageOf: (text) => text,
};
