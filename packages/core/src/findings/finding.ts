import type { Severity } from "./severity.ts";

/** A place in the repository. Lines and columns count from 1; columns are UTF-16 code units; the end column is exclusive. */
export interface Location {
  /** Relative to the repository root, `/` separators. */
  readonly path: string;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The commit that the place is in, where it is not the work tree. */
  readonly commit?: string;
}

/** What a finding is about, where that is not only a place: a package, an image, a signed file. */
export interface Subject {
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly ecosystem?: string;
  readonly scope?: "runtime" | "optional" | "development";
  readonly direct?: boolean;
  /** Ways from the root to the package, each a list of `name@version`; the shortest first. */
  readonly paths?: readonly (readonly string[])[];
}

/** A line of proof for people: never holds a secret. */
export interface Evidence {
  readonly label: string;
  readonly value: string;
  /** Text of several lines to copy, such as an entry of the config file: its line breaks and indents are kept. */
  readonly verbatim?: true;
}

/** Why a finding does not count, with the person who answers for that. */
export interface AppliedSuppression {
  /** `config`: an entry of the config file; `baseline`: it stood in the baseline; `inline`: a mark in the file itself. */
  readonly by: "config" | "baseline" | "inline";
  readonly reason: string;
  readonly owner?: string;
  /** `YYYY-MM-DD`, through the end of that day in UTC. */
  readonly expires?: string;
}

export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** One sentence without a line break. */
  readonly message: string;
  readonly location?: Location;
  /** Other places of the same finding. */
  readonly relatedLocations?: readonly Location[];
  readonly subject?: Subject;
  /** All of them, where several findings of one fingerprint were merged; `subject` is the one of the strictest scope. */
  readonly subjects?: readonly Subject[];
  /** From `fingerprint()`: content only, no lines, versions or commits. */
  readonly fingerprint: string;
  /** Names under which other tools know this finding (a `.gitleaksignore` line, say). */
  readonly aliases?: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** What to do, as one or two sentences. */
  readonly remediation?: string;
  /** Against the base of a change, where there is one. */
  readonly change?: "new" | "existing";
  /** ISO 8601; the SLO clock starts here. */
  readonly firstSeen?: string;
  /** Set by a check that read a mark beside the finding (`by: "inline"`). The verdict decides whether it still holds. */
  readonly suppression?: AppliedSuppression;
}
