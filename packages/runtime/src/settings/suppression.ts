import type { Finding, Location } from "@assay/core";
import { endOfDay, globMatcher, matchesWildcard, UsageError } from "@assay/core";
import { packageSelector } from "@assay/purl";

/**
 * One accepted finding, or a group of them. It matches by `fingerprint`, by `rule`, or by both; `path` and `package`
 * narrow it further. There is no way to name a line: lines move.
 */
export interface SuppressionEntry {
  /** The 64 hex digits that reports show with a finding. */
  readonly fingerprint?: string;
  /** A rule id; `*` stands for any characters, and then `path` or `package` is needed. */
  readonly rule?: string;
  /** A glob. Every place of the finding must match it. */
  readonly path?: string;
  /** A name, `name@version`, `name@range` or purl; `*` stands for any characters. */
  readonly package?: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; holds through the end of that day in UTC. */
  readonly expires: string;
  /** Where the entry is written, so that a finding about it has a place. */
  readonly source?: Location;
}

export interface CompiledSuppression {
  readonly entry: SuppressionEntry;
  /** The first instant at which the entry no longer holds, in milliseconds since 1970. */
  readonly endsAt: number;
  /** @param aliases Other ids of the finding's rule: an entry may name it by one of them. */
  matches(finding: Finding, aliases?: readonly string[]): boolean;
}

/**
 * Validates entries and makes matchers of them.
 *
 * @throws UsageError that tells every faulty entry at once, as `suppressions[2]: …`.
 */
export function compileSuppressions(
  entries: readonly SuppressionEntry[],
): readonly CompiledSuppression[] {
  const problems = entries.flatMap((entry, index) =>
    problemsOf(entry).map((problem) => `suppressions[${index}]: ${problem}`),
  );
  if (problems.length > 0) {
    throw new UsageError(
      problems.length === 1
        ? "A suppression is not valid"
        : `${problems.length} faults in suppressions`,
      {
        problems,
        hint: "An entry has a fingerprint or a rule, and a reason, an owner and an expiry day.",
      },
    );
  }
  return entries.map((entry) => ({
    entry,
    endsAt: endOfDay(entry.expires) ?? 0,
    matches: matcher(entry),
  }));
}

/** Names an entry for people by what it matches. */
export function describeSuppression(entry: SuppressionEntry): string {
  const parts = [
    entry.fingerprint === undefined ? undefined : `fingerprint ${entry.fingerprint.slice(0, 12)}`,
    entry.rule === undefined ? undefined : `rule ${entry.rule}`,
    entry.path === undefined ? undefined : `path ${entry.path}`,
    entry.package === undefined ? undefined : `package ${entry.package}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function matcher(entry: SuppressionEntry): CompiledSuppression["matches"] {
  const inPath = entry.path === undefined ? undefined : globMatcher([entry.path]);
  const ofPackage =
    entry.package === undefined ? undefined : packageSelector(entry.package, "`package`");
  const ofRule = (id: string) => entry.rule === undefined || matchesWildcard(entry.rule, id);
  return (finding, aliases = []) => {
    if (entry.fingerprint !== undefined && !fingerprintsOf(finding).includes(entry.fingerprint)) {
      return false;
    }
    if (!ofRule(finding.ruleId) && !aliases.some(ofRule)) return false;
    if (ofPackage !== undefined && !ofPackage(finding.subject)) return false;
    if (inPath === undefined) return true;
    // One place outside the glob is enough to keep the finding: else a copy below `test/` would hide the real one.
    const places = [finding.location, ...(finding.relatedLocations ?? [])];
    return places.every((place) => place !== undefined && inPath(place.path));
  };
}

/** Its own, and those that it had in earlier versions or before its file was moved. */
export function fingerprintsOf({ fingerprint, aliases = [] }: Finding): readonly string[] {
  return [fingerprint, ...aliases];
}

function problemsOf(entry: SuppressionEntry): string[] {
  const problems: string[] = [];
  const { fingerprint, rule } = entry;
  if (fingerprint === undefined && rule === undefined) {
    problems.push("has neither `fingerprint` nor `rule`; give one of them");
  }
  if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint)) {
    problems.push("`fingerprint` must be the 64 lower-case hex digits that a report shows");
  }
  if (
    rule?.includes("*") &&
    [fingerprint, entry.path, entry.package].every((narrow) => narrow === undefined)
  ) {
    problems.push(
      `\`rule: ${rule}\` alone would hide too much; narrow it with \`path\` or \`package\``,
    );
  }
  if (rule?.startsWith("suppressions.")) {
    problems.push("findings about suppressions can't be suppressed; fix or remove the entry");
  }
  if (rule?.startsWith("settings.")) {
    problems.push("findings about settings can't be suppressed; `settings.loosening` decides");
  }
  for (const key of ["fingerprint", "rule", "path", "package"] as const) {
    if (entry[key]?.trim() === "") problems.push(`\`${key}\` is empty; leave it out`);
  }
  if (entry.package !== undefined && entry.package.trim() !== "") {
    try {
      packageSelector(entry.package, "`package`");
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
  }
  for (const key of ["reason", "owner"] as const) {
    if (entry[key].trim() === "") problems.push(`\`${key}\` is empty; it must say something`);
  }
  if (endOfDay(entry.expires) === undefined) {
    problems.push(
      `\`expires\` is "${entry.expires.slice(0, 40)}"; write a day as YYYY-MM-DD, such as 2027-01-31`,
    );
  }
  return problems;
}
