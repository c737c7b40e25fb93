import { plural } from "@assay/core";
import type { Component, Skipped } from "../../graph.ts";
import type { ImageComponent, ImagePlace, ImageReading, ImageTree } from "../reader.ts";
import { type PlacedPackage, packageKey } from "./package.ts";
import { lines } from "./paragraphs.ts";
import { isForeign, osPurl } from "./purl.ts";
import { edgesOf } from "./requirements.ts";

/** How the packages of one package manager are named. */
export interface OsKind {
  /** Of the purl, and the component's ecosystem: `deb`. */
  readonly type: string;
  /** Files whose real name is another than the database says: by path, with the only package that keeps it. */
  readonly diverted?: ReadonlyMap<string, { readonly to: string; readonly by: string }>;
  /** What of the records was not understood. */
  readonly problems?: readonly Skipped[];
}

/** Those whose packages are named by the distribution that made them. */
const OF_DISTRIBUTIONS = new Set(["deb", "rpm", "apk", "alpm"]);

/** The components, edges and files of the packages of one package manager. */
export function assemblePackages(
  packages: readonly PlacedPackage[],
  tree: ImageTree,
  { type, diverted, problems = [] }: OsKind,
): ImageReading {
  const byId = new Map<string, { entry: PlacedPackage; places: ImagePlace[] }>();
  const guessed = new Set<string>();
  for (const entry of packages) {
    const id = `${type}:${packageKey(entry).replaceAll("\n", ":")}`;
    const { path, layer, since, evidence = "installed" } = entry;
    const place: ImagePlace = { path, layer, since, evidence };
    const known = byId.get(id);
    if (known === undefined) byId.set(id, { entry, places: [place] });
    else if (!known.places.some((each) => each.path === path)) known.places.push(place);
  }
  const components = [...byId].map(([id, { entry, places }]): ImageComponent => {
    const { purl, guessed: isGuess } = osPurl(type, entry, tree.distribution);
    const isUnknown = isGuess || purl === undefined;
    if (isUnknown && tree.distribution === undefined && OF_DISTRIBUTIONS.has(type))
      guessed.add(entry.path);
    const component: Component = {
      id,
      name: entry.name,
      ...(entry.version === undefined ? {} : { version: entry.version }),
      kind: "library",
      ecosystem: type,
      ...(purl === undefined ? {} : { purl }),
      firstParty: false,
      scope: "runtime",
      ...(entry.direct === undefined ? {} : { direct: entry.direct }),
      artifacts: [],
      ...(entry.license ? { declaredLicense: entry.license } : {}),
      location: {
        path: entry.path,
        ...(entry.line === undefined ? {} : { startLine: entry.line }),
      },
      aliases: [],
      flags: [],
    };
    const { properties = [], source } = entry;
    const notes = [
      ...properties,
      ...(isGuess ? [["assay:image:distribution", "guessed"] as const] : []),
      ...(isForeign(type, entry, tree.distribution)
        ? [["assay:image:vendor", entry.vendor ?? ""] as const]
        : []),
    ];
    return {
      component,
      places,
      ...(source === undefined ? {} : { source }),
      ...(notes.length === 0 ? {} : { properties: notes }),
    };
  });
  const owned = new Map<string, Iterable<string>>();
  for (const [id, { entry }] of byId) if (entry.files) owned.set(id, ownedFiles(entry, diverted));
  const ids = new Map([...byId].map(([id, { entry }]) => [entry, id]));
  // A list of names says nothing of what needs what.
  const knowsEdges = packages.some(({ requires }) => requires !== undefined);
  return {
    components,
    ...(knowsEdges ? { edges: edgesOf(ids) } : {}),
    owned,
    skipped: [...problems, ...withoutDistribution([...guessed])],
  };
}

/**
 * Advisories are of a release: without it they can't be looked up, and that must not look like an all-clear. One finding, for some package
 * managers have a file for each package.
 */
function withoutDistribution([path, ...others]: readonly string[]): readonly Skipped[] {
  if (path === undefined) return [];
  const lists = others.length === 0 ? "lists" : `and ${plural(others.length, "more file")} list`;
  return [
    {
      kind: "unreadable",
      item: "etc/os-release",
      reason: `${path} ${lists} packages, and nothing in the image says of which distribution and release they are, so that advisories can't be looked up`,
      advice: "Keep `/etc/os-release` of the distribution in the image",
    },
  ];
}

/** What a package owns, made while somebody reads it. */
function ownedFiles(
  { files = "", name }: PlacedPackage,
  diverted: OsKind["diverted"],
): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const line of lines(files)) {
        const path = line.replace(/^\.?\/+/, "");
        const moved = diverted?.get(path);
        yield moved === undefined || moved.by === name ? path : moved.to;
      }
    },
  };
}
