import { fstatSync, writeSync } from "node:fs";
import { ExternalError } from "@assay/core";
import type { Output } from "./terminal.ts";

/** One of the process's own streams. */
export interface ProcessOutput extends Output {
  /**
   * Settles once everything was written.
   *
   * @throws ExternalError when something could not be: the disk is full, or whoever read it went away.
   */
  flush(): Promise<void>;
}

/**
 * Connects stdout or stderr. What can't be written is remembered, and not thrown where it happens: `flush` throws it.
 *
 * @param name As people call it.
 */
export function processOutput(
  stream: NodeJS.WriteStream,
  name: "stdout" | "stderr",
): ProcessOutput {
  const fd = name === "stdout" ? 1 : 2;
  let failure: NodeJS.ErrnoException | undefined;
  const fail = (error: NodeJS.ErrnoException | null | undefined) => {
    failure ??= error ?? undefined;
  };
  stream.on("error", fail);
  let last = Promise.resolve();
  const queue = (content: string | Uint8Array) => {
    last = new Promise((resolve) => {
      stream.write(content, (error) => {
        fail(error);
        resolve();
      });
    });
  };
  const direct = (content: string | Uint8Array) => {
    try {
      writeWhole(fd, typeof content === "string" ? Buffer.from(content) : content);
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  };
  const write = !stream.isTTY && isFile(fd) ? direct : queue;
  return {
    isTTY: stream.isTTY === true,
    // Some terminals know no width and say 0.
    ...(stream.columns > 0 && { columns: stream.columns }),
    write: (content) => {
      if (failure === undefined) write(content);
    },
    async flush() {
      await last;
      if (failure !== undefined) throw notWritten(name, failure);
    },
  };
}

/** Node writes to a file with one call and takes it for done, though a full disk takes a part only. */
function isFile(fd: number): boolean {
  try {
    const status = fstatSync(fd);
    return status.isFile() || status.isCharacterDevice();
  } catch {
    return false;
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at);
}

function notWritten(name: string, cause: NodeJS.ErrnoException): ExternalError {
  return cause.code === "EPIPE"
    ? new ExternalError(`${name} was closed before everything was written`, {
        hint: "Let the reader read to the end, or write to a file (`--output`, `--report-directory`).",
        cause,
      })
    : new ExternalError(`${name} could not be written: ${cause.message}`, {
        hint: "Check that the disk is not full and that the file may be written to.",
        cause,
      });
}
