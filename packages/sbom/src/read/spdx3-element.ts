import { entryOf } from "../entry-of.ts";
import type {
  Contact,
  ExternalReference,
  Organization,
  Property,
  SbomComponent,
} from "../model.ts";
import { ecosystemOfName, splitName } from "../names.ts";
import type { Fields } from "./fields.ts";
import { hashValue } from "./hash-value.ts";
import { present } from "./present.ts";
import { asOrganization, toolOf } from "./spdx-creators.ts";
import { readComment, readDownload, readPlaces } from "./spdx-package.ts";
import { type Graph, idOf } from "./spdx3-graph.ts";

export interface Agents {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly people: ReadonlyMap<string, Contact>;
  readonly tools: ReadonlyMap<string, { readonly name: string; readonly version?: string }>;
}

/** People, organisations and tools by their ids. */
export function readAgents(graph: Graph): Agents {
  const of = <T>(type: string, read: (fields: Fields) => T) =>
    (graph.get(type) ?? []).map((each) => [idOf(each), read(each)] as const);
  const contact = (each: Fields): Contact => {
    const { email } = readIdentifiers(each);
    return present({ name: each.text("name"), email });
  };
  const organization = (each: Fields): Organization => {
    const { name = "", email } = contact(each);
    const pages = readReferences(each).map(({ url }) => url);
    return { name, urls: pages, contacts: email === undefined ? [] : [{ email }] };
  };
  return {
    organizations: new Map([...of("Organization", organization), ...of("Agent", organization)]),
    people: new Map(of("Person", contact)),
    tools: new Map(
      ["Tool", "SoftwareAgent"].flatMap((type) =>
        of(type, (each) => toolOf(each.text("name") ?? "")),
      ),
    ),
  };
}

/** A package or file. */
export function readElement3(
  fields: Fields,
  ref: string,
  isFile: boolean,
  { organizations, people }: Agents,
): SbomComponent {
  const found = readIdentifiers(fields);
  const purl = fields.text("software_packageUrl") ?? found.packageUrl;
  if (found.packageUrl !== undefined && found.packageUrl !== purl)
    fields.leave("externalIdentifier[] (packageUrl)", 1);
  if (found.cpe23 !== undefined && found.cpe22 !== undefined)
    fields.leave("externalIdentifier[] (cpe22)", 1);
  const { archives, pedigree } = readComment(fields);
  const supplier = String(fields.peek("suppliedBy"));
  const person = people.get(supplier);
  if (person ?? organizations.get(supplier)) fields.skip("suppliedBy");
  const makers = fields.texts("originatedBy");
  const [manufacturer, ...others] = makers.flatMap((id) => organizations.get(id) ?? []);
  if (others.length > 0) fields.leave("originatedBy[]", others.length);
  const homepage = fields.text("software_homePage");
  const name = fields.text("name") ?? "";
  const hashes = readHashes(fields);
  return {
    ref,
    type: isFile ? "file" : readType(fields),
    ...(isFile ? { name } : splitName(ecosystemOfName(purl, name), name)),
    authors: makers.flatMap((id) => people.get(id) ?? []),
    hashes,
    licenses: [],
    references: [
      ...readDownload(fields, "software_downloadLocation", hashes),
      ...archives,
      ...(homepage === undefined ? [] : [{ type: "website", url: homepage, hashes: [] }]),
      ...readReferences(fields),
    ],
    properties: readProperties3(fields),
    places: readPlaces(fields, "software_sourceInfo"),
    dependencies: "unknown",
    ...present({
      version: fields.text("software_packageVersion") || undefined,
      description: fields.text("description") ?? fields.text("summary"),
      purl,
      cpe: found.cpe23 ?? found.cpe22,
      supplier: organizations.get(supplier) ?? asOrganization(person),
      manufacturer,
      copyright: fields.text("software_copyrightText"),
      pedigree,
    }),
  };
}

