import type { Finding, Location } from "@assay/core";
import { compareSeverity } from "@assay/core";
import type { TitledResult } from "../parts/titled-result.ts";

/**
 * One finding per rule and fingerprint: the first keeps its place and texts, the places of the others become related
 * ones.
 *
 * The merged finding is as bad as its worst part: the highest severity, the earliest date, and suppressed only when all
 * parts are.
 */
export function mergeDuplicates(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.ruleId}\0${finding.fingerprint}`;
    const first = merged.get(key);
    merged.set(key, first === undefined ? finding : mergeTwo(first, finding));
  }
  return [...merged.values()];
}

function mergeTwo(first: Finding, second: Finding): Finding {
  const { suppression, ...rest } = first;
  const dates = [first.firstSeen, second.firstSeen].filter((date) => date !== undefined).sort();
  const places = [first.location, ...(first.relatedLocations ?? [])].filter(isPlace);
  for (const place of [second.location, ...(second.relatedLocations ?? [])].filter(isPlace)) {
    if (!places.some((known) => isSamePlace(known, place))) places.push(place);
  }
  const [location, ...related] = places;
  return {
    ...rest,
    severity:
      compareSeverity(second.severity, first.severity) < 0 ? second.severity : first.severity,
    ...(location !== undefined && { location }),
    ...(related.length > 0 && { relatedLocations: related }),
    ...(dates[0] !== undefined && { firstSeen: dates[0] }),
    ...otherVersions(first, second),
    ...(suppression !== undefined && second.suppression !== undefined && { suppression }),
  };
}

const OTHER_VERSIONS = "Other versions";

/** The fingerprint leaves the version out, so what is merged away names its own: mending one version would not be enough. */
function otherVersions(first: Finding, second: Finding): Pick<Finding, "evidence"> {
  const version = second.subject?.version;
  if (version === undefined || version === first.subject?.version) return {};
  const evidence = first.evidence ?? [];
  const told = evidence.find(({ label }) => label === OTHER_VERSIONS)?.value.split(", ") ?? [];
  const versions = [...new Set([...told, version])].join(", ");
  const rest = evidence.filter(({ label }) => label !== OTHER_VERSIONS);
  return { evidence: [...rest, { label: OTHER_VERSIONS, value: versions }] };
}

/** One result per check, in the order in which the checks first appear. */
export function mergeResults(results: readonly TitledResult[]): readonly TitledResult[] {
  const merged = new Map<string, TitledResult>();
  for (const result of results) {
    const first = merged.get(result.check);
    merged.set(result.check, first === undefined ? result : joinResults(first, result));
  }
  return [...merged.values()];
}

function joinResults(first: TitledResult, second: TitledResult): TitledResult {
  const inspected = new Map(Object.entries(first.coverage.inspected));
  for (const [unit, amount] of Object.entries(second.coverage.inspected)) {
    inspected.set(unit, (inspected.get(unit) ?? 0) + amount);
  }
  const isPartial = [first, second].some((result) => result.coverage.scope === "change");
  return {
    check: first.check,
    title: first.title,
    findings: [...first.findings, ...second.findings],
    artifacts: [...first.artifacts, ...second.artifacts],
    coverage: {
      inspected: Object.fromEntries(inspected),
      skipped: [...first.coverage.skipped, ...second.coverage.skipped],
      summary: [first, second]
        .map(({ coverage }) => coverage.summary)
        .filter((summary) => summary !== "")
        .join("; "),
      ...(isPartial && { scope: "change" }),
    },
    notices: [...(first.notices ?? []), ...(second.notices ?? [])],
    tables: [...(first.tables ?? []), ...(second.tables ?? [])],
    ...((first.sensitive === true || second.sensitive === true) && { sensitive: true }),
  };
}

function isPlace(place: Location | undefined): place is Location {
  return place !== undefined;
}

function isSamePlace(a: Location, b: Location): boolean {
  return (
    a.path === b.path &&
    a.startLine === b.startLine &&
    a.startColumn === b.startColumn &&
    a.commit === b.commit
  );
}
