import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Artifact } from "@assay/core";
import { ExternalError, InternalError, isInside } from "@assay/core";
import type { DocumentPlace } from "../prepare/document-place.ts";

/** A file that a run wrote. */
export interface WrittenFile {
  /** The artifact's or report's name. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/**
 * Writes each artifact to its `destination` below `root`, or else to the place for documents; without such a place those without
 * a destination are not written.
 *
 * @throws ExternalError when a file can't be written, or a link leads its folder out of the root.
 */
export async function writeArtifacts(
  artifacts: readonly Artifact[],
  root: string,
  documents: DocumentPlace | undefined,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const { name, destination, bytes } of artifacts) {
    const place = destination === undefined ? documents : { folder: root, file: destination };
    if (place === undefined) continue;
    written.push({ name, path: await writeInside(place.folder, place.file ?? name, bytes) });
  }
  return written;
}

/**
 * Writes a file below `folder` in one step: a reader sees the old file or the new one, never half of it. A symbolic link
 * in its place is replaced, not followed. Nothing else of a run goes on meanwhile: the calls of `node:fs/promises` would take
 * more time than the writing itself.
 *
 * @param isDurable The file is on the disk before it takes the place of the old one: nobody can make it again.
 * @returns The absolute path.
 */
export async function writeInside(
  folder: string,
  name: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  isDurable = false,
): Promise<string> {
  const path = resolve(folder, name);
  if (isAbsolute(name) || path === resolve(folder) || !isInside(resolve(folder), path)) {
    throw new InternalError(
      `A document is named ${JSON.stringify(name)}, which leads out of its folder`,
    );
  }
  try {
    makeFolder(dirname(path));
    const [top, real] = [folder, dirname(path)].map((each) => realpathSync.native(each));
    if (top === undefined || real === undefined || !isInside(top, real)) {
      throw new ExternalError(
        `${name} was not written: a symbolic link leads its folder out of ${folder}`,
      );
    }
    if (
      relative(top, real)
        .split(sep)
        .some((part) => part.toLowerCase() === ".git")
    ) {
      throw new ExternalError(`${name} was not written: its folder belongs to git`);
    }
    replaceFile(path, content, isDurable);
    return path;
  } catch (cause) {
    if (cause instanceof ExternalError) throw cause;
    throw new ExternalError(
      `${path} could not be written: ${cause instanceof Error ? cause.message : cause}`,
      {
        hint: "Check that the folder may be written to and that the disk is not full.",
        cause,
      },
    );
  }
}

/** Not with `recursive`: below /proc and its like Node tries that for ever. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder && !isFolder(parent)) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another run may have been faster.
    if (!isFolder(folder)) throw cause;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** So that whoever finds a temporary file can tell whether its process still runs. */
const PROCESS = process.pid.toString(16).padStart(8, "0");

/** Takes away what processes that were killed left in a folder, where it may be listed and they are ours: what was written is there anyway. */
export function clearLeft(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = /^\.assay-([0-9a-f]{8})[0-9a-f]{8}\.tmp$/.exec(name)?.[1];
      if (pid !== undefined && isOver(Number.parseInt(pid, 16))) rmSync(join(folder, name));
    }
  } catch {}
}

function isOver(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    // A process of another user runs as well.
    return (error as { code?: unknown }).code === "ESRCH";
  }
}

function replaceFile(
  path: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  isDurable: boolean,
): void {
  // Two runs may write the same report at once: the name of the temporary file must not be shared, and is in no output.
  const temporary = join(dirname(path), `.assay-${PROCESS}${randomBytes(4).toString("hex")}.tmp`);
  try {
    const file = openSync(temporary, "wx");
    try {
      const isWhole = typeof content === "string" || content instanceof Uint8Array;
      for (const part of isWhole ? [content] : content) writeFileSync(file, part);
      if (isDurable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
