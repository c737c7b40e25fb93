import { type Component, ecosystemOf, type PackageArtifact, type Scope } from "@assay/inventory";
import type { LicensesOf } from "./declared-licenses.ts";
import { isRepository } from "./entries.ts";
import type {
  Completeness,
  ExternalReference,
  Organization,
  Pedigree,
  Property,
  SbomComponent,
} from "./model.ts";
import { purlType, splitName } from "./names.ts";
import { versRange } from "./vers.ts";

/** Strongest first. */
const SCOPES: readonly Scope[] = ["runtime", "optional", "development"];
/** What most components have none of is one list for all: there may be many thousands. */
const NONE: readonly never[] = [];

export interface ComponentFacts {
  readonly ref: string;
  readonly dependencies: Completeness;
  /** Of first-party packages. */
  readonly supplier: Organization | undefined;
  readonly licenses: LicensesOf;
}

/** A package as it stands in a document: one or more equal entries of the lockfiles, which differ in place, scope, aliases and flags only. */
export function sbomComponent(
  group: readonly Component[],
  { ref, dependencies, supplier, licenses }: ComponentFacts,
): SbomComponent {
  const [entry] = group;
  if (entry === undefined) throw new TypeError("a group has at least one entry");
  const { ecosystem, version, requirement, purl, artifacts, firstParty } = entry;
  const { group: prefix, name } = splitName(ecosystem, entry.name);
  const scope = SCOPES.find((each) => group.some((one) => one.scope === each)) ?? "runtime";
  return {
    ref,
    type: group.some(({ kind }) => kind === "application") ? "application" : entry.kind,
    group: prefix,
    name,
    version,
    versionRange: requirement && versRange(purlType(purl), requirement),
    scope,
    purl,
    supplier: firstParty ? supplier : undefined,
    authors: NONE,
    hashes: speaker(artifacts)?.hashes ?? NONE,
    licenses: licenses(entry.declaredLicense),
    references: artifacts.length === 0 ? NONE : referencesOf(entry),
    pedigree: pedigreeOf(entry),
    properties: propertiesOf(group, scope),
    places: placesOf(group),
    dependencies,
  };
}

/** A package that files of the project change is made from the one that its purl names. */
function pedigreeOf({ name, version, purl, patches, ancestors }: Component): Pedigree | undefined {
  if (patches === undefined) return ancestors && { patches: NONE, ancestors };
  return { patches, ancestors: ancestors ?? [{ name, version, purl }] };
}

/** The archive whose hashes are the package's: the only one; of a Python package's, the one that the wheels are built from. */
function speaker(artifacts: readonly PackageArtifact[]): PackageArtifact | undefined {
  if (artifacts.length < 2) return artifacts[0];
  const sources = artifacts.filter(({ url, fileName = url }) => !fileName?.endsWith(".whl"));
  const isPython = artifacts.length > sources.length;
  return isPython && sources.length === 1 ? sources[0] : undefined;
}

/**
 * Every archive with its own hashes, by its URL or, where the lockfile names none, by its file's name, which is a relative reference.
 * Where it names the hashes alone, the purl stands for the place: one reference for each archive.
 */
function referencesOf({ artifacts, purl, name }: Component): readonly ExternalReference[] {
  const [first] = artifacts;
  const isNameless = first?.url === undefined && first?.fileName === undefined;
  if (artifacts.length === 1 && isNameless) return NONE;
  const references = artifacts
    .map(({ url, fileName, hashes }) =>
      url === undefined
        ? { type: "distribution", url: fileName ?? purl ?? name, hashes }
        : { type: referenceType(url), url, hashes },
    )
    .filter(({ url, hashes }) => url !== purl || hashes.length > 0);
  return compact(references);
}

/** Lists that grew have room for many more: without it, thousands of them take half the space. */
function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

/** The kind of an external reference by its URL: a repository, or an archive that is downloaded. */
function referenceType(url: string): "vcs" | "distribution" {
  return /^(?:git|ssh:)/.test(url) ? "vcs" : "distribution";
}

/** What formats have no field for: properties of our own, and those of the ecosystem's registered taxonomy. */
function propertiesOf(group: readonly Component[], scope: Scope): readonly Property[] {
  const flags = unique(group.flatMap((entry) => entry.flags));
  const aliases = unique(group.flatMap((entry) => entry.aliases));
  const installPaths = unique(group.flatMap(({ installPath = NONE }) => installPath));
  const own = ecosystemOf(group[0]?.ecosystem ?? "")?.properties?.({ scope, flags, installPaths });
  const properties: Property[] = [
    ...aliases.map((alias): Property => ["assay:alias", alias]),
    ...OWN_FLAGS.filter((flag) => flags.includes(flag)).map(
      (flag): Property => [`assay:${flag}`, "true"],
    ),
    ...unique(group.flatMap(({ requirement = NONE }) => requirement)).map(
      (requirement): Property => ["assay:requirement", requirement],
    ),
    ...(own ?? NONE),
  ];
  return compact(properties.sort(byNameAndValue));
}

const OWN_FLAGS = ["deprecated", "hasInstallScript"];

function byNameAndValue([a, x]: Property, [b, y]: Property): number {
  return a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1;
}

/** By path and line. The repository itself stands in none. */
function placesOf(group: readonly Component[]): SbomComponent["places"] {
  const [first] = group;
  if (first !== undefined && isRepository(first)) return NONE;
  const places = group.map(({ location: { path, startLine } }) => ({ path, line: startLine }));
  return places.length < 2 ? places : places.sort(byPlace);
}

type Place = SbomComponent["places"][number];

function byPlace(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

function unique(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort();
}
