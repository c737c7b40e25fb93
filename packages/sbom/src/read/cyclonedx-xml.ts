import { UsageError } from "@assay/core";
import type { XmlElement } from "@assay/inventory";

type Fields = Record<string, unknown>;
type Lines = Map<object, number>;

const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/;
/** Elements that end in `s` and are no list of what stands in them. */
const NO_LISTS =
  /^(?:analysis|distributionConstraints|releaseNotes|considerations|modelParameters|.+Properties|.+Considerations)$/;
/** Fields that are numbers and switches in JSON. */
const NUMBERS = new Set(["line", "offset", "column", "confidence", "score"]);
const SWITCHES = new Set(["modified", "isExternal", "authenticated", "x-trust-boundary"]);
/** The attributes of bom-1.7.xsd and the versions before it. */
const ATTRIBUTES =
  /^(?:serialNumber|version|bom-ref|mime-type|type|alg|ref|name|tagId|tagVersion|patch|content-type|encoding|acknowledgement|expression|license-identifier|flow|description|isExternal)$/;
/** Attributes that JSON calls otherwise. */
const RENAMED = new Map([
  ["content-type", "contentType"],
  ["license-identifier", "licenseIdentifier"],
]);
/** Elements that stand alone and are lists in JSON. */
const IN_ORGANIZATIONS = new Set(["url", "contact"]);
const ORGANIZATIONS = /^(?:supplier|manufacture|manufacturer|provider|organization)$/;

/**
 * CycloneDX XML (https://cyclonedx.org/docs/1.7/xml/) in the shape of CycloneDX JSON: attributes and elements are fields, and
 * `<hashes><hash/></hashes>` a list. Elements of other namespaces and attributes that are not
 * CycloneDX's are in `foreign`.
 *
 * @throws UsageError when the root is no `bom` of CycloneDX
 */
export function cycloneDxFields(
  path: string,
  root: XmlElement,
): {
  readonly value: Fields;
  readonly version: string;
  readonly lines: Lines;
  readonly foreign: readonly string[];
} {
  const colon = root.name.indexOf(":");
  const prefix = root.name.slice(0, colon + 1);
  const space = root.attributes.get(colon < 0 ? "xmlns" : `xmlns:${root.name.slice(0, colon)}`);
  const version = NAMESPACE.exec(space ?? "")?.[1];
  if (root.name !== `${prefix}bom` || version === undefined) {
    throw new UsageError(
      `${path} is XML whose root <${root.name.slice(0, 100)}> is no CycloneDX \`bom\``,
      {
        hint: 'CycloneDX has `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">`; SPDX is read as JSON and tag-value.',
      },
    );
  }
  const lines: Lines = new Map();
  const foreign: string[] = [];
  const value = shaper(prefix, lines, foreign)(root);
  const number = Number(value["version"]);
  if (value["version"] !== undefined && Number.isInteger(number)) value["version"] = number;
  return {
    value: { bomFormat: "CycloneDX", specVersion: version, ...value },
    version,
    lines,
    foreign,
  };
}

