import type { Component, Edge, PackageGraph, Scope } from "../graph.ts";
import { scopesFrom, strongerScope } from "../reachability.ts";
import { sortedEdges } from "../sorted-edges.ts";
import { NO_CHECKSUM, toGaps, uncheckedProblems } from "./gaps.ts";
import type { LockEdge, LockNode, LockParts, LockProblem } from "./parts.ts";

/**
 * The graph of one set of roots: scopes, direct packages, aliases and gaps follow from nodes and edges. Two nodes with one key are one
 * package, the first, and a gap. Edges that lead nowhere are left out: whoever made them says so.
 */
export function assembleGraph(parts: LockParts): PackageGraph {
  const { path, format, ecosystem, roots, edgeCompleteness, covers, withoutEdges = [] } = parts;
  const nodes = new Map<string, LockNode>();
  // One text for each, whoever refers to it: a text that is equal but another one takes space, and time wherever it is looked up.
  const ids = new Map<string, string>();
  const idOf = (key: string) => ids.get(key) ?? `${path}#${key}`;
  const twice: LockProblem[] = [];
  for (const node of parts.nodes) {
    const first = nodes.get(node.key);
    if (first === undefined) {
      nodes.set(node.key, node);
      ids.set(node.key, `${path}#${node.key}`);
    } else if (first !== node)
      twice.push({ item: node.key, line: node.line, reason: "it stands in the file twice" });
  }
  const edges = sortedEdges(
    parts.edges
      .filter(({ from, to }) => from !== to && nodes.has(from) && nodes.has(to))
      .map((edge) => toEdge(edge, idOf)),
  );
  const all = [...nodes.values()];
  const own = new Set(all.filter((node) => node.firstParty).map(({ key }) => idOf(key)));
  const facts: Facts = {
    path,
    ecosystem,
    idOf,
    scopes: scopesFrom(
      roots.map(({ key }) => idOf(key)),
      edges,
    ),
    aliases: aliasesOf(edges),
    direct:
      roots.length === 0 || edgeCompleteness === "unknown"
        ? undefined
        : new Set(edges.filter(({ from }) => own.has(from)).map(({ to }) => to)),
  };
  const downloaded = all.filter(({ download }) => download !== undefined);
  const { integrityAdvice: advice } = parts;
  return {
    path,
    format,
    ecosystem,
    roots: roots.map(({ key }) => idOf(key)),
    components: [...nodes.keys()].sort().flatMap((key) => {
      const node = nodes.get(key);
      return node === undefined ? [] : toComponent(node, facts);
    }),
    edges,
    edgeCompleteness,
    ...(withoutEdges.length === 0 ? {} : { withoutEdges: withoutEdges.map(idOf) }),
    covers: [...new Set(covers)].sort(),
    gaps: toGaps(path, [
      ...[...parts.problems, ...twice].map(({ node, ...problem }) => ({
        ...problem,
        item: problem.item ?? node?.key,
        file: problem.file ?? node?.file,
        line: problem.line ?? node?.line,
        componentId: node && idOf(node.key),
      })),
      ...(advice === false
        ? []
        : uncheckedProblems(downloaded, isChecked, NO_CHECKSUM).map((problem) => ({
            ...problem,
            advice,
          }))),
    ]),
  };
}

const isChecked = ({ download }: LockNode) => download === "checked";

interface Facts {
  readonly path: string;
  readonly ecosystem: string;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
  readonly direct: ReadonlySet<string> | undefined;
  idOf(key: string): string;
}

function toEdge(edge: LockEdge, idOf: (key: string) => string): Edge {
  const { from, to, kind, requirement, alias, condition } = edge;
  return {
    from: idOf(from),
    to: idOf(to),
    kind,
    ...(requirement ? { requirement } : {}),
    ...(alias === undefined ? {} : { alias }),
    ...(condition === undefined ? {} : { condition }),
  };
}

function toComponent(node: LockNode, facts: Facts): Component {
  const { name, version, kind = "library", purl, firstParty, artifacts = [], flags = [] } = node;
  const id = facts.idOf(node.key);
  const computed = facts.scopes.get(id);
  const isOther =
    computed !== undefined && node.statedScope !== undefined && computed !== node.statedScope;
  return {
    id,
    name,
    ...(version === undefined ? {} : { version }),
    kind,
    ecosystem: node.ecosystem ?? facts.ecosystem,
    ...(purl === undefined ? {} : { purl }),
    firstParty,
    scope: strongerScope(computed, node.statedScope),
    ...(facts.direct === undefined ? {} : { direct: facts.direct.has(id) }),
    artifacts,
    ...(node.declaredLicense === undefined ? {} : { declaredLicense: node.declaredLicense }),
    location: {
      path: node.file ?? facts.path,
      ...(node.line === undefined ? {} : { startLine: node.line }),
    },
    ...(node.installPath ? { installPath: node.installPath } : {}),
    aliases: [...(facts.aliases.get(id) ?? [])].sort(),
    flags: isOther ? [...flags, "scopeMismatch"] : flags,
  };
}

function aliasesOf(edges: readonly Edge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const aliases = new Map<string, Set<string>>();
  for (const { to, alias } of edges)
    if (alias !== undefined) aliases.set(to, (aliases.get(to) ?? new Set()).add(alias));
  return aliases;
}
