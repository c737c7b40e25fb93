import type { ActResult } from "../act/act.ts";
import type { Coverage } from "../check/coverage.ts";
import type { AppliedSuppression, Finding } from "../findings/finding.ts";
import type { RuleCatalog } from "../findings/rule.ts";
import type { Severity } from "../findings/severity.ts";
import type { SloState } from "../findings/slo.ts";
import type { ErrorKind } from "../platform/errors.ts";

export type Outcome = "pass" | "fail" | "error";

/** A finding with the decision on it. */
export interface ReportedFinding extends Finding {
  readonly check: string;
  readonly status: "open" | "suppressed";
  readonly suppression?: AppliedSuppression;
  /** `block` fails the run; `report` is told only. */
  readonly decision: "block" | "report";
  /** One sentence that names the threshold, suppression or deadline that decided. */
  readonly decisionReason: string;
  readonly slo?: SloState;
}

export interface CheckSummary {
  readonly check: string;
  readonly title: string;
  /** `error` when the check could not do its work; then `error` says why. */
  readonly outcome: Outcome;
  readonly coverage: Coverage;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  readonly notices: readonly string[];
  readonly error?: CheckError;
}

/** What an act did, and whether it did all that was asked for. */
export interface ActSummary extends ActResult {
  readonly title: string;
  /** `fail`: a proof does not hold; `error`: it could not do its work. */
  readonly outcome: Outcome;
  readonly notices: readonly string[];
}

export interface CheckError {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly hint?: string;
  /** Further problems of the same kind, one line each. */
  readonly problems?: readonly string[];
}

export interface ReportedArtifact {
  readonly name: string;
  readonly mediaType: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
}

/** Where one of the settings came from that decided over this run. */
export interface SettingSource {
  /** Such as `config`, `baseline`, `.gitleaks.toml`. */
  readonly what: string;
  /** As it was given or found: relative to the working directory, or absolute. */
  readonly path: string;
  /**
   * `work-tree`: the folder that was checked; `base`: the tip of the branch that the change wants to go to; `input`: a file
   * outside of the checkout that an input or option names.
   */
  readonly from: "work-tree" | "base" | "input";
  /** The commit that it was read from, where `from` is `base`. */
  readonly commit?: string;
  /** `own`: the change from outside brings it, and was judged by it a second time. */
  readonly judgement?: "own";
}

/** One setting that a change makes less strict than it is on the base branch. */
export interface SettingLoosened {
  /** A dotted key of the config file, such as `fail-on` or `licenses.allow`, or the path of a file such as `.gitleaksignore`. */
  readonly key: string;
  /** What the base says, as text for people. */
  readonly before: string;
  readonly after: string;
}

/** Which settings decided over a run, and what a change does to them. */
export interface ReportSettings {
  readonly sources: readonly SettingSource[];
  readonly loosened: readonly SettingLoosened[];
}

/** The one result of a run. Renderers are pure functions of it. Sorted, so that equal inputs give equal bytes. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: "assay"; readonly version: string };
  readonly command: string;
  readonly outcome: Outcome;
  /** One sentence: the verdict. */
  readonly headline: string;
  /** ISO 8601 from the run's clock. */
  readonly generatedAt: string;
  readonly failOn: Severity | "never";
  readonly repository?: { readonly name?: string; readonly revision?: string };
  readonly checks: readonly CheckSummary[];
  /** Signing and verifying: what was done, and what failed. */
  readonly acts: readonly ActSummary[];
  /** Most severe first, then check, rule, path, line, fingerprint. Suppressed ones are here too. */
  readonly findings: readonly ReportedFinding[];
  /** Only the rules that fired. */
  readonly rules: RuleCatalog;
  readonly settings?: ReportSettings;
  readonly artifacts: readonly ReportedArtifact[];
  readonly notices: readonly string[];
}
