import type { Evidence, Finding, Location, Severity } from "@assay/core";
import {
  compareSeverity,
  compareText,
  fingerprint,
  groupBy,
  suppressionToPaste,
} from "@assay/core";
import type { Found } from "./suppressions/apply.ts";

const MAX_LISTED = 50;

/** One finding a rule and file, with all places; what is new, what was there before, what is suppressed and what is a guess apart. */
export function policyFindings(found: readonly Found[], today: Date): readonly Finding[] {
  const groups = groupBy(found, ({ rule, violation, change, suppression }) =>
    JSON.stringify([rule.id, violation.path, change, suppression, isGuess(rule, violation)]),
  );
  return [...groups.values()].map((group) => oneFinding([...group].sort(byWeight), today));
}

function oneFinding(group: readonly Found[], today: Date): Finding {
  // A group has at least one.
  const [{ rule, violation, change, suppression }, ...others] = group as [Found, ...Found[]];
  const location = locationOf(group[0] as Found);
  const keys = [...new Set(group.map((each) => each.violation.key))].sort();
  const finding = {
    ruleId: rule.id,
    severity: severityOf(group[0] as Found),
    // Nor by a level that `rules` gives it.
    ...(isGuess(rule, violation) && { threshold: "never" as const }),
    message: messageOf(group),
    ...(location && { location }),
    fingerprint: fingerprint(rule.id, violation.path ?? "", ...keys),
  };
  return {
    ...finding,
    ...(keys.length > 1 && {
      parts: keys.map((key) => fingerprint(rule.id, violation.path ?? "", key)),
    }),
    ...(others.length > 0 && {
      relatedLocations: others.slice(0, MAX_LISTED).flatMap((each) => locationOf(each) ?? []),
    }),
    remediation: violation.remediation ?? rule.help,
    evidence: [...placesOf(group), suppressionToPaste(finding, today)],
    ...(change !== undefined && { change }),
    ...(suppression !== undefined && { suppression }),
  };
}

function messageOf(group: readonly Found[]): string {
  const { path, message } = (group[0] as Found).violation;
  if (group.length === 1) return message;
  const where = path === undefined ? "" : ` in ${path}`;
  return `${group.length} places${where}, ${isOneText(group) ? "of each" : "the first"}: ${message}`;
}

function isOneText(group: readonly Found[]): boolean {
  return new Set(group.map(({ violation }) => violation.message)).size === 1;
}

/** What is said of the other places, where that is not the same. */
function placesOf(group: readonly Found[]): readonly Evidence[] {
  if (isOneText(group)) return [];
  const listed = group.slice(1, MAX_LISTED).map(({ violation: { place, message } }) => ({
    label: place === undefined ? "Also" : `Line ${place.startLine}`,
    value: message,
  }));
  const more = group.length - 1 - listed.length;
  return more === 0 ? listed : [...listed, { label: "More places", value: String(more) }];
}

function locationOf({ violation: { path, place } }: Found): Location | undefined {
  return path === undefined ? undefined : { path, ...place };
}

/** What is only a guess is reported, and nothing is decided by it. */
export function isGuess(rule: Found["rule"], violation: Found["violation"]): boolean {
  return (violation.confidence ?? rule.confidence) === "low";
}

/** What is only a guess never fails a run by itself. */
function severityOf({ rule, violation }: Found): Severity {
  return isGuess(rule, violation) ? "info" : (violation.severity ?? rule.severity);
}

function byWeight(a: Found, b: Found): number {
  const line = ({ violation }: Found) => violation.place?.startLine ?? 0;
  const column = ({ violation }: Found) => violation.place?.startColumn ?? 0;
  return (
    compareSeverity(severityOf(a), severityOf(b)) ||
    line(a) - line(b) ||
    column(a) - column(b) ||
    compareText(a.violation.key, b.violation.key)
  );
}
