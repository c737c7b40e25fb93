import type { ExternalError } from "@assay/core";
import { decodePath } from "../objects/names.ts";
import { unreadable } from "../repository/output.ts";
import { fromSeconds } from "../revisions/revision.ts";
import { statusOf } from "./changes.ts";
import type { CommitInfo, FilePatch } from "./patch.ts";
import type { DiffView } from "./view.ts";

/** A record of git's raw format: a file that the patch text below it is about. */
export interface RawEntry {
  readonly status: FilePatch["status"];
  readonly mode: string;
  readonly blob: string | undefined;
  /** How many `diff --git` blocks it has: a type change is printed as deletion and creation. */
  readonly blocks: number;
  /** Renames have two paths; the second is the new one. */
  readonly paths: number;
  /** What it is compared with; more than one: the patch is a combined diff. */
  readonly parents: number;
}

/** Reads `:100644 100644 <old> <new> R100`, as printed with `--no-abbrev`. */
export function parseRawEntry(record: Buffer): RawEntry {
  if (record[1] === COLON) return parseMergeEntry(record);
  const match =
    /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(record.toString("latin1")) ?? [];
  const [, mode, oid, letter] = match;
  if (mode === undefined || oid === undefined || letter === undefined) throw unknownRecord(record);
  const renamed = letter === "R" || letter === "C";
  return {
    status: renamed ? "renamed" : letter === "U" ? "unmerged" : statusOf(letter),
    mode,
    blob: mode === "000000" ? undefined : oid,
    blocks: letter === "T" ? 2 : letter === "U" ? 0 : 1,
    paths: renamed ? 2 : 1,
    parents: 1,
  };
}

const COLON = 0x3a;

/** Reads `::<mode 1> <mode 2> <mode> <object 1> <object 2> <object> MM`: a colon, a mode, an object and a letter for each parent. */
function parseMergeEntry(record: Buffer): RawEntry {
  const [, colons = "", rest = ""] = /^(:+)(.*)$/.exec(record.toString("latin1")) ?? [];
  const parents = colons.length;
  const fields = rest.split(" ");
  const [mode, oid, letters] = [fields[parents], fields[2 * parents + 1], fields.at(-1)];
  const isWhole =
    fields.length === 2 * parents + 3 &&
    fields.slice(0, parents + 1).every((field) => /^\d{6}$/.test(field)) &&
    fields.slice(parents + 1, -1).every((field) => /^[0-9a-f]+$/.test(field)) &&
    letters?.length === parents &&
    /^[AMDT]+$/.test(letters);
  if (!isWhole || mode === undefined || letters === undefined) {
    throw unknownRecord(record);
  }
  const isSame = letters === letters.charAt(0).repeat(parents);
  return {
    status: isSame ? statusOf(letters.charAt(0)) : "modified",
    mode,
    blob: mode === "000000" ? undefined : oid,
    blocks: 1,
    paths: 1,
    parents,
  };
}

function unknownRecord(record: Buffer): ExternalError {
  return unreadable(`the record ${JSON.stringify(record.toString("latin1", 0, 80))}`);
}

export function filePatch(entry: RawEntry, path: Buffer): Omit<FilePatch, "hunks" | "binary"> {
  const { status, mode, blob } = entry;
  return { path: decodePath(path), status, mode, ...(blob === undefined ? {} : { blob }) };
}

/** Reads the header that `commitFormat` asks for, without the mark before and the NUL after it. */
export function parseCommit(
  header: Buffer,
  view: Pick<DiffView, "authorOf" | "messageOf">,
): CommitInfo {
  const lines = header.toString("utf8").split("\n");
  const [sha = "", parents = "", authorName = "", authorEmail = "", seconds = ""] = lines;
  const message = lines.slice(5).join("\n");
  return {
    sha,
    parents: parents === "" ? [] : parents.split(" "),
    authorName: view.authorOf(authorName),
    authorEmail: view.authorOf(authorEmail),
    authoredAt: fromSeconds(seconds),
    message: view.messageOf(message),
  };
}

/** Reads `@@ -3,2 +5 @@ …`: counts are 1 where they are not given. */
export function parseHunkHeader(text: string): {
  readonly removed: number;
  readonly startLine: number;
  readonly added: number;
} {
  const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text);
  if (match === null) throw unreadable(`the hunk header ${JSON.stringify(text)}`);
  return {
    removed: Number(match[1] ?? 1),
    startLine: Number(match[2]),
    added: Number(match[3] ?? 1),
  };
}

/** The lines that stand between `diff --git` and the first hunk. What is in them, the raw record said already. */
const FILE_HEADERS = [
  "index ",
  "--- ",
  "+++ ",
  "new file mode ",
  "deleted file mode ",
  "old mode ",
  "new mode ",
  "mode ",
  "similarity index ",
  "dissimilarity index ",
  "rename from ",
  "rename to ",
  "copy from ",
  "copy to ",
  "* Unmerged path ",
] as const;

export function isFileHeader(line: string): boolean {
  return FILE_HEADERS.some((known) => line.startsWith(known));
}
