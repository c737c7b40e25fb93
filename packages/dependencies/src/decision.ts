import type { Finding, Severity } from "@assay/core";
import type { DependenciesOptions } from "./inputs.ts";
import type { Vulnerability } from "./vulnerability.ts";

/** What the settings make of a vulnerability. Blocking itself is the run's: by severity, threshold and deadline. */
export interface Decision
  extends Pick<Finding, "severity" | "threshold" | "change" | "suppression"> {
  readonly ruleId: string;
  /** Why, for people: a sentence. */
  readonly why: string;
}

type Policy = Pick<
  DependenciesOptions,
  | "failOn"
  | "thresholdDevelopment"
  | "thresholdOptional"
  | "unknownSeverity"
  | "undetermined"
  | "allowNoVersion"
  | "onExisting"
  | "warnOnly"
>;

/**
 * The order of a decision; the first that fits counts: malware, an exception, undetermined, unknown severity, threshold of the
 * scope, new, existing. Deny list and changed checksums are findings of their own, which no exception covers.
 */
export function decide(
  vulnerability: Pick<Vulnerability, "component" | "match" | "change">,
  policy: Policy,
  suppression?: Finding["suppression"],
  exploited?: string,
): Decision {
  const decision = urgent(graded(vulnerability, policy), policy, exploited);
  const { change } = vulnerability;
  const lasting = change === "existing" ? existing(decision, policy) : {};
  return {
    ...decision,
    ...(change !== undefined && { change }),
    ...lasting,
    ...(suppression !== undefined && { suppression }),
    ...(policy.warnOnly && { threshold: "never", why: `${decision.why} \`warn-only\` is on.` }),
  };
}

function graded(
  { component, match }: Pick<Vulnerability, "component" | "match">,
  policy: Policy,
): Decision {
  const { group, verdict } = match;
  const { level, decidedBy } = group.severity;
  const threshold = thresholdOf(component.scope, policy);
  const ofScope = threshold === undefined ? {} : { threshold };
  if (group.kind === "malware")
    return { ruleId: "dependencies.malware", severity: "critical", why: "Malware always blocks." };
  const known: Severity | undefined =
    level === "unknown" ? undefined : level === "none" ? "info" : level;
  if (group.kind === "informational")
    return {
      ruleId: "dependencies.informational",
      severity: "info",
      threshold: "never",
      why: "A notice is no vulnerability.",
    };
  if (verdict === "undetermined") {
    const severity = known ?? "medium";
    return {
      ruleId: "dependencies.undetermined",
      severity,
      threshold:
        policy.undetermined === "warn" ? "never" : (threshold ?? unlessNever(severity, policy)),
      why: `\`undetermined\` is ${policy.undetermined}.`,
    };
  }
  if (known === undefined) return unknown(policy, threshold);
  if (policy.allowNoVersion && component.version === undefined)
    return {
      ruleId: "dependencies.vulnerable",
      severity: known,
      threshold: "never",
      why: "`allow-no-version` is on, and the lockfile names no version.",
    };
  return {
    ruleId: "dependencies.vulnerable",
    severity: known,
    ...ofScope,
    why: `The severity is ${known} by ${decidedBy}.`,
  };
}

/** What is used in attacks counts in every scope and grade. @param exploited Why: a sentence. */
function urgent(decision: Decision, policy: Policy, exploited: string | undefined): Decision {
  const { ruleId, severity } = decision;
  const counts = ruleId === "dependencies.vulnerable" || ruleId === "dependencies.unknown-severity";
  if (exploited === undefined || !counts) return decision;
  return { ...decision, threshold: unlessNever(severity, policy), why: exploited };
}

function unknown(policy: Policy, threshold: Severity | "never" | undefined): Decision {
  const { unknownSeverity: grade } = policy;
  const severity: Severity = grade === "block" || grade === "warn" ? "high" : grade;
  return {
    ruleId: "dependencies.unknown-severity",
    severity,
    ...(grade === "warn"
      ? { threshold: "never" }
      : grade === "block"
        ? { threshold: threshold ?? unlessNever(severity, policy) }
        : threshold !== undefined && { threshold }),
    why: `No database grades it, and \`unknown-severity\` is ${grade}.`,
  };
}

/** Blocks whatever `fail-on` is, but for a run in which nothing does. */
function unlessNever(severity: Severity, { failOn }: Policy): Severity | "never" {
  return failOn === "never" ? "never" : severity;
}

function thresholdOf(
  scope: Vulnerability["component"]["scope"],
  { thresholdDevelopment, thresholdOptional }: Policy,
): Severity | "never" | undefined {
  const own = { runtime: "same", development: thresholdDevelopment, optional: thresholdOptional };
  const threshold = own[scope] as Severity | "never" | "same";
  return threshold === "same" ? undefined : threshold;
}

/** Malware waits for no deadline. */
function existing(decision: Decision, { onExisting }: Policy): Partial<Decision> {
  if (onExisting === "block" || decision.ruleId === "dependencies.malware")
    return { change: undefined };
  return onExisting === "report" ? { threshold: "never" } : {};
}
