import type { Component, Inventory } from "@assay/inventory";
import { licenseKey, normalizeDeclared } from "@assay/spdx";
import type { AuditPackage } from "./packages.ts";
import { collectPackages } from "./packages.ts";

/** What a change does to a package. `redeclared`: of the same version, the lockfile says another licence, or says or omits one. */
export interface PackageChange {
  readonly kind: "added" | "bumped" | "redeclared" | "unchanged";
  /** The licences that the base declared, where the package has another one now. */
  readonly before?: readonly string[];
}

/** Declared licences by their key; what declares none has no part in it. */
type Licenses = ReadonlyMap<string, string>;

/**
 * Compares packages with those of the base by what the lockfiles say. Only base packages that `inScope` takes count as known:
 * a development tool that becomes a runtime dependency is added.
 */
export function changesSince(
  base: Inventory,
  inScope: (audited: AuditPackage) => boolean,
): (audited: AuditPackage) => PackageChange {
  const byKey = new Map<string, Licenses>();
  const byName = new Map<string, Licenses>();
  for (const { key, nameKey, entries } of collectPackages(base).packages.filter(inScope)) {
    const licenses = declaredLicenses(entries);
    byKey.set(key, licenses);
    byName.set(nameKey, new Map([...(byName.get(nameKey) ?? []), ...licenses]));
  }
  return ({ key, nameKey, entries }) => {
    const now = declaredLicenses(entries);
    const sameVersion = byKey.get(key);
    const before = sameVersion ?? byName.get(nameKey);
    if (before === undefined) return { kind: "added" };
    const isOther = [...now.keys()].some((license) => !before.has(license));
    // A licence that one side does not name is unknown there, not changed.
    const previous = isOther && before.size > 0 ? { before: [...before.values()].sort() } : {};
    if (sameVersion === undefined) return { kind: "bumped", ...previous };
    const isSame = now.size === before.size && !isOther;
    if (isSame) return { kind: "unchanged" };
    // A licence that appears may be one that is not allowed: the package is looked at as if it were new.
    return { kind: "redeclared", ...previous };
  };
}

function declaredLicenses(entries: readonly Component[]): Licenses {
  const licenses = new Map<string, string>();
  for (const { declaredLicense } of entries) {
    const license = normalizeDeclared(declaredLicense);
    if (license.kind === "undeclared") continue;
    licenses.set(licenseKey(license.expression), license.text);
  }
  return licenses;
}
