import { buildPurl } from "@assay/purl";
import type { Component, PackageName, Scope } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { CargoEntry } from "./lockfile.ts";
import type { CargoManifest } from "./manifest.ts";
import type { FolderOf } from "./vendored.ts";

/** What is known of all entries; maps and sets by their keys. */
export interface CargoFacts {
  readonly input: ReaderInput;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly firstParty: ReadonlySet<string>;
  readonly direct: ReadonlySet<string>;
  readonly manifests: ReadonlyMap<string, CargoManifest>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly vendored: FolderOf;
  /** What `[patch]` puts others in the place of, by their names. */
  readonly patched: ReadonlyMap<string, PackageName>;
}

export function toComponent(entry: CargoEntry, facts: CargoFacts): Component {
  const { key, name, version, line } = entry;
  const { path } = facts.input;
  const manifest = facts.manifests.get(key);
  const firstParty = facts.firstParty.has(key);
  const purl = purlOf(entry, facts, firstParty);
  const installPath = manifest?.folder ?? facts.vendored(entry);
  const ancestor = entry.source.kind === "registry" ? undefined : facts.patched.get(name);
  const isApplication =
    firstParty && (manifest?.folder === folderOf(path) || facts.firstParty.size === 1);
  return {
    id: `${path}#${key}`,
    name,
    version,
    kind: isApplication ? "application" : "library",
    ecosystem: "cargo",
    ...(purl === undefined ? {} : { purl }),
    firstParty,
    ...(ancestor === undefined ? {} : { ancestors: [ancestor] }),
    scope: facts.scopes.get(key) ?? "runtime",
    direct: facts.direct.has(key),
    artifacts: artifactsOf(entry),
    ...(firstParty && manifest?.license !== undefined ? { declaredLicense: manifest.license } : {}),
    location: { path, ...(line === undefined ? {} : { startLine: line }) },
    ...(installPath ? { installPath } : {}),
    aliases: facts.aliases.get(key) ?? [],
    flags: [],
  };
}

/** What lies in a folder has no place in a registry, whatever it is called. */
function purlOf({ key, name, version, source }: CargoEntry, facts: CargoFacts, isOwn: boolean) {
  const folder = facts.manifests.get(key)?.folder ?? "";
  if (isOwn) return firstPartyPurl(facts.input.origin, name, version, folder);
  if (source.kind === "local" || source.kind === "unknown") return undefined;
  return buildPurl({ type: "cargo", name, version, qualifiers: source.qualifiers });
}

function artifactsOf({ checksum, source: { url } }: CargoEntry): Component["artifacts"] {
  if (checksum === undefined && url === undefined) return [];
  const hashes = checksum === undefined ? [] : [{ algorithm: "SHA-256", value: checksum }];
  return [{ hashes, ...(url === undefined ? {} : { url }) }];
}
