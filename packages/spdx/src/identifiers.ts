import identifiers from "./data/identifiers.json" with { type: "json" };

/** By lower-case id: ids are matched without regard to case and printed in the case of the list (SPDX 3, annex B). */
const LICENSES = byLowerCase([...identifiers.licenses, ...identifiers.deprecatedLicenses]);
const EXCEPTIONS = byLowerCase(identifiers.exceptions);

/** Ids that are in force, in the order of the list. */
export const LICENSE_IDS: readonly string[] = identifiers.licenses;
/** Ids that were replaced or withdrawn; they are still read. */
export const DEPRECATED_LICENSE_IDS: readonly string[] = identifiers.deprecatedLicenses;
/** Exception ids, deprecated ones among them. */
export const EXCEPTION_IDS: readonly string[] = identifiers.exceptions;

/** The licence id in the list's own case, or `undefined` where the list has no such id. */
export function licenseId(text: string): string | undefined {
  return LICENSES.get(text.toLowerCase());
}

/** The exception id in the list's own case, or `undefined` where the list has no such id. */
export function exceptionId(text: string): string | undefined {
  return EXCEPTIONS.get(text.toLowerCase());
}

function byLowerCase(ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(ids.map((id) => [id.toLowerCase(), id]));
}
