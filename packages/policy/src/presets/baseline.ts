import type { Severity } from "@assay/core";
import type { PolicyRule, Violation } from "../rule.ts";

/**
 * What most good repositories lack counts less in `assay:baseline` than elsewhere: of 108 public ones none is rid of all of these. What
 * is there and does not hold, such as a gate that can't fail, keeps its severity.
 */
const LEVELS: Readonly<Record<string, Severity>> = {
  "audit.gate-wired": "low",
  "license.audit-wired": "low",
  "secrets.scan-wired": "low",
  "codeowners.present-valid": "low",
  "deps.lockfile-present": "low",
  "security-md.present": "medium",
  "release.signed": "medium",
  "release.sbom": "low",
};

/** Keys of violations that say that something is not there. */
const ABSENT = /^(?:missing|unlocked|push|pull_request)\b/;

/** That of a violation in `assay:baseline`, where it is not its own. */
export function baselineSeverity(rule: PolicyRule, violation: Violation): Severity | undefined {
  const isAbsent = violation.place === undefined && ABSENT.test(violation.key);
  return isAbsent || rule.id.startsWith("release.") ? LEVELS[rule.id] : undefined;
}
