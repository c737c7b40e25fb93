import { plural } from "@assay/core";
import { ecosystemOf, type Inventory } from "@assay/inventory";
import type { AuditedPackage } from "./audit.ts";

/** From this many undeclared packages on it is the lockfile that is at fault, and no longer a package here and there. */
const NOTABLE = 5;

/** Whether nobody says anything of a package's licence because it is not installed. */
export function isUndeclared({ judgement, isInstalled }: AuditedPackage): boolean {
  return judgement.statement.license.text === "" && !isInstalled;
}

/** What to do about a package that could speak for itself if it were installed. */
export function installFirst(ecosystem: string | undefined): string {
  const install = ecosystemOf(ecosystem)?.installAdvice ?? "Install the packages";
  return `${install} before this check: it reads what installed packages declare.`;
}

/** Says of lockfiles without licences why that is and what helps, for else every package seems to be at fault. */
export function missingLicenseNotices(
  inventory: Inventory,
  packages: readonly AuditedPackage[],
): readonly string[] {
  return inventory.graphs.flatMap(({ path, format, ecosystem, components }) => {
    const entries = new Set(components);
    const own = packages.filter(({ audited }) => audited.entries.some((each) => entries.has(each)));
    const undeclared = own.filter(isUndeclared).length;
    if (undeclared === 0 || undeclared < Math.min(NOTABLE, own.length)) return [];
    const what =
      undeclared === own.length
        ? `${path} names no licences, and the packages are not installed.`
        : `${path} names no licence for ${undeclared} of its ${plural(own.length, "package")}, and they are not installed.`;
    const why = ecosystemOf(ecosystem)?.noLicensesAdvice?.(format) ?? [];
    return [[what, installFirst(ecosystem)].concat(why).join(" ")];
  });
}
