import { addTo, type CheckResult, fingerprint, plural } from "@assay/core";
import { type Platform, platformText } from "@assay/oci";
import { inventoryFindings } from "../gaps.ts";
import type { Component, Edge, Gap, Inventory, PackageGraph, Skipped } from "../graph.ts";
import type { InventoryMaterial } from "../material.ts";
import { sortedEdges } from "../sorted-edges.ts";
import { componentBroughtBy } from "./base/attribution.ts";
import type { ImageInventory } from "./image.ts";
import { unreadFindings } from "./unread.ts";

/** An image of one platform that was read. */
export interface ReadImage {
  readonly platform?: Platform | undefined;
  readonly image: ImageInventory;
  /** How many of its layers, from the oldest on, are the base image's, where that is known. */
  readonly baseLayers?: number | undefined;
  /** Their number is a guess by the commands of the history: nobody compared layers. */
  readonly isBaseGuessed?: boolean;
}

/** A part of the inventory that images share: one kind of record, of the platforms that have the same in it. */
interface Part {
  readonly graph: PackageGraph;
  readonly label: string;
  readonly components: Component[];
  readonly edges: Map<string, Edge>;
  readonly gaps: Map<string, Gap>;
  readonly roots: Set<string>;
  readonly withoutEdges: Set<string>;
}

/**
 * One inventory over the images of all platforms, as checks take it. A package that all platforms have stands there once; one that some
 * lack is in a graph that names those that have it. Paths begin with `image/`, or with `base-image/` where the base image is known to
 * have brought the package, and, where not all have it, the platforms: `image/linux-arm64/app/package-lock.json`. Nothing of the working
 * directory is in it.
 *
 * @param name What the report calls the image.
 */
export function imageMaterial(
  images: readonly ReadImage[],
  now: Date,
  name = "the image",
): InventoryMaterial {
  const inventory = mergedInventory(images);
  const packages = inventory.graphs.flatMap(({ components }) =>
    components.filter(({ firstParty }) => !firstParty),
  );
  const files = images.reduce((sum, { image }) => sum + image.files, 0);
  const isEmpty = inventory.graphs.length === 0 && inventory.skipped.length === 0;
  const result: CheckResult = {
    check: "inventory",
    title: "Inventory",
    findings: [
      ...(isEmpty ? [NOTHING] : []),
      ...(inventory.graphs.length === 0
        ? []
        : inventoryFindings({ ...inventory, skipped: [] }, now)),
      ...unreadFindings(inventory.skipped, now),
    ],
    artifacts: [],
    coverage: {
      inspected: { images: images.length, files, packages: packages.length },
      skipped: inventory.skipped
        .filter(({ kind }) => kind === "excluded" || kind === "unselected")
        .map(({ item, reason }) => ({ item, reason })),
      summary: `${plural(packages.length, "package")} in ${name}${platformsOf(images)}`,
    },
    notices: [...new Set(images.flatMap(({ image }) => image.notices))],
    // Its places are those of an image: no file of the working directory may be quoted for them.
    sensitive: true,
  };
  return {
    // An image is not all that the settings speak of: that it lacks a package says nothing of an entry about it.
    inventory: { ...inventory, skipped: [...inventory.skipped, ELSEWHERE] },
    workspace: "",
    repository: { origin: undefined, folder: "", head: undefined, absent: [], notices: [] },
    result,
  };
}

