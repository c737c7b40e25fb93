import { classOfExpression, LICENSE_CLASSES, type LicenseClass } from "@assay/spdx";
import type { AuditedPackage } from "./audit.ts";

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
