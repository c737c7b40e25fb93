import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { ExternalError } from "@assay/core";
import { codeOf } from "../archive/window.ts";
import { sweep, temporaryPath } from "./temporary.ts";

/** A file that is written from its start to its end, and a place where it may be read again. */
export interface Sink {
  readonly position: () => number;
  write(bytes: Uint8Array): void;
  /** Valid until the next call. */
  read(offset: number, length: number): Buffer;
}

/**
 * Writes a file beside its place and puts it there in one step: whoever reads has the old one or the new one, also while several
 * jobs write it.
 *
 * @throws ExternalError when it can't be written: no room, no right.
 */
export async function replaceFile<T>(target: string, fill: (sink: Sink) => Promise<T>): Promise<T> {
  const path = temporaryPath(target, "tmp");
  try {
    mkdirSync(dirname(target), { recursive: true });
    sweep(dirname(target));
    const result = await withFile(path, fill);
    renameSync(path, target);
    return result;
  } catch (error) {
    discard(path);
    throw error instanceof Error && "syscall" in error ? unwritable(target, error) : error;
  }
}

/** A file that is gone when `use` is done. */
export async function withSpool<T>(beside: string, use: (sink: Sink) => Promise<T>): Promise<T> {
  const path = temporaryPath(beside, "tmp");
  try {
    return await withFile(path, use);
  } finally {
    discard(path);
  }
}

/** What failed before says why. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

async function withFile<T>(path: string, use: (sink: Sink) => Promise<T>): Promise<T> {
  const file = openSync(path, "wx+", 0o644);
  let end = 0;
  let held = Buffer.alloc(0);
  try {
    return await use({
      position: () => end,
      write(bytes) {
        for (let done = 0; done < bytes.length; )
          done += writeSync(file, bytes, done, bytes.length - done, end + done);
        end += bytes.length;
      },
      read(offset, length) {
        if (length > held.length) held = Buffer.allocUnsafe(length);
        readSync(file, held, 0, length, offset);
        return held.subarray(0, length);
      },
    });
  } finally {
    closeSync(file);
  }
}

/** A failure to write below the store, as an error that says what to do. */
export function unwritable(target: string, cause: unknown): ExternalError {
  return new ExternalError(`${target} can't be written (${codeOf(cause)})`, {
    hint: "Free some room, or name another folder with `advisory-store`.",
    cause,
  });
}
