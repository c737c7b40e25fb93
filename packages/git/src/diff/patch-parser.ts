import { createFieldReader } from "../objects/fields.ts";
import { unreadable } from "../repository/output.ts";
import { createCombinedHunk, isCombinedLine } from "./combined-hunk.ts";
import type { HunkText } from "./hunk-text.ts";
import { createHunkText } from "./hunk-text.ts";
import type { Hunk } from "./patch.ts";
import type { RawEntry } from "./patch-header.ts";
import {
  filePatch,
  isFileHeader,
  parseCommit,
  parseHunkHeader,
  parseRawEntry,
} from "./patch-header.ts";
import type { ParsedPiece } from "./pieces.ts";
import { createPieces } from "./pieces.ts";
import type { DiffView } from "./view.ts";
import { EVERYTHING } from "./view.ts";

export interface PatchParser {
  /** Takes the next bytes of git's output and returns what got ready. @throws ExternalError when they make no sense. */
  push(chunk: Buffer): readonly ParsedPiece[];
  /** @throws ExternalError when the output stopped in the middle. */
  end(): readonly ParsedPiece[];
}

export interface ParserOptions {
  /** `EVERYTHING` where it is not given. */
  readonly view?: DiffView;
  /** False: files that became a link, or the other way, are left out. */
  readonly typeChanges?: boolean;
}

const NUL = 0x00;
const MARK = 0x01;
const NEWLINE = 0x0a;
const PLUS = 0x2b;
const MINUS = 0x2d;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Where the parser stands; `block` is the start of a line outside of hunks, `lines` one inside. */
type State =
  | "start"
  | "commit"
  | "record"
  | "path"
  | "block"
  | "header"
  | "lines"
  | "removed"
  | "added"
  | "no-newline"
  | "combined"
  | "combined-line";

/**
 * Reads what `diffOptions` makes git print: `\x01 header NUL`, raw records, then the patch text of each file. Names and kinds
 * come from the raw records alone, and hunks are read by their line counts (those of merges by how their lines begin): no line
 * of content is ever taken for a header.
 */
