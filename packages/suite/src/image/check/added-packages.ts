import type { Component, PackageGraph } from "@assay/inventory";
import { componentBroughtBy, type ReadImage } from "@assay/inventory/image";

/** Package managers of distributions, by the type of their package URLs. */
const SYSTEM = /^pkg:(?:deb|apk|rpm|alpm|ebuild|opkg)\//;

export interface AddedPackages {
  /** Without what is not judged. */
  readonly images: readonly ReadImage[];
  /** What is not judged, by the licence that it declares; the most first. A package of several platforms counts once. */
  readonly counted: readonly { readonly license: string; readonly count: number }[];
}

/**
 * The packages whose licences somebody who built the image chose: those that were added to its base. Where its end is a guess, only
 * packages of a distribution count as its, for what was installed before a `CMD` of the image's own would pass unseen. Where nobody knows
 * the base, what a distribution's package manager has in the oldest layer does: nobody adds a C library to an image.
 */
export function addedPackages(images: readonly ReadImage[], isAddedAlone: boolean): AddedPackages {
  if (!isAddedAlone) return { images, counted: [] };
  const left = new Map<string, string>();
  const added = images.map((read): ReadImage => {
    const isAdded = (component: Component) => {
      if (!isOfBase(read, component)) return true;
      const { name, version, declaredLicense } = component;
      const license = typeof declaredLicense === "string" ? declaredLicense : "nothing";
      left.set(`${name}@${version}`, license);
      return false;
    };
    const { image } = read;
    const graphs = image.inventory.graphs.map((graph) => only(graph, isAdded));
    return {
      ...read,
      image: {
        ...image,
        inventory: {
          ...image.inventory,
          graphs: graphs.filter(({ components }) => components.length > 0),
        },
      },
    };
  });
  const counts = new Map<string, number>();
  for (const license of left.values()) counts.set(license, (counts.get(license) ?? 0) + 1);
  const counted = [...counts].map(([license, count]) => ({ license, count }));
  return {
    images: added,
    counted: counted.sort((a, b) => b.count - a.count || (a.license < b.license ? -1 : 1)),
  };
}

function isOfBase(
  { image, baseLayers, isBaseGuessed = false }: ReadImage,
  { id, purl = "" }: Component,
): boolean {
  const known = image.components.get(id);
  if (known === undefined) return false;
  const by = componentBroughtBy(known, baseLayers);
  if (by !== undefined) return by === "base" && (!isBaseGuessed || SYSTEM.test(purl));
  return SYSTEM.test(purl) && known.places.some(({ since }) => since === 0);
}

function only(graph: PackageGraph, isKept: (component: Component) => boolean): PackageGraph {
  const components = graph.components.filter(isKept);
  if (components.length === graph.components.length) return graph;
  const ids = new Set(components.map(({ id }) => id));
  return {
    ...graph,
    components,
    edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    roots: graph.roots.filter((id) => ids.has(id)),
    ...(graph.withoutEdges && { withoutEdges: graph.withoutEdges.filter((id) => ids.has(id)) }),
  };
}
