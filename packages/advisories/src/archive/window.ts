import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { ExternalError } from "@assay/core";

/** A file that is read in places, mostly one after another. */
export interface FileWindow {
  readonly size: number;
  /**
   * The bytes at a place: valid until the next call.
   *
   * @throws ExternalError when the file ends before.
   */
  at(offset: number, length: number): Buffer;
  close(): void;
}

const WINDOW = 1 << 18;

/** @throws ExternalError when there is no such file, or it is none. */
export function openWindow(path: string): FileWindow {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw new ExternalError(`${path} can't be read (${codeOf(cause)})`, { cause });
  }
  const status = fstatSync(file);
  if (!status.isFile()) {
    closeSync(file);
    throw new ExternalError(`${path} is no regular file`);
  }
  let start = 0;
  const own = Buffer.allocUnsafe(Math.min(WINDOW, status.size));
  let held: Buffer = own.subarray(0, 0);
  return {
    size: status.size,
    at(offset, length) {
      if (offset < start || offset + length > start + held.length) {
        if (!(offset >= 0 && length >= 0 && offset + length <= status.size)) throw ends(path);
        const size = Math.min(Math.max(length, WINDOW), status.size - offset);
        held = size > own.length ? Buffer.allocUnsafe(size) : own.subarray(0, size);
        start = offset;
        for (let read = 0; read < held.length; ) {
          const more = readSync(file, held, read, held.length - read, offset + read);
          if (more === 0) throw ends(path);
          read += more;
        }
      }
      return held.subarray(offset - start, offset - start + length);
    },
    close: () => closeSync(file),
  };
}

/** A file in parts, each valid until the next is taken. */
export function* partsOf(path: string): Generator<Buffer> {
  const file = openWindow(path);
  try {
    for (let at = 0; at < file.size; at += WINDOW)
      yield file.at(at, Math.min(WINDOW, file.size - at));
  } finally {
    file.close();
  }
}

function ends(path: string): ExternalError {
  return new ExternalError(`${path} ends before what it says it holds: it is truncated or damaged`);
}

/** The code of a failure of the file system, for messages. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
