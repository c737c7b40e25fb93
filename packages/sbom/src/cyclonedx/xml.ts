import { XML as CycloneDxXml } from "@cyclonedx/cyclonedx-library/Serialize";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import type { DocumentComponent, SbomDocument } from "../document.ts";
import { compositions } from "./compositions.ts";
import { cycloneDxDocument } from "./document.ts";
import { libraryModel } from "./library-model.ts";
import { placesOf } from "./places.ts";
import { type XmlElement, xmlText } from "./xml-text.ts";

/**
 * The CycloneDX 1.6 document as XML (https://cyclonedx.org/docs/1.6/xml/), UTF-8: the same as the JSON document, under the same
 * serial number.
 *
 * The library makes the elements that it can model; evidence and compositions are added where the schema wants them.
 */
export function cycloneDxXmlDocument(document: SbomDocument): Uint8Array {
  const bom = libraryModel(document);
  bom.serialNumber = serialNumberOf(document);
  const factory = new CycloneDxXml.Normalize.Factory(Spec1dot6);
  // The library sorts by the machine's locale; everything goes in sorted by code unit already.
  const root: XmlElement = factory.makeForBom().normalize(bom, { sortLists: false });
  const byRef = new Map(
    [document.subject, ...document.components].map((each) => [each.ref, each] as const),
  );
  const extended = withEvidence(root, byRef);
  const children = [...elementsOf(extended), compositionsElement(document)];
  return new TextEncoder().encode(xmlText({ ...extended, children }));
}

/** Evidence is the last of the component's elements that this suite writes. */
function withEvidence(
  element: XmlElement,
  byRef: ReadonlyMap<string, DocumentComponent>,
): XmlElement {
  const children = elementsOf(element).map((child) => withEvidence(child, byRef));
  const each =
    element.name === "component"
      ? byRef.get(String(element.attributes?.["bom-ref"] ?? ""))
      : undefined;
  const evidence = each === undefined ? [] : evidenceElements(each);
  return children.length + evidence.length === 0
    ? element
    : { ...element, children: [...children, ...evidence] };
}

function serialNumberOf(document: SbomDocument): string {
  const json: { readonly serialNumber: string } = JSON.parse(
    new TextDecoder().decode(cycloneDxDocument(document)),
  );
  return json.serialNumber;
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return typeof children === "object"
    ? [...children].filter((child) => child.type === "element")
    : [];
}

function evidenceElements({ entries }: DocumentComponent): readonly XmlElement[] {
  const occurrences = placesOf(entries).map(({ path, startLine }) =>
    element("occurrence", [
      element("location", path),
      ...(startLine === undefined ? [] : [element("line", String(startLine))]),
    ]),
  );
  return occurrences.length === 0
    ? []
    : [element("evidence", [element("occurrences", occurrences)])];
}

function compositionsElement(document: SbomDocument): XmlElement {
  return element(
    "compositions",
    compositions(document).map(({ aggregate, dependencies = [] }) => {
      const refs = dependencies.map((ref) => ({ ...element("dependency"), attributes: { ref } }));
      return element("composition", [
        element("aggregate", aggregate),
        ...(refs.length === 0 ? [] : [element("dependencies", refs)]),
      ]);
    }),
  );
}

function element(name: string, children?: XmlElement["children"]): XmlElement {
  return { type: "element", name, ...(children === undefined ? {} : { children }) };
}
