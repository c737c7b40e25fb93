import type { Severity } from "@assay/core";
import type { AdvisoryPackage } from "./data.ts";
import type { AdvisoryKind, AdvisoryRecord, RangeEvent } from "./record.ts";

/** What is asked: a package at a version. */
export interface PackageQuery extends AdvisoryPackage {
  readonly version?: string;
  /** Where it is taken from a repository: its URL, commit and tag. */
  readonly repository?: string;
  readonly commit?: string;
  /** The version is a comment's word for a commit, or a floating tag: the answer is less sure. */
  readonly claimed?: boolean;
}

/** What one record says of a version. A record that says "not affected" makes none. */
export interface RecordMatch {
  readonly record: AdvisoryRecord;
  readonly verdict: "affected" | "undetermined";
  readonly confidence: "high" | "medium" | "low";
  /** Why, for people: a clause without a full stop. */
  readonly reason: string;
  /** The range that the version lies in, where one said so. */
  readonly events?: readonly RangeEvent[];
  /** Of that range, or the next one above: the smallest that is not affected any more. */
  readonly fixed?: string;
}

/** The alias group: one vulnerability for people, however many databases name it. */
export interface AdvisoryGroup {
  /** For people: CVE, else GHSA, else the first id. */
  readonly id: string;
  /** For fingerprints: the smallest GHSA, else CVE, else id. */
  readonly canonicalId: string;
  /** Sorted. */
  readonly ids: readonly string[];
  readonly kind: AdvisoryKind;
  readonly severity: GroupSeverity;
  readonly summary?: string;
  /** The earliest of its records. */
  readonly published?: string;
  readonly references: readonly string[];
}

export interface GroupSeverity {
  /** `unknown`: no label and no vector that can be read. `none`: a score of 0. */
  readonly level: Exclude<Severity, "info"> | "none" | "unknown";
  /** Of the highest CVSS version. */
  readonly score?: number;
  readonly vector?: string;
  readonly label?: string;
  /** Who decided, for people: "CVSS 4.0 of GHSA-…", "the label of GHSA-…", "malware". */
  readonly decidedBy: string;
  /** Set where label and score disagree, for people. */
  readonly disagreement?: string;
  /** Vectors that can't be read. */
  readonly dropped: readonly string[];
}

/** What is known of a package at a version: one per group. */
export interface AdvisoryMatch {
  readonly query: PackageQuery;
  readonly group: AdvisoryGroup;
  /** `affected` if any record of the group says so. */
  readonly verdict: "affected" | "undetermined";
  readonly confidence: "high" | "medium" | "low";
  readonly records: readonly RecordMatch[];
}
