import { hash } from "node:crypto";
import type { DocumentComponent } from "../document.ts";

export const DOCUMENT_ID = "SPDXRef-DOCUMENT";

/** The SPDXID of each package, by its ref. */
export function spdxIds(packages: readonly DocumentComponent[]): ReadonlyMap<string, string> {
  return new Map(packages.map((each) => [each.ref, spdxId(each)]));
}

/**
 * Letters, digits, `.` and `-` only (SPDX 2.3, section 7.2): the name is made readable and a piece of a hash over the ref
 * keeps it unique.
 */
function spdxId({ component, ref }: DocumentComponent): string {
  const { ecosystem, name, version = "" } = component;
  const readable = `${ecosystem}-${name}-${version}`
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 100);
  return `SPDXRef-Package-${readable}-${hash("sha256", ref).slice(0, 16)}`;
}