/** The properties of CycloneDX, for which SPDX has an extension. */
export function readProperties3(fields: Fields): readonly Property[] {
  return fields.all("extension").flatMap((each) => {
    if (each.peek("type") !== "extension_CdxPropertiesExtension") {
      each.drop(String(each.peek("type")));
      return [];
    }
    each.skip("type");
    return each.all("extension_cdxProperty").map((entry): Property => {
      entry.skip("type");
      return [
        entry.text("extension_cdxPropName") ?? "",
        entry.text("extension_cdxPropValue") ?? "",
      ];
    });
  });
}

/** A file that a package is distributed as: its address, or else its name, with its own hashes. */
export function readArchive3(fields: Fields): ExternalReference {
  fields.skip("software_primaryPurpose");
  const [reference] = readReferences(fields);
  const name = fields.text("name") ?? "";
  return { type: "distribution", url: reference?.url ?? name, hashes: readHashes(fields) };
}

/** `operatingSystem` → `operating-system`; what CycloneDX has no word for is a library, and stays unread. */
function readType(fields: Fields): string {
  const purpose = String(fields.peek("software_primaryPurpose") ?? "library");
  const type = purpose.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const isKnown =
    /^(?:application|framework|library|container|platform|operating-system|device|device-driver|firmware|file|data|model)$/;
  if (!isKnown.test(type)) return "library";
  fields.skip("software_primaryPurpose");
  return type === "model" ? "machine-learning-model" : type;
}

/** The first of each kind; others stay unread. */
function readIdentifiers(fields: Fields): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string> = {};
  for (const each of fields.all("externalIdentifier")) {
    each.skip("type");
    const kind = String(each.peek("externalIdentifierType"));
    const identifier = each.peek("identifier");
    const isKnown = /^(?:packageUrl|cpe2[23]|email)$/.test(kind) && !Object.hasOwn(found, kind);
    if (!isKnown || typeof identifier !== "string") {
      each.drop(kind);
      continue;
    }
    found[kind] = identifier;
    each.skip("externalIdentifierType", "identifier");
  }
  return found;
}

function readHashes(fields: Fields): SbomComponent["hashes"] {
  return fields.all("verifiedUsing").flatMap((each) => {
    // A verification code is over the files of a package, and no hash of its archive.
    const type = String(each.peek("type") ?? "Hash");
    if (type !== "Hash") {
      each.drop(type);
      return [];
    }
    each.skip("type");
    const algorithm = each.text("algorithm");
    const value = each.text("hashValue");
    if (algorithm && value) return [{ algorithm: algorithmOf(algorithm), value: hashValue(value) }];
    each.drop("of no algorithm or value");
    return [];
  });
}

/** `sha3_256` → `SHA3-256` */
function algorithmOf(name: string): string {
  if (/^blake2b/.test(name)) return name.replace(/^blake2b_?/, "BLAKE2b-");
  return name
    .toUpperCase()
    .replace(/^SHA(?=\d{3}|1$)/, "SHA-")
    .replace("_", "-");
}

/** Words of SPDX 3 for references, in those of CycloneDX. */
const REFERENCES: Readonly<Record<string, string>> = {
  altDownloadLocation: "distribution",
  altWebPage: "website",
  binaryArtifact: "distribution",
  buildMeta: "build-meta",
  buildSystem: "build-system",
  chat: "chat",
  documentation: "documentation",
  issueTracker: "issue-tracker",
  license: "license",
  mailingList: "mailing-list",
  releaseNotes: "release-notes",
  securityAdvisory: "advisories",
  securityPolicy: "security-contact",
  socialMedia: "social",
  sourceArtifact: "source-distribution",
  support: "support",
  vcs: "vcs",
};

function readReferences(fields: Fields): readonly ExternalReference[] {
  return fields.all("externalRef").flatMap((each) => {
    each.skip("type");
    const type = entryOf(REFERENCES, each.text("externalRefType") ?? "") ?? "other";
    const comment = each.text("comment");
    return each.texts("locator").map((url) => ({ type, url, ...present({ comment }), hashes: [] }));
  });
}
