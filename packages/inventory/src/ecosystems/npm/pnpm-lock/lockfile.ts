import type { YamlMap } from "../../../yaml/value.ts";
import { mapAt, textAt, textsAt } from "../../../yaml/value.ts";
import { normalFolder } from "../lock-graph/linked.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import { type DepPath, type DepPathStyle, depPathReader, plainKey } from "./dep-path.ts";

/** A requirement of a workspace member: what its manifest asked for, and what that is locked as. */
export interface ImporterRequirement {
  readonly group: ImporterGroup;
  readonly name: string;
  readonly specifier: string | undefined;
  readonly version: string;
}

/** The maps of an importer, in the order in which pnpm writes them. */
export const IMPORTER_GROUPS = [
  "dependencies",
  "optionalDependencies",
  "devDependencies",
  "configDependencies",
  "packageManagerDependencies",
] as const;
export type ImporterGroup = (typeof IMPORTER_GROUPS)[number];

export interface Importer {
  /** Relative to the lockfile; `""` is its own folder. */
  readonly folder: string;
  readonly line: number;
  readonly requirements: readonly ImporterRequirement[];
}

/** One package with one set of peers. */
export interface Snapshot extends DepPath {
  /** As it stands in the lockfile, without the slash at its start. */
  readonly key: string;
  /** Of the entry that says where it comes from. */
  readonly line: number;
  /** What the lockfile says of the package whatever its peers. */
  readonly facts: YamlMap | undefined;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly optionalDependencies: ReadonlyMap<string, string>;
  /** What the lockfile itself says of its scope. */
  readonly isOptional: boolean;
  /** Known of versions 5 and 6 alone. */
  readonly isDevelopment: boolean | undefined;
}

