import { setImmediate as turn } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { addTo } from "@assay/core";
import type { Problems } from "../archive/records.ts";
import type { GroupFacts, StoredAdvisory } from "../data.ts";
import { packagesOf } from "../evaluate/packages.ts";
import { type GroupMember, groupFacts } from "../groups/facts.ts";
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
  /** What could not be read, filled in while `records` are taken. */
  readonly problems?: Problems;
}

const BUCKETS = 256;
const BLOCK = 16 * 1024;
const BUFFERED = 2 ** 20;

/**
 * Writes the blocks and the index of an ecosystem. In memory are the ids of its records, what groups need of those that have an
 * alias, and one part of 256 of the rest.
 *
 * @param target The file that is made: what does not fit in memory lies beside it.
 */
export async function buildEcosystem(
  target: string,
  sink: Sink,
  { ecosystem, records, takenAt, seen, problems = [] }: BuildSource,
  now: Date,
  signal: AbortSignal,
): Promise<StoredEcosystem> {
  return await withSpool(target, async (spool) => {
    const ids = new Set<string>();
    const aliased = new Map<string, GroupMember>();
    const buckets = spooled(spool);
    let newest = "";
    let count = 0;
    for (const each of records) {
      const part = "record" in each ? each : undefined;
      const record = part?.record ?? (each as AdvisoryRecord);
      if (part === undefined && ids.has(record.id)) continue;
      ids.add(record.id);
      const own = member(record, part?.group);
      if (record.aliases.length > 0) aliased.set(record.id, own);
      const alone = JSON.stringify(groupFacts([own]).get(record.id));
      const { modified = "" } = record;
      if (Date.parse(modified) <= now.getTime() && Date.parse(modified) > (Date.parse(newest) || 0))
        newest = modified;
      for (const name of part ? [part.name] : namesOf(ecosystem, record)) {
        const affected = record.affected.filter((entry) =>
          namesOf(ecosystem, { affected: [entry] }).includes(name),
        );
        const json = JSON.stringify(part ? record : { ...record, affected });
        buckets.add(
          `${nameHash(ecosystem, name)}${JSON.stringify(name)}\t${record.id}\t${json}\t${alone}`,
        );
      }
      if (++count % 2000 === 0) await turn(undefined, { signal });
    }
    buckets.flush();
    const groups = groupFacts(withNamed(aliased, ids, buckets.lines()).values());
    const body = await writeBlocks(sink, buckets.lines(), groups, signal);
    return {
      records: ids.size,
      takenAt: takenAt ?? (newest || new Date(0).toISOString()),
      ...(newest === "" ? {} : { newest }),
      ...(seen === undefined ? {} : { seen }),
      ...(problems.length === 0 ? {} : { unreadable: problems.length }),
      databases: databasesOf(ids),
      ...body,
    };
  });
}

/** Few of the records without an alias are one of another: they are read once more. */
function withNamed(
  aliased: Map<string, GroupMember>,
  ids: ReadonlySet<string>,
  buckets: Iterable<readonly string[]>,
): ReadonlyMap<string, GroupMember> {
  const all = [...aliased.values()].flatMap(({ aliases }) => aliases);
  const open = new Set(all.filter((id) => ids.has(id) && !aliased.has(id)));
  for (const lines of open.size === 0 ? [] : buckets)
    for (const line of lines) {
      const [, id = "", json = "", alone = ""] = line.split("\t");
      if (open.delete(id)) aliased.set(id, member(JSON.parse(json), JSON.parse(alone)));
    }
  return aliased;
}

/** Lines by the first byte of their hash, in a file. */
function spooled(spool: Sink) {
  const held = new Map<string, string[]>();
  const places = new Map<string, (readonly [number, number])[]>();
  let size = 0;
  const flush = () => {
    for (const [bucket, lines] of held) {
      const bytes = Buffer.from(lines.join("\n"));
      addTo(places, bucket, [spool.position(), bytes.length]);
      spool.write(bytes);
    }
    held.clear();
    size = 0;
  };
  return {
    flush,
    add(line: string) {
      addTo(held, line.slice(0, 2), line);
      size += line.length;
      if (size > BUFFERED) flush();
    },
    *lines() {
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        const parts = places.get(bucket.toString(16).padStart(2, "0")) ?? [];
        yield parts.flatMap(([at, length]) => spool.read(at, length).toString().split("\n"));
      }
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
  const close = () => {
    if (names === 0) return;
    const packed = deflateRawSync(text.join("\n"), { level: 9, chunkSize: 4096 });
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

function databasesOf(ids: Iterable<string>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const name = id.split("-", 1)[0] ?? id;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 100));
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