function shaper(prefix: string, lines: Lines, foreign: string[]) {
  const nameOf = ({ name, attributes: own }: XmlElement) => {
    const space = own.get("xmlns");
    // Whatever somebody adds in a namespace of their own must not pass for a field.
    if (space !== undefined && !NAMESPACE.test(space)) return `${space}:${name}`;
    if (name.startsWith(prefix)) return name.slice(prefix.length);
    // Beside elements with a prefix, one without is of no namespace.
    return space === undefined && !name.includes(":") ? `:${name}` : name;
  };
  const at = <T extends object>(element: XmlElement, made: T): T => {
    lines.set(made, element.line);
    return made;
  };

  /** The children that are CycloneDX's. */
  function own(children: readonly XmlElement[]): readonly XmlElement[] {
    return children.filter((child) => !nameOf(child).includes(":"));
  }

  function countForeign(element: XmlElement): void {
    for (const name of element.attributes.keys())
      if (!/^xmlns(?::|$)/.test(name) && !ATTRIBUTES.test(name)) foreign.push(`@${name}`);
    for (const child of element.children)
      if (nameOf(child).includes(":")) foreign.push(nameOf(child));
  }

  function attributes(element: XmlElement): Fields {
    const given = [...element.attributes].filter(([name]) => !/^xmlns(?::|$)/.test(name));
    return Object.fromEntries(
      given
        .filter(([name]) => ATTRIBUTES.test(name))
        .map(([name, text]) => [RENAMED.get(name) ?? name, scalar(name, text)]),
    );
  }

  function object(element: XmlElement): Fields {
    countForeign(element);
    const fields: Fields = at(element, attributes(element));
    const name = nameOf(element);
    for (const child of own(element.children)) {
      const key = nameOf(child);
      const made = value(child, name);
      const known = fields[key];
      const isList = ORGANIZATIONS.test(name) && IN_ORGANIZATIONS.has(key);
      if (Object.hasOwn(fields, key)) {
        if (Array.isArray(known)) known.push(made);
        else fields[key] = [known, made];
      } else define(fields, key, isList ? [made] : made);
    }
    const text = element.text.trim();
    if (text !== "") define(fields, name === "property" ? "value" : "content", text);
    return fields;
  }

  function value(element: XmlElement, parent: string): unknown {
    const name = nameOf(element);
    const { children } = element;
    if (name === "licenses") return list(element, own(children).map(license));
    if (name === "dependencies" && parent === "bom")
      return list(element, own(children).map(dependency));
    if (isList(element))
      return list(
        element,
        own(children).map((child) => item(child, name)),
      );
    const isAttachment = name === "text" && /^(?:license|swid|diff|details|notes?)$/.test(parent);
    if (children.length > 0 || isAttachment || Object.keys(attributes(element)).length > 0)
      return object(element);
    return scalar(name, element.text.trim());
  }

  function list(element: XmlElement, items: readonly unknown[]): readonly unknown[] {
    countForeign(element);
    return at(element, items);
  }

  function isList(element: XmlElement): boolean {
    const { attributes: given, children, text } = element;
    const local = nameOf(element);
    if (
      !local.endsWith("s") ||
      NO_LISTS.test(local) ||
      [...given.keys()].some((name) => ATTRIBUTES.test(name)) ||
      text.trim() !== ""
    )
      return false;
    const names = new Set(own(children).map(nameOf));
    return names.size < 2 && ![...names].some((each) => /[^s]s$/.test(each) && each !== "analysis");
  }

  function item(element: XmlElement, parent: string): unknown {
    return isReference(element) ? element.attributes.get("ref") : value(element, parent);
  }

  /** `<assembly ref="a"/>` */
  function isReference({ attributes: own, children, text }: XmlElement): boolean {
    return own.size === 1 && own.has("ref") && children.length === 0 && text.trim() === "";
  }

  function dependency(element: XmlElement): unknown {
    const refs = (name: string) =>
      element.children
        .filter((child) => nameOf(child) === name)
        .map((child) => child.attributes.get("ref") ?? "");
    const [dependsOn, provides] = [refs("dependency"), refs("provides")];
    return at(element, {
      ref: element.attributes.get("ref"),
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      ...(provides.length > 0 ? { provides } : {}),
    });
  }

  function license(element: XmlElement): unknown {
    switch (nameOf(element)) {
      case "license":
        return at(element, { license: object(element) });
      case "expression":
        return at(element, { ...attributes(element), expression: element.text.trim() });
      default: {
        const { details, ...fields } = object(element);
        const expressionDetails = details === undefined ? undefined : [details].flat();
        return at(element, { ...fields, ...(expressionDetails && { expressionDetails }) });
      }
    }
  }

  return object;
}

/** Not by assignment: an element may be called `__proto__`. */
function define(fields: Fields, key: string, value: unknown): void {
  Object.defineProperty(fields, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function scalar(name: string, text: string): unknown {
  if (NUMBERS.has(name) && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (SWITCHES.has(name) && /^(?:true|false|0|1)$/.test(text))
    return text === "true" || text === "1";
  return text;
}
