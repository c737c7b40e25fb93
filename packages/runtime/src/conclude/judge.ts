import type { ClockStart, ReportedFinding, RuleCatalog, Severity } from "@assay/core";
import { type SloPolicy, sloClock } from "@assay/core";
import type { CheckFailure } from "../parts/check-failure.ts";
import type { TitledResult } from "../parts/titled-result.ts";
import { type Baseline, staleNotices } from "../settings/baseline.ts";
import type { Ledger } from "../settings/ledger/ledger.ts";
import { ledgerNotices, openLedger } from "../settings/ledger/match.ts";
import type { RuleLevels } from "../settings/rule-levels.ts";
import {
  type CompiledSuppression,
  compileSuppressions,
  type SuppressionEntry,
} from "../settings/suppression.ts";
import { suppressionFindings } from "../settings/suppression-findings.ts";
import { type DecisionPolicy, decide } from "./evaluate-finding.ts";
import { mergeResults } from "./merge-results.ts";

/** What decides over findings. */
export interface Policy {
  readonly failOn: Severity | "never";
  /** By rule id or `group.*`; every rule has its own severity where it is not given. */
  readonly levels?: RuleLevels;
  readonly suppressions: readonly SuppressionEntry[];
  readonly baseline?: Baseline;
  /** No clock runs where it is not given. */
  readonly slo?: SloPolicy;
  /** What clocks count from; `introduced` where it is not given. */
  readonly clockFrom?: ClockStart;
  /** How long before its end a window is "due soon". */
  readonly dueSoon?: string;
  readonly ledger?: Ledger;
}

/** What was found under one set of settings, and that set. */
export interface Evidenced {
  readonly results: readonly TitledResult[];
  readonly failures: readonly CheckFailure[];
  readonly policy: Policy;
}

/** What was found, with a decision on each finding; equal ones are not merged yet. */
export interface Judged {
  /** One a check. */
  readonly results: readonly TitledResult[];
  readonly failures: readonly CheckFailure[];
  readonly findings: readonly ReportedFinding[];
  /** Entries of the config file. */
  readonly suppressions: number;
  readonly notices: readonly string[];
}

/**
 * Decides on every finding: suppressions, baseline, response clocks, levels and threshold.
 *
 * @param rules Of the command and of core.
 * @param isScheduled A clock that is breached fails the run then.
 * @throws UsageError for faulty suppressions or response windows, all named at once.
 */
export function judge(
  { results: given, failures, policy }: Evidenced,
  rules: RuleCatalog,
  now: Date,
  isScheduled = false,
): Judged {
  const suppressions = compileSuppressions(policy.suppressions);
  const ledger = policy.ledger && openLedger(policy.ledger, now);
  const decision: DecisionPolicy = {
    failOn: policy.failOn,
    levels: policy.levels ?? {},
    suppressions,
    baseline: policy.baseline,
    slo: policy.slo && sloClock(policy.slo, now, policy.dueSoon),
    ...(policy.clockFrom !== undefined && { clockFrom: policy.clockFrom }),
    ...(ledger !== undefined && { ledger }),
    isScheduled,
    now,
    rules,
  };
  const results = mergeResults(given);
  const failed = new Set(failures.map((failure) => failure.check));
  const complete = new Set(
    results
      .filter(({ check, coverage }) => !failed.has(check) && coverage.scope !== "change")
      .map(({ check }) => check),
  );
  const used = new Set<CompiledSuppression>();
  const findings: ReportedFinding[] = [];
  for (const { check, findings: found } of results) {
    for (const finding of found) {
      const decided = decide(check, finding, decision);
      findings.push(decided.finding);
      for (const suppression of decided.matched) used.add(suppression);
    }
  }
  const about = suppressionFindings(suppressions, { used, complete, rules, now });
  const uncovered = { ...decision, suppressions: [] };
  for (const finding of about.findings) {
    findings.push(decide("suppressions", finding, uncovered).finding);
  }
  return {
    results,
    failures,
    findings,
    suppressions: suppressions.length,
    notices: [
      ...about.notices,
      ...staleNotices(policy.baseline, complete, findings),
      ...(policy.ledger && ledger ? ledgerNotices(policy.ledger, ledger, complete) : []),
    ],
  };
}
