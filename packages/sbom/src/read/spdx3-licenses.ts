import type { StatedLicense } from "../model.ts";
import type { ExtractedLicense } from "./spdx-package.ts";
import { statedLicense } from "./spdx-package.ts";
import { type Graph, idOf } from "./spdx3-graph.ts";

/** What the licence with an id says, on whose side. */
export type Licenses3 = (id: string, side: "declared" | "concluded") => readonly StatedLicense[];

const LISTED = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html)?$/;

/** Expressions, texts of their own, and licences of the SPDX list by their addresses. */
export function readLicenses3(graph: Graph): Licenses3 {
  const texts = new Map<string, ExtractedLicense>();
  const expressions = new Map<string, string>();
  for (const type of ["simplelicensing_SimpleLicensingText", "expandedlicensing_CustomLicense"]) {
    for (const each of graph.get(type) ?? []) {
      const text = each.text("simplelicensing_licenseText") ?? each.text("licenseText");
      texts.set(idOf(each), { name: each.text("name"), text, url: undefined, used: false });
    }
  }
  for (const each of graph.get("simplelicensing_LicenseExpression") ?? []) {
    each.skip("simplelicensing_licenseListVersion");
    const expression = each.text("simplelicensing_licenseExpression");
    if (expression !== undefined) expressions.set(idOf(each), expression);
    for (const entry of each.all("simplelicensing_customIdToUri")) {
      entry.skip("type");
      const known = texts.get(entry.text("value") ?? "");
      const key = entry.text("key");
      if (known !== undefined && key !== undefined) texts.set(key, known);
    }
  }
  for (const each of graph.get("expandedlicensing_ListedLicense") ?? []) {
    expressions.set(idOf(each), LISTED.exec(idOf(each))?.[1] ?? each.text("name") ?? "");
  }
  return (id, side) => {
    const text = expressions.get(id) ?? LISTED.exec(id)?.[1] ?? (texts.has(id) ? id : "");
    return /^(?:NOASSERTION|NONE|)$/.test(text) ? [] : statedLicense(text, side, texts);
  };
}
