/** An element as the CycloneDX library models it. Other kinds of nodes are not written. */
export interface XmlElement {
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

/** A whole XML 1.0 document in UTF-8, one element a line, two spaces a level. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, "")}\n`;
}

function elementText(element: XmlElement, indent: string): string {
  const { name, namespace, attributes = {}, children } = element;
  const pairs = Object.entries(
    namespace === undefined ? attributes : { xmlns: String(namespace), ...attributes },
  );
  const start = pairs
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  if (typeof children === "string" || typeof children === "number")
    return `${indent}<${name}${start}>${escapeXml(String(children))}</${name}>`;
  const inner = [...(children ?? [])].flatMap((child) =>
    child.type === "element" ? [elementText(child, `${indent}  `)] : [],
  );
  return inner.length === 0
    ? `${indent}<${name}${start}/>`
    : `${indent}<${name}${start}>\n${inner.join("\n")}\n${indent}</${name}>`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** XML 1.0, section 2.2: what is no character of XML can't be written at all, not even as a reference. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => NAMED.get(character) ?? "")
    .replace(/[^ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) =>
      /[\t\n\r]/.test(character) ? `&#${character.charCodeAt(0)};` : "\ufffd",
    );
}
