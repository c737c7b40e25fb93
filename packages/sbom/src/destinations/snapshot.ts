import { groupBy, VERSION } from "@assay/core";
import type { Component, PackageGraph } from "@assay/inventory";
import { parsePurl } from "@assay/purl";
import type { Made } from "./destination.ts";

/**
 * A snapshot of the dependencies of a commit.
 *
 * @see https://docs.github.com/en/rest/dependency-graph/dependency-submission
 */
export interface Snapshot {
  readonly version: 0;
  readonly job: { readonly id: string; readonly correlator: string; readonly html_url?: string };
  /** 40 or 64 hex digits. */
  readonly sha: string;
  /** `refs/…`, which `sha` is of. */
  readonly ref: string;
  readonly detector: { readonly name: string; readonly version: string; readonly url: string };
  /** ISO 8601. */
  readonly scanned: string;
  /** By the path of the file, from the root of the repository. */
  readonly manifests: Readonly<Record<string, Manifest>>;
}

interface Manifest {
  readonly name: string;
  readonly file: { readonly source_location: string };
  /** By package URL. */
  readonly resolved: Readonly<Record<string, Resolved>>;
}

interface Resolved {
  readonly package_url: string;
  /** Absent where the file does not tell. */
  readonly relationship?: "direct" | "indirect";
  readonly scope: "runtime" | "development";
  /** Package URLs of what this one needs. */
  readonly dependencies: readonly string[];
}

/** A manifest for each lockfile, and what GitHub would refuse: with one such package URL it takes nothing of the whole. */
export function snapshotOf(
  { inventory: { graphs }, scope }: Pick<Made, "inventory" | "scope">,
  folder: string,
  facts: Pick<Snapshot, "job" | "sha" | "ref" | "scanned">,
): { readonly snapshot: Snapshot; readonly rejected: readonly string[] } {
  const rejected = new Set<string>();
  const byPath = groupBy(graphs, ({ path }) => (folder === "" ? path : `${folder}/${path}`));
  const manifests = [...byPath].map(([path, own]): [string, Manifest] => [
    path,
    { name: path, file: { source_location: path }, resolved: resolvedOf(own, scope, rejected) },
  ]);
  return {
    snapshot: {
      version: 0,
      ...facts,
      detector: { name: "assay", version: VERSION, url: "https://github.com/assay-ci/assay" },
      manifests: Object.fromEntries(manifests),
    },
    rejected: [...rejected].sort(),
  };
}

interface Node {
  direct: boolean | undefined;
  isRuntime: boolean;
  readonly needs: Set<string>;
}

/** Equal packages at several places of one file are one entry. */
function resolvedOf(
  graphs: readonly PackageGraph[],
  scope: Made["scope"],
  rejected: Set<string>,
): Readonly<Record<string, Resolved>> {
  const nodes = new Map<string, Node>();
  for (const { components, edges } of graphs) {
    const purls = new Map<string, string>();
    for (const component of components) {
      const isLeftOut = scope === "runtime" && component.scope === "development";
      if (component.firstParty || isLeftOut) continue;
      const purl = acceptedPurl(component);
      if (purl === undefined) {
        rejected.add(`${component.name}${component.version ? `@${component.version}` : ""}`);
        continue;
      }
      purls.set(component.id, purl);
      const node = nodes.get(purl) ?? { direct: undefined, isRuntime: false, needs: new Set() };
      nodes.set(purl, node);
      node.direct = node.direct === true || component.direct;
      node.isRuntime ||= component.scope !== "development";
    }
    for (const { from, to } of edges) {
      const [source, target] = [purls.get(from), purls.get(to)];
      if (source !== undefined && target !== undefined && source !== target)
        nodes.get(source)?.needs.add(target);
    }
  }
  const sorted = [...nodes].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([purl, { direct, isRuntime, needs }]) => [
      purl,
      {
        package_url: purl,
        ...(direct !== undefined && { relationship: direct ? "direct" : "indirect" }),
        scope: isRuntime ? "runtime" : "development",
        dependencies: [...needs].sort(),
      },
    ]),
  );
}

function acceptedPurl({ purl }: Component): string | undefined {
  try {
    return purl !== undefined && parsePurl(purl).version !== undefined ? purl : undefined;
  } catch {
    return undefined;
  }
}
