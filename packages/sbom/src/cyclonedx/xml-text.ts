/** A JSON document of CycloneDX as an object. */
export type Json = string | number | boolean | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What an item is called in XML whose list has this name in JSON. */
const ITEMS: Readonly<Record<string, string>> = {
  ancestors: "component",
  annotations: "annotation",
  authors: "author",
  components: "component",
  compositions: "composition",
  dependencies: "dependency",
  dependsOn: "dependency",
  externalReferences: "reference",
  hashes: "hash",
  lifecycles: "lifecycle",
  occurrences: "occurrence",
  patches: "patch",
  properties: "property",
  subjects: "subject",
};
/** Lists whose items stand in their parent itself. */
const BARE = new Set(["url", "contact", "dependsOn"]);
const ATTRIBUTES = ["type", "bom-ref", "alg", "ref", "acknowledgement", "isExternal"];
/** Keys whose value is the element's own text. */
const CONTENT: Readonly<Record<string, string>> = {
  hash: "content",
  property: "value",
  text: "content",
};
/** The elements of an object in the order of the schema; one order fits all but these two. */
const ORDER =
  "metadata aggregate subjects annotator timestamp lifecycles tools supplier manufacturer authors publisher group id name version versionRange description scope email phone text url contact comment component hashes licenses copyright cpe purl diff ancestors patches notes pedigree externalReferences properties phase components dependencies dependsOn location line occurrences evidence compositions annotations".split(
    " ",
  );
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  evidence: ["occurrences", "licenses"],
  metadata:
    "timestamp lifecycles tools authors component manufacturer supplier licenses properties".split(
      " ",
    ),
};

/**
 * The same document as XML 1.0 (https://cyclonedx.org/docs/1.6/xml/), one element a line, two spaces a level. It knows what our JSON
 * writer writes, and nothing else.
 */
export function xmlBytes(content: JsonObject, namespace: string): Uint8Array {
  const { serialNumber, version, ...rest } = content;
  const attributes = { xmlns: namespace, version, serialNumber };
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<bom${attributesText(attributes)}>`];
  const parts: Buffer[] = [];
  // Lines that are whole become bytes now and then: there may be a million.
  const flush = () => {
    parts.push(Buffer.from(`${lines.join("\n")}\n`));
    lines.length = 0;
  };
  writeChildren(lines, "bom", { ...rest, version: undefined }, "  ", () => {
    if (lines.length > MAX_LINES) flush();
  });
  lines.push("</bom>");
  flush();
  return Buffer.concat(parts);
}

const MAX_LINES = 10_000;

function writeChildren(
  lines: string[],
  name: string,
  fields: JsonObject,
  indent: string,
  afterItem?: () => void,
): void {
  for (const key of ORDERS[name] ?? ORDER) {
    const value = fields[key];
    if (value === undefined) continue;
    if (!Array.isArray(value)) writeElement(lines, key, value, indent);
    else if (BARE.has(key))
      for (const item of value) writeElement(lines, ITEMS[key] ?? key, item, indent);
    else {
      lines.push(`${indent}<${key}>`);
      for (const item of value) {
        writeItem(lines, key, item, `${indent}  `);
        afterItem?.();
      }
      lines.push(`${indent}</${key}>`);
    }
  }
}

function writeItem(lines: string[], list: string, item: Json, indent: string): void {
  const { acknowledgement, expression, license } = list === "licenses" ? (item as JsonObject) : {};
  if (expression !== undefined)
    writeText(lines, "expression", { acknowledgement }, expression, indent);
  else if (license !== undefined) writeElement(lines, "license", license, indent);
  else writeElement(lines, ITEMS[list] ?? list, item, indent);
}

function writeElement(lines: string[], name: string, value: Json, indent: string): void {
  if (typeof value !== "object") {
    // A list of refs names them in an attribute.
    const isRef = name === "dependency" || name === "subject";
    if (isRef) lines.push(`${indent}<${name}${attributesText({ ref: value })}/>`);
    else writeText(lines, name, {}, value, indent);
    return;
  }
  const fields = value as JsonObject;
  const attributes: Record<string, Json> = {};
  for (const key of ATTRIBUTES) attributes[key] = fields[key];
  if (name === "property") attributes["name"] = fields["name"];
  const content = CONTENT[name];
  if (content !== undefined) {
    writeText(lines, name, attributes, fields[content], indent);
    return;
  }
  const start = lines.push("");
  writeChildren(lines, name, fields, `${indent}  `);
  const isEmpty = lines.length === start;
  lines[start - 1] = `${indent}<${name}${attributesText(attributes)}${isEmpty ? "/" : ""}>`;
  if (!isEmpty) lines.push(`${indent}</${name}>`);
}

function writeText(
  lines: string[],
  name: string,
  attributes: JsonObject,
  text: Json,
  indent: string,
): void {
  const start = `${name}${attributesText(attributes)}`;
  lines.push(`${indent}<${start}>${escapeXml(String(text ?? ""))}</${name}>`);
}

function attributesText(attributes: JsonObject): string {
  let text = "";
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) text += ` ${key}="${escapeXml(String(value))}"`;
  }
  return text;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** XML 1.0, section 2.2: what is no character of XML can't be written at all, not even as a reference. */
function escapeXml(text: string): string {
  // Nearly every text has nothing to escape.
  if (/^[ !#-%'-;=?-~]*$/.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => NAMED.get(character) ?? "")
    .replace(/[^ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) =>
      /[\t\n\r]/.test(character) ? `&#${character.charCodeAt(0)};` : "\ufffd",
    );
}
