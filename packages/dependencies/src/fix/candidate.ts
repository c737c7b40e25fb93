import {
  type AdvisoryRecord,
  evaluateRecord,
  type PackageQuery,
  type StoredAdvisory,
} from "@assay/advisories";
import { compareVersions, isPrerelease, type OrderName } from "@assay/versions";

/** A chain of fixes is longer only in hostile data. */
const MAX_STEPS = 100;

export interface Candidate {
  readonly version?: string;
  /** Why there is none: a clause without a full stop. */
  readonly noFix?: string;
  /** Ids of records of which nobody can tell whether they affect the version. */
  readonly undetermined: readonly string[];
}

/**
 * The version that fixes everything that affects a version: the greatest `fixed` of all records that do, then upwards until no
 * record of the package affects it. Never a pre-release for a release.
 *
 * @param stored all records of the package
 */
export function candidateOf(
  query: PackageQuery,
  stored: readonly StoredAdvisory[],
  order: OrderName,
): Candidate {
  const { version: from = "" } = query;
  const records = stored
    .map(({ record }) => record)
    .filter(({ withdrawn, kind }) => withdrawn === undefined && kind !== "informational");
  const isHigher = (one: string, other: string) => (compareVersions(order, one, other) ?? 0) > 0;
  const judged = (version: string) =>
    records.flatMap((record) => evaluateRecord(record, { ...query, version }) ?? []);
  const mayBePrerelease = isPrerelease(order, from);
  let version = from;
  for (let step = 0; step < MAX_STEPS; step++) {
    const verdicts = judged(version);
    const open = verdicts.filter(({ verdict }) => verdict === "affected");
    if (open.length === 0)
      return version === from
        ? none("no advisory names a version that fixes it")
        : { version, undetermined: verdicts.map(({ record }) => record.id).sort() };
    const higher = open.flatMap(({ fixed }) =>
      fixed !== undefined && isHigher(fixed, version) ? [fixed] : [],
    );
    // One that is never fixed makes every fix of another one pointless.
    if (higher.length < open.length) {
      const stuck = open.find(({ fixed }) => fixed === undefined || !isHigher(fixed, version));
      const where = version === from ? "" : `, which affects ${version} too,`;
      return none(`${stuck?.record.id}${where} names no version that fixes it`);
    }
    version = higher.reduce((most, each) => (isHigher(each, most) ? each : most));
    if (mayBePrerelease || !isPrerelease(order, version)) continue;
    const [release] = releasesOf(records, order)
      .filter((each) => isHigher(each, version))
      .sort((a, b) => compareVersions(order, a, b) ?? 0);
    if (release === undefined)
      return none(
        `it is fixed in the pre-release ${version}, and no advisory names a release after that`,
      );
    version = release;
  }
  return none("each version that fixes one advisory is affected by another");
}

function none(noFix: string): Candidate {
  return { noFix, undetermined: [] };
}

/** The releases that records name: there may be more, and nobody is asked. */
function releasesOf(records: readonly AdvisoryRecord[], order: OrderName): readonly string[] {
  return records
    .flatMap(({ affected }) => affected)
    .flatMap(({ versions, ranges }) => [
      ...versions,
      ...ranges.flatMap(({ type, events }) =>
        type === "GIT" ? [] : events.flatMap((event) => Object.values<string>(event)),
      ),
    ])
    .filter((each) => /\d/.test(each) && each !== "0" && !isPrerelease(order, each));
}
