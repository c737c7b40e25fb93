import type { CheckResult, Finding, Location } from "@assay/core";
import type { Redacted } from "./redacted.ts";

/** Shorter values are words as often as secrets, and would punch holes into names that people need. */
const MIN_LENGTH = 16;
const HIDDEN = "***";

/**
 * Takes secrets out of what a result says beside them: the name of a file, a line of the ignore file or a rule's description may
 * hold a secret that was found elsewhere. Fingerprints and rule ids stay.
 */
export function withhold(result: CheckResult, secrets: Iterable<Redacted>): CheckResult {
  const values = valuesIn(result, secrets);
  if (values.length === 0) return result;
  const hide = (text: string): string =>
    values.reduce((hidden, value) => hidden.replaceAll(value, HIDDEN), text);
  const hideIn = (location: Location): Location => ({ ...location, path: hide(location.path) });
  const findings = result.findings.map(
    ({ location, relatedLocations, aliases, evidence, subject, ...finding }): Finding => ({
      ...finding,
      message: hide(finding.message),
      ...(location && { location: hideIn(location) }),
      ...(relatedLocations && { relatedLocations: relatedLocations.map(hideIn) }),
      ...(subject && { subject: { ...subject, name: hide(subject.name) } }),
      ...(aliases && { aliases: aliases.map(hide) }),
      ...(evidence && {
        evidence: evidence.map((line) => ({ ...line, value: hide(line.value) })),
      }),
    }),
  );
  const { coverage, notices } = result;
  const skipped = coverage.skipped.map(({ item, reason }) => ({ item: hide(item), reason }));
  return {
    ...result,
    findings,
    coverage: { ...coverage, skipped },
    ...(notices && { notices: notices.map(hide) }),
  };
}

/** The values that stand somewhere in the result, as they are or percent-encoded, the longest first. */
function valuesIn(result: CheckResult, secrets: Iterable<Redacted>): readonly string[] {
  const { findings, coverage, notices = [] } = result;
  const texts = new Set([
    ...findings.flatMap(({ message, location, relatedLocations = [], aliases = [], subject }) => [
      message,
      location?.path ?? "",
      ...relatedLocations.map(({ path }) => path),
      ...aliases,
      subject?.name ?? "",
    ]),
    ...findings.flatMap(({ evidence = [] }) => evidence.map(({ value }) => value)),
    ...coverage.skipped.map(({ item }) => item),
    ...notices,
  ]);
  const text = [...texts].join("\n");
  const values = new Set<string>();
  for (const secret of secrets) {
    const value = secret.reveal().toWellFormed();
    if (value.length < MIN_LENGTH) continue;
    for (const form of [value, encodeURIComponent(value)])
      if (text.includes(form)) values.add(form);
  }
  return [...values].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
