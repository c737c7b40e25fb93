import { packageMetadata } from "../../installed/metadata.ts";
import type { InstalledPackage } from "../ecosystem.ts";
import { licenseOfClassifiers } from "./classifiers.ts";
import { normalizeName } from "./names.ts";

/** Characters: each comma is looked behind as far as the next address. */
const MAX_ADDRESSES = 4000;

type Fields = ReadonlyMap<string, readonly string[]>;

/**
 * What the `METADATA` of an installed package says (https://packaging.python.org/en/latest/specifications/core-metadata/). Its licence
 * is `License-Expression`, else the short text of `License`, else what the classifiers mean.
 */
export function readInstalledMetadata(text: string): InstalledPackage | string {
  return saidBy(readFields(text));
}

/** Fields of core metadata, by their names in lower case: what the index says of a version, too. */
export function saidBy(fields: Fields): InstalledPackage | string {
  const name = fields.get("name")?.[0];
  const version = fields.get("version")?.[0];
  if (name === undefined || version === undefined) return "it names no package and version";
  const license = licenseOf(fields);
  return {
    name: normalizeName(name),
    version,
    manifest: license === undefined ? {} : { license },
    metadata: metadataOf(fields),
  };
}

function metadataOf(fields: Fields) {
  const [first] = ["author", "maintainer"].flatMap((role) => {
    const named = fields.get(role)?.[0]?.trim();
    const listed = fields.get(`${role}-email`)?.[0]?.slice(0, MAX_ADDRESSES);
    const addresses = listed?.split(/,\s*(?=[^<>]*<|\S+@)/) ?? [];
    const [only] = addresses;
    // A name and an address in two fields are one person's, where there is one of each.
    const isOne = named && addresses.length === 1 && only !== undefined && !only.includes("<");
    const people = isOne
      ? [{ name: named, email: only }]
      : [...(named ? [{ name: named }] : []), ...addresses];
    return people.length === 0 || named?.toLowerCase() === "unknown" ? [] : [people];
  });
  const links = (fields.get("project-url") ?? []).map((each) => each.split(/,\s*/, 2));
  const link = (label: RegExp) => links.find(([name = ""]) => label.test(name))?.[1];
  return packageMetadata({
    authors: first,
    description: fields.get("summary")?.[0],
    homepage: fields.get("home-page")?.[0] || link(/^home/i),
    repository: link(/^(?:source|repo|code|git)/i),
  });
}

/** A whole licence text is no name of one. */
const MAX_LICENSE = 200;

function licenseOf(fields: Fields) {
  const expression = fields.get("license-expression")?.[0];
  if (expression) return expression;
  const named = fields.get("license")?.[0] ?? "";
  const isName = named !== "" && named.length <= MAX_LICENSE && !named.includes("\n");
  const classified = licenseOfClassifiers(fields.get("classifier") ?? []);
  return isName && named.toLowerCase() !== "unknown" ? named : classified;
}

/** Header fields in lower case, each with its values; the description behind them is left out. */
function readFields(text: string): Fields {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line === "") break;
    const field = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(line);
    if (field !== null) {
      const name = (field[1] ?? "").toLowerCase();
      last = fields.get(name) ?? [];
      last.push(field[2] ?? "");
      fields.set(name, last);
    } else if (last !== undefined) {
      last.push(`${last.pop()}\n${line.trim()}`);
    }
  }
  return fields;
}
