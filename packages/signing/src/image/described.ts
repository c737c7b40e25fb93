import { isRecord, memberAt } from "@assay/core";
import { isPredicate } from "../verify/statement-demand.ts";

/** `pkg:oci/app@sha256:…`, `pkg:oci/app@sha256%3A…`, and the version that generators give an image. */
const IN_TEXT = /\bsha(256|512)(?::|%3A)([0-9a-f]{64,128})\b/gi;
const DESCRIBES = /^(?:DESCRIBES)$/i;

type Json = Readonly<Record<string, unknown>>;

/** Whether documents of this type describe one thing. */
export function isSbomType(type: string): boolean {
  return isPredicate("cyclonedx", type) || isPredicate("spdx", type);
}

/**
 * The digests (`sha256:…`) that a bill of materials gives for what it describes: hashes, version and package URL of `metadata.component`
 * in CycloneDX, of what the document DESCRIBES in SPDX 2, of the root elements in SPDX 3. None where it names none.
 */
export function describedDigests(document: unknown): ReadonlySet<string> {
  return new Set(describedBy(document).flatMap(digestsIn));
}

function describedBy(document: unknown): readonly unknown[] {
  const component = memberAt(document, "metadata", "component");
  if (component !== undefined) return [component];
  const graph = listAt(document, "@graph");
  if (graph.length > 0) return rootsOf(graph);
  const { SPDXID: id = "SPDXRef-DOCUMENT" } = isRecord(document) ? document : {};
  const ids = new Set<unknown>(listAt(document, "documentDescribes"));
  for (const relationship of listAt(document, "relationships")) {
    const from = memberAt(relationship, "spdxElementId");
    const to = memberAt(relationship, "relatedSpdxElement");
    const type = String(memberAt(relationship, "relationshipType"));
    if (from === id && DESCRIBES.test(type)) ids.add(to);
    if (to === id && type === "DESCRIBED_BY") ids.add(from);
  }
  return listAt(document, "packages").filter((one) => ids.has(memberAt(one, "SPDXID")));
}

/** SPDX 3: the elements that the document, or the bill of materials that it has as root, names as roots. */
function rootsOf(graph: readonly unknown[]): readonly unknown[] {
  const byId = new Map(graph.flatMap((one) => (isRecord(one) ? [[one["spdxId"], one]] : [])));
  const holders = graph.filter((one) => listAt(one, "rootElement").length > 0);
  const roots = holders.flatMap((one) => listAt(one, "rootElement"));
  return roots
    .map((id) => byId.get(id))
    .filter((one): one is Json => one !== undefined && listAt(one, "rootElement").length === 0)
    .map((one) => ({
      ...one,
      verifiedUsing: listAt(one, "verifiedUsing").map((each) => byId.get(each) ?? each),
    }));
}

function digestsIn(element: unknown): readonly string[] {
  const hashes = [
    ...pairs(listAt(element, "hashes"), "alg", "content"),
    ...pairs(listAt(element, "checksums"), "algorithm", "checksumValue"),
    ...pairs(listAt(element, "verifiedUsing"), "algorithm", "hashValue"),
  ];
  const texts = [
    ...["version", "purl", "bom-ref", "versionInfo"],
    ...["software_packageVersion", "software_packageUrl"],
  ].map((name) => memberAt(element, name));
  const locators = listAt(element, "externalRefs").map((ref) => memberAt(ref, "referenceLocator"));
  const named = [...texts, ...locators].flatMap((text) =>
    typeof text === "string"
      ? [...text.slice(0, 10_000).matchAll(IN_TEXT)].map(([, bits, hex]) => `sha${bits}:${hex}`)
      : [],
  );
  return [...hashes, ...named].map((digest) => digest.toLowerCase());
}

function pairs(list: readonly unknown[], name: string, value: string): readonly string[] {
  return list.flatMap((one) => {
    const algorithm = String(memberAt(one, name)).toLowerCase().replace("-", "");
    const hex = memberAt(one, value);
    const isKnown = algorithm === "sha256" || algorithm === "sha512";
    return isKnown && typeof hex === "string" ? [`${algorithm}:${hex}`] : [];
  });
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const found = memberAt(value, name);
  return Array.isArray(found) ? found : [];
}
