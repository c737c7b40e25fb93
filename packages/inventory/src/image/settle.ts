import { addTo, compareText, groupBy, plural } from "@assay/core";
import type { Edge, Skipped } from "../graph.ts";
import { sortedEdges } from "../sorted-edges.ts";
import { unexplained } from "./explained.ts";
import { mergeComponents, mergeEdges } from "./merge.ts";
import { findOwners, type Owners } from "./owners.ts";
import type {
  ExecutableFile,
  ImageComponent,
  ImagePlace,
  ImageReading,
  ImageTree,
} from "./reader.ts";

/** Package managers that have lists of files: a package of a language that lies in one of these is part of it. */
const SYSTEMS: ReadonlySet<string> = new Set(
  "alpm apk bitnami conda deb ebuild nix opkg rpm snap".split(" "),
);

export interface SettleOptions {
  readonly tree: Pick<ImageTree, "resolve">;
  /** What is known of a visible file's content: `sha256:…`, perhaps `md5:…` and `sha1:…`. */
  readonly digestsOf?: (path: string) => readonly string[];
}

/** What all readers found, each thing once. */
export interface Settled {
  /** Sorted by id. */
  readonly components: readonly ImageComponent[];
  /** Sorted; every end is a component. */
  readonly edges: readonly Edge[];
  /** By component id of a package of the system: the packages of a language that are in its files. They are not among `components`. */
  readonly parts: ReadonlyMap<string, readonly ImageComponent[]>;
  /** Sorted by path, each once. */
  readonly unidentified: readonly ExecutableFile[];
  readonly skipped: readonly Skipped[];
  readonly notices: readonly string[];
}

/**
 * Puts together what readers found, in the order of their ids in `readings`: who owns which file, what is the same package, and which
 * programs nothing explains.
 */
export function settle(
  readings: ReadonlyMap<string, ImageReading>,
  { tree, digestsOf }: SettleOptions,
): Settled {
  const all = [...readings.values()];
  const executables = all.flatMap((reading) => reading.executables ?? []);
  const paths = new Set(executables.map(({ path }) => path));
  for (const { components } of all)
    for (const { places } of components) for (const { path } of places) paths.add(path);
  const owners = findOwners(readings, tree, paths, digestsOf);
  const kept: ImageComponent[] = [];
  const parts = new Map<string, ImageComponent[]>();
  const systems = new Map<string, ImageComponent>();
  for (const { components } of all)
    for (const each of components)
      if (systemOf(each) !== undefined) systems.set(each.component.id, each);
  for (const [reader, { components }] of readings)
    for (const each of components) keepOrOwn(each, reader, { owners, systems, kept, parts });
  const merged = mergeComponents(withoutNotes(kept));
  const at = (id: string) => merged.standsFor.get(id) ?? id;
  const changed = groupBy(owners.changed, ([id]) => at(id));
  const within = mergedParts(parts, at);
  return {
    components: merged.components
      .map((each) => withFiles(each, within, changed))
      .sort((a, b) => compareText(a.component.id, b.component.id)),
    edges: sortedEdges(
      mergeEdges(
        all.flatMap(({ edges }) => edges ?? []),
        merged,
      ),
    ),
    parts: within,
    unidentified: unexplained(executables, readings, owners),
    skipped: all.flatMap(({ skipped }) => skipped ?? []),
    notices: [...all.flatMap(({ notices }) => notices ?? []), ...changeNotices(owners.changed)],
  };
}

interface Sorting {
  readonly owners: Owners;
  /** By component id. */
  readonly systems: ReadonlyMap<string, ImageComponent>;
  readonly kept: ImageComponent[];
  readonly parts: Map<string, ImageComponent[]>;
}

/**
 * A package of a language stays for the places that no package of the system has; what is in one of another language stays too, and what
 * is in one that no distribution made: nobody else's advisories would be about it. What a program says of the version of its own package
 * is nothing new.
 */
