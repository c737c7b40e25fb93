import { UsageError } from "@assay/core";
import { buildPurl, type PackageUrl, parsePurl } from "@assay/purl";

/** Names come out of files: what can be none gives no purl, and stays a component. */
export function purlOf(parts: PackageUrl): string | undefined {
  return ifNamed(() => buildPurl(parts));
}

/** A purl that a file names, as it is written here. */
export function canonicalPurl(text: string): string | undefined {
  return ifNamed(() => buildPurl(parsePurl(text)));
}

/** `undefined` where a purl can't say it. */
export function ifNamed<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
