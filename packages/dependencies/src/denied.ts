import type { Finding } from "@assay/core";
import { fingerprint, groupBy } from "@assay/core";
import { type PackageSelector, packageSelector } from "@assay/purl";
import type { DenyEntry } from "./inputs.ts";
import { foremost, type LockedPackage, nameOf, subjectOf } from "./packages.ts";

export interface Denial extends DenyEntry {
  readonly isMeant: PackageSelector;
}

/** @throws UsageError for an entry that can't be read. */
export function compileDeny(
  deny: readonly DenyEntry[] = [],
  placeOf: (key: string) => string = () => "",
): readonly Denial[] {
  return deny.map((entry, at) => {
    const key = `dependencies.deny.${at}`;
    return { ...entry, isMeant: packageSelector(entry.package, `${placeOf(key)}${key}.package`) };
  });
}

/** The packages that the deny list means, one finding for each lockfile and name. */
export function deniedFindings(
  packages: readonly LockedPackage[],
  denials: readonly Denial[],
): readonly Finding[] {
  const denied = packages.flatMap((each) => {
    const subject = subjectOf(each.component);
    const entry = denials.find(({ isMeant }) => isMeant(subject));
    return entry === undefined ? [] : [{ ...each, entry }];
  });
  return [...groupBy(denied, ({ nameKey }) => nameKey)].map(([key, found]) => {
    const { component, entry } = foremost(found);
    return {
      ruleId: "dependencies.denied",
      severity: "critical",
      message: `${nameOf(component)} may not be used: ${entry.reason.replace(/\s+/g, " ")}`,
      location: component.location,
      subject: subjectOf(component),
      fingerprint: fingerprint("dependencies.denied", ...key.split("\0")),
      evidence: [{ label: "Deny list", value: entry.package }],
    };
  });
}
