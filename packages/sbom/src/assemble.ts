import { VERSION } from "@assay/core";
import {
  type Component,
  type Edge,
  firstPartyPurl,
  type Inventory,
  isIncomplete,
  type Origin,
  type Scope,
} from "@assay/inventory";
import type { DocumentComponent, DocumentEdge, SbomDocument } from "./document.ts";
import { groupEqualEntries } from "./equal-entries.ts";
import { orphanEdges } from "./orphans.ts";
import { uniqueRefs } from "./refs.ts";
import type { Provenance } from "./subject.ts";

/** Strongest first. */
const SCOPES: readonly Scope[] = ["runtime", "optional", "development"];
const KINDS: readonly Edge["kind"][] = [
  "runtime",
  "peer",
  "optional",
  "build",
  "test",
  "development",
];
/** Not needed by who uses what asks for it. */
const DEVELOPMENT: ReadonlySet<Edge["kind"]> = new Set(["development", "build", "test"]);

/** One document over all lockfiles: their packages, put together where they are equal, below one subject. */
export function assembleDocument(
  inventory: Inventory,
  provenance: Provenance,
  scope: "all" | "runtime",
): SbomDocument {
  const subject = subjectOf(inventory, provenance);
  const gaps = inventory.graphs.flatMap((graph) => graph.gaps.filter(isIncomplete));
  const every = everyEntry(inventory, subject);
  const { components, edges, cut } =
    scope === "all" ? { ...every, cut: new Set() } : runtime(every);
  const unlisted = withoutEdges(inventory, subject);
  const known: Known = {
    unlisted: new Set(unlisted),
    incomplete: new Set([...gaps.map(({ componentId }) => componentId), ...cut]),
  };
  const groups = groupEqualEntries(components, edges, identityOf);
  const refs = uniqueRefs(groups);
  const merged = groups.map((group, index) => mergeGroup(group, refs[index] ?? "", known));
  const refOf = new Map(
    merged.flatMap(({ entries, ref }) => entries.map(({ id }) => [id, ref] as const)),
  );
  const subjectRef = refOf.get(subject.id);
  const whole = merged.find(({ ref }) => ref === subjectRef) ?? mergeGroup([subject], "", known);
  return {
    subject: { ...whole, type: "application" },
    components: sortedByRef(merged.filter((each) => each !== whole)),
    edges: mergeEdges(edges, refOf),
    complete:
      scope === "all" &&
      gaps.length === 0 &&
      unlisted.length === 0 &&
      inventory.skipped.every(({ kind }) => kind === "excluded"),
    scope,
    created: provenance.created,
    reproducible: provenance.reproducible,
    identity: [
      provenance.origin?.serverUrl ?? "",
      provenance.origin?.repository ?? "",
      provenance.revision ?? "",
      provenance.folder,
    ].join("\n"),
    ...(provenance.origin === undefined ? {} : { supplier: supplierOf(provenance.origin) }),
    tool: { name: "assay", version: VERSION },
  };
}

function supplierOf({ serverUrl, repository }: Origin): NonNullable<SbomDocument["supplier"]> {
  const owner = repository.split("/")[0] ?? "";
  return { name: owner, url: `${serverUrl}/${owner}`, repository: `${serverUrl}/${repository}` };
}

/** Components of which nobody says what they need. */
function withoutEdges({ graphs }: Inventory, subject: Component): readonly string[] {
  return graphs.flatMap(({ edgeCompleteness, roots, components }) => {
    if (edgeCompleteness === "complete") return [];
    const isKnown = new Set(edgeCompleteness === "direct" ? roots : []);
    const ids = components.map(({ id }) => id).filter((id) => !isKnown.has(id));
    return roots.length === 0 ? [subject.id, ...ids] : ids;
  });
}