function platformsOf(images: readonly ReadImage[]): string {
  const names = images.flatMap(({ platform }) => (platform ? [platformText(platform)] : []));
  return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

const ELSEWHERE: Skipped = {
  kind: "unselected",
  item: ".",
  reason: "an image holds what was put into it, and not all that the project needs",
};
const NOTHING: CheckResult["findings"][number] = {
  ruleId: "inventory.nothing-found",
  severity: "high",
  message: "No package was found in the image: neither of a distribution nor of a language",
  fingerprint: fingerprint("inventory.nothing-found", "image"),
  remediation:
    "If the image holds no packages (a static program without build information), accept this finding.",
};

function mergedInventory(images: readonly ReadImage[]): Inventory {
  const has = new Map<string, number[]>();
  for (const [at, read] of images.entries()) {
    for (const graph of read.image.inventory.graphs)
      for (const key of new Set(graph.components.map((each) => keyOf(graph, each, read))))
        addTo(has, key, at);
  }
  const parts = new Map<string, Part>();
  const seen = new Set<string>();
  for (const [at, read] of images.entries()) {
    for (const graph of read.image.inventory.graphs) {
      const partOf = (members: readonly number[], isBase: boolean) =>
        partFor(parts, graph, labelOf(images, members, isBase));
      const idOf = new Map<string, { readonly id: string; readonly part: Part }>();
      for (const component of graph.components) {
        const key = keyOf(graph, component, read);
        const part = partOf(has.get(key) ?? [at], isOfBase(component, read));
        const id = `${part.label} ${key}`;
        idOf.set(component.id, { id, part });
        if (seen.has(id)) continue;
        seen.add(id);
        const { location } = component;
        const path = `${part.label}/${location.path}`;
        part.components.push({ ...component, id, location: { ...location, path } });
      }
      for (const root of graph.roots) {
        const found = idOf.get(root);
        found?.part.roots.add(found.id);
      }
      for (const each of graph.withoutEdges ?? []) {
        const found = idOf.get(each);
        found?.part.withoutEdges.add(found.id);
      }
      for (const edge of graph.edges) {
        const [from, to] = [idOf.get(edge.from), idOf.get(edge.to)];
        // A graph is closed: what leads from one part of the image to another is in the image's document.
        if (from === undefined || to === undefined || from.part !== to.part) continue;
        const own = { ...edge, from: from.id, to: to.id };
        from.part.edges.set(JSON.stringify(own), own);
      }
      for (const gap of graph.gaps) {
        const known = gap.componentId === undefined ? undefined : idOf.get(gap.componentId);
        const part = known?.part ?? [...idOf.values()][0]?.part ?? partOf([at], false);
        const { componentId: _, location, ...rest } = gap;
        part.gaps.set(JSON.stringify([gap.kind, gap.item, gap.reason]), {
          ...rest,
          ...(location && { location: { ...location, path: `${part.label}/${location.path}` } }),
          ...(known && { componentId: known.id }),
        });
      }
    }
  }
  return { graphs: [...parts.values()].map(graphOf), skipped: skippedOf(images) };
}

/** What makes it the same package in the images of two platforms, whose purls name the architecture; one of another licence is another. */
function keyOf({ path, format }: PackageGraph, component: Component, read: ReadImage): string {
  const { ecosystem, name, version, purl, location, declaredLicense = null } = component;
  const same = purl?.replace(/([?&])arch=[^&#]*&?/, "$1").replace(/[?&]$/, "");
  const place = [path, format, location.path, isOfBase(component, read)];
  return JSON.stringify([...place, ecosystem, name, version, same, declaredLicense]);
}

function isOfBase({ id }: Component, { image, baseLayers }: ReadImage): boolean {
  const known = image.components.get(id);
  return known !== undefined && componentBroughtBy(known, baseLayers) === "base";
}

function labelOf(images: readonly ReadImage[], members: readonly number[], isBase: boolean) {
  const platforms = members.map((at) => {
    const platform = images[at]?.platform;
    return platform === undefined ? String(at) : platformText(platform).replaceAll("/", "-");
  });
  const label = isBase ? "base-image" : "image";
  return members.length === images.length ? label : `${label}/${platforms.join("+")}`;
}

function partFor(parts: Map<string, Part>, graph: PackageGraph, label: string): Part {
  const key = JSON.stringify([label, graph.path, graph.format]);
  const known = parts.get(key);
  if (known !== undefined) return known;
  const part = {
    ...{ graph, label, components: [], edges: new Map(), gaps: new Map() },
    ...{ roots: new Set<string>(), withoutEdges: new Set<string>() },
  };
  parts.set(key, part);
  return part;
}

function graphOf({ graph, label, components, edges, gaps, roots, withoutEdges }: Part) {
  const made: PackageGraph = {
    ...graph,
    path: `${label}/${graph.path}`,
    roots: [...roots],
    components,
    edges: sortedEdges([...edges.values()]),
    covers: [],
    gaps: [...gaps.values()],
  };
  const isKnown = graph.withoutEdges === undefined && withoutEdges.size === 0;
  return isKnown ? made : { ...made, withoutEdges: [...withoutEdges] };
}

function skippedOf(images: readonly ReadImage[]): readonly Skipped[] {
  const at = new Map<string, number[]>();
  for (const [index, { image }] of images.entries()) {
    const all = [...image.inventory.skipped, ...image.skipped].map((each) => JSON.stringify(each));
    for (const key of new Set(all)) addTo(at, key, index);
  }
  return [...at]
    .map(([key, members]): Skipped => {
      const each: Skipped = JSON.parse(key);
      return { ...each, item: `${labelOf(images, members, false)}/${each.item}` };
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}