function keepOrOwn(
  each: ImageComponent,
  reader: string,
  { owners, systems, kept, parts }: Sorting,
): void {
  const ownerAt = (path: string) => {
    const owner = owners.of(path).find(({ id, reader: by }) => by !== reader && systems.has(id));
    return owner === undefined ? undefined : systems.get(owner.id);
  };
  const stays: ImagePlace[] = [];
  const partOf: (readonly [string, string])[] = [];
  for (const [owner, places] of groupBy(each.places, ({ path }) => ownerAt(path))) {
    if (owner === undefined) {
      stays.push(...places);
      continue;
    }
    // Its own note, or its own version.
    if (systemOf(each) === systemOf(owner)) continue;
    const records = places.filter(({ evidence }) => evidence !== "version-string");
    if (records.length === 0) continue;
    const { id, purl = id } = owner.component;
    if (!isForeign(owner)) {
      addTo(parts, id, { ...each, places: records });
      continue;
    }
    stays.push(...records);
    partOf.push(["assay:image:part-of", purl]);
  }
  if (stays.length === 0 && each.places.length > 0) return;
  const properties = [...(each.properties ?? []), ...partOf];
  kept.push({ ...each, places: stays, ...(properties.length === 0 ? {} : { properties }) });
}

/** Whether its reader says who made it: somebody else than the distribution. */
function isForeign({ properties }: ImageComponent): boolean {
  return properties?.some(([name]) => name === "assay:image:vendor") ?? false;
}

/** Whose package it is, where that package manager has lists of files. */
function systemOf({ component: { ecosystem } }: ImageComponent): string | undefined {
  return SYSTEMS.has(ecosystem) ? ecosystem : undefined;
}

/** What a program says of its package stands for itself only where no database has that package: its purl has fewer qualifiers. */
function withoutNotes(components: readonly ImageComponent[]): readonly ImageComponent[] {
  const isNote = ({ properties }: ImageComponent) =>
    properties?.some(([name]) => name === "assay:image:elf-note") ?? false;
  if (!components.some(isNote)) return components;
  const keyOf = (each: ImageComponent) =>
    `${systemOf(each)} ${each.component.name} ${each.component.version?.replace(/^\d+:/, "")}`;
  const installed = new Set(components.filter((each) => !isNote(each)).map(keyOf));
  return components.filter((each) => !isNote(each) || !installed.has(keyOf(each)));
}

function withFiles(
  each: ImageComponent,
  parts: ReadonlyMap<string, readonly ImageComponent[]>,
  changed: ReadonlyMap<string, readonly (readonly [string, string])[]>,
): ImageComponent {
  const { id } = each.component;
  const properties = [
    ...(each.properties ?? []),
    ...(parts.get(id) ?? []).map(
      ({ component: { purl, name } }) => ["assay:image:part", purl ?? name] as const,
    ),
    ...(changed.get(id) ?? []).map(([, path]) => ["assay:image:changed-file", `/${path}`] as const),
  ];
  return properties.length === (each.properties?.length ?? 0) ? each : { ...each, properties };
}

function mergedParts(
  parts: ReadonlyMap<string, readonly ImageComponent[]>,
  at: (id: string) => string,
): ReadonlyMap<string, readonly ImageComponent[]> {
  const byOwner = new Map<string, ImageComponent[]>();
  for (const [id, each] of parts) for (const part of each) addTo(byOwner, at(id), part);
  return new Map(
    [...byOwner]
      .map(([id, each]) => [id, mergeComponents(each).components] as const)
      .sort(([a], [b]) => compareText(a, b)),
  );
}

function changeNotices(changed: readonly (readonly [string, string])[]): readonly string[] {
  const paths = [...new Set(changed.map(([, path]) => `/${path}`))].sort();
  if (paths.length === 0) return [];
  const shown = paths.slice(0, 5).join(", ");
  return [
    `${plural(paths.length, "file")} of packages ${paths.length === 1 ? "was" : "were"} changed after the installation: ${shown}${paths.length > 5 ? ", …" : ""}.`,
  ];
}
