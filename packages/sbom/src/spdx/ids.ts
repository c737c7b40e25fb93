import { hash } from "node:crypto";
import type { SbomComponent } from "../model.ts";
import { fullName, purlType } from "../names.ts";

export const DOCUMENT_ID = "SPDXRef-DOCUMENT";

/** The SPDXID of each package, by its ref. */
export function spdxIds(packages: readonly SbomComponent[]): ReadonlyMap<string, string> {
  return new Map(packages.map((each) => [each.ref, `SPDXRef-${packageId(each)}`]));
}

/**
 * Letters, digits, `.` and `-` only (SPDX 2.3, section 7.2): the name is made readable and a piece of a hash over the ref
 * keeps it unique.
 */
export function packageId(each: SbomComponent): string {
  const readable = [purlType(each.purl), fullName(each), each.version]
    .join("-")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 100);
  return `Package-${readable}-${hash("sha256", each.ref).slice(0, 16)}`;
}
