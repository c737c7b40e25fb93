import type { ActResult } from "../act/act.ts";
import type { Coverage } from "../check/coverage.ts";
import type { ResultTable } from "../check/table.ts";
import type { AppliedSuppression, Finding, Location } from "../findings/finding.ts";
import type { RuleCatalog } from "../findings/rule.ts";
import type { Severity } from "../findings/severity.ts";
import type { SloState } from "../findings/slo.ts";
import type { ErrorKind } from "../platform/errors.ts";
import type { ClockFigures } from "./clocks.ts";
import type { ReportSettings } from "./settings.ts";
import type { ReportSubject } from "./subject.ts";

export type Outcome = "pass" | "fail" | "error";

/** A finding with the decision on it. */
export interface ReportedFinding extends Omit<Finding, "clockSource"> {
  readonly check: string;
  readonly status: "open" | "suppressed";
  readonly suppression?: AppliedSuppression;
  /** `block` fails the run; `report` does not. */
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
  readonly tables: readonly ResultTable[];
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
  /** Where the message or a problem is about, with the line of source. */
  readonly places?: readonly { readonly problem: string; readonly location: Location }[];
}

export interface ReportedArtifact {
  readonly name: string;
  readonly mediaType: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
}

/** The version of the report's form: `docs/reports.md` says what may change within it. */
export const REPORT_SCHEMA = 2;

/** The one result of a run. Renderers are pure functions of it. Sorted, so that equal inputs give equal bytes. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: "assay"; readonly version: string };
  readonly command: string;
  readonly outcome: Outcome;
  /** One sentence: the verdict. */
  readonly headline: string;
  /** ISO 8601 from the run's clock. */
  readonly generatedAt: string;
  readonly failOn: Severity | "never";
  readonly subject: ReportSubject;
  readonly settings: ReportSettings;
  readonly checks: readonly CheckSummary[];
  /** Signing and verifying: what was done, and what failed. */
  readonly acts: readonly ActSummary[];
  /** Most severe first, then check, rule, path, line, fingerprint. Suppressed ones are here too. */
  readonly findings: readonly ReportedFinding[];
  /** How response clocks stand, where one runs. */
  readonly clocks?: ClockFigures;
  /** Only the rules that fired. */
  readonly rules: RuleCatalog;
  readonly artifacts: readonly ReportedArtifact[];
  readonly notices: readonly string[];
}
