import { topLevelText } from "../json-bytes.ts";
import type { SbomDocument } from "../model.ts";
import { cycloneDxBytes, cycloneDxContent } from "./document.ts";
import type { SpecVersion } from "./licenses.ts";
import { type JsonObject, xmlBytes } from "./xml-text.ts";

/** The CycloneDX document as XML, UTF-8: the same as the JSON document, under the same serial number. */
export function cycloneDxXmlDocument(
  document: SbomDocument,
  spec: SpecVersion = "1.6",
): Uint8Array {
  const content = cycloneDxContent(document, spec);
  const serialNumber = topLevelText(cycloneDxBytes(content, document), "serialNumber");
  const namespace = `http://cyclonedx.org/schema/bom/${spec}`;
  return xmlBytes({ ...(content as unknown as JsonObject), serialNumber }, namespace);
}
