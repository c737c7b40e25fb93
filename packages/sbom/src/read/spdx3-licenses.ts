import type { StatedLicense } from "../model.ts";
import { DECLARED_BY_REFERENCE, textByReference } from "../spdx/licenses.ts";
import type { UnreadFields } from "./fields.ts";
import type { ExtractedLicense } from "./spdx-package.ts";
import { statedLicense } from "./spdx-package.ts";
import { type Graph, idOf } from "./spdx3-graph.ts";

/** What the licence with an id says, on whose side; `undefined` where there is none. */
export type Licenses3 = (
  id: string,
  side: "declared" | "concluded",
) => readonly StatedLicense[] | undefined;

const LISTED = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html)?$/;

/** Expressions, texts of their own, and licences of the SPDX list by their addresses. */
export function readLicenses3(graph: Graph): {
  readonly of: Licenses3;
  /** Once all were asked for: texts that stand for nothing. */
  countUnused(unread: Pick<UnreadFields, "add">): void;
} {
  const texts = new Map<string, ExtractedLicense>();
  const expressions = new Map<string, string>();
  for (const type of ["simplelicensing_SimpleLicensingText", "expandedlicensing_CustomLicense"]) {
    for (const each of graph.get(type) ?? []) {
      const text = each.text("simplelicensing_licenseText") ?? each.text("licenseText");
      const name = each.text("name");
      // Our own writer's words for a text that it does not have: they explain nothing.
      const id = idOf(each).replace(/^.*#/s, "");
      const used = name === DECLARED_BY_REFERENCE && text === textByReference(id);
      texts.set(idOf(each), { name, text, url: undefined, used });
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
  return {
    of(id, side) {
      const listed = LISTED.exec(id)?.[1];
      const text = expressions.get(id) ?? listed ?? (texts.has(id) ? id : undefined);
      // That there is none is more than nothing said, and the model has no word for it.
      if (text === undefined || text === "" || text === "NONE")
        return /\bexpandedlicensing_NoAssertionLicense$|\/NoAssertionLicense$/.test(id)
          ? []
          : undefined;
      return text === "NOASSERTION" ? [] : statedLicense(text, side, texts);
    },
    countUnused(unread) {
      for (const { used } of new Set(texts.values()))
        if (!used) unread.add("simplelicensing_SimpleLicensingText[]");
    },
  };
}
