import type { DeclaredLicense, DeclaredOptions } from "./declared.ts";
import { normalizeDeclared } from "./declared.ts";
import { isSameLicense } from "./same-license.ts";

/**
 * The licence that a package.json declares: `license`, the older `licenses`, or the misspelt `licence`, which is told and not
 * used. Where `license` and `licenses` disagree, nobody can tell, and it is unknown.
 */
export function normalizeManifest(
  manifest: unknown,
  options: DeclaredOptions = {},
): DeclaredLicense {
  if (typeof manifest !== "object" || manifest === null) return normalizeDeclared(undefined);
  const { license, licenses, licence } = manifest as Readonly<Record<string, unknown>>;
  const single = isPresent(license) ? normalizeDeclared(license, options) : undefined;
  // `licenses: {type}` is met in the wild and means a list of one.
  const list = isPresent(licenses)
    ? normalizeDeclared(Array.isArray(licenses) ? licenses : [licenses])
    : undefined;
  if (single !== undefined && list !== undefined && !isSameLicense(single, list)) {
    return conflict(single, list);
  }
  if (single !== undefined) return single;
  if (list !== undefined) return list;
  const nothing = normalizeDeclared(license);
  if (!isPresent(licence)) return nothing;
  return { ...nothing, warnings: ["the key `licence` is misspelt; npm reads `license`"] };
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function conflict(single: DeclaredLicense, list: DeclaredLicense): DeclaredLicense {
  const text = `${single.text}; ${list.text}`;
  return {
    kind: "undeclared",
    text,
    expression: {
      kind: "opaque",
      text,
      verdict: "unknown",
      reason: "`license` and `licenses` disagree",
      span: { start: 0, end: text.length },
    },
    warnings: [],
  };
}
