import { setImmediate as turn } from "node:timers/promises";
import { ExternalError } from "@assay/core";
import { type NameSet, nameSet } from "../archive/name-set.ts";
import type { Problems } from "../archive/records.ts";
import type { GroupFacts, StoredAdvisory } from "../data.ts";
import { packagesOf } from "../evaluate/packages.ts";
import { type GroupMember, groupFacts } from "../groups/facts.ts";
import { unionFind } from "../groups/union.ts";
import type { AdvisoryRecord } from "../record.ts";
import { writeBlocks } from "./blocks.ts";
import { spooled } from "./buckets.ts";
import { nameHash, type StoredEcosystem } from "./format.ts";
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

/** Bytes of a bucket: what has more is one package with more than any package has, and is to be held in memory as a whole. */
const MAX_BUCKET = 256 * 1024 * 1024;

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
