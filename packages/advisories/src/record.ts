/**
 * What is kept of an OSV record (https://ossf.github.io/osv-schema/, 1.7.5), validated: every string is bounded, every list is
 * one. Unknown fields are dropped.
 */
export interface AdvisoryRecord {
  readonly id: string;
  /** Symmetric and transitive: names of the same thing. */
  readonly aliases: readonly string[];
  /** Records that it was made from; not symmetric. */
  readonly upstream: readonly string[];
  /** RFC 3339; absent where it is no instant. */
  readonly published?: string;
  readonly modified?: string;
  /** Set: it counts for nothing. */
  readonly withdrawn?: string;
  readonly summary?: string;
  readonly severity: readonly ScoredVector[];
  /** `database_specific.severity` as it is written: `MODERATE`. */
  readonly label?: string;
  readonly kind: AdvisoryKind;
  readonly affected: readonly AffectedPackage[];
  /** `https:` only, the database's own page first; at most 10. */
  readonly references: readonly string[];
}

/** `malware`: `MAL-` or GitHub's malware; `informational`: unmaintained or a notice, no vulnerability. */
export type AdvisoryKind = "vulnerability" | "malware" | "informational";

export interface ScoredVector {
  /** `CVSS_V2`, `CVSS_V3`, `CVSS_V4`, `Ubuntu`. */
  readonly type: string;
  readonly score: string;
}

export interface AffectedPackage {
  /** With its suffix: `Debian:12`. Absent where only a repository is named. */
  readonly ecosystem?: string;
  /** As the ecosystem compares names (PyPI: normalised). */
  readonly name?: string;
  readonly severity: readonly ScoredVector[];
  readonly ranges: readonly AffectedRange[];
  readonly versions: readonly string[];
  /** `database_specific.last_known_affected_version_range` of the entry: `<= 1.2.3`. */
  readonly lastKnown?: string;
  /** Functions or symbols that the database names, as a hint for people; at most 20. */
  readonly symbols: readonly string[];
  /** Something of the entry could not be read or was too long: a version that it does not name may be affected all the same. */
  readonly incomplete?: true;
}

export interface AffectedRange {
  readonly type: "SEMVER" | "ECOSYSTEM" | "GIT";
  readonly repo?: string;
  /** None where the type is `GIT`: they are commits, and nobody knows their order here. */
  readonly events: readonly RangeEvent[];
  readonly lastKnown?: string;
}

/** Exactly one of them. */
export type RangeEvent =
  | { readonly introduced: string }
  | { readonly fixed: string }
  | { readonly lastAffected: string }
  | { readonly limit: string };
