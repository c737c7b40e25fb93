import { orderOfEcosystem } from "@assay/versions";
import type { PackageQuery, RecordMatch } from "../match.ts";
import { normalName } from "../query/names.ts";
import type { AdvisoryRecord, AffectedPackage, RangeEvent } from "../record.ts";
import { compareIn, type EntryAnswer, evaluateEntry, evaluateRepository } from "./entry.ts";

export interface EvaluateOptions {
  /** What a record says of a package whose version is not known; `affected` where it is not given. */
  readonly unknownVersion?: "affected" | "undetermined";
}

const DISTRIBUTIONS: ReadonlySet<string | undefined> = new Set(["dpkg", "apk", "rpm"]);
const RANK = { high: 3, medium: 2, low: 1 } as const;

/**
 * What a record says of a package at a version; `undefined` where it says nothing or "not affected". What can't be compared makes
 * `undetermined`, and never an error.
 */
export function evaluateRecord(
  record: AdvisoryRecord,
  query: PackageQuery,
  options: EvaluateOptions = {},
): RecordMatch | undefined {
  if (record.withdrawn !== undefined) return undefined;
  const name = normalName(query.ecosystem, query.name);
  let best: EntryAnswer | undefined;
  const own = record.affected.filter((entry) => entry.name === name);
  for (const entry of own) {
    const release = sameRelease(entry.ecosystem, query.ecosystem);
    if (release === false) continue;
    const answer = answerOf(entry, query, options);
    best = stronger(best, release === true ? answer : answer && { ...answer, ...UNSURE });
  }
  if (query.repository !== undefined)
    for (const entry of record.affected)
      if (entry.name === undefined) best = stronger(best, evaluateRepository(entry, query));
  if (best === undefined) return undefined;
  const fixed = best.fixed ?? nextFixed(own, query);
  return { record, ...best, ...(fixed === undefined ? {} : { fixed }) };
}

const UNSURE = {
  verdict: "undetermined",
  confidence: "low",
  reason: "the distribution's release is not known",
} as const;

function answerOf(
  entry: AffectedPackage,
  query: PackageQuery,
  { unknownVersion = "affected" }: EvaluateOptions,
): EntryAnswer | undefined {
  // It says nothing of any version: not affected.
  if (entry.ranges.length === 0 && entry.versions.length === 0 && !entry.incomplete)
    return undefined;
  return query.version === undefined
    ? { verdict: unknownVersion, confidence: "low", reason: "its version is not known" }
    : evaluateEntry(entry, query, query.version);
}

/**
 * Whether an entry is of the query's ecosystem and release. `Debian` speaks of every release; of a distribution whose release is not
 * known nobody knows. A registry's suffix (`Maven:https://…`) counts only where both name one.
 */
function sameRelease(entry: string | undefined, query: string): boolean | "unknown" {
  if (entry === query) return true;
  if (entry === undefined) return false;
  const [base, asked] = [entry.split(":", 1)[0], query.split(":", 1)[0]];
  if (base !== asked) return false;
  if (entry === base) return true;
  if (query !== asked) return false;
  return DISTRIBUTIONS.has(orderOfEcosystem(query)) ? "unknown" : true;
}

function stronger(a: EntryAnswer | undefined, b: EntryAnswer | undefined): EntryAnswer | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const rank = ({ verdict, confidence }: EntryAnswer) =>
    (verdict === "affected" ? 10 : 0) + RANK[confidence];
  return rank(b) > rank(a) ? b : a;
}

/** The smallest `fixed` above a version in all ranges of a package. */
function nextFixed(
  entries: readonly AffectedPackage[],
  { ecosystem, version }: PackageQuery,
): string | undefined {
  const compare = compareIn(ecosystem);
  if (version === undefined) return undefined;
  const isFix = (event: RangeEvent) => ("fixed" in event ? [event.fixed] : []);
  return entries
    .flatMap(({ ranges }) => ranges.flatMap(({ events }) => events.flatMap(isFix)))
    .filter((fixed) => (compare(fixed, version) ?? 0) > 0)
    .reduce<string | undefined>(
      (least, fixed) => (least === undefined || (compare(fixed, least) ?? 0) < 0 ? fixed : least),
      undefined,
    );
}
