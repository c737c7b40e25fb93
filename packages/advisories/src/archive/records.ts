import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ExternalError, plural } from "@assay/core";
import { readRecord } from "../record/read.ts";
import type { AdvisoryRecord } from "../record.ts";
import { openWindow } from "./window.ts";
import { MAX_RECORD, type ZipEntry, zipEntries } from "./zip.ts";

/** What could not be read of a source: it is told, and stops nothing. */
export type Problems = string[];

/** The records of an archive of OSV, or of a folder of JSON files. */
export function* recordsAt(path: string, problems: Problems): Generator<AdvisoryRecord> {
  let read = 0;
  const isArchive = path.endsWith(".zip");
  for (const entry of isArchive ? zipEntries(path) : jsonFiles(path)) {
    if (!entry.name.endsWith(".json")) continue;
    try {
      if ("problem" in entry) throw new Error(entry.problem);
      const record = readRecord(JSON.parse(entry.bytes.toString()));
      // Of two records of one id, one would hide the other.
      if (isArchive && entry.name !== `${record.id}.json`)
        throw new Error(`holds ${record.id} and is not called so`);
      yield record;
      read += 1;
    } catch (error) {
      problems.push(
        `${entry.name}: ${error instanceof Error ? error.message.slice(0, 200) : error}`,
      );
    }
  }
  // What is no list of advisories at all is not an ecosystem without any.
  if (read === 0 && problems.length > 0)
    throw new ExternalError(
      `None of the ${plural(problems.length, "record")} of ${path} can be read`,
      {
        problems: problems.slice(0, 5),
      },
    );
}

function* jsonFiles(folder: string): Generator<ZipEntry> {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json")) continue;
    const file = openWindow(join(folder, name));
    try {
      yield file.size > MAX_RECORD
        ? { name, problem: `has ${file.size} bytes; at most ${MAX_RECORD}` }
        : { name, bytes: Buffer.from(file.at(0, file.size)) };
    } finally {
      file.close();
    }
  }
}
