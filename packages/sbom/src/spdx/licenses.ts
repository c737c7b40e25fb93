import { createHash } from "node:crypto";
import type { LicenseStatement } from "../licenses.ts";
import type { SbomComponent } from "../model.ts";

/** The keys are sorted. */
interface ExtractedLicense {
  readonly extractedText: string;
  readonly licenseId: string;
  readonly name: string;
}

export const DECLARED_BY_REFERENCE = "Declared by reference";

/** What stands for a text that only the package has. */
export function textByReference(licenseId: string): string {
  return `The package declares ${licenseId}; its text is in the package.`;
}

/** A licence as an expression; free text becomes a `LicenseRef-` whose text the document carries. */
function spdxLicense(statement: LicenseStatement): string {
  if (statement.kind === "id") return statement.id;
  return statement.kind === "expression" ? statement.text : freeTextId(statement.name);
}

/** What is said by one side of a package's licence, all of it; several statements hold together. */
export function licenseOf(
  { licenses }: SbomComponent,
  side: "declared" | "concluded",
): string | undefined {
  const said = licenses.filter(({ acknowledgement = "declared" }) => acknowledgement === side);
  const [first, ...others] = said;
  if (first === undefined) return undefined;
  if (others.length === 0) return spdxLicense(first.statement);
  return said
    .map(({ statement }) => spdxLicense(statement))
    .map((text) => (/\sOR\s/.test(text) ? `(${text})` : text))
    .join(" AND ");
}

/** Every `LicenseRef-` that the packages use, with what is known of its text. Sorted. */
export function extractedLicenses(packages: readonly SbomComponent[]): readonly ExtractedLicense[] {
  const found = new Map<string, ExtractedLicense>();
  for (const { licenses } of packages) {
    for (const { statement, text } of licenses) {
      if (statement.kind === "name") {
        const licenseId = freeTextId(statement.name);
        const name = "Declared as free text";
        found.set(licenseId, { extractedText: text ?? statement.name, licenseId, name });
      }
      if (statement.kind !== "expression") continue;
      for (const licenseId of statement.references) {
        // What one package explains holds for all.
        if (found.has(licenseId)) continue;
        const extractedText = textByReference(licenseId);
        found.set(licenseId, { extractedText, licenseId, name: DECLARED_BY_REFERENCE });
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, license]) => license);
}

function freeTextId(text: string): string {
  return `LicenseRef-declared-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
