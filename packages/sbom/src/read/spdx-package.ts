import { parseExpression, printExpression } from "@assay/spdx";
import { licenseStatement } from "../licenses.ts";
import type { ExternalReference, SbomComponent, StatedLicense } from "../model.ts";
import { ecosystemOfName, splitName } from "../names.ts";
import type { Fields } from "./fields.ts";
import { hashValue } from "./hash-value.ts";
import { present } from "./present.ts";
import { asOrganization, readAgent } from "./spdx-creators.ts";

export interface ExtractedLicense {
  readonly name: string | undefined;
  readonly text: string | undefined;
  readonly url: string | undefined;
  /** Whether it stands alone anywhere, and not only as a part of an expression, which has no place for its text. */
  used: boolean;
}

const NOTHING = /^(?:NOASSERTION|NONE|)$/;
/** The purposes of SPDX 2.3, section 7.24, that CycloneDX has a word for. */
const TYPES = /^(?:application|container|device|file|firmware|framework|library|operating-system)$/;

/** A package or file of SPDX 2. */
export function readElement(
  fields: Fields,
  ref: string,
  isFile: boolean,
  extracted: ReadonlyMap<string, ExtractedLicense>,
): SbomComponent {
  const { purl, cpe, references } = readExternal(fields);
  const name = fields.text(isFile ? "fileName" : "name") ?? "";
  const [supplier, originator] = [readAgent(fields, "supplier"), readAgent(fields, "originator")];
  const hashes = readChecksums(fields);
  const homepage = known(fields.text("homepage"));
  const { archives, pedigree } = readComment(fields);
  fields.skip("filesAnalyzed");
  return {
    ref,
    type: isFile ? "file" : readType(fields),
    ...(isFile ? { name } : splitName(ecosystemOfName(purl, name), name)),
    authors: originator.person === undefined ? [] : [originator.person],
    hashes,
    licenses: [
      ...readLicense(fields, "licenseDeclared", "declared", extracted),
      ...readLicense(fields, "licenseConcluded", "concluded", extracted),
    ],
    references: [
      ...readDownload(fields, "downloadLocation", hashes),
      ...archives,
      ...(homepage === undefined ? [] : [{ type: "website", url: homepage, hashes: [] }]),
      ...references,
    ],
    properties: [],
    places: readPlaces(fields, "sourceInfo"),
    dependencies: "unknown",
    ...present({
      version: fields.text("versionInfo") || undefined,
      description: fields.text("description") || undefined,
      purl,
      cpe,
      supplier: supplier.organization ?? asOrganization(supplier.person),
      manufacturer: originator.organization,
      copyright: known(fields.text("copyrightText")),
      pedigree,
    }),
  };
}

function readType(fields: Fields): string {
  const purpose = String(fields.peek("primaryPackagePurpose") ?? "LIBRARY");
  const type = purpose.toLowerCase().replace("_", "-");
  if (!TYPES.test(type)) return "library";
  fields.skip("primaryPackagePurpose");
  return type;
}

function known(text: string | undefined): string | undefined {
  return text === undefined || NOTHING.test(text) ? undefined : text;
}

function readChecksums(fields: Fields): SbomComponent["hashes"] {
  return fields.all("checksums").flatMap((each) => {
    const algorithm = each.text("algorithm")?.replace(/^SHA(?=\d+$)/, "SHA-");
    const value = each.text("checksumValue");
    if (algorithm && value) return [{ algorithm, value: hashValue(value) }];
    each.drop("of no algorithm or value");
    return [];
  });
}

/** The first purl and the first CPE; the further ones stay unread, as does what identifies the content. */
function readExternal(fields: Fields) {
  let purl: string | undefined;
  let cpe: string | undefined;
  const references: ExternalReference[] = [];
  for (const each of fields.all("externalRefs")) {
    const type = String(each.peek("referenceType"));
    const locator = each.peek("referenceLocator");
    if (typeof locator !== "string") continue;
    if (type === "purl" && purl === undefined) purl = locator;
    else if (/^cpe2[23]Type$/.test(type) && cpe === undefined) cpe = locator;
    else if (/^(?:advisory|fix|url)$/.test(type))
      references.push({
        type: type === "advisory" ? "advisories" : "other",
        url: locator,
        hashes: [],
      });
    else {
      each.drop(type);
      continue;
    }
    each.skip("referenceCategory", "referenceType", "referenceLocator");
  }
  return { purl, cpe, references };
}

