import type { CheckContext, Evidence, Finding, Severity } from "@assay/core";
import { fingerprint } from "@assay/core";
import type { AuditedPackage } from "./audit.ts";
import type { PackageChange } from "./change.ts";
import { keyOf } from "./judge.ts";
import type { LicensesOptions } from "./options.ts";
import { displayName } from "./packages.ts";
import { clarificationToPaste, exceptionToPaste } from "./remedy.ts";
import { LICENSE_RULES } from "./rules.ts";
import type { Statement } from "./statements.ts";
import { shown } from "./wording.ts";

const MAX_TERMS = 20;
const SOURCE_NAMES = {
  clarification: "a clarification of the config file",
  lockfile: "the lockfile",
  manifest: "the installed package",
} as const;

/** Everything there is to say about one package. `change` is there where only a change is looked at. */
export function packageFindings(
  each: AuditedPackage,
  change: PackageChange | undefined,
  options: LicensesOptions,
  { clock }: Pick<CheckContext, "clock">,
): readonly Finding[] {
  const { judgement, exception } = each;
  const { statement, evaluation, contradiction } = judgement;
  const { license } = statement;
  const findings: Finding[] = [];
  const name = displayName(each.audited.subject);
  const declared = license.text === "" ? "no licence" : `"${shown(license.text)}"`;
  if (evaluation.verdict === "deny" && exception === undefined) {
    findings.push(
      finding(each, "licenses.denied", change, {
        message: `${name} is under ${declared}, which is not allowed`,
        evidence: [...terms(each), ...exceptionToPaste(each.audited.subject, license, clock)],
        remediation: `${hints(each)}Replace the package, or accept it with the shown entry under \`licenses.exceptions\`.`,
      }),
    );
  }
  if (evaluation.verdict === "unknown" && exception === undefined) {
    const isInvalid = license.kind === "invalid";
    const severity = isInvalid ? options.onInvalid : options.onUnknown;
    findings.push(
      finding(each, isInvalid ? "licenses.invalid-expression" : "licenses.unknown", change, {
        severity,
        message: isInvalid
          ? `${name} declares ${declared}, which is no valid SPDX expression: ${license.problem?.message ?? ""}`
          : `${name} declares ${declared}: nobody can tell whether that is allowed`,
        evidence: [
          ...terms(each),
          ...clarificationToPaste(each.audited.subject, license.file),
          ...exceptionToPaste(each.audited.subject, license, clock),
        ],
        remediation: `${hints(each)}Read ${license.file === undefined ? "the package's licence file" : `its file ${shown(license.file)}`} and record what it says with the shown entry under \`licenses.clarifications\`, or accept the package under \`licenses.exceptions\`.`,
      }),
    );
  }
  if (contradiction !== undefined && exception === undefined) {
    findings.push(
      finding(each, "licenses.mismatch", change, {
        message: `${name} has different licences in different sources; the stricter verdict is taken`,
        evidence: contradiction.map(source),
        remediation: "Install again, and ask the maintainers if the sources still differ.",
      }),
    );
  }
  if (change?.before !== undefined) {
    findings.push(
      finding(each, "licenses.relicensed", change, {
        message: `${name} is under ${declared}; the base had ${shown(change.before.map((text) => `"${text}"`).join(" and "))}`,
        evidence: terms(each),
        remediation: "Look at why the licence changed before you take the package in.",
      }),
    );
  }
  if (license.warnings.length > 0) {
    findings.push(
      finding(each, "licenses.legacy-metadata", change, {
        message: `${name} declares its licence in an old form: ${license.warnings.join("; ")}`,
        evidence: [source(statement)],
      }),
    );
  }
  return findings;
}

function finding(
  { audited, judgement }: AuditedPackage,
  ruleId: string,
  change: PackageChange | undefined,
  parts: Pick<Finding, "message"> & Partial<Pick<Finding, "severity" | "evidence" | "remediation">>,
): Finding {
  const [first, ...others] = audited.entries;
  const severity: Severity = parts.severity ?? LICENSE_RULES[ruleId]?.severity ?? "high";
  return {
    ruleId,
    ...parts,
    severity,
    ...(first === undefined ? {} : { location: first.location }),
    ...(others.length === 0 ? {} : { relatedLocations: others.map((entry) => entry.location) }),
    subject: audited.subject,
    // The licence belongs to it: a suppression must not outlive a change of the licence.
    fingerprint: fingerprint(ruleId, audited.nameKey, keyOf(judgement.statement)),
    ...(change === undefined ? {} : { change: "new" }),
  };
}

/** The licence, a label for each of its terms, and who said so. */
function terms({ judgement: { statement, evaluation } }: AuditedPackage): readonly Evidence[] {
  const told = evaluation.terms.slice(0, MAX_TERMS);
  const more = evaluation.terms.length - told.length;
  return [
    source(statement),
    ...told.map((term) => ({
      label: shown(term.text) || "(nothing)",
      value: `${term.verdict === "unknown" ? "unknown: " : ""}${shown(term.reason)}`,
    })),
    ...(more > 0 ? [{ label: "…", value: `and ${more} more terms` }] : []),
  ];
}

function source({ license, source: from, location }: Statement): Evidence {
  return {
    label: "licence",
    value: `${shown(license.text) || "(nothing)"}, says ${SOURCE_NAMES[from]} (${location.path})`,
  };
}

function hints({ judgement: { evaluation } }: AuditedPackage): string {
  const all = evaluation.terms.flatMap((term) => (term.hint === undefined ? [] : [term.hint]));
  return [...new Set(all)]
    .slice(0, 3)
    .map((hint) => `${hint} `)
    .join("");
}
