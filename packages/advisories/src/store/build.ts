import { setImmediate as turn } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { addTo } from "@assay/core";
import type { Problems } from "../archive/records.ts";
import type { GroupFacts } from "../data.ts";
import { packagesOf } from "../evaluate/packages.ts";
import { type GroupMember, groupFacts } from "../groups/facts.ts";
import type { AdvisoryRecord } from "../record.ts";
import { BLOCK_ENTRY, nameHash, type StoredEcosystem, sha256 } from "./format.ts";
import { type Sink, withSpool } from "./write.ts";

/** What an ecosystem is built from. */
export interface BuildSource {
  readonly ecosystem: string;
  /** Whole records, or of each the part of one name; a name of an id counts once, the first. */
  readonly records: Iterable<
    AdvisoryRecord | { readonly name: string; readonly record: AdvisoryRecord }
  >;
  /** Where it is not known: the newest `modified`, so that data is never said to be younger than it is. */
  readonly takenAt?: string | undefined;
  readonly seen?: string | undefined;
  /** What could not be read, filled in while `records` are taken. */
  readonly problems?: Problems;
}

const BUCKETS = 256;
const BLOCK = 16 * 1024;
const BUFFERED = 16 * 2 ** 20;
const NONE = [{ severity: [] }];

/**
 * Writes the blocks and the index of an ecosystem. In memory are the ids and severities of its records, some megabytes of text, and
 * one part of 256 of the rest.
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
    const members = new Map<string, GroupMember>();
    const buckets = spooled(spool);
    let newest = "";
    let count = 0;
    for (const each of records) {
      const part = "record" in each ? each : undefined;
      const record = part?.record ?? (each as AdvisoryRecord);
      const known = members.get(record.id);
      if (known !== undefined && part === undefined) continue;
      members.set(record.id, member(record, known));
      const { modified = "" } = record;
      if (Date.parse(modified) <= now.getTime() && Date.parse(modified) > (Date.parse(newest) || 0))
        newest = modified;
      for (const name of part ? [part.name] : namesOf(ecosystem, record)) {
        const affected = record.affected.filter((entry) =>
          namesOf(ecosystem, { affected: [entry] }).includes(name),
        );
        const json = JSON.stringify(part ? record : { ...record, affected });
        buckets.add(`${nameHash(ecosystem, name)}${JSON.stringify(name)}\t${record.id}\t${json}`);
      }
      if (++count % 2000 === 0) await turn(undefined, { signal });
    }
    buckets.flush();
    const body = await writeBlocks(sink, buckets.lines(), groupsOf(members), signal);
    return {
      records: members.size,
      takenAt: takenAt ?? (newest || new Date(0).toISOString()),
      ...(newest === "" ? {} : { newest }),
      ...(seen === undefined ? {} : { seen }),
      ...(problems.length === 0 ? {} : { unreadable: problems.length }),
      databases: databasesOf(members.keys()),
      ...body,
    };
  });
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
        yield parts.flatMap(([at, length]) => spool.read(at, length).toString().split("\n")).sort();
      }
    },
  };
}

async function writeBlocks(
  sink: Sink,
  buckets: Iterable<readonly string[]>,
  groupOf: (id: string) => GroupFacts | undefined,
  signal: AbortSignal,
) {
  const offset = sink.position();
  const [blocks, hashes]: [Buffer[], string[]] = [[], []];
  let [text, names]: [string[], number] = [[], 0];
  let size = 0;
  const close = () => {
    if (names === 0) return;
    const packed = deflateRawSync(text.join("\n"), { level: 9 });
    const head = Buffer.alloc(8);
    head.writeUInt32LE(names, 0);
    head.writeUInt32LE(packed.length, 4);
    blocks.push(head, Buffer.from(sha256(packed), "hex"));
    sink.write(packed);
    [text, names, size] = [[], 0, 0];
  };
  for (const lines of buckets) {
    const ofName = new Map<string, string[]>();
    let last = "";
    for (const line of lines) {
      const [name = "", id = "", json = ""] = line.split("\t");
      if (id === last && ofName.has(name)) continue;
      last = id;
      addTo(ofName, name, `{"record":${json},"group":${JSON.stringify(groupOf(id))}}`);
    }
    for (const [key, advisories] of ofName) {
      const hash = key.slice(0, 16);
      if (hash !== hashes.at(-1)) {
        if (size > BLOCK) close();
        hashes.push(hash);
        names += 1;
      }
      const line = `[${key.slice(16)},[${advisories.join(",")}]]`;
      text.push(line);
      size += line.length;
    }
    await turn(undefined, { signal });
  }
  close();
  const index = Buffer.concat([...blocks, Buffer.from(hashes.join(""), "hex")]);
  const place = sink.position();
  sink.write(index);
  return {
    offset,
    names: hashes.length,
    blocks: (index.length - hashes.length * 8) / BLOCK_ENTRY,
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

/** What of a record its group needs; of parts of one record together. */
function member(record: AdvisoryRecord, known: GroupMember | undefined): GroupMember {
  const { id, aliases, withdrawn, severity, label, kind, affected } = record;
  const own = affected
    .filter((entry) => entry.severity.length > 0)
    .map((entry) => ({ severity: entry.severity }));
  return {
    id,
    aliases,
    severity,
    kind,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(label === undefined ? {} : { label }),
    affected: own.length === 0 ? (known?.affected ?? NONE) : [...(known?.affected ?? []), ...own],
  };
}

/** Most records stand alone: only of the others groups are held. */
function groupsOf(members: ReadonlyMap<string, GroupMember>) {
  const named = new Set([...members.values()].flatMap(({ aliases }) => aliases));
  const together = [...members.values()].filter(
    ({ id, aliases }) => aliases.length > 0 || named.has(id),
  );
  const facts = groupFacts(together);
  return (id: string) => {
    const alone = members.get(id);
    return facts.get(id) ?? (alone && groupFacts([alone]).get(id));
  };
}

function namesOf(ecosystem: string, record: Pick<AdvisoryRecord, "affected">): readonly string[] {
  return packagesOf(record).flatMap((each) => (each.ecosystem === ecosystem ? each.name : []));
}
