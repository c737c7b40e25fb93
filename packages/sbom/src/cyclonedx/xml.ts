import type { SbomDocument } from "../model.ts";
import { cycloneDxBytes, cycloneDxContent } from "./document.ts";
import { type JsonObject, xmlText } from "./xml-text.ts";

/** The CycloneDX document as XML, UTF-8: the same as the JSON document, under the same serial number. */
export function cycloneDxXmlDocument(document: SbomDocument): Uint8Array {
  const content = cycloneDxContent(document);
  const json = Buffer.from(cycloneDxBytes(content, document));
  const start = json.lastIndexOf('\n  "serialNumber": "');
  const [, serialNumber] = json.toString("latin1", start, start + 100).match(/"(urn:[^"]*)"/) ?? [];
  const namespace = `http://cyclonedx.org/schema/bom/${content.specVersion}`;
  return Buffer.from(xmlText({ ...(content as unknown as JsonObject), serialNumber }, namespace));
}
