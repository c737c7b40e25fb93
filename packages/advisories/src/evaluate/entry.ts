import { compareVersions, isVersion, orderOfEcosystem } from "@assay/versions";
import type { PackageQuery, RecordMatch } from "../match.ts";
import { repositoryName } from "../query/names.ts";
import type { AffectedPackage } from "../record.ts";
import { floatingSpan } from "./floating.ts";
import { isListed } from "./listed.ts";
import { type Compare, evaluateRange } from "./range.ts";

/** What one entry says of a version; `undefined`: not affected. */
export type EntryAnswer = Omit<RecordMatch, "record">;

const NO_ORDER: Compare = (a, b) => (a === b ? 0 : undefined);

/** An entry that names the package, of a query whose version is known. */
export function evaluateEntry(
  entry: AffectedPackage,
  query: PackageQuery,
  version: string,
): EntryAnswer | undefined {
  const compare = compareIn(query.ecosystem);
  const span = query.ecosystem === "GitHub Actions" ? floatingSpan(version) : { from: version };
  const sure = confidenceOf(query, version);
  let unknown: string | undefined;
  for (const range of entry.ranges) {
    // Commits have no order here; the versions of the entry stand for them.
    if (range.type === "GIT") continue;
    const answer = evaluateRange(range, entry.lastKnown, span, compare);
    if ("unknown" in answer) unknown ??= answer.unknown;
    else if (answer.affected)
      return {
        verdict: "affected",
        confidence: sure,
        reason: `${version} lies in an affected range`,
        events: range.events,
        ...(answer.fixed === undefined ? {} : { fixed: answer.fixed }),
      };
  }
  // After the ranges: a list is long, and what it names is mostly in a range too.
  const listed = isListed(span, entry.versions, compare);
  if (listed === "some") unknown ??= `some versions of ${version} are affected`;
  if (listed === true)
    return { verdict: "affected", confidence: sure, reason: `${version} is listed as affected` };
  if (isCommitListed(entry, query))
    return { verdict: "affected", confidence: "high", reason: "its commit or tag is listed" };
  if (entry.incomplete) unknown ??= "a part of the record can't be read or is too long";
  return unknown === undefined
    ? undefined
    : { verdict: "undetermined", confidence: "low", reason: unknown };
}

/** Of git: a range of the same repository, and the commit or tag among the versions, which stand for what its commits reach. */
export function evaluateRepository(
  entry: AffectedPackage,
  query: PackageQuery,
): EntryAnswer | undefined {
  const own = repositoryName(query.repository ?? "");
  const isOwn = entry.ranges.some(
    ({ type, repo }) => type === "GIT" && repo !== undefined && repositoryName(repo) === own,
  );
  if (own === "" || !isOwn) return undefined;
  return isCommitListed(entry, query)
    ? { verdict: "affected", confidence: "medium", reason: "its commit or tag is listed" }
    : undefined;
}

function isCommitListed(entry: AffectedPackage, { commit, version }: PackageQuery): boolean {
  const bare = (text: string) => text.replace(/^v(?=\d)/, "");
  return entry.versions.some(
    (each) =>
      (commit !== undefined && each === commit) ||
      (commit !== undefined && version !== undefined && bare(each) === bare(version)),
  );
}

const compares = new Map<string, Compare>();

/** The ecosystem's own order; of one without, only the same text is equal. */
export function compareIn(ecosystem: string): Compare {
  const known = compares.get(ecosystem);
  if (known !== undefined) return known;
  const order = orderOfEcosystem(ecosystem);
  const compare: Compare =
    order === undefined ? NO_ORDER : (a, b) => (a === b ? 0 : compareVersions(order, a, b));
  if (compares.size < 1000) compares.set(ecosystem, compare);
  return compare;
}

/** A fourth number has no meaning in SemVer, and a comment may be wrong. */
function confidenceOf(
  { claimed, ecosystem }: PackageQuery,
  version: string,
): "high" | "medium" | "low" {
  const order = orderOfEcosystem(ecosystem);
  if (order === "semver" && /^v?\d+(?:\.\d+){3}/.test(version)) return "low";
  return claimed || order === undefined || !isVersion(order, version) ? "medium" : "high";
}
