import { addTo, compareText } from "@assay/core";
import type { GroupFacts } from "../data.ts";
import type { AdvisoryRecord, ScoredVector } from "../record.ts";
import { unionFind } from "./union.ts";

/** What of a record its group is made from. */
export type GroupMember = Pick<
  AdvisoryRecord,
  "id" | "aliases" | "withdrawn" | "severity" | "label" | "kind"
> & { readonly affected: readonly { readonly severity: readonly ScoredVector[] }[] };

/** The largest group of all of OSV has some thirty ids. A record that names so many more wants to merge what has nothing in common. */
const MOST_ALIASES = 200;
const MOST_IDS = 500;

/**
 * The alias groups of records, by the id of each record: one object for all of a group. Aliases are symmetric and transitive; records
 * that are only `related` or `upstream` stay apart. The order of the records makes no difference. What has more ids than any
 * vulnerability stands alone: a record for itself, and each one of a group.
 */
export function groupFacts(records: Iterable<GroupMember>): ReadonlyMap<string, GroupFacts> {
  const { find, union } = unionFind();
  const members = new Map<string, GroupMember>();
  const ids = new Set<string>();
  for (const record of records) {
    members.set(record.id, record);
    const aliases = record.aliases.length > MOST_ALIASES ? [] : record.aliases;
    for (const id of [record.id, ...aliases]) {
      ids.add(id);
      union(record.id, id);
    }
  }
  const byRoot = new Map<string, string[]>();
  for (const id of ids) addTo(byRoot, find(id), id);
  const facts = new Map<string, GroupFacts>();
  for (const names of byRoot.values()) {
    const sorted = names.sort(compareText);
    const group = sorted.length > MOST_IDS ? undefined : factsOf(sorted, members);
    for (const id of sorted) if (members.has(id)) facts.set(id, group ?? factsOf([id], members));
  }
  return facts;
}

function factsOf(ids: readonly string[], members: ReadonlyMap<string, GroupMember>): GroupFacts {
  const live = ids.flatMap((id) => {
    const member = members.get(id);
    return member === undefined || member.withdrawn !== undefined ? [] : [member];
  });
  const vectors = live.flatMap(({ id, severity, affected }) => {
    const all = [...severity, ...affected.flatMap((entry) => entry.severity)];
    const own = new Map(all.map((vector) => [`${vector.type} ${vector.score}`, vector]));
    return [...own.values()].map(({ type, score }) => ({ type, score, from: id }));
  });
  const labels = live.flatMap(({ id, label }) =>
    label === undefined ? [] : [{ label, from: id }],
  );
  const isMalware =
    live.some(({ kind }) => kind === "malware") ||
    ids.some((id) => id.startsWith("MAL-") && !members.has(id));
  return { ids, vectors, labels, ...(isMalware ? { malware: true } : {}) };
}
