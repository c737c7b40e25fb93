import { createHash } from "node:crypto";
import type {
  ActSummary,
  Artifact,
  CheckSummary,
  Clock,
  Finding,
  Report,
  ReportedArtifact,
  ReportedFinding,
  ReportSettings,
  ReportSubject,
  Rule,
  RuleCatalog,
} from "@assay/core";
import {
  clockFigures,
  compareFindings,
  compareText,
  isAtLeast,
  REPORT_SCHEMA,
  rulePage,
} from "@assay/core";
import type { TitledAct, TitledResult } from "../parts/titled-result.ts";
import { CORE_RULES } from "../settings/core-rules.ts";
import { fixedOf } from "../settings/ledger/match.ts";
import type { SettingsReview } from "../settings/settings-findings.ts";
import { finishedAct } from "./act-outcome.ts";
import { failedCheck, finishedCheck, headline, outcomeOf } from "./check-outcome.ts";
import { decidedSettings } from "./decide-settings.ts";
import { type Evidenced, judge } from "./judge.ts";
import { judgedTwice } from "./judged-twice.ts";
import { mergeFindings } from "./merge-findings.ts";

export interface ConcludeInput extends Evidenced {
  readonly command: string;
  readonly version: string;
  /** The same run by the settings that a change from outside brings. */
  readonly own?: Evidenced;
  readonly acts?: readonly TitledAct[];
  /** What acts wrote. */
  readonly products?: readonly ReportedArtifact[];
  readonly clock: Clock;
  readonly subject: ReportSubject;
  readonly settings: ReportSettings;
  /** What the change does to settings. */
  readonly review?: Pick<SettingsReview, "mode"> & { readonly findings: readonly Finding[] };
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
 * @throws UsageError for faulty suppressions or response windows, all named at once.
 */
export function conclude(input: ConcludeInput): Report {
  // An old SOURCE_DATE_EPOCH must not keep an expired exception alive.
  const now = input.clock.wall();
  const rules: RuleCatalog = { ...input.rules, ...CORE_RULES };
  const isScheduled = input.subject.event === "schedule";
  const base = judge(input, rules, now, isScheduled);
  const { own } = input;
  const judged = own === undefined ? base : judgedTwice(base, judge(own, rules, now, isScheduled));
  const { results, failures, suppressions } = judged;
  const failOn = stricter(input.policy.failOn, own?.policy.failOn);
  const ofSettings = decidedSettings(input.review, failOn, now);
  const findings = mergeFindings([...judged.findings, ...ofSettings]).toSorted(compareFindings);

  const failed = new Set(failures.map(({ check }) => check));
  const checks: CheckSummary[] = [
    ...results
      .filter(({ check }) => !failed.has(check))
      .map((result) => finishedCheck(result, findings)),
    ...failures.map((failure) => failedCheck(failure, findings)),
  ].sort((a, b) => compareText(a.check, b.check));
  if (suppressions > 0) {
    const summary = `${suppressions} ${suppressions === 1 ? "entry" : "entries"} of the config file`;
    checks.push(finishedCheck(pseudoCheck("suppressions", suppressions, summary), findings));
  }
  if (ofSettings.length > 0) {
    const summary = "What the change does to settings, compared with its base";
    checks.push(finishedCheck(pseudoCheck("settings", ofSettings.length, summary), findings));
  }

  const acts = (input.acts ?? []).map((act) => finishedAct(act, act.title));
  const outcome = outcomeOf(checks, acts);
  const clocks = clockFigures(findings, fixedOf(input.policy.ledger));
  return {
    schema: REPORT_SCHEMA,
    tool: { name: "assay", version: input.version },
    command: input.command,
    outcome,
    headline: headline({ outcome, failOn, checks, acts, findings, clocks }),
    generatedAt: input.clock.now().toISOString(),
    failOn,
    subject: input.subject,
    settings: input.settings,
    checks,
    acts,
    findings,
    ...(clocks !== undefined && { clocks }),
    rules: firedRules([...findings, ...acts.flatMap(failedRules)], rules),
    artifacts: [
      ...results.flatMap((result) => result.artifacts.map(reportArtifact)),
      ...(input.products ?? []),
    ].sort(byName),
    notices: [...input.notices, ...judged.notices],
  };
}

/** Suppressions and settings are shown as checks of their own, so that what is wrong with them has a place in every report. */
function pseudoCheck(check: string, amount: number, summary: string): TitledResult {
  return {
    check,
    title: check === "settings" ? "Settings" : "Suppressions",
    findings: [],
    artifacts: [],
    coverage: { inspected: { [check]: amount }, skipped: [], summary },
  };
}

type Threshold = Report["failOn"];

function stricter(a: Threshold, b: Threshold = a): Threshold {
  if (a === "never" || b === "never") return a === "never" ? b : a;
  return isAtLeast(a, b) ? b : a;
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
