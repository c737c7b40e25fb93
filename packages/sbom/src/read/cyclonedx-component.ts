import { compareText } from "@assay/core";
import type { Scope } from "@assay/inventory";
import { entryOf } from "../entry-of.ts";
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
import { hashValue } from "./hash-value.ts";
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
  const versionRange = fields.text("versionRange");
  // The model has no word for it but a range of versions.
  if (fields.peek("isExternal") === (versionRange !== undefined)) fields.skip("isExternal");
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
      versionRange,
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
  const scope = entryOf(SCOPES, String(fields.peek("scope")));
  if (scope !== undefined) fields.skip("scope");
  return scope;
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
    const value = hash.text("content");
    if (algorithm && value) return [{ algorithm, value: hashValue(value) }];
    hash.drop("of no algorithm or value");
    return [];
  });
}

export function readReferences(fields: Fields): readonly ExternalReference[] {
  return fields.all("externalReferences").flatMap((each) => {
    const type = each.text("type") ?? "other";
    const url = each.text("url");
    const comment = each.text("comment");
    const hashes = readHashes(each);
    if (url !== undefined) return [{ type, url, ...present({ comment }), hashes }];
    each.drop("of no URL");
    return [];
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
    const line = each.peek("line");
    if (path === undefined) return [];
    if (!isLine(line)) return [{ path }];
    each.skip("line");
    return [{ path, line }];
  });
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function readPedigree(fields: Fields): Pedigree | undefined {
  const given = fields.one("pedigree");
  if (given === undefined) return undefined;
  const patches = given.all("patches").flatMap((patch) => {
    if (patch.peek("type") === "unofficial") patch.skip("type");
    return patch.one("diff")?.text("url") ?? [];
  });
  const ancestors = given.all("ancestors").map((each) => {
    each.skip("bom-ref");
    if (each.peek("type") === "library") each.skip("type");
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
