import type { Hash } from "@assay/inventory";
import type { Contact, Organization, Property } from "../model.ts";

export const CREATION_INFO = "_:creationInfo";

/** An element of SPDX 3 as JSON; its keys are sorted. */
export interface Element {
  readonly spdxId?: string;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Who made or supplies something: each is one element, however often it is named. */
export interface Agents {
  readonly elements: readonly Element[];
  /** The id of the agent. */
  organization(organization: Organization): string;
  person(contact: Contact): string | undefined;
  software(name: string, version: string | undefined): string;
  tool(name: string, version: string | undefined): string;
}

export function agentsOf(base: string): Agents {
  const ids = new Map<string, string>();
  const elements: Element[] = [];
  const add = (type: string, facts: { readonly name: string | undefined }): string => {
    const key = JSON.stringify([type, facts]);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const spdxId = `${base}${type}-${ids.size + 1}`;
    ids.set(key, spdxId);
    elements.push({ creationInfo: CREATION_INFO, ...facts, spdxId, type });
    return spdxId;
  };
  const named = (name: string, version: string | undefined) =>
    version === undefined ? name : `${name}-${version}`;
  return {
    elements,
    organization: ({ name, urls, contacts }) =>
      add("Organization", {
        externalIdentifier: emailIdentifiers(contacts),
        externalRef: urls.length === 0 ? undefined : [externalRef("altWebPage", urls)],
        name,
      } as { readonly name: string }),
    person: ({ name, email, phone }) => {
      const known = name ?? email ?? phone;
      if (known === undefined) return undefined;
      const facts = { externalIdentifier: emailIdentifiers([{ email }]), name: known };
      return add("Person", facts);
    },
    software: (name, version) => add("SoftwareAgent", { name: named(name, version) }),
    tool: (name, version) => add("Tool", { name: named(name, version) }),
  };
}

function emailIdentifiers(contacts: readonly Contact[]) {
  const emails = contacts.flatMap(({ email = [] }) => email);
  return emails.length === 0
    ? undefined
    : emails.map((email) => externalIdentifier("email", email));
}

export function externalIdentifier(externalIdentifierType: string, identifier: string) {
  return { externalIdentifierType, identifier, type: "ExternalIdentifier" };
}

export function externalRef(externalRefType: string, locator: readonly string[]) {
  return { externalRefType, locator, type: "ExternalRef" };
}

export function hashElements(hashes: readonly Hash[]) {
  if (hashes.length === 0) return undefined;
  return hashes.map(({ algorithm, value }) => ({
    algorithm: HASHES.test(algorithm)
      ? algorithm
          .toLowerCase()
          .replace(/^(sha|blake2b)-/, "$1")
          .replace("-", "_")
      : "other",
    hashValue: value,
    type: "Hash",
  }));
}

const HASHES =
  /^(?:MD5|SHA-(?:1|224|256|384|512)|SHA3-(?:256|384|512)|BLAKE2b-(?:256|384|512)|BLAKE3)$/;

/** SPDX has an extension for CycloneDX's properties. */
export function propertiesExtension(properties: readonly Property[]) {
  if (properties.length === 0) return undefined;
  return [
    {
      extension_cdxProperty: properties.map(([name, value]) => ({
        extension_cdxPropName: name,
        extension_cdxPropValue: value,
        type: "extension_CdxPropertyEntry",
      })),
      type: "extension_CdxPropertiesExtension",
    },
  ];
}
