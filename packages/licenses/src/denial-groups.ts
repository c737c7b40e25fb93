import { compareText } from "@assay/core";
import { classOfExpression, LICENSE_CLASSES, type LicenseClass } from "@assay/spdx";
import type { AuditedPackage } from "./audit.ts";
import { keyOf } from "./package-verdict.ts";

const SCOPES = ["runtime", "optional", "development"] as const;

/** What the deciding licence asks of whoever ships it; `undefined` where that is not known. */
export function licenseClass({ judgement }: AuditedPackage): LicenseClass | undefined {
  const found = classOfExpression(judgement.statement.license.expression);
  return found === "other" ? undefined : found;
}

/** The most binding licence first, and what is shipped before what only development needs. */
export function priorityOf(each: AuditedPackage): number {
  const rank = LICENSE_CLASSES.indexOf(licenseClass(each) ?? "other");
  const scope = SCOPES.indexOf(each.audited.subject.scope ?? "runtime");
  return rank * SCOPES.length + scope;
}

/**
 * Packages that are denied for the same licence stand together in reports, and the first of them shows what to paste for all;
 * each of the others shows its own entry.
 */
export function denialGroups(
  packages: readonly AuditedPackage[],
): (each: AuditedPackage) => readonly AuditedPackage[] {
  const groups = new Map<string, AuditedPackage[]>();
  for (const each of packages) {
    if (each.exception !== undefined || each.judgement.evaluation.verdict !== "deny") continue;
    const key = keyOf(each.judgement.statement);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const group of groups.values()) group.sort(inReport);
  return (each) => {
    const group = groups.get(keyOf(each.judgement.statement)) ?? [];
    return group[0] === each ? group : [each];
  };
}

/** The order in which their findings are reported. */
function inReport(a: AuditedPackage, b: AuditedPackage): number {
  const [first, second] = [a, b].map(({ audited }) => audited.entries[0]?.location);
  return (
    priorityOf(a) - priorityOf(b) ||
    compareText(first?.path ?? "", second?.path ?? "") ||
    (first?.startLine ?? 0) - (second?.startLine ?? 0) ||
    compareText(a.audited.key, b.audited.key)
  );
}
