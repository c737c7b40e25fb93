import type {
  AppliedSuppression,
  ClockStart,
  Finding,
  ReportedFinding,
  RuleCatalog,
  SloClock,
  SloState,
} from "@assay/core";
import { clockStart, endOfDay, isAtLeast, type Severity, thresholdReason } from "@assay/core";
import { acceptedBy, type Baseline, type BaselineEntry } from "../settings/baseline.ts";
import type { LedgerUse } from "../settings/ledger/match.ts";
import { levelOf, type RuleLevels } from "../settings/rule-levels.ts";
import { type CompiledSuppression, fingerprintsOf } from "../settings/suppression.ts";

export interface DecisionPolicy {
  readonly failOn: Severity | "never";
  readonly levels: RuleLevels;
  readonly suppressions: readonly CompiledSuppression[];
  readonly baseline: Baseline | undefined;
  readonly slo: SloClock | undefined;
  /** `introduced` where it is not given. */
  readonly clockFrom?: ClockStart;
  readonly ledger?: LedgerUse;
  /** A breached clock of an open finding blocks then, whatever its severity. */
  readonly isScheduled?: boolean;
  readonly now: Date;
  /** Tells the other ids of a finding's rule. */
  readonly rules: RuleCatalog;
}

/** A decided finding, and the entries that matched it. */
export interface Decided {
  readonly finding: ReportedFinding;
  readonly matched: readonly CompiledSuppression[];
}

/**
 * Whether one finding blocks, and why.
 *
 * In this order: the level of its rule, a config entry, what the check read (a mark in the file, an ignore, VEX), the baseline, the
 * threshold. What has expired is passed over and named in the reason. A finding of the baseline whose fix is overdue counts again.
 * One that stood there before the change blocks once its fix is overdue, where a clock runs for it; in a scheduled run all do whose
 * answer or fix is overdue.
 */
export function decide(check: string, found: Finding, policy: DecisionPolicy): Decided {
  const { aliases } = Object.hasOwn(policy.rules, found.ruleId)
    ? (policy.rules[found.ruleId] ?? {})
    : {};
  const level = levelOf(policy.levels, found.ruleId, aliases);
  const levelled = level === undefined || level === "off" ? found : { ...found, severity: level };
  const accepted = acceptedBy(policy.baseline, check, fingerprintsOf(found), found.parts);
  const finding = acknowledgedBy(levelled, aliases, accepted, policy);
  const { suppression: inline, clockSource: _, ...plain } = finding;
  const matched = policy.suppressions.filter((suppression) =>
    suppression.matches(finding, aliases),
  );
  const valid = matched.find((suppression) => suppression.endsAt > policy.now.getTime());
  const slo = clockState(finding, accepted, policy);
  const firstSeen = finding.firstSeen ?? accepted?.firstSeen ?? accepted?.acceptedAt;
  const base = {
    ...plain,
    check,
    ...(firstSeen !== undefined && { firstSeen }),
    ...(slo !== undefined && { slo }),
  };
  const suppression =
    (level === "off" ? switchedOff(finding.ruleId) : undefined) ??
    (valid && fromConfig(valid)) ??
    (inline !== undefined && holds(inline, policy.now) ? inline : undefined) ??
    (accepted !== undefined && !isOverdue(slo) ? fromBaseline(accepted) : undefined);
  if (suppression !== undefined) {
    return {
      matched,
      finding: {
        ...base,
        status: "suppressed",
        suppression,
        decision: "report",
        decisionReason:
          level === "off" ? `${suppression.reason}.` : suppressedReason(suppression, slo),
      },
    };
  }
  const { threshold = policy.failOn } = finding;
  const reaches = threshold !== "never" && isAtLeast(finding.severity, threshold);
  const isExisting = finding.change === "existing";
  const inTime = reaches && isExisting && slo?.fixDue !== undefined && !isOverdue(slo);
  const isReached = reaches && !inTime;
  const late = policy.isScheduled === true && threshold !== "never" ? lateBy(slo) : undefined;
  const lapsed = [
    lapsedReason(
      matched[0]?.entry.expires ?? inline?.expires,
      accepted !== undefined,
      reaches && isExisting,
      slo,
    ),
    level === undefined ? "" : `${RULES_SAY} ${finding.severity} instead of ${found.severity}; `,
  ].join("");
  return {
    matched,
    finding: {
      ...base,
      status: "open",
      decision: isReached || late !== undefined ? "block" : "report",
      decisionReason:
        late !== undefined && !isReached
          ? `${late}, and a scheduled run fails on that.`
          : inTime
            ? `It is not new: it blocks when it is not fixed by ${day(slo.fixDue)}.`
            : thresholdReason(
                lapsed,
                finding.severity,
                threshold,
                finding.threshold && "its threshold",
              ),
    },
  };
}

