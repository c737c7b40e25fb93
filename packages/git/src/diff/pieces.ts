import type { CommitInfo, DiffPiece, FilePatch, Hunk } from "./patch.ts";

export interface ParsedPiece extends DiffPiece {
  /** Absent in a diff that is not of a commit. */
  readonly commit: CommitInfo | undefined;
}

/** Gathers files and hunks until a commit is whole or its text is large, so that no diff is ever held whole. */
export interface Pieces {
  beginCommit(commit: CommitInfo): void;
  beginFile(file: Omit<FilePatch, "hunks" | "binary">): void;
  markBinary(): void;
  addHunk(hunk: Hunk): void;
  end(): void;
  /** What got ready since the last call. */
  take(): readonly ParsedPiece[];
}

/** Characters of text after which a piece comes before its commit is whole. */
const PIECE_LENGTH = 4 * 1024 * 1024;

interface OpenFile {
  readonly file: Omit<FilePatch, "hunks" | "binary">;
  binary: boolean;
  hunks: Hunk[];
  reported: boolean;
}

export function createPieces(): Pieces {
  let ready: ParsedPiece[] = [];
  let commit: CommitInfo | undefined;
  let files: FilePatch[] = [];
  let open: OpenFile | undefined;
  let length = 0;
  let begun = false;

  const emitFile = () => {
    if (open === undefined || (open.reported && open.hunks.length === 0)) return;
    files.push({ ...open.file, binary: open.binary, hunks: open.hunks });
    open.reported = true;
    open.hunks = [];
  };
  const emitPiece = (complete: boolean) => {
    ready.push({ commit, files, complete });
    files = [];
    length = 0;
  };
  const end = () => {
    emitFile();
    open = undefined;
    if (begun || files.length > 0) emitPiece(true);
    begun = false;
  };
  return {
    beginCommit(next) {
      end();
      commit = next;
      begun = true;
    },
    beginFile(file) {
      emitFile();
      begun = true;
      open = { file, binary: false, hunks: [], reported: false };
    },
    markBinary() {
      if (open !== undefined) open.binary = true;
    },
    addHunk(hunk) {
      open?.hunks.push(hunk);
      length += hunk.addedText.length;
      if (length < PIECE_LENGTH) return;
      emitFile();
      emitPiece(false);
    },
    end,
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
  };
}
