import { ExternalError, type ProcessStream } from "@assay/core";
import { gitFailure } from "./git-processes.ts";

/** What every reader of a git process does with its output. */

/** What git says on stderr when nothing is wrong with what it printed. */
const HARMLESS = [
  "exhaustive rename detection was skipped",
  "inexact rename detection was skipped",
  "only found copies from modified paths",
  "you may want to set your diff.renameLimit",
  'See "git help gc" for manual housekeeping',
  "Auto packing the repository in background for optimum performance",
];

/** @throws ExternalError when git failed or complained: then what it printed may be less than there is. */
export async function requireSuccess(child: ProcessStream, command: string): Promise<void> {
  const end = await child.ended;
  const lines = end.stderr.split("\n").filter((line) => line.trim() !== "");
  const complaints = lines.filter((line) => !HARMLESS.some((known) => line.includes(known)));
  if (end.exitCode !== 0) throw gitFailure(command, end);
  if (complaints.length > 0) throw gitFailure(command, { ...end, stderr: complaints.join("\n") });
}

/** The error for output that makes no sense. */
export function unreadable(what: string): ExternalError {
  return new ExternalError(`git printed something that can't be read: ${what}`, {
    hint: "Report this with the version of git: nothing is scanned past such a place.",
  });
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
