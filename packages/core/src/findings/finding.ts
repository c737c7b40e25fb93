import type { Severity } from "./severity.ts";

/** A line of source with a mark under the part that it is about: visible characters only, at most 200, and never a secret. */
export interface Excerpt {
  readonly text: string;
  /** Offsets in `text` in UTF-16 code units from 0; the end is exclusive. Both 0 where the whole line is meant. */
  readonly markStart: number;
  readonly markEnd: number;
}

/** A page that says more. Only `https:`; shown where the place of the report can link. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

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
  /** The line that it starts in; left out where nobody may quote it. */
  readonly excerpt?: Excerpt;
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
  /**
   * `config`: an entry of the config file; `baseline`: it stood in the baseline; `inline`: a mark in the file itself; `ignore`: an
   * entry of an ignore file; `vex`: a VEX statement that the project is not affected.
   */
  readonly by: "config" | "baseline" | "inline" | "ignore" | "vex";
  readonly reason: string;
  readonly owner?: string;
  /** `YYYY-MM-DD`, through the end of that day in UTC. */
  readonly expires?: string;
}

/** That somebody answers for a finding: it stops the clock of the answer, not the one of the fix. */
export interface Acknowledgement {
  /** `ledger`: an entry of the committed ledger; `vex`: a statement `under_investigation` or `affected`. */
  readonly by: "ledger" | "vex";
  /** ISO 8601: when it was given. */
  readonly at: string;
  readonly owner?: string;
  readonly ticket?: string;
  readonly note?: string;
}

/** What a rule finds more than once, with a name of its own: one advisory. Code scanning shows it as a rule. */
export interface FindingVariant {
  /** Without blanks; unique within the rule. */
  readonly id: string;
  readonly title: string;
  /** Why it matters and what to do, in Markdown. */
  readonly help: string;
  /** Only `https:`. */
  readonly helpUri?: string;
  /** 0.1 to 10, in the band of the finding's severity; absent where that is not known and the settings chose one. */
  readonly score?: number;
}

export interface Finding {
  readonly ruleId: string;
  /** Which of the many things that the rule finds it is. */
  readonly variant?: FindingVariant;
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
  /**
   * Of a finding with several places: the fingerprint of each. A baseline that has all of them accepts the finding, so that who fixes
   * one place is not punished.
   */
  readonly parts?: readonly string[];
  /**
   * Names under which other tools know this finding (a `.gitleaksignore` line, all ids of an advisory group). The ledger of
   * acknowledgements may name it by any of them.
   */
  readonly aliases?: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** What to do, as one or two sentences. */
  readonly remediation?: string;
  /** Pages that say more, such as the advisory. */
  readonly links?: readonly Link[];
  /**
   * Findings of one rule with the same cause are shown as one group, whatever their messages say: 500 packages of a lockfile that
   * has no licences have one cause.
   */
  readonly cause?: string;
  /** Among findings of one severity and rule, the lower comes first. */
  readonly priority?: number;
  /** Against the base of a change, where there is one. */
  readonly change?: "new" | "existing";
  /** ISO 8601: since when the repository has it. The response clock starts here; `slo.clock` can choose another start. */
  readonly firstSeen?: string;
  /** How `firstSeen` is known where that is not the commit that brought it: the oldest commit of a shallow clone has it too. */
  readonly clockSource?: "introduced" | "shallow";
  /** ISO 8601: since when the world knows of it, the earliest of an advisory group. No clock starts before, unless `slo.clock` says so. */
  readonly published?: string;
  /** The severity from which this finding fails the run, where that is not the run's `fail-on`. */
  readonly threshold?: Severity | "never";
  /** Set by a check that read a VEX statement; the runtime adds what the ledger says. */
  readonly acknowledged?: Acknowledgement;
  /**
   * Set by a check that read a mark beside the finding (`by: "inline"`), an ignore file or a VEX statement. The verdict decides
   * whether it still holds.
   */
  readonly suppression?: AppliedSuppression;
}
