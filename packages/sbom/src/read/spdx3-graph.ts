import { addTo, isRecord } from "@assay/core";
import type { Fields, UnreadFields } from "./fields.ts";

/** The objects of `@graph`, by what they are. */
export type Graph = ReadonlyMap<string, readonly Fields[]>;

/** What is read; everything else is counted as a whole. */
const TYPES =
  /^(?:CreationInfo|SpdxDocument|software_(?:Sbom|Package|File)|(?:LifecycleScoped)?Relationship|Annotation|Organization|Agent|Person|Tool|SoftwareAgent|simplelicensing_(?:LicenseExpression|SimpleLicensingText)|expandedlicensing_(?:ListedLicense|CustomLicense))$/;

export function graphOf(given: unknown, unread: UnreadFields): Graph {
  const graph = new Map<string, Fields[]>();
  for (const each of Array.isArray(given) ? given : []) {
    const type = isRecord(each) ? String(each["type"] ?? each["@type"]) : "";
    if (!TYPES.test(type)) {
      unread.add(`@graph[] of the type ${type.slice(0, 50)}`);
      continue;
    }
    const fields = unread.open(each, `${type}[]`);
    // How every element is written down; its creation information is read once.
    fields.skip("type", "@type", "spdxId", "@id", "creationInfo");
    addTo(graph, type, fields);
  }
  return graph;
}

export function idOf(fields: Fields): string {
  return String(fields.peek("spdxId") ?? fields.peek("@id") ?? "");
}
