import {
  type Component,
  type Edge,
  firstPartyPurl,
  type Inventory,
  type Origin,
} from "@assay/inventory";
import { orphanEdges } from "./orphans.ts";

/** Not needed by who uses what asks for it. */
const DEVELOPMENT: ReadonlySet<Edge["kind"]> = new Set(["development", "build", "test"]);

export interface Entries {
  readonly components: readonly Component[];
  readonly edges: readonly Edge[];
  /** Ids of those whose dependencies were left out. */
  readonly cut: ReadonlySet<string>;
}

/** Whether nobody's lockfile names it: the repository above several projects. */
export function isRepository({ id }: Component): boolean {
  return id === "";
}

/** The only project's root, or, above several, the repository itself. */
export function subjectOf(
  { graphs }: Inventory,
  origin: Origin | undefined,
  workspace = "",
): Component {
  const roots = graphs.flatMap((graph) => graph.roots.map((id) => ({ graph, id })));
  const rootOf = (named: (typeof roots)[number] | undefined) =>
    named?.graph.components.find(({ id }) => id === named.id);
  const isOnly = roots.length === 1 && graphs.every((graph) => graph.roots.length > 0);
  const only = isOnly ? rootOf(roots[0]) : undefined;
  if (only !== undefined) return only;
  const top = rootOf(roots.find(({ graph }) => !graph.path.includes("/")));
  const place = workspace === "" ? origin?.repository : workspace;
  const name = place?.split("/").at(-1) ?? top?.name ?? "repository";
  return {
    id: "",
    name,
    kind: "application",
    ecosystem: "repository",
    purl: firstPartyPurl(origin, name, undefined, workspace),
    firstParty: true,
    scope: "runtime",
    direct: false,
    artifacts: [],
    location: { path: "." },
    aliases: [],
    flags: [],
  };
}

/** What the lockfiles list, below the subject. `runtime`: without what only development needs. */
export function entriesOf(
  { graphs }: Inventory,
  subject: Component,
  scope: "all" | "runtime",
): Entries {
  const components = graphs.flatMap((graph) => graph.components);
  const edges = graphs.flatMap((graph) => [...graph.edges, ...orphanEdges(graph)]);
  if (isRepository(subject)) {
    components.unshift(subject);
    for (const { roots } of graphs)
      for (const root of roots) edges.push({ from: subject.id, to: root, kind: "runtime" });
  }
  return scope === "all" ? { components, edges, cut: new Set() } : runtime(components, edges);
}

function runtime(components: readonly Component[], edges: readonly Edge[]): Entries {
  const kept = components.filter(({ scope }) => scope !== "development");
  const ids = new Set(kept.map(({ id }) => id));
  const isKept = ({ from, to, kind }: Edge) =>
    !DEVELOPMENT.has(kind) && ids.has(from) && ids.has(to);
  return {
    components: kept,
    edges: edges.filter(isKept),
    cut: new Set(edges.filter((edge) => !isKept(edge)).map(({ from }) => from)),
  };
}

/** Ids of components of which no source says what they need. */
export function withoutEdges(
  { graphs }: Pick<Inventory, "graphs">,
  subject: Pick<Component, "id">,
): readonly string[] {
  return graphs.flatMap(({ edgeCompleteness, roots, components, withoutEdges = [], saysEmpty }) => {
    if (saysEmpty === true && components.length === 0) return [];
    const isKnown = new Set(edgeCompleteness === "direct" ? roots : []);
    const ids =
      edgeCompleteness === "complete"
        ? withoutEdges
        : components.map(({ id }) => id).filter((id) => !isKnown.has(id));
    return roots.length === 0 ? [subject.id, ...ids] : ids;
  });
}