/** A finding of the baseline gets its fix window from the day on which it was accepted: a baseline is no amnesty. */
function clockState(
  finding: Finding,
  accepted: BaselineEntry | undefined,
  { slo, clockFrom = "introduced", now }: DecisionPolicy,
): SloState | undefined {
  if (slo === undefined) return undefined;
  const start = clockStart(finding, clockFrom, now, accepted?.acceptedAt);
  if (start === undefined) return undefined;
  const answered = accepted !== undefined || Date.parse(finding.acknowledged?.at ?? "") <= +now;
  const state = slo(finding.severity, start.at, answered);
  return state && { ...state, source: start.source };
}

/** The finding with what the ledger says of it, which goes before a statement of VEX. */
function acknowledgedBy(
  finding: Finding,
  aliases: readonly string[] = [],
  accepted: BaselineEntry | undefined,
  { ledger, clockFrom = "introduced", now }: DecisionPolicy,
): Finding {
  if (ledger === undefined) return finding;
  const start = clockStart(finding, clockFrom, now, accepted?.acceptedAt);
  const found = ledger.of(finding, [finding.ruleId, ...aliases], start?.at);
  return found === undefined ? finding : { ...finding, acknowledged: found };
}

/** Which clock is breached, as a clause. */
function lateBy(slo: SloState | undefined): string | undefined {
  const [what, due] = slo?.fix === "breached" ? ["fix", slo.fixDue] : ["answer", slo?.answerDue];
  if (slo?.state !== "breached" || due === undefined) return undefined;
  return `Its ${what} was due by ${day(due)}`;
}

function isOverdue(slo: SloState | undefined): boolean {
  return slo?.fix === "breached";
}

function day(instant: string): string {
  return instant.slice(0, 10);
}

const RULES_SAY = "`rules` sets its severity to";

function switchedOff(ruleId: string): AppliedSuppression {
  return { by: "config", reason: `The rule ${ruleId} is switched off by \`rules\`` };
}

function fromConfig({ entry }: CompiledSuppression): AppliedSuppression {
  return { by: "config", reason: entry.reason, owner: entry.owner, expires: entry.expires };
}

function fromBaseline(entry: BaselineEntry): AppliedSuppression {
  return { by: "baseline", reason: `It was accepted on ${entry.acceptedAt.slice(0, 10)}` };
}

/** A mark in a file may have no expiry; one with a day that is none does not hold. */
function holds(inline: AppliedSuppression, now: Date): boolean {
  return inline.expires === undefined || (endOfDay(inline.expires) ?? 0) > now.getTime();
}

const PLACES = {
  config: "in the config",
  inline: "by a mark in the file",
  ignore: "by an ignore",
  vex: "by a VEX statement",
} as const;

function suppressedReason(suppression: AppliedSuppression, slo: SloState | undefined): string {
  const { by, owner, expires } = suppression;
  if (by === "baseline") {
    const due = slo?.fixDue === undefined ? "" : `; its fix is due by ${day(slo.fixDue)}`;
    return `It stands in the baseline${due}.`;
  }
  const place = PLACES[by];
  const until = expires === undefined ? "" : ` through ${expires}`;
  return `Suppressed ${place}${owner === undefined ? "" : ` by ${owner}`}${until}.`;
}

function lapsedReason(
  expired: string | undefined,
  isAccepted: boolean,
  isExisting: boolean,
  slo: SloState | undefined,
): string {
  if (expired !== undefined) return `Its suppression expired on ${expired}; `;
  if (slo?.fixDue === undefined || !isOverdue(slo)) return "";
  const due = `its fix was due by ${day(slo.fixDue)}; `;
  if (isAccepted) return `It stands in the baseline, but ${due}`;
  return isExisting ? `It is not new, but ${due}` : "";
}
