import type { CheckContext, Finding, Severity } from "@assay/core";
import { fingerprint } from "@assay/core";
import { canBeAllowed } from "@assay/spdx";
import type { AuditedPackage } from "./audit.ts";
import type { PackageChange } from "./change.ts";
import type { LicensesOptions } from "./command.ts";
import { hintText, sourceEvidence, termEvidence } from "./evidence.ts";
import { installFirst, isUndeclared } from "./missing-licenses.ts";
import { keyOf } from "./package-verdict.ts";
import { displayName } from "./packages.ts";
import { licenseClass, priorityOf } from "./priority.ts";
import { clarificationToPaste, exceptionToPaste } from "./remediation.ts";
import { LICENSE_RULES } from "./rules.ts";
import { shown } from "./text.ts";

type Parts = Pick<Finding, "ruleId" | "message"> &
  Partial<Pick<Finding, "severity" | "evidence" | "remediation" | "priority" | "cause">>;

/** Everything there is to say about one package. `change` is there where only a change is looked at. */
export function packageFindings(
  each: AuditedPackage,
  change: PackageChange | undefined,
  options: LicensesOptions,
  { clock }: Pick<CheckContext, "clock">,
): readonly Finding[] {
  const { verdict } = each.judgement.evaluation;
  const isOpen = each.exception === undefined;
  const parts = [
    isOpen && verdict === "deny" ? denied(each, clock) : undefined,
    isOpen && verdict === "unknown" ? undecided(each, options) : undefined,
    contradicted(each),
    relicensed(each, change),
    outdated(each),
  ];
  return parts.flatMap((part) => (part === undefined ? [] : [finding(each, change, part)]));
}

function denied(each: AuditedPackage, clock: CheckContext["clock"]): Parts {
  const { judgement } = each;
  const paste = exceptionToPaste(each, clock);
  const [term, ...others] = judgement.evaluation.terms;
  const isOne =
    term?.verdict === "deny" &&
    others.length === 0 &&
    term.hint === undefined &&
    canBeAllowed(term.text);
  const asks = licenseClass(each);
  const accept = "accept it for a time with an entry under `licenses.exceptions`";
  const ways = isOne
    ? `, ${accept}, or add the licence to \`licenses.allow\` for every package`
    : `, or ${accept}`;
  return {
    ruleId: "licenses.denied",
    message: `${nameOf(each)} is under ${declared(each)}${asks === undefined ? "" : ` (${asks})`}, which is not allowed`,
    priority: priorityOf(each),
    cause: keyOf(judgement.statement),
    evidence: [...termEvidence(judgement), ...paste],
    remediation: `${hintText(judgement)}Replace ${nameOf(each)}${ways}.`,
  };
}

function undecided(each: AuditedPackage, options: LicensesOptions): Parts {
  const { license } = each.judgement.statement;
  if (license.kind === "invalid") {
    const problem = license.problem?.message ?? "";
    return {
      ruleId: "licenses.invalid-expression",
      severity: options.onInvalid,
      message: `${nameOf(each)} declares ${declared(each)}, which is no valid SPDX expression: ${problem}`,
      ...clarifiable(each),
    };
  }
  const parts = { ruleId: "licenses.unknown", severity: options.onUnknown } as const;
  if (isUndeclared(each)) {
    return {
      ...parts,
      message: `${nameOf(each)} has no licence in the lockfile and is not installed`,
      cause: "undeclared",
      remediation: installFirst(each.audited.subject.ecosystem),
    };
  }
  const unknown = each.judgement.evaluation.terms.find(({ verdict }) => verdict === "unknown");
  const why = license.text === "" || unknown === undefined ? "" : `: ${shown(unknown.reason)}`;
  return {
    ...parts,
    message: `${nameOf(each)} declares ${declared(each)}${why}`,
    ...clarifiable(each),
  };
}

/** What helps where somebody has to read a licence file. */
function clarifiable({ audited, judgement, isInstalled }: AuditedPackage): Partial<Parts> {
  const { file } = judgement.statement.license;
  const { ecosystem } = audited.subject;
  // The file is where the package is, and a clarification holds only where the file can be compared.
  const isThere = isInstalled || judgement.statement.source === "clarification";
  const install = isThere ? "" : `${installFirst(ecosystem)} `;
  const what = file === undefined ? "the package's licence file" : `its file ${shown(file)}`;
  return {
    evidence: [...termEvidence(judgement), ...clarificationToPaste(audited.subject, file)],
    remediation: `${hintText(judgement)}${install}Read ${what} and record what it says under \`licenses.clarifications\`, or accept the package for a time under \`licenses.exceptions\`.`,
  };
}

function contradicted(each: AuditedPackage): Parts | undefined {
  const { contradiction } = each.judgement;
  if (contradiction === undefined) return undefined;
  return {
    ruleId: "licenses.mismatch",
    message: `${nameOf(each)} has different licences in different sources; the stricter verdict is taken`,
    evidence: contradiction.map(sourceEvidence),
    remediation: "Install again, and ask the maintainers if the sources still differ.",
  };
}

function relicensed(each: AuditedPackage, change: PackageChange | undefined): Parts | undefined {
  if (change?.before === undefined) return undefined;
  const before = shown(change.before.map((text) => `"${text}"`).join(" and "));
  if (change.kind === "redeclared") {
    return {
      ruleId: "licenses.redeclared",
      message: `${nameOf(each)} is the version that the base had, under ${declared(each)} instead of ${before}`,
      evidence: termEvidence(each.judgement),
      remediation:
        "A published version can't change its licence. Install again from the registry; if the entry still differs, read the licence file of the package.",
    };
  }
  return {
    ruleId: "licenses.relicensed",
    message: `${nameOf(each)} is under ${declared(each)}; the base had ${before}`,
    evidence: termEvidence(each.judgement),
    remediation: "Look at why the licence changed before you take the package in.",
  };
}

function outdated(each: AuditedPackage): Parts | undefined {
  const { statement } = each.judgement;
  const { warnings } = statement.license;
  if (warnings.length === 0) return undefined;
  return {
    ruleId: "licenses.legacy-metadata",
    message: `${nameOf(each)} declares its licence in an old form: ${warnings.join("; ")}`,
    evidence: [sourceEvidence(statement)],
  };
}

function nameOf({ audited }: AuditedPackage): string {
  return shown(displayName(audited.subject));
}

function declared({ judgement }: AuditedPackage): string {
  const { text } = judgement.statement.license;
  return text === "" ? "no licence" : `"${shown(text)}"`;
}

function finding(
  { audited, judgement }: AuditedPackage,
  change: PackageChange | undefined,
  parts: Parts,
): Finding {
  const [first, ...others] = audited.entries;
  const { ruleId } = parts;
  const severity: Severity = parts.severity ?? LICENSE_RULES[ruleId]?.severity ?? "high";
  return {
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