/** The archive, of which the checksums are, or a repository, which is written as `git+https://host/path@commit` (section 7.7). */
export function readDownload(
  fields: Fields,
  key: string,
  hashes: SbomComponent["hashes"],
): readonly ExternalReference[] {
  const location = known(fields.text(key));
  if (location === undefined) return [];
  const [, repository, commit] = /^(git(?:\+\w+)?:.*?)(?:@([^@/:]+))?$/.exec(location) ?? [];
  if (repository === undefined) return [{ type: "distribution", url: location, hashes }];
  const url = commit === undefined ? repository : `${repository}#${commit}`;
  return [{ type: "vcs", url, hashes: [] }];
}

/** Pedigree and further archives, as our own writer puts them into the comment. */
export function readComment(fields: Fields): Pick<SbomComponent, "pedigree"> & {
  readonly archives: readonly ExternalReference[];
} {
  const comment = fields.peek("comment");
  const lines = typeof comment === "string" ? comment.split("\n") : [];
  const start = lines.indexOf("Archives:");
  const facts = start < 0 ? lines : lines.slice(0, start);
  const isOurs = facts.every((line) => /^(?:Patched by|Made from|Note:) /.test(line));
  const notes = facts.filter((line) => line.startsWith("Note: "));
  if (lines.length === 0 || !isOurs || notes.length > 1) return { archives: [] };
  fields.skip("comment");
  const after = (prefix: string) =>
    facts.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  const pedigree = {
    patches: after("Patched by "),
    ancestors: after("Made from ").map((text) => {
      const [, name = text, version, purl] =
        /^(\S+)(?: ([^\s(]\S*))?(?: \((pkg:\S+)\))?$/.exec(text) ?? [];
      return { name, ...present({ version, purl }) };
    }),
    ...present({ notes: notes[0]?.slice("Note: ".length) }),
  };
  const archives = (start < 0 ? [] : lines.slice(start + 1)).map((line) => {
    const [url = "", ...hashes] = line.split(" ");
    const pairs = hashes.map((hash) => hash.split(":"));
    return {
      type: "distribution",
      url,
      hashes: pairs.map(([algorithm = "", value = ""]) => ({ algorithm, value })),
    };
  });
  return { archives, ...(facts.length === 0 ? {} : { pedigree }) };
}

/** `named in package-lock.json:12, web/package-lock.json`, as our own writer has it. */
export function readPlaces(fields: Fields, key: string): SbomComponent["places"] {
  const text = fields.peek(key);
  if (typeof text !== "string" || !text.startsWith("named in ")) return [];
  fields.skip(key);
  return text
    .slice("named in ".length)
    .split(", ")
    .map((place) => {
      const [, path = place, line] = /^(.*?)(?::(\d+))?$/s.exec(place) ?? [];
      return line === undefined ? { path } : { path, line: Number(line) };
    });
}

/** One expression. A single reference into the document is the licence that the document explains. */
function readLicense(
  fields: Fields,
  key: string,
  acknowledgement: "declared" | "concluded",
  extracted: ReadonlyMap<string, ExtractedLicense>,
): readonly StatedLicense[] {
  const given = fields.text(key);
  // That there is none is more than nothing said, and the model has no word for it.
  if (given === "NONE") fields.leave(`${key} (NONE)`, 1);
  const text = known(given);
  return text === undefined ? [] : statedLicense(text, acknowledgement, extracted);
}

export function statedLicense(
  text: string,
  acknowledgement: "declared" | "concluded",
  extracted: ReadonlyMap<string, ExtractedLicense>,
): readonly StatedLicense[] {
  const explained = extracted.get(text);
  if (explained !== undefined) explained.used = true;
  if (explained === undefined) {
    const parts = conjuncts(text, extracted);
    if (parts.length > 1)
      return parts.flatMap((part) => statedLicense(part, acknowledgement, extracted));
    const statement = licenseStatement(text);
    return statement === undefined ? [] : [{ acknowledgement, statement }];
  }
  const { name = text, text: content = "", url } = explained;
  const isOwn = /^(?:NOASSERTION|Declared as free text)$/.test(name);
  const label = isOwn && content !== "" ? content : name;
  return [
    {
      acknowledgement,
      statement: { kind: "name", name: label },
      ...present({ text: content === "" || content === label ? undefined : content, url }),
    },
  ];
}

/** What AND joins, where a part of it is explained in the document: an expression has no place for that. */
function conjuncts(
  text: string,
  extracted: ReadonlyMap<string, ExtractedLicense>,
): readonly string[] {
  const parsed = extracted.size === 0 ? undefined : parseExpression(text);
  if (!parsed?.ok || parsed.expression.kind !== "and") return [];
  const parts = parsed.expression.operands.map(printExpression);
  return parts.some((part) => extracted.has(part)) ? parts : [];
}
