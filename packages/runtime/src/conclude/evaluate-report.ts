import { createHash } from "node:crypto";
import type {
  ActSummary,
  Artifact,
  CheckSummary,
  Clock,
  Report,
  ReportedArtifact,
  ReportedFinding,
  ReportSettings,
  ReportSubject,
  Rule,
  RuleCatalog,
  Severity,
} from "@assay/core";
import {
  compareFindings,
  compareText,
  REPORT_SCHEMA,
  rulePage,
  type SloPolicy,
  sloClock,
} from "@assay/core";
import type { TitledAct, TitledResult } from "../parts/titled-result.ts";
import { type Baseline, staleNotices } from "../settings/baseline.ts";
import type { RuleLevels } from "../settings/rule-levels.ts";
import {
  type CompiledSuppression,
  compileSuppressions,
  type SuppressionEntry,
} from "../settings/suppression.ts";
import { suppressionFindings } from "../settings/suppression-findings.ts";
import { finishedAct } from "./act-outcome.ts";
import type { CheckFailure } from "./check-failure.ts";
import { failedCheck, finishedCheck, headline, outcomeOf } from "./check-outcome.ts";
import { CORE_RULES } from "./core-rules.ts";
import { type DecisionPolicy, decide } from "./evaluate-finding.ts";
import { mergeFindings } from "./merge-findings.ts";
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
}

export interface ConcludeInput {
  readonly command: string;
  readonly version: string;
  readonly results: readonly TitledResult[];
  readonly acts?: readonly TitledAct[];
  /** What acts wrote. */
  readonly products?: readonly ReportedArtifact[];
  readonly failures: readonly CheckFailure[];
  readonly policy: Policy;
  readonly clock: Clock;
  readonly subject: ReportSubject;
  readonly settings: ReportSettings;
  readonly notices: readonly string[];
  /** The rules of the command; those of core are added. */
  readonly rules: RuleCatalog;
}

/**
 * The verdict: what checks found, weighed against suppressions, baseline, response clocks and `failOn`. Pure but for the
 * clock.
 *
 * Fails closed: a check that threw, a check that looked at nothing and found nothing, and a run without any check are
 * errors, not passes.
 *
 * @throws UsageError for faulty suppressions or response windows, all told at once.
 */
export function conclude(input: ConcludeInput): Report {
  // An old SOURCE_DATE_EPOCH must not keep an expired exception alive.
  const now = input.clock.wall();
  const { policy } = input;
  const suppressions = compileSuppressions(policy.suppressions);
  const rules: RuleCatalog = { ...input.rules, ...CORE_RULES };
  const decision: DecisionPolicy = {
    failOn: policy.failOn,
    levels: policy.levels ?? {},
    suppressions,
    baseline: policy.baseline,
    slo: policy.slo && sloClock(policy.slo, now),
    now,
    rules,
  };
  const results = mergeResults(input.results);
  const failed = new Set(input.failures.map((failure) => failure.check));
  const complete = new Set(
    results
      .filter(({ check, coverage }) => !failed.has(check) && coverage.scope !== "change")
      .map(({ check }) => check),
  );
  const used = new Set<CompiledSuppression>();
  const each: ReportedFinding[] = [];
  for (const { check, findings: found } of results) {
    for (const finding of found) {
      const decided = decide(check, finding, decision);
      each.push(decided.finding);
      for (const suppression of decided.matched) used.add(suppression);
    }
  }
  const about = suppressionFindings(suppressions, { used, complete, rules, now });
  const uncovered = { ...decision, suppressions: [] };
  for (const finding of about.findings) {
    each.push(decide("suppressions", finding, uncovered).finding);
  }
  const findings = mergeFindings(each).toSorted(compareFindings);

  const checks: CheckSummary[] = [
    ...results
      .filter(({ check }) => !failed.has(check))
      .map((result) => finishedCheck(result, findings)),
    ...input.failures.map((failure) => failedCheck(failure, findings)),
  ].sort((a, b) => compareText(a.check, b.check));
  if (suppressions.length > 0) checks.push(finishedCheck(ofSuppressions(suppressions), findings));

  const acts = (input.acts ?? []).map((act) => finishedAct(act, act.title));
  const outcome = outcomeOf(checks, acts);
  return {
    schema: REPORT_SCHEMA,
    tool: { name: "assay", version: input.version },
    command: input.command,
    outcome,
    headline: headline({ outcome, failOn: policy.failOn, checks, acts, findings }),
    generatedAt: input.clock.now().toISOString(),
    failOn: policy.failOn,
    subject: input.subject,
    settings: input.settings,
    checks,
    acts,
    findings,
    rules: firedRules([...findings, ...acts.flatMap(failedRules)], rules),
    artifacts: [
      ...results.flatMap((result) => result.artifacts.map(reportArtifact)),
      ...(input.products ?? []),
    ].sort(byName),
    notices: [
      ...input.notices,
      ...about.notices,
      ...staleNotices(policy.baseline, complete, findings),
    ],
  };
}

/** The exceptions are shown as a check of their own, so that what is wrong with them has a place in every report. */
function ofSuppressions(suppressions: readonly CompiledSuppression[]): TitledResult {
  const { length } = suppressions;
  return {
    check: "suppressions",
    title: "Suppressions",
    findings: [],
    artifacts: [],
    coverage: {
      inspected: { suppressions: length },
      skipped: [],
      summary: `${length} ${length === 1 ? "entry" : "entries"} of the config file`,
    },
  };
}

/** What an act failed by is explained like what a check found. */
function failedRules({ failures }: ActSummary) {
  return failures.map(({ ruleId }) => ({ ruleId, severity: "high" as const }));
}

/** A rule that its check forgot to declare is still a rule: its findings must not get lost on the way to a report. */
function firedRules(
  findings: readonly Pick<ReportedFinding, "ruleId" | "severity">[],
  rules: RuleCatalog,
): RuleCatalog {
  const fired = new Map<string, Rule>();
  for (const { ruleId, severity } of findings) {
    if (fired.has(ruleId)) continue;
    const known = Object.hasOwn(rules, ruleId) ? rules[ruleId] : undefined;
    fired.set(
      ruleId,
      (known && { ...known, helpUri: rulePage(ruleId) }) ?? {
        id: ruleId,
        title: ruleId,
        description: `The rule ${ruleId}, which has no description.`,
        help: "See the message of the finding.",
        severity,
      },
    );
  }
  return Object.fromEntries([...fired].sort(([a], [b]) => compareText(a, b)));
}

function reportArtifact({ name, mediaType, bytes }: Artifact): ReportedArtifact {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, mediaType, sha256, size: bytes.byteLength };
}

function byName(a: ReportedArtifact, b: ReportedArtifact): number {
  return compareText(a.name, b.name) || compareText(a.sha256, b.sha256);
}