/** One document of a `pnpm-lock.yaml`, its versions made alike. */
export interface PnpmDocument {
  readonly style: DepPathStyle;
  readonly top: YamlMap;
  /** By folder. */
  readonly importers: ReadonlyMap<string, Importer>;
  /** By key. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  readonly problems: readonly LockProblem[];
}

/** @param style How the keys of packages are written. */
export function readDocument(top: YamlMap, style: DepPathStyle): PnpmDocument {
  const problems: LockProblem[] = [];
  const snapshots = readSnapshots(top, style, problems);
  return { style, top, importers: readImporters(top, style, problems), snapshots, problems };
}

function readImporters(
  top: YamlMap,
  style: DepPathStyle,
  problems: LockProblem[],
): ReadonlyMap<string, Importer> {
  const importers = new Map<string, Importer>();
  const stated = mapAt(top, "importers");
  if (stated === undefined) {
    // A project of its own: versions 5 and 6 write its requirements at the top.
    if (style === "snapshots") problems.push({ reason: "the lockfile names no importers" });
    importers.set("", { folder: "", line: 1, requirements: readRequirements(top, ".", problems) });
    return importers;
  }
  for (const [path, value] of stated.entries) {
    const folder = normalFolder("", path);
    const importer = mapAt(stated, path);
    if (importers.has(folder))
      problems.push({
        item: path,
        line: importer?.line,
        reason: "the importer stands there twice",
      });
    if (importer === undefined && value !== null) {
      problems.push({ item: path, line: stated.line, reason: "the importer is no mapping" });
    }
    const requirements = importer === undefined ? [] : readRequirements(importer, path, problems);
    importers.set(folder, { folder, line: importer?.line ?? stated.line, requirements });
  }
  return importers;
}

function readRequirements(
  importer: YamlMap,
  path: string,
  problems: LockProblem[],
): readonly ImporterRequirement[] {
  const specifiers = mapAt(importer, "specifiers");
  return IMPORTER_GROUPS.flatMap((group) => {
    const asked = mapAt(importer, group);
    if (asked === undefined) return [];
    return [...asked.entries].flatMap(([name, value]) => {
      const inline = mapAt(asked, name);
      const version = inline === undefined ? value : inline.entries.get("version");
      if (typeof version !== "string" || version === "") {
        const line = inline?.line ?? asked.line;
        problems.push({ item: path, line, reason: `its dependency ${name} has no version` });
        return [];
      }
      const specifier = inline === undefined ? specifiers : inline;
      const key = inline === undefined ? name : "specifier";
      return [{ group, name, specifier: textAt(specifier, key), version }];
    });
  });
}

function readSnapshots(
  top: YamlMap,
  style: DepPathStyle,
  problems: LockProblem[],
): ReadonlyMap<string, Snapshot> {
  const packages = mapAt(top, "packages");
  const stated = style === "snapshots" ? mapAt(top, "snapshots") : packages;
  const read = depPathReader(style);
  const snapshots = new Map<string, Snapshot>();
  const described = new Set<string>();
  for (const [statedKey, value] of stated?.entries ?? []) {
    const snapshot = mapAt(stated, statedKey);
    const key = plainKey(statedKey, style);
    const path = read(key);
    const facts =
      style === "snapshots"
        ? (mapAt(packages, path.packageKey) ?? mapAt(packages, `/${path.packageKey}`))
        : snapshot;
    described.add(path.packageKey);
    const line = facts?.line ?? snapshot?.line ?? stated?.line ?? 1;
    if (snapshot === undefined && value !== null)
      problems.push({ item: statedKey, line, reason: "the entry is no mapping" });
    if (facts === undefined)
      problems.push({ item: statedKey, line, reason: "nothing says where the package comes from" });
    if (snapshots.has(key))
      problems.push({ item: key, line, reason: "the entry stands there twice" });
    snapshots.set(key, toSnapshot(key, path, line, facts, snapshot, problems));
  }
  if (style === "snapshots") {
    for (const statedKey of packages?.entries.keys() ?? []) {
      const key = plainKey(statedKey, style);
      if (described.has(key)) continue;
      const facts = mapAt(packages, statedKey);
      const line = facts?.line ?? packages?.line ?? 1;
      problems.push({
        item: key,
        line,
        reason: "the lockfile does not say what the package needs",
      });
      snapshots.set(key, toSnapshot(key, read(key), line, facts, undefined, problems));
    }
  }
  return snapshots;
}

function toSnapshot(
  key: string,
  path: DepPath,
  line: number,
  facts: YamlMap | undefined,
  snapshot: YamlMap | undefined,
  problems: LockProblem[],
): Snapshot {
  const edges = (group: string) => {
    const asked = mapAt(snapshot, group);
    const found = new Map<string, string>();
    for (const [name, value] of asked?.entries ?? []) {
      if (typeof value === "string" && value !== "") found.set(name, value);
      else problems.push({ item: key, line, reason: `its dependency ${name} has no version` });
    }
    if (asked === undefined && snapshot?.entries.get(group) != null)
      problems.push({ item: key, line, reason: `\`${group}\` is no mapping` });
    return found;
  };
  const dev = textAt(snapshot, "dev");
  const stated = { name: textAt(facts, "name"), version: textAt(facts, "version") };
  // The key names what pnpm downloads, unless it is an address.
  const isNamed = path.version !== undefined;
  for (const field of isNamed ? (["name", "version"] as const) : [])
    if ((stated[field] ?? path[field]) !== path[field])
      problems.push({
        item: key,
        line,
        reason: `its \`${field}\` is another than that of its key`,
      });
  return {
    ...path,
    name: (isNamed ? undefined : stated.name) ?? path.name,
    version: path.version ?? stated.version,
    key,
    line,
    facts,
    dependencies: edges("dependencies"),
    optionalDependencies: edges("optionalDependencies"),
    isOptional: textAt(snapshot, "optional") === "true",
    isDevelopment: dev === undefined ? undefined : dev === "true",
  };
}

/** Which peers a package asks for: by name, whether it can do without. */
export function peersOf(
  facts: YamlMap | undefined,
): ReadonlyMap<string, { readonly range: string; readonly isOptional: boolean }> {
  const meta = mapAt(facts, "peerDependenciesMeta");
  const peers = new Map<string, { readonly range: string; readonly isOptional: boolean }>();
  for (const [name, range] of mapAt(facts, "peerDependencies")?.entries ?? []) {
    const isOptional = textAt(mapAt(meta, name), "optional") === "true";
    peers.set(name, { range: typeof range === "string" ? range : "", isOptional });
  }
  return peers;
}

export function platformOf(facts: YamlMap | undefined) {
  return { os: textsAt(facts, "os"), cpu: textsAt(facts, "cpu"), libc: textsAt(facts, "libc") };
}
