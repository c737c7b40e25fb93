import { setImmediate as turn } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { addTo, ExternalError } from "@assay/core";
import { type NameSet, nameSet } from "../archive/name-set.ts";
import type { Problems } from "../archive/records.ts";
import type { GroupFacts, StoredAdvisory } from "../data.ts";
import { packagesOf } from "../evaluate/packages.ts";
import { type GroupMember, groupFacts } from "../groups/facts.ts";
import { unionFind } from "../groups/union.ts";
import type { AdvisoryRecord } from "../record.ts";
import { BLOCK_ENTRY, nameHash, type StoredEcosystem, sha256 } from "./format.ts";
import { type Sink, withSpool } from "./write.ts";

/** What an ecosystem is built from. */
export interface BuildSource {
  readonly ecosystem: string;
  /** Whole records, or of each the part of one name as a store has it; an id of a name counts once. */
  readonly records: Iterable<AdvisoryRecord | (StoredAdvisory & { readonly name: string })>;
  /** Where it is not known: the newest `modified`, so that data is never said to be younger than it is. */
  readonly takenAt?: string | undefined;
  readonly seen?: string | undefined;
  /** Bytes of one package's advisories at most; 256 MiB where it is not given. */
  readonly maxBytes?: number;
  /** What could not be read, filled in while `records` are taken. */
  readonly problems?: Problems;
}

const BUCKETS = 256;
const BLOCK = 16 * 1024;
/** Bytes of a bucket: what has more is one package with more than any package has, and is to be held in memory as a whole. */
const MAX_BUCKET = 256 * 1024 * 1024;
/** Bytes of a bucket that are written together. */
const SLOT = 16 * 1024;

/**
 * Writes the blocks and the index of an ecosystem. In memory are the ids of its records and their aliases, what groups
 * need of records that are in one with others, and one part of 256 of the rest.
 *
 * @param target The file that is made: what does not fit in memory lies beside it.
 */
export async function buildEcosystem(
  target: string,
  sink: Sink,
  { ecosystem, records, takenAt, seen, maxBytes = MAX_BUCKET, problems = [] }: BuildSource,
  now: Date,
  signal: AbortSignal,
): Promise<StoredEcosystem> {
  return await withSpool(target, async (spool) => {
    const ids = nameSet();
    const databases = new Map<string, number>();
    const sets = unionFind();
    const buckets = spooled(spool, maxBytes);
    let newest = "";
    let count = 0;
    for (const each of records) {
      const part = "record" in each ? each : undefined;
      const record = part?.record ?? (each as AdvisoryRecord);
      const isNew = ids.add(record.id);
      if (part === undefined && !isNew) continue;
      if (isNew) {
        const database = record.id.split("-", 1)[0] ?? record.id;
        databases.set(database, (databases.get(database) ?? 0) + 1);
      }
      for (const alias of record.aliases) sets.union(record.id, alias);
      const alone = JSON.stringify(groupFacts([member(record, part?.group)]).get(record.id));
      const { modified = "" } = record;
      if (Date.parse(modified) <= now.getTime() && Date.parse(modified) > (Date.parse(newest) || 0))
        newest = modified;
      for (const name of part ? [part.name] : namesOf(ecosystem, record)) {
        const affected = record.affected.filter((entry) =>
          namesOf(ecosystem, { affected: [entry] }).includes(name),
        );
        const json = JSON.stringify(part ? record : { ...record, affected });
        const line = `${nameHash(ecosystem, name)}${JSON.stringify(name)}\t${record.id}\t${json}\t${alone}`;
        if (!buckets.add(line))
          throw tooLong(
            ecosystem,
            `those of ${JSON.stringify(name)} have more than ${Math.floor(maxBytes / 2 ** 20)} MiB`,
          );
      }
      if (++count % 2000 === 0) await turn(undefined, { signal });
    }
    buckets.flush();
    const groups = groupFacts(joint(ids, sets, buckets.lines()).values());
    const body = await writeBlocks(sink, buckets.lines(), groups, signal);
    return {
      records: ids.size(),
      takenAt: takenAt ?? (newest || new Date(0).toISOString()),
      ...(newest === "" ? {} : { newest }),
      ...(seen === undefined ? {} : { seen }),
      ...(problems.length === 0 ? {} : { unreadable: problems.length }),
      databases: sorted(databases),
      ...body,
    };
  });
}

/** The records that are in a group with others: the rest is what it is alone. */
function joint(
  ids: NameSet,
  { find, joined }: ReturnType<typeof unionFind>,
  buckets: Iterable<readonly string[]>,
): ReadonlyMap<string, GroupMember> {
  const [one, shared] = [new Set<string>(), new Set<string>()];
  for (const name of joined()) {
    const root = find(name);
    // The smallest of them has no entry of its own: it counts with the first of the others.
    const records = [name, ...(one.has(root) || shared.has(root) ? [] : [root])].filter(ids.has);
    if (records.length > 1 || (records.length === 1 && one.has(root))) shared.add(root);
    else if (records.length === 1) one.add(root);
  }
  const members = new Map<string, GroupMember>();
  for (const lines of shared.size === 0 ? [] : buckets)
    for (const line of lines) {
      const [, id = "", json = "", alone = ""] = line.split("\t");
      if (shared.has(find(id)) && !members.has(id)) {
        const own = member(JSON.parse(json), JSON.parse(alone));
        members.set(own.id, own);
      }
    }
  return members;
}

