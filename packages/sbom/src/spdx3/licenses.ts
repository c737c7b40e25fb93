import type { SbomComponent } from "../model.ts";
import { extractedLicenses } from "../spdx/licenses.ts";
import { CREATION_INFO, type Element } from "./elements.ts";

/** Licence expressions: each is one element, however many packages have it. */
export interface Licenses {
  readonly elements: readonly Element[];
  /** The id of the expression. */
  expression(text: string): string;
}

/** @param packages whose texts the `LicenseRef-` stand for */
export function licensesOf(base: string, packages: readonly SbomComponent[]): Licenses {
  const elements: Element[] = [];
  const texts = new Map<string, string>();
  for (const { licenseId, extractedText, name } of extractedLicenses(packages)) {
    const spdxId = `${base}${licenseId}`;
    texts.set(licenseId, spdxId);
    elements.push({
      creationInfo: CREATION_INFO,
      name,
      simplelicensing_licenseText: extractedText,
      spdxId,
      type: "simplelicensing_SimpleLicensingText",
    });
  }
  const ids = new Map<string, string>();
  return {
    elements,
    expression(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      const spdxId = `${base}License-${ids.size + 1}`;
      ids.set(text, spdxId);
      const references = [...new Set(text.match(/LicenseRef-[A-Za-z0-9.-]+/g) ?? [])];
      const entries = references.map((key) => ({
        key,
        type: "DictionaryEntry",
        value: texts.get(key),
      }));
      elements.push({
        creationInfo: CREATION_INFO,
        simplelicensing_customIdToUri: entries.length === 0 ? undefined : entries,
        simplelicensing_licenseExpression: text,
        spdxId,
        type: "simplelicensing_LicenseExpression",
      });
      return spdxId;
    },
  };
}