/** The only project's root, or, above several, the repository itself. */
function subjectOf({ graphs }: Inventory, { origin }: Provenance): Component {
  const roots = graphs.flatMap((graph) =>
    graph.roots.map((root) => ({
      path: graph.path,
      root: graph.components.find(({ id }) => id === root),
    })),
  );
  const [first, ...others] = roots;
  const isOnly = others.length === 0 && graphs.every((graph) => graph.roots.length > 0);
  if (first?.root !== undefined && isOnly) return first.root;
  const top = roots.find(({ path }) => !path.includes("/"))?.root;
  const name = origin?.repository.split("/").at(-1) ?? top?.name ?? "repository";
  return {
    id: "",
    name,
    kind: "application",
    ecosystem: "repository",
    purl: firstPartyPurl(origin, name, undefined, ""),
    firstParty: true,
    scope: "runtime",
    direct: false,
    artifacts: [],
    location: { path: "." },
    aliases: [],
    flags: [],
  };
}

interface Entries {
  readonly components: readonly Component[];
  readonly edges: readonly Edge[];
}

function everyEntry({ graphs }: Inventory, subject: Component): Entries {
  const components = graphs.flatMap((graph) => graph.components);
  const edges = graphs.flatMap((graph) => [...graph.edges, ...orphanEdges(graph)]);
  if (subject.id !== "") return { components, edges };
  const toRoots = graphs.flatMap(({ roots }) =>
    roots.map((root): Edge => ({ from: subject.id, to: root, kind: "runtime" })),
  );
  return { components: [subject, ...components], edges: [...toRoots, ...edges] };
}

/** Without what only development needs; `cut` are the entries whose dependencies are no longer all there. */
function runtime({ components, edges }: Entries): Entries & { readonly cut: ReadonlySet<string> } {
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

/** What two entries must share to be one package. One without a purl has nothing that would tell, so it stays alone. */
function identityOf(component: Component): string {
  const { purl, artifacts, declaredLicense, firstParty, ecosystem, name } = component;
  if (purl === undefined) return component.id;
  return JSON.stringify([ecosystem, name, purl, firstParty, artifacts, declaredLicense]);
}

/** Ids of components. */
interface Known {
  /** Of these no source says what they need. */
  readonly unlisted: ReadonlySet<unknown>;
  /** Of these something that they need is missing. */
  readonly incomplete: ReadonlySet<unknown>;
}

function completenessOf(
  group: readonly Component[],
  { unlisted, incomplete }: Known,
): DocumentComponent["dependencies"] {
  if (group.some(({ id }) => unlisted.has(id))) return "unknown";
  return group.some(({ id }) => incomplete.has(id)) ? "incomplete" : "complete";
}

function mergeGroup(group: readonly Component[], ref: string, known: Known): DocumentComponent {
  const [component] = group;
  if (component === undefined) throw new TypeError("a group has at least one entry");
  return {
    ref,
    type: group.some(({ kind }) => kind === "application") ? "application" : component.kind,
    component,
    scope: SCOPES.find((scope) => group.some((entry) => entry.scope === scope)) ?? "runtime",
    aliases: unique(group.flatMap(({ aliases }) => aliases)),
    flags: unique(group.flatMap(({ flags }) => flags)),
    entries: group,
    dependencies: completenessOf(group, known),
  };
}

/** Texts alone are sorted by the engine itself, several times quicker than by a function that compares. */
function sortedByRef(components: readonly DocumentComponent[]): readonly DocumentComponent[] {
  const byRef = new Map(components.map((each) => [each.ref, each]));
  return [...byRef.keys()].sort().flatMap((ref) => byRef.get(ref) ?? []);
}

/** Between two packages one edge stands, of the strongest kind. */
function mergeEdges(
  edges: readonly Edge[],
  refOf: ReadonlyMap<string, string>,
): readonly DocumentEdge[] {
  const merged = new Map<string, Map<string, Edge["kind"]>>();
  for (const edge of edges) {
    const from = refOf.get(edge.from);
    const to = refOf.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const targets = merged.get(from) ?? new Map<string, Edge["kind"]>();
    if (targets.size === 0) merged.set(from, targets);
    const known = targets.get(to);
    if (known === undefined || KINDS.indexOf(edge.kind) < KINDS.indexOf(known))
      targets.set(to, edge.kind);
  }
  const sorted: DocumentEdge[] = [];
  for (const from of [...merged.keys()].sort()) {
    const targets = merged.get(from) ?? new Map<string, Edge["kind"]>();
    for (const to of [...targets.keys()].sort())
      sorted.push({ from, to, kind: targets.get(to) ?? "runtime" });
  }
  return sorted;
}

function unique(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort();
}
