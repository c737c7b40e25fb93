import type { Component } from "@assay/inventory";
import type { StatedLicense } from "./model.ts";

/** The licences of a package by what its lockfile declares. */
export type LicensesOf = (declared: unknown) => readonly StatedLicense[];

const NONE: readonly never[] = [];

/** What the lockfiles declare, understood once: few different texts stand in many thousand entries. Most lockfiles declare nothing. */
export async function declaredLicenses(components: readonly Component[]): Promise<LicensesOf> {
  if (components.every(({ declaredLicense }) => declaredLicense === undefined)) return () => NONE;
  const { licenseStatement } = await import("./licenses.ts");
  const known = new Map<string, readonly StatedLicense[]>();
  return (declared) => {
    if (declared === undefined) return NONE;
    const key = JSON.stringify(declared);
    const found = known.get(key);
    if (found !== undefined) return found;
    const statement = licenseStatement(declared);
    const licenses: readonly StatedLicense[] =
      statement === undefined ? NONE : [{ acknowledgement: "declared", statement }];
    known.set(key, licenses);
    return licenses;
  };
}
