import { XML as CycloneDxXml } from "@cyclonedx/cyclonedx-library/Serialize";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import type { SbomDocument } from "../model.ts";
import { libraryModel } from "./library-model.ts";

interface XmlElement {
  readonly type: "element";
  readonly name: string;
  readonly namespace?: string | URL;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?:
    | Iterable<XmlElement | { readonly type: "comment" }>
    | string
    | number
    | undefined;
}

/** The elements of the document in the order in which the CycloneDX library puts them, each with its attributes and text. */
export function libraryXml(document: SbomDocument, serialNumber: string): readonly string[] {
  const bom = libraryModel(document);
  bom.serialNumber = serialNumber;
  const factory = new CycloneDxXml.Normalize.Factory(Spec1dot6);
  return linesOf(factory.makeForBom().normalize(bom, { sortLists: false }));
}

function linesOf({ name, namespace, attributes = {}, children }: XmlElement): readonly string[] {
  const all = { xmlns: namespace, ...attributes };
  const pairs = Object.entries(all).filter(([, value]) => value !== undefined);
  const start = [name, ...pairs.map(([key, value]) => `${key}="${value}"`)].join(" ");
  if (typeof children !== "object") return [`${start}: ${children ?? ""}`];
  const inner = [...children].flatMap((child) => (child.type === "element" ? linesOf(child) : []));
  return [`${start}: `, ...inner];
}
