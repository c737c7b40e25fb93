import { inflateRawSync } from "node:zlib";
import { addTo } from "@assay/core";
import { type FileWindow, openWindow } from "../archive/window.ts";
import { type AdvisoryPackage, packageKey, type StoredAdvisory } from "../data.ts";
import {
  BLOCK_ENTRY,
  baseOf,
  type Directory,
  damaged,
  nameHash,
  readDirectory,
  type StoredEcosystem,
  sha256,
} from "./format.ts";

/** A file of advisories, open for reading. */
export interface StoreFile {
  readonly path: string;
  readonly directory: Directory;
  /** Fills in what the file has of packages: those of ecosystems that it does not have stay out. */
  find(packages: readonly AdvisoryPackage[], found: Map<string, readonly StoredAdvisory[]>): void;
  /** Every name of an ecosystem, in the order of the file. */
  all(ecosystem: string): Generator<readonly [name: string, advisories: readonly StoredAdvisory[]]>;
  /** The bytes of an ecosystem, its blocks and its index, verified. */
  parts(ecosystem: string): Generator<Buffer>;
  close(): void;
}

const MAX_BLOCK = 1 << 29;

interface Index {
  readonly names: Buffer;
  readonly blocks: readonly {
    readonly first: number;
    readonly at: number;
    readonly size: number;
    readonly sha256: string;
  }[];
}

/** @throws ExternalError when it can't be read or is damaged, here and in each of its functions. */
export function openStoreFile(path: string): StoreFile {
  const file = openWindow(path);
  let directory: Directory;
  try {
    directory = readDirectory(file, path);
  } catch (error) {
    file.close();
    throw error;
  }
  const indexes = new Map<StoredEcosystem, Index>();
  const indexOf = (entry: StoredEcosystem) => {
    const index = indexes.get(entry) ?? readIndex(file, entry, path);
    indexes.set(entry, index);
    return index;
  };
  const block = ({ at, size, sha256: expected }: Index["blocks"][number]): Buffer => {
    const packed = file.at(at, size);
    if (sha256(packed) !== expected) throw damaged(path, "a block was changed");
    return packed;
  };
  const lines = (packed: Buffer) => {
    try {
      return inflateRawSync(packed, { maxOutputLength: MAX_BLOCK }).toString().split("\n");
    } catch {
      throw damaged(path, "a block can't be unpacked");
    }
  };
  return {
    path,
    directory,
    find(packages, found) {
      const wanted = new Map<Index["blocks"][number], AdvisoryPackage[]>();
      for (const each of packages) {
        const base = baseOf(each.ecosystem);
        const entry = directory.get(base);
        const index = entry && indexOf(entry);
        const place = index && search(index.names, Buffer.from(nameHash(base, each.name), "hex"));
        if (place === undefined) continue;
        const inBlock = index?.blocks.findLast(({ first }) => first <= place);
        if (inBlock !== undefined) addTo(wanted, inBlock, each);
      }
      for (const [place, inIt] of [...wanted].sort(([a], [b]) => a.at - b.at)) {
        const text = lines(block(place));
        for (const each of inIt) {
          const start = `[${JSON.stringify(each.name)},`;
          const line = text.find((one) => one.startsWith(start));
          if (line !== undefined) found.set(packageKey(each), JSON.parse(line)[1]);
        }
      }
    },
    *all(ecosystem) {
      const entry = directory.get(ecosystem);
      for (const place of entry === undefined ? [] : indexOf(entry).blocks)
        for (const line of lines(block(place))) yield JSON.parse(line);
    },
    *parts(ecosystem) {
      const entry = directory.get(ecosystem);
      if (entry === undefined) return;
      const { blocks } = indexOf(entry);
      for (const place of blocks) yield block(place);
      yield file.at(entry.index, entry.blocks * BLOCK_ENTRY + entry.names * 8);
    },
    close: () => file.close(),
  };
}

function readIndex(file: FileWindow, entry: StoredEcosystem, path: string): Index {
  const bytes = Buffer.from(file.at(entry.index, entry.blocks * BLOCK_ENTRY + entry.names * 8));
  if (sha256(bytes) !== entry.sha256) throw damaged(path, "its index was changed");
  let [first, at] = [0, entry.offset];
  const blocks = Array.from({ length: entry.blocks }, (_, index) => {
    const start = index * BLOCK_ENTRY;
    const size = bytes.readUInt32LE(start + 4);
    const one = { first, at, size, sha256: bytes.toString("hex", start + 8, start + BLOCK_ENTRY) };
    first += bytes.readUInt32LE(start);
    at += size;
    return one;
  });
  if (at !== entry.index || first !== entry.names) throw damaged(path, "its index can't be");
  return { names: bytes.subarray(entry.blocks * BLOCK_ENTRY), blocks };
}

/** The number of a hash among sorted ones of 8 bytes each. */
function search(names: Buffer, hash: Buffer): number | undefined {
  let [low, high] = [0, names.length / 8];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = hash.compare(names, middle * 8, middle * 8 + 8);
    // `compare` tells how the given bytes stand to the hash.
    if (order === 0) return middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return undefined;
}
