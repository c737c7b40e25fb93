import type { Location, ReportedFinding, Subject } from "@assay/core";
import { compareSeverity } from "@assay/core";

/**
 * One finding per check, rule, fingerprint and decision, for people: equal ones are merged after each was decided on, so that
 * what accepts one package version or place never covers another.
 *
 * The merged finding is as bad as its worst part (severity, scope of the package, earliest date, whether it blocks) and names
 * all packages and places. Its texts are those of the part with the strictest scope.
 */
export function mergeFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const groups = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
  for (const finding of findings) {
    const { check, ruleId, fingerprint, status, suppression } = finding;
    const key = JSON.stringify([check, ruleId, fingerprint, status, suppression]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map((group) => (group.length === 1 ? group[0] : mergeGroup(group)));
}

function mergeGroup(group: readonly [ReportedFinding, ...ReportedFinding[]]): ReportedFinding {
  const lead = group.reduce((a, b) => (strictness(b.subject) < strictness(a.subject) ? b : a));
  const worst = group.reduce((a, b) => (isWorse(b, a) ? b : a));
  const ordered = [lead, ...group.filter((finding) => finding !== lead)];
  const [location, ...related] = placesOf(ordered);
  const subjects = subjectsOf(ordered);
  const [firstSeen] = group.flatMap((finding) => finding.firstSeen ?? []).sort();
  return {
    ...lead,
    severity: worst.severity,
    decision: worst.decision,
    decisionReason: worst.decisionReason,
    ...(worst.slo !== undefined && { slo: worst.slo }),
    ...(location !== undefined && { location }),
    ...(related.length > 0 && { relatedLocations: related }),
    ...(subjects.length > 1 && { subjects }),
    ...(firstSeen !== undefined && { firstSeen }),
    ...otherVersions(lead, subjects),
  };
}

/** Which of two equal findings decides: one that blocks, then the more severe. */
function isWorse(a: ReportedFinding, b: ReportedFinding): boolean {
  if (a.decision !== b.decision) return a.decision === "block";
  return compareSeverity(a.severity, b.severity) < 0;
}

const SCOPES = ["runtime", "optional", "development"] as const;

/** A package of which nothing says that it is for development only counts as one that ships. */
function strictness(subject: Subject | undefined): number {
  return SCOPES.indexOf(subject?.scope ?? "runtime");
}

function placesOf(findings: readonly ReportedFinding[]): readonly Location[] {
  return distinct(
    findings.flatMap(({ location, relatedLocations = [] }) =>
      location === undefined ? relatedLocations : [location, ...relatedLocations],
    ),
    ({ path, startLine, startColumn, commit }) => [path, startLine, startColumn, commit],
  );
}

function subjectsOf(findings: readonly ReportedFinding[]): readonly Subject[] {
  return distinct(
    findings.flatMap(
      ({ subject, subjects }) => subjects ?? (subject === undefined ? [] : [subject]),
    ),
    ({ name, version, purl, scope, paths }) => [name, version, purl, scope, paths],
  );
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[] {
  const kept = new Map<string, T>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    if (!kept.has(key)) kept.set(key, item);
  }
  return [...kept.values()];
}

const OTHER_VERSIONS = "Other versions";

/** The fingerprint leaves the version out, so what is merged away names its own: fixing one version would not be enough. */
function otherVersions(
  { subject, evidence = [] }: ReportedFinding,
  subjects: readonly Subject[],
): Pick<ReportedFinding, "evidence"> {
  const versions = new Set(subjects.flatMap(({ version }) => version ?? []));
  versions.delete(subject?.version ?? "");
  if (versions.size === 0) return {};
  const rest = evidence.filter(({ label }) => label !== OTHER_VERSIONS);
  return { evidence: [...rest, { label: OTHER_VERSIONS, value: [...versions].join(", ") }] };
}
