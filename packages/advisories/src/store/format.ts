import { hash } from "node:crypto";
import { ExternalError, isRecord } from "@assay/core";
import type { FileWindow } from "../archive/window.ts";
import type { EcosystemData } from "../data.ts";

/**
 * A file of advisories: for each ecosystem blocks of deflated lines in the order of the names' hashes, then an index (of each block:
 * how many names, how many bytes, SHA-256; of each name: 8 bytes of its hash), and at the end of the file the directory as JSON and
 * a line of its SHA-256 and size. So a reader of 2,000 names takes the index and the few blocks that have one of them, each verified.
 */
export const SCHEMA = 1;
export const EXTENSION = ".advisories";
export const TRAILER = 80;
export const BLOCK_ENTRY = 40;
const MAX_DIRECTORY = 1 << 20;

export interface StoredEcosystem extends EcosystemData {
  /** The newest time of the source's list of changes that is in it. */
  readonly seen?: string;
  /** Where its blocks begin, and the index behind them. */
  readonly offset: number;
  readonly names: number;
  readonly blocks: number;
  readonly index: number;
  readonly sha256: string;
}

export type Directory = ReadonlyMap<string, StoredEcosystem>;

export function sha256(bytes: Uint8Array | string): string {
  return hash("sha256", bytes);
}

/** 16 hex digits that a name of an ecosystem is found by. */
export function nameHash(ecosystem: string, name: string): string {
  return sha256(`${ecosystem}/${name}`).slice(0, 16);
}

export function baseOf(ecosystem: string): string {
  return ecosystem.split(":", 1)[0] ?? "";
}

export function directoryBytes(directory: Directory): Buffer {
  const sorted = [...directory].sort(([a], [b]) => (a < b ? -1 : 1));
  const json = JSON.stringify({ schema: SCHEMA, ecosystems: Object.fromEntries(sorted) });
  return Buffer.from(`${json}${sha256(json)} ${String(Buffer.byteLength(json)).padStart(14)}\n`);
}

/**
 * @param path For messages.
 * @throws ExternalError when the file is damaged, or of another version.
 */
export function readDirectory(file: FileWindow, path: string): Directory {
  const trailer = /^([0-9a-f]{64}) +(\d{1,14})\n$/.exec(
    file.size < TRAILER ? "" : file.at(file.size - TRAILER, TRAILER).toString("latin1"),
  );
  const size = Number(trailer?.[2] ?? MAX_DIRECTORY + 1);
  const start = file.size - TRAILER - size;
  if (size > MAX_DIRECTORY || start < 0) throw damaged(path, "its end is missing");
  const json = Buffer.from(file.at(start, size));
  if (sha256(json) !== trailer?.[1]) throw damaged(path, "its directory was changed");
  const value: unknown = JSON.parse(json.toString());
  if (!isRecord(value) || value["schema"] !== SCHEMA || !isRecord(value["ecosystems"]))
    throw new ExternalError(`${path} was made by another version of Assay`, {
      hint: "Make it again with `assay advisories`, by the version that reads it.",
    });
  const entries = Object.entries(value["ecosystems"]);
  for (const [name, entry] of entries)
    if (!isEntry(entry, start)) throw damaged(path, `what it says of ${name} can't be`);
  return new Map(entries as [string, StoredEcosystem][]);
}

function isEntry(entry: unknown, end: number): entry is StoredEcosystem {
  if (!isRecord(entry)) return false;
  const numbers = ["records", "offset", "names", "blocks", "index"].map((key) =>
    Number(entry[key]),
  );
  const [, offset = -1, names = -1, blocks = -1, index = -1] = numbers;
  return (
    numbers.every((number) => Number.isSafeInteger(number) && number >= 0) &&
    offset <= index &&
    index + blocks * BLOCK_ENTRY + names * 8 <= end &&
    !Number.isNaN(Date.parse(String(entry["takenAt"]))) &&
    typeof entry["sha256"] === "string"
  );
}

export function damaged(path: string, why: string): ExternalError {
  return new ExternalError(`${path} is damaged: ${why}`, {
    hint: "Remove the file and fetch the data again, or take the snapshot from its source once more.",
  });
}