export function createPatchParser(
  { view = EVERYTHING, typeChanges = true }: ParserOptions = {},
  text: HunkText = createHunkText(view.hunkBytes),
): PatchParser {
  const pieces = createPieces();
  const input = createFieldReader();
  let state: State = "start";
  let entry: RawEntry | undefined;
  let pathsLeft = 0;
  /** Files named by the raw records whose patch text has not come yet. */
  let awaited: { readonly entry: RawEntry; readonly path: Buffer; blocksLeft: number }[] = [];
  let current = 0;
  let muted = false;
  let removedLeft = 0;
  let addedLeft = 0;
  let lastWasAdded = false;
  let wasCut = false;
  /** Of the file whose block was begun last. */
  let parents = 1;

  const emitHunk = (hunk: Hunk) => {
    if (!muted) pieces.addHunk(hunk);
  };
  const combined = createCombinedHunk(text, emitHunk);
  const endHunk = () => {
    if (!text.isEmpty || (view.emptyHunks && !wasCut)) emitHunk(text.take());
    state = "block";
  };
  const endFiles = () => {
    const missing = awaited[current];
    if (missing !== undefined) {
      throw unreadable(`no patch for ${JSON.stringify(String(missing.path))}`);
    }
    awaited = [];
    current = 0;
  };
  const beginBlock = () => {
    const next = awaited[current];
    if (next === undefined) throw unreadable("a patch for a file that it did not name");
    const { status, blocks } = next.entry;
    next.blocksLeft--;
    parents = next.entry.parents;
    if (next.blocksLeft === 0) current++;
    // Of the two blocks of a type change, the deletion comes first.
    muted =
      next.blocksLeft > 0 ||
      (status === "deleted" && !view.deletedFiles) ||
      (blocks === 2 && !typeChanges);
    if (!muted) pieces.beginFile(filePatch(next.entry, next.path));
  };
  const readHeader = (line: Buffer) => {
    state = "block";
    const head = line.toString("latin1", 0, 100);
    if (head.startsWith("@@ ")) {
      const hunk = parseHunkHeader(head);
      removedLeft = hunk.removed;
      addedLeft = hunk.added;
      lastWasAdded = wasCut = false;
      text.begin(hunk.startLine);
      state = "lines";
    } else if (head.startsWith("@@@") && parents > 1) {
      combined.begin(line.toString("latin1"), parents);
      state = "combined";
    } else if (head.startsWith("diff --git ") || head.startsWith("diff --combined ")) beginBlock();
    else if (head.startsWith("Binary files ")) {
      if (!muted) pieces.markBinary();
    } else if (!isFileHeader(head)) throw unreadable(JSON.stringify(head.slice(0, 80)));
  };
  const readContent = (added: boolean) => {
    const { chunk, at } = input;
    const found = chunk.indexOf(NEWLINE, at);
    const end = found < 0 ? chunk.length : found + 1;
    input.at = end;
    if (added) {
      const full = text.add(chunk, at, end, found >= 0);
      if (full !== undefined) {
        wasCut = true;
        emitHunk(full);
      }
    }
    if (found < 0) return;
    if (added) addedLeft--;
    else removedLeft--;
    lastWasAdded = added;
    state = "lines";
  };
  /** Judges the first byte of a line inside a hunk. */
  const beginLine = (byte: number | undefined) => {
    if (byte === BACKSLASH) state = "no-newline";
    else if (removedLeft + addedLeft === 0) return endHunk();
    else if (byte === PLUS && addedLeft > 0) state = "added";
    else if (byte === MINUS && removedLeft > 0) state = "removed";
    else throw unreadable("a hunk with fewer lines than its header says");
    input.at++;
  };
  const step = () => {
    const byte = input.chunk[input.at];
    switch (state) {
      case "start":
      case "block":
        if (byte === MARK) {
          endFiles();
          state = "commit";
          input.at++;
        } else if (state === "block") state = "header";
        // Git puts a NUL after the header of a merge, a line break after any other.
        else if (byte === NEWLINE || byte === NUL) input.at++;
        else if (byte === COLON) state = "record";
        else throw unreadable(`byte ${byte} where a commit begins`);
        return;
      case "commit": {
        const header = input.field(NUL);
        if (header === undefined) return;
        pieces.beginCommit(parseCommit(header, view));
        state = "start";
        return;
      }
      case "record": {
        const record = input.field(NUL);
        if (record === undefined) return;
        if (record.length === 0) {
          state = "block";
          return;
        }
        entry = parseRawEntry(record);
        pathsLeft = entry.paths;
        state = "path";
        return;
      }
      case "path": {
        const path = input.field(NUL);
        if (path === undefined || entry === undefined || --pathsLeft > 0) return;
        if (entry.blocks === 0) pieces.beginFile(filePatch(entry, path));
        else awaited.push({ entry, path, blocksLeft: entry.blocks });
        state = "record";
        return;
      }
      case "header": {
        const line = input.field(NEWLINE);
        if (line !== undefined) readHeader(line);
        return;
      }
      case "no-newline":
        if (input.field(NEWLINE) === undefined) return;
        if (lastWasAdded) text.dropNewline();
        state = "lines";
        return;
      case "lines":
        return beginLine(byte);
      case "combined":
        if (isCombinedLine(byte)) state = "combined-line";
        else endHunk();
        return;
      case "combined-line": {
        const line = input.field(NEWLINE);
        if (line === undefined) return;
        combined.line(line);
        state = "combined";
        return;
      }
      case "added":
      case "removed":
        return readContent(state === "added");
    }
  };
  return {
    push(chunk) {
      input.chunk = chunk;
      input.at = 0;
      while (input.at < chunk.length) step();
      return pieces.take();
    },
    end() {
      if (state === "combined" || (state === "lines" && removedLeft + addedLeft === 0)) endHunk();
      if ((state !== "start" && state !== "block") || input.isInside) {
        throw unreadable("it stops in the middle");
      }
      endFiles();
      pieces.end();
      return pieces.take();
    },
  };
}
