import { addTo, compareText } from "@assay/core";
import {
  type AdvisoryData,
  type AdvisoryPackage,
  type GroupFacts,
  packageKey,
  type StoredAdvisory,
} from "../data.ts";
import { type EvaluateOptions, evaluateRecord } from "../evaluate/evaluate.ts";
import type { AdvisoryGroup, AdvisoryMatch, PackageQuery, RecordMatch } from "../match.ts";
import { normalName, repositoryName } from "../query/names.ts";
import type { AdvisoryKind } from "../record.ts";
import { groupSeverity } from "../severity/severity.ts";
import { canonicalId, displayId } from "./ids.ts";

/**
 * What the data knows of each package: one match per alias group, the more severe of its records' answers; withdrawn records count for
 * nothing. Every query has a list, sorted by the group's id.
 *
 * @throws ExternalError when the data can't be read.
 */
export async function matchAdvisories(
  data: AdvisoryData,
  queries: Iterable<PackageQuery>,
  options: EvaluateOptions = {},
): Promise<ReadonlyMap<PackageQuery, readonly AdvisoryMatch[]>> {
  const all = [...new Set(queries)];
  const packages = new Map<string, AdvisoryPackage>();
  for (const query of all) for (const each of keysOf(query)) packages.set(packageKey(each), each);
  const found = await data.lookup([...packages.values()]);
  return new Map(all.map((query) => [query, matchesOf(query, found, options)]));
}

function keysOf({ ecosystem, name, repository }: PackageQuery): readonly AdvisoryPackage[] {
  const own = { ecosystem, name: normalName(ecosystem, name) };
  return repository === undefined || ecosystem === "GIT"
    ? [own]
    : [own, { ecosystem: "GIT", name: repositoryName(repository) }];
}

function matchesOf(
  query: PackageQuery,
  found: ReadonlyMap<string, readonly StoredAdvisory[]>,
  options: EvaluateOptions,
): readonly AdvisoryMatch[] {
  const records = new Map<string, readonly [GroupFacts, RecordMatch]>();
  for (const key of keysOf(query))
    for (const { record, group } of found.get(packageKey(key)) ?? []) {
      const match = records.has(record.id) ? undefined : evaluateRecord(record, query, options);
      if (match !== undefined) records.set(record.id, [group, match]);
    }
  // By the first id: two sources may give a group's facts as two objects.
  const groups = new Map<string, (readonly [GroupFacts, RecordMatch])[]>();
  for (const each of records.values()) addTo(groups, each[0].ids[0] ?? each[1].record.id, each);
  return [...groups.values()]
    .map((members) => matchOf(query, members))
    .sort((a, b) => compareText(a.group.id, b.group.id));
}

const RANK = { high: 0, medium: 1, low: 2 } as const;

function matchOf(
  query: PackageQuery,
  members: readonly (readonly [GroupFacts, RecordMatch])[],
): AdvisoryMatch {
  const records = members
    .map(([, match]) => match)
    .sort((a, b) => compareText(a.record.id, b.record.id));
  const isAffected = records.some(({ verdict }) => verdict === "affected");
  const verdict = isAffected ? "affected" : "undetermined";
  const confidence = records
    .filter((match) => match.verdict === verdict)
    .map((match) => match.confidence)
    .reduce((a, b) => (RANK[a] <= RANK[b] ? a : b));
  const facts = members[0]?.[0] ?? { ids: [], vectors: [], labels: [] };
  return { query, group: groupOf(facts, records), verdict, confidence, records };
}

function groupOf(facts: GroupFacts, matches: readonly RecordMatch[]): AdvisoryGroup {
  const records = matches.map(({ record }) => record);
  const kind = kindOf(
    facts,
    records.map((record) => record.kind),
  );
  const told = records.filter(({ summary }) => summary !== undefined);
  const summary = (told.find(({ id }) => id.startsWith("GHSA-")) ?? told[0])?.summary;
  const published = records
    .flatMap((record) => record.published ?? [])
    .reduce<string | undefined>(
      (a, b) => (a === undefined || Date.parse(b) < Date.parse(a) ? b : a),
      undefined,
    );
  return {
    id: displayId(facts.ids),
    canonicalId: canonicalId(facts.ids),
    ids: facts.ids,
    kind,
    severity: groupSeverity(facts, kind),
    ...(summary === undefined ? {} : { summary }),
    ...(published === undefined ? {} : { published }),
    references: [...new Set(records.flatMap(({ references }) => references))].slice(0, 10),
  };
}

function kindOf(facts: GroupFacts, kinds: readonly AdvisoryKind[]): AdvisoryKind {
  if (facts.malware || kinds.includes("malware")) return "malware";
  return kinds.every((kind) => kind === "informational") ? "informational" : "vulnerability";
}
