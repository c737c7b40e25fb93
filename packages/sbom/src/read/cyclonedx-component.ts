import { compareText } from "@assay/core";
import type { Scope } from "@assay/inventory";
import type {
  Contact,
  ExternalReference,
  Organization,
  Pedigree,
  Property,
  SbomComponent,
} from "../model.ts";
import { readLicenses } from "./cyclonedx-licenses.ts";
import type { Fields } from "./fields.ts";
import { present } from "./present.ts";

const SCOPES: Readonly<Record<string, Scope>> = {
  required: "runtime",
  optional: "optional",
  excluded: "development",
};

/** What a component says of itself, without its place in the document. */
export function readComponent(fields: Fields): Omit<SbomComponent, "ref" | "dependencies"> {
  const author = fields.text("author");
  const authors = [...readContacts(fields, "authors"), ...(author ? [{ name: author }] : [])];
  fields.skip("isExternal");
  return {
    type: fields.text("type") ?? "library",
    name: fields.text("name") ?? "",
    authors,
    hashes: readHashes(fields),
    licenses: readLicenses(fields),
    references: readReferences(fields),
    properties: readProperties(fields),
    places: readPlaces(fields),
    ...present({
      group: fields.text("group") || undefined,
      version: fields.text("version") || undefined,
      versionRange: fields.text("versionRange"),
      description: fields.text("description") || undefined,
      scope: readScope(fields),
      purl: fields.text("purl") || undefined,
      cpe: fields.text("cpe") || undefined,
      supplier: readOrganization(fields, "supplier"),
      manufacturer: readOrganization(fields, "manufacturer"),
      publisher: fields.text("publisher") || undefined,
      copyright: fields.text("copyright") || undefined,
      pedigree: readPedigree(fields),
    }),
  };
}

function readScope(fields: Fields): Scope | undefined {
  const text = fields.text("scope");
  return text === undefined || !Object.hasOwn(SCOPES, text) ? undefined : SCOPES[text];
}

export function readOrganization(fields: Fields, key: string): Organization | undefined {
  const given = fields.one(key);
  if (given === undefined) return undefined;
  const name = given.text("name") ?? "";
  const urls = given.texts("url").filter((url) => url !== "");
  const contacts = readContacts(given, "contact");
  given.skip("bom-ref");
  return name === "" && urls.length + contacts.length === 0 ? undefined : { name, urls, contacts };
}

export function readContacts(fields: Fields, key: string): readonly Contact[] {
  return fields.all(key).flatMap((given) => {
    given.skip("bom-ref");
    const contact = present({
      name: given.text("name") || undefined,
      email: given.text("email") || undefined,
      phone: given.text("phone") || undefined,
    });
    return Object.keys(contact).length === 0 ? [] : [contact];
  });
}

function readHashes(fields: Fields): SbomComponent["hashes"] {
  return fields.all("hashes").flatMap((hash) => {
    const algorithm = hash.text("alg");
    const value = hash.text("content")?.toLowerCase();
    return algorithm && value ? [{ algorithm, value }] : [];
  });
}

export function readReferences(fields: Fields): readonly ExternalReference[] {
  return fields.all("externalReferences").flatMap((each) => {
    const type = each.text("type") ?? "other";
    const url = each.text("url");
    const comment = each.text("comment");
    const hashes = readHashes(each);
    return url === undefined ? [] : [{ type, url, ...present({ comment }), hashes }];
  });
}

/** Sorted by name, then value. */
export function readProperties(fields: Fields): readonly Property[] {
  const properties = fields
    .all("properties")
    .map((each): Property => [each.text("name") ?? "", each.text("value") ?? ""]);
  return properties.sort(byNameAndValue);
}

export function byNameAndValue([a, x]: Property, [b, y]: Property): number {
  return compareText(a, b) || compareText(x, y);
}

function readPlaces(fields: Fields): SbomComponent["places"] {
  const occurrences = fields.one("evidence")?.all("occurrences") ?? [];
  return occurrences.flatMap((each) => {
    each.skip("bom-ref");
    const path = each.text("location");
    const line = each.take("line");
    if (path === undefined) return [];
    return [{ path, ...present({ line: typeof line === "number" ? line : undefined }) }];
  });
}

function readPedigree(fields: Fields): Pedigree | undefined {
  const given = fields.one("pedigree");
  if (given === undefined) return undefined;
  const patches = given.all("patches").flatMap((patch) => {
    patch.skip("type");
    return patch.one("diff")?.text("url") ?? [];
  });
  const ancestors = given.all("ancestors").map((each) => {
    each.skip("type", "bom-ref");
    const group = each.text("group");
    const name = each.text("name") ?? "";
    return {
      name: group ? `${group}/${name}` : name,
      ...present({ version: each.text("version"), purl: each.text("purl") }),
    };
  });
  const notes = given.text("notes");
  return patches.length + ancestors.length === 0 && notes === undefined
    ? undefined
    : { patches, ancestors, ...present({ notes }) };
}
