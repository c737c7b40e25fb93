import { createHash } from "node:crypto";
import type { DocumentComponent } from "../document.ts";
import { licenseStatement } from "../licenses.ts";

/** The keys are sorted. */
interface ExtractedLicense {
  readonly extractedText: string;
  readonly licenseId: string;
  readonly name: string;
}

/** The declared licence as an expression; free text becomes a `LicenseRef-` whose text the document carries. */
export function spdxLicense(declared: unknown): string {
  const statement = licenseStatement(declared);
  switch (statement?.kind) {
    case undefined:
      return "NOASSERTION";
    case "id":
      return statement.id;
    case "expression":
      return statement.text;
    default:
      return freeTextId(statement?.name ?? "");
  }
}

/** Every `LicenseRef-` that the packages use, with what is known of its text. Sorted. */
export function extractedLicenses(
  packages: readonly DocumentComponent[],
): readonly ExtractedLicense[] {
  const found = new Map<string, ExtractedLicense>();
  for (const { component } of packages) {
    const statement = licenseStatement(component.declaredLicense);
    if (statement?.kind === "name") {
      const licenseId = freeTextId(statement.name);
      const name = "Declared as free text";
      found.set(licenseId, { extractedText: statement.name, licenseId, name });
    }
    if (statement?.kind !== "expression") continue;
    for (const licenseId of statement.references) {
      const extractedText = `The package declares ${licenseId}; its text is in the package.`;
      found.set(licenseId, { extractedText, licenseId, name: "Declared by reference" });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, license]) => license);
}

function freeTextId(text: string): string {
  return `LicenseRef-declared-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
