import type { ReportedFinding, Rule } from "@assay/core";
import { clip, compareSeverity, escapeControlCharacters, type Severity } from "@assay/core";

import { withoutLinks } from "./links.ts";

const NAME_LIMIT = 255;
const DESCRIPTION_LIMIT = 1024;
/** GitHub accepts 20 and keeps 10. */
const MAX_TAGS = 10;

export type SarifLevel = "error" | "warning" | "note";

/**
 * GitHub reads 9 and above as critical, 7 and above as high, 4 and above as medium, the rest as low; "info" gets none and
 * is shown as a recommendation.
 */
const SCORES: Readonly<Record<Severity, string | undefined>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.5",
  info: undefined,
};

export const SARIF_LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

const PROBLEM_SEVERITIES = { error: "error", warning: "warning", note: "recommendation" } as const;

/**
 * The SARIF form of a rule. GitHub ranks alerts by the rule's `security-severity` and not by the result: the rule gets the
 * highest severity that one of its findings has in this report.
 *
 * @param known A score of its own, as CVSS.
 */
export function sarifRule(
  rule: Rule,
  findings: readonly Pick<ReportedFinding, "severity">[],
  known?: number,
) {
  const severity =
    findings.map((finding) => finding.severity).sort(compareSeverity)[0] ?? rule.severity;
  const level = SARIF_LEVELS[severity];
  const score = known?.toFixed(1) ?? SCORES[severity];
  const help = orElse(rule.help, "See the message of the result.");
  return {
    id: rule.id,
    name: clip(pascalCase(rule.id), NAME_LIMIT),
    shortDescription: {
      text: clip(escapeControlCharacters(orElse(rule.title, rule.id)), DESCRIPTION_LIMIT),
    },
    fullDescription: {
      text: clip(
        escapeControlCharacters(orElse(rule.description, orElse(rule.title, rule.id))),
        DESCRIPTION_LIMIT,
      ),
    },
    ...(rule.helpUri !== undefined && { helpUri: rule.helpUri }),
    help: { text: withoutLinks(help), markdown: help },
    defaultConfiguration: { level },
    properties: {
      precision: "high",
      "problem.severity": PROBLEM_SEVERITIES[level],
      ...(score !== undefined && { "security-severity": score }),
      tags: tagsOf(rule, score !== undefined),
    },
  };
}

function tagsOf(rule: Rule, isSecurity: boolean): readonly string[] {
  const tags = new Set([...(isSecurity ? ["security"] : []), "supply-chain", ...(rule.tags ?? [])]);
  return [...tags].filter((tag) => tag.trim() !== "").slice(0, MAX_TAGS);
}

/** `licenses.not-allowed` as `LicensesNotAllowed`, which is how SARIF (3.49.7) wants names. */
function pascalCase(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Rule";
}

/** SARIF has no use for empty strings and GitHub refuses them. */
export function orElse(text: string, fallback: string): string {
  return text.trim() === "" ? fallback : text;
}
