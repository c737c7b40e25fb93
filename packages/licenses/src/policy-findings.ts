import type { Finding } from "@assay/core";
import { fingerprint } from "@assay/core";
import type { Audit } from "./audit.ts";
import { type CompiledClarification, NOT_INSTALLED } from "./clarifications.ts";
import type { CompiledException } from "./exceptions.ts";
import { installFirst } from "./missing-licenses.ts";
import { displayName } from "./packages.ts";
import { LICENSE_RULES } from "./rules.ts";
import { shown } from "./text.ts";

/** What is wrong with the exceptions and clarifications themselves. */
export function policyFindings(
  audit: Audit,
  exceptions: readonly CompiledException[],
  clarifications: readonly CompiledClarification[],
  /** Whether every lockfile was read: else nobody can say that an entry is not needed. */
  isComplete: boolean,
): readonly Finding[] {
  const stale = audit.staleClarifications.map(({ clarification, audited, reason }) =>
    finding(
      "licenses.clarification-stale",
      [clarification.entry.package, audited.nameKey],
      `The clarification for ${displayName(audited.subject)} is void: ${reason}`,
      reason === NOT_INSTALLED
        ? installFirst(audited.subject.ecosystem)
        : "Read the file again and renew the entry.",
      { subject: audited.subject },
    ),
  );
  const voided = new Set(audit.staleClarifications.map(({ clarification }) => clarification));
  const unused = clarifications.filter((each) => !audit.used.has(each) && !voided.has(each));
  return [
    ...exceptions.flatMap((exception) => exceptionFinding(exception, audit, isComplete)),
    ...stale,
    ...(isComplete ? unused.map((each) => unneeded("clarification", each.entry)) : []),
  ];
}

function exceptionFinding(
  exception: CompiledException,
  audit: Audit,
  isComplete: boolean,
): readonly Finding[] {
  const { entry, expired } = exception;
  if (audit.used.has(exception)) {
    if (!expired) return [];
    return [
      finding(
        "licenses.exception-expired",
        [entry.package, entry.license],
        `The licence exception for ${shown(entry.package)} expired on ${entry.expires}`,
        `Ask ${shown(entry.owner)} whether it still holds, then renew or remove the entry.`,
      ),
    ];
  }
  const other = audit.packages.find(
    ({ audited, judgement }) =>
      judgement.evaluation.verdict !== "allow" && exception.matches(audited.subject),
  );
  if (other !== undefined) {
    const uncovered = other.judgement.objectionable.find(
      ({ license }) => !exception.covers(license),
    );
    const now = shown((uncovered ?? other.judgement.statement).license.text) || "none";
    return [
      finding(
        "licenses.exception-stale",
        [entry.package, entry.license],
        `The licence exception for ${shown(entry.package)} was granted for "${shown(entry.license)}", but the licence of ${displayName(other.audited.subject)} is "${now}"`,
        "Look at the new licence; renew the entry for it or replace the package.",
        { subject: other.audited.subject },
      ),
    ];
  }
  return isComplete ? [unneeded("exception", entry)] : [];
}

function unneeded(
  kind: "exception" | "clarification",
  entry: { readonly package: string; readonly license: string },
): Finding {
  return finding(
    "licenses.exception-unused",
    [kind, entry.package, entry.license],
    `No package needs the licence ${kind} for ${shown(entry.package)} under "${shown(entry.license)}"`,
    "Remove the entry from the config file.",
  );
}

function finding(
  ruleId: string,
  parts: readonly string[],
  message: string,
  remediation: string,
  rest: Pick<Finding, "subject"> = {},
): Finding {
  return {
    ruleId,
    severity: LICENSE_RULES[ruleId]?.severity ?? "high",
    message,
    remediation,
    fingerprint: fingerprint(ruleId, ...parts),
    ...rest,
  };
}
