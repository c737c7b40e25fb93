import { compareText } from "@assay/core";
import { NO_CHECKSUM, toGaps, uncheckedProblems } from "../../../assemble/gaps.ts";
import { withoutCredentials } from "../../../credentials.ts";
import type { Component, Edge, PackageGraph, Scope } from "../../../graph.ts";
import { scopesFrom } from "../../../reachability.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import type { LockEdge, LockNode, LockProblem } from "./node.ts";

export interface LockGraphParts {
  /** Of the lockfile, relative to the root. */
  readonly path: string;
  readonly format: string;
  /** Told apart from the other graphs of the same file. */
  readonly part?: string;
  readonly roots: readonly LockNode[];
  readonly nodes: readonly LockNode[];
  readonly edges: readonly LockEdge[];
  readonly problems: readonly LockProblem[];
  /** Manifests, relative to the root. */
  readonly covers: readonly string[];
  /** What helps where packages have no checksum: a sentence. */
  readonly integrityAdvice?: string;
  /** As in `PackageGraph`. */
  readonly orphanNote?: string;
  /** Whether the lockfile's own flags deny this scope. */
  isOtherScope?(node: LockNode, scope: Scope): boolean;
}

/** The graph of one set of roots: scopes, direct packages, aliases and gaps follow from nodes and edges. */
export function lockGraph(parts: LockGraphParts): PackageGraph {
  const { path, format, part = "", roots, nodes, edges: found, covers } = parts;
  const ids = uniqueIds(nodes, `${path}#${part}`);
  const idOf = (node: LockNode) => ids.get(node) ?? `${path}#${part}${node.key}`;
  const edges = sortedEdges(
    found.filter(({ from, to }) => from !== to).map((edge) => toEdge(edge, idOf)),
  );
  const scopes = scopesFrom(roots.map(idOf), edges);
  const aliases = aliasesOf(found);
  const direct = new Set(found.filter(({ from }) => from.firstParty).map(({ to }) => to));
  const components = nodes.map((node) => {
    const scope = scopes.get(idOf(node));
    const isOther = scope !== undefined && parts.isOtherScope?.(node, scope) === true;
    return {
      ...toComponent(node, path, idOf),
      scope: scope ?? "runtime",
      // Without its manifests nobody knows what the project itself asks for.
      ...(roots.length === 0 ? {} : { direct: direct.has(node) }),
      aliases: [...(aliases.get(node) ?? [])].sort(),
      flags: [...node.flags, ...(isOther ? ["scopeMismatch"] : [])],
    };
  });
  const downloaded = nodes.filter(({ download }) => download !== undefined);
  return {
    path,
    format,
    ecosystem: "npm",
    roots: roots.map(idOf),
    components: components.sort((a, b) => compareText(a.id, b.id)),
    edges,
    edgeCompleteness: "complete",
    ...(parts.orphanNote === undefined ? {} : { orphanNote: parts.orphanNote }),
    covers: [...new Set(covers)].sort(),
    gaps: toGaps(path, [
      ...parts.problems.map(({ node, ...problem }) => ({
        ...problem,
        item: problem.item ?? node?.key,
        line: problem.line ?? node?.line,
        componentId: node && idOf(node),
      })),
      ...uncheckedProblems(downloaded, ({ download }) => download === "checked", NO_CHECKSUM).map(
        (problem) => ({ ...problem, advice: parts.integrityAdvice }),
      ),
    ]),
  };
}

/** In a broken lockfile two packages may have one key. */
function uniqueIds(nodes: readonly LockNode[], prefix: string): ReadonlyMap<LockNode, string> {
  const ids = new Map<LockNode, string>();
  const uses = new Map<string, number>();
  for (const node of nodes) {
    const key = withoutCredentials(node.key);
    const count = (uses.get(key) ?? 0) + 1;
    uses.set(key, count);
    ids.set(node, `${prefix}${key}${count === 1 ? "" : `#${count}`}`);
  }
  return ids;
}

type IdOf = (node: LockNode) => string;

function toEdge({ from, to, kind, name, range }: LockEdge, idOf: IdOf): Edge {
  return {
    from: idOf(from),
    to: idOf(to),
    kind,
    ...(range === undefined || range === "" ? {} : { requirement: withoutCredentials(range) }),
    ...(name === to.name ? {} : { alias: name }),
    ...(to.condition === undefined ? {} : { condition: to.condition }),
  };
}

function toComponent(
  node: LockNode,
  path: string,
  idOf: IdOf,
): Omit<Component, "scope" | "aliases" | "flags"> {
  const { name, version, line, purl, patches = [], installPath, firstParty, artifacts } = node;
  return {
    id: idOf(node),
    name,
    ...(version === undefined ? {} : { version }),
    kind: node.kind ?? "library",
    ecosystem: "npm",
    ...(purl === undefined ? {} : { purl }),
    firstParty,
    artifacts,
    ...(patches.length === 0 ? {} : { patches }),
    location: { path, ...(line === undefined ? {} : { startLine: line }) },
    ...(installPath === undefined || installPath === "" ? {} : { installPath }),
  };
}

function aliasesOf(edges: readonly LockEdge[]): ReadonlyMap<LockNode, ReadonlySet<string>> {
  const aliases = new Map<LockNode, Set<string>>();
  for (const { to, name } of edges) {
    if (name === to.name) continue;
    aliases.set(to, (aliases.get(to) ?? new Set()).add(name));
  }
  return aliases;
}
