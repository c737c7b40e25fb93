import type { Finding, RuleCatalog } from "@assay/core";
import { fingerprint, matchesWildcard, plural } from "@assay/core";
import { type CompiledSuppression, describeSuppression } from "./suppression.ts";

const DAY = 24 * 60 * 60 * 1000;
const SOON_DAYS = 14;

/** What is known when all findings have been matched. */
export interface SuppressionUse {
  /** The entries that matched at least one finding, expired ones too. */
  readonly used: ReadonlySet<CompiledSuppression>;
  /** The ids of checks that finished and looked at everything. Only their entries can be called unused. */
  readonly complete: ReadonlySet<string>;
  /** The rules of the command that ran. */
  readonly rules: RuleCatalog;
  readonly now: Date;
}

/**
 * The findings about the entries themselves.
 *
 * An entry is judged "unused" only when the check that its rule names (the part before the first dot) finished and looked
 * at everything; with a `*` in that part, when any such check did. An entry with nothing but a fingerprint names no check:
 * it is never called unused, and `notices` asks to add the rule.
 */
export function suppressionFindings(
  suppressions: readonly CompiledSuppression[],
  use: SuppressionUse,
): { readonly findings: readonly Finding[]; readonly notices: readonly string[] } {
  const findings: Finding[] = [];
  let unnamed = 0;
  for (const suppression of suppressions) {
    const isUsed = use.used.has(suppression);
    const isJudged = isUsed || ranFor(suppression.entry.rule, use.complete);
    const isExpired = suppression.endsAt <= use.now.getTime();
    if (!isUsed && suppression.entry.rule === undefined && !isExpired) unnamed++;
    if (isExpired && (isJudged || suppression.entry.rule === undefined)) {
      findings.push(expired(suppression, isUsed));
    } else if (!isExpired && isJudged && !isUsed) {
      findings.push(unused(suppression, use.rules));
    } else if (isUsed && suppression.endsAt - use.now.getTime() <= SOON_DAYS * DAY) {
      findings.push(expiresSoon(suppression));
    }
  }
  const notices =
    unnamed === 0
      ? []
      : [
          `${plural(unnamed, "suppression")} by fingerprint alone matched nothing in this run. Add \`rule\` to each, so that Assay can tell when it is no longer needed.`,
        ];
  return { findings, notices };
}

function ranFor(rule: string | undefined, complete: ReadonlySet<string>): boolean {
  if (rule === undefined) return false;
  const prefix = rule.split(".", 1)[0] ?? rule;
  return [...complete].some((check) => matchesWildcard(prefix, check));
}

function expired(suppression: CompiledSuppression, isUsed: boolean): Finding {
  const { entry } = suppression;
  const effect = isUsed ? "it hides nothing any more" : "it matches nothing any more";
  return {
    ...about("suppressions.expired", suppression),
    // Where it hides nothing that is still there, it is only litter.
    severity: isUsed ? "medium" : "low",
    message: `The suppression of ${describeSuppression(entry)} expired on ${entry.expires}: ${effect}`,
    remediation: isUsed
      ? "Fix the finding, or have the owner renew the entry with a current reason."
      : "Remove the entry.",
  };
}

function unused(suppression: CompiledSuppression, rules: RuleCatalog): Finding {
  const { entry } = suppression;
  const isUnknown =
    entry.rule !== undefined && !entry.rule.includes("*") && !Object.hasOwn(rules, entry.rule);
  return {
    ...about("suppressions.unused", suppression),
    severity: "low",
    message: isUnknown
      ? `The suppression of ${describeSuppression(entry)} matched nothing: there is no such rule`
      : `The suppression of ${describeSuppression(entry)} matched nothing`,
    remediation: isUnknown ? "Correct the rule id, or remove the entry." : "Remove the entry.",
  };
}

function expiresSoon(suppression: CompiledSuppression): Finding {
  const { entry } = suppression;
  return {
    ...about("suppressions.expires-soon", suppression),
    severity: "info",
    message: `The suppression of ${describeSuppression(entry)} ends with ${entry.expires}`,
    remediation: "Fix what it hides before that day, or have the owner renew it.",
  };
}

function about(
  ruleId: string,
  { entry }: CompiledSuppression,
): Omit<Finding, "severity" | "message"> {
  const { fingerprint: name = "", rule = "", path = "", package: pattern = "" } = entry;
  return {
    ruleId,
    fingerprint: fingerprint(ruleId, name, rule, path, pattern),
    ...(entry.source !== undefined && { location: entry.source }),
    evidence: [
      { label: "Owner", value: entry.owner },
      { label: "Reason", value: entry.reason },
      { label: "Expires", value: entry.expires },
    ],
  };
}
