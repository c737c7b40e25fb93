import type {
  AppliedSuppression,
  Finding,
  ReportedFinding,
  RuleCatalog,
  SloClock,
  SloState,
} from "@assay/core";
import { endOfDay, isAtLeast, type Severity, thresholdReason } from "@assay/core";
import type { Baseline, BaselineEntry } from "../settings/baseline.ts";
import { levelOf, type RuleLevels } from "../settings/rule-levels.ts";
import { type CompiledSuppression, fingerprintsOf } from "../settings/suppression.ts";

export interface DecisionPolicy {
  readonly failOn: Severity | "never";
  readonly levels: RuleLevels;
  readonly suppressions: readonly CompiledSuppression[];
  readonly baseline: Baseline | undefined;
  readonly slo: SloClock | undefined;
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
 * In this order: the level of its rule, a config entry, a mark in the file, the baseline, the threshold. What has expired is
 * passed over and named in the reason. A finding of the baseline whose fix is overdue counts again.
 */
export function decide(check: string, found: Finding, policy: DecisionPolicy): Decided {
  const { aliases } = Object.hasOwn(policy.rules, found.ruleId)
    ? (policy.rules[found.ruleId] ?? {})
    : {};
  const level = levelOf(policy.levels, found.ruleId, aliases);
  const finding = level === undefined || level === "off" ? found : { ...found, severity: level };
  const { suppression: inline, ...plain } = finding;
  const matched = policy.suppressions.filter((suppression) =>
    suppression.matches(finding, aliases),
  );
  const valid = matched.find((suppression) => suppression.endsAt > policy.now.getTime());
  const accepted = fingerprintsOf(finding)
    .map((fingerprint) => policy.baseline?.entries.get(fingerprint))
    .find((entry) => entry?.check === check);
  const slo = clockState(finding, accepted, policy.slo);
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
  const blocks = policy.failOn !== "never" && isAtLeast(finding.severity, policy.failOn);
  const lapsed = [
    lapsedReason(matched[0]?.entry.expires ?? inline?.expires, accepted, slo),
    level === undefined ? "" : `${RULES_SAY} ${finding.severity} instead of ${found.severity}; `,
  ].join("");
  return {
    matched,
    finding: {
      ...base,
      status: "open",
      decision: blocks ? "block" : "report",
      decisionReason: thresholdReason(lapsed, finding.severity, policy.failOn),
    },
  };
}

/** A finding of the baseline gets its fix window from the day on which it was accepted: a baseline is no amnesty. */
function clockState(
  finding: Finding,
  accepted: BaselineEntry | undefined,
  slo: SloClock | undefined,
): SloState | undefined {
  const start = accepted?.acceptedAt ?? finding.firstSeen;
  return start === undefined ? undefined : slo?.(finding.severity, start);
}

function isOverdue(slo: SloState | undefined): boolean {
  return slo?.fixDue !== undefined && slo.state === "breached";
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

function suppressedReason(suppression: AppliedSuppression, slo: SloState | undefined): string {
  const { by, owner, expires } = suppression;
  if (by === "baseline") {
    const due = slo?.fixDue === undefined ? "" : `; its fix is due by ${slo.fixDue.slice(0, 10)}`;
    return `It stands in the baseline${due}.`;
  }
  const place = by === "config" ? "in the config" : "by a mark in the file";
  const until = expires === undefined ? "" : ` through ${expires}`;
  return `Suppressed ${place}${owner === undefined ? "" : ` by ${owner}`}${until}.`;
}

function lapsedReason(
  expired: string | undefined,
  accepted: BaselineEntry | undefined,
  slo: SloState | undefined,
): string {
  if (expired !== undefined) return `Its suppression expired on ${expired}; `;
  if (accepted === undefined || slo?.fixDue === undefined) return "";
  return `It stands in the baseline, but its fix was due by ${slo.fixDue.slice(0, 10)}; `;
}