/** Lines by the first byte of their hash, in a file. None is held as text: what lives for a while is what makes the heap large. */
function spooled(spool: Sink, maxBytes: number) {
  const held = Buffer.allocUnsafe(BUCKETS * SLOT);
  const used = new Uint32Array(BUCKETS);
  const total = new Float64Array(BUCKETS);
  const places = Array.from({ length: BUCKETS }, (): [at: number, length: number][] => []);
  const put = (bucket: number, bytes: Uint8Array) => {
    places[bucket]?.push([spool.position(), bytes.length]);
    spool.write(bytes);
  };
  const flush = (bucket: number) => {
    put(bucket, held.subarray(bucket * SLOT, bucket * SLOT + (used[bucket] ?? 0)));
    used[bucket] = 0;
  };
  return {
    flush: () => used.forEach((_, bucket) => void flush(bucket)),
    /** Whether there is room for it. */
    add(text: string): boolean {
      const line = `${text}\n`;
      const bucket = Number.parseInt(line.slice(0, 2), 16);
      const size = Buffer.byteLength(line);
      const sum = (total[bucket] ?? 0) + size;
      total[bucket] = sum;
      if (sum > maxBytes) return false;
      if ((used[bucket] ?? 0) + size > SLOT) flush(bucket);
      if (size > SLOT) put(bucket, Buffer.from(line));
      else
        used[bucket] = (used[bucket] ?? 0) + held.write(line, bucket * SLOT + (used[bucket] ?? 0));
      return true;
    },
    *lines() {
      for (const parts of places)
        yield parts.flatMap(([at, length]) =>
          length === 0
            ? []
            : spool
                .read(at, length)
                .toString("utf8", 0, length - 1)
                .split("\n"),
        );
    },
  };
}

async function writeBlocks(
  sink: Sink,
  buckets: Iterable<readonly string[]>,
  groups: ReadonlyMap<string, GroupFacts>,
  signal: AbortSignal,
) {
  const offset = sink.position();
  // As hexadecimal text: a small buffer keeps a whole pool in memory, and a part of a text the whole of it.
  const [blocks, hashes]: [string[], string[]] = [[], []];
  let [text, names]: [string[], number] = [[], 0];
  let size = 0;
  let raw = Buffer.alloc(0);
  const close = () => {
    if (names === 0) return;
    const joined = text.join("\n");
    const length = Buffer.byteLength(joined);
    // Twice as much for those to come, but for one that is large by itself.
    if (length > raw.length) raw = Buffer.allocUnsafe(length > BLOCK * 64 ? length : length * 2);
    const packed = deflateRawSync(raw.subarray(0, raw.write(joined)), {
      level: 9,
      chunkSize: 1024,
    });
    const head = Buffer.alloc(8);
    head.writeUInt32LE(names, 0);
    head.writeUInt32LE(packed.length, 4);
    blocks.push(head.toString("hex") + sha256(packed));
    sink.write(packed);
    [text, names, size] = [[], 0, 0];
  };
  for (const lines of buckets) {
    const ofName = new Map<string, string[]>();
    const own: string[] = [];
    let last = "";
    for (const line of [...lines].sort()) {
      const [name = "", id = "", json = "", alone = ""] = line.split("\t");
      if (id === last && ofName.has(name)) continue;
      last = id;
      const group = groups.get(id);
      addTo(ofName, name, `{"record":${json},"group":${group ? JSON.stringify(group) : alone}}`);
    }
    for (const [key, advisories] of ofName) {
      const hash = key.slice(0, 16);
      if (hash !== own.at(-1)) {
        if (size > BLOCK) close();
        own.push(hash);
        names += 1;
      }
      const line = `[${key.slice(16)},[${advisories.join(",")}]]`;
      text.push(line);
      size += line.length;
    }
    hashes.push(own.join(""));
    await turn(undefined, { signal });
  }
  close();
  const index = Buffer.from([...blocks, ...hashes].join(""), "hex");
  const place = sink.position();
  sink.write(index);
  return {
    offset,
    names: index.length / 8 - blocks.length * (BLOCK_ENTRY / 8),
    blocks: blocks.length,
    index: place,
    sha256: sha256(index),
  };
}

function sorted(databases: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const names = [...databases].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(names.slice(0, 100));
}

/** @param why a clause, or the error that a text without room in memory ends with */
export function tooLong(ecosystem: string, why: unknown): ExternalError {
  const clause = typeof why === "string" ? why : "too long";
  return new ExternalError(`The advisories of ${ecosystem} are refused: ${clause}`, {
    hint: "No package has so many. Take them from their source once more.",
    ...(typeof why !== "string" && { cause: why }),
  });
}

/** What of a record its group needs: a part of one has only some of its vectors, its group has all. */
function member(record: AdvisoryRecord, group: GroupFacts | undefined): GroupMember {
  const { id, aliases, withdrawn, severity, label, kind, affected } = record;
  return {
    id,
    aliases,
    severity: group?.vectors.filter(({ from }) => from === id) ?? severity,
    kind,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(label === undefined ? {} : { label }),
    affected: group === undefined ? affected.filter((entry) => entry.severity.length > 0) : [],
  };
}

function namesOf(ecosystem: string, record: Pick<AdvisoryRecord, "affected">): readonly string[] {
  return packagesOf(record).flatMap((each) => (each.ecosystem === ecosystem ? each.name : []));
}
