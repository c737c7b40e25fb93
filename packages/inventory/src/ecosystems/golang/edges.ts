import { plural } from "@assay/core";
import type { Edge } from "../../graph.ts";
import { folderOf } from "../../paths.ts";
import { scopesFrom } from "../../reachability.ts";
import type { GoProblem } from "./directives.ts";
import type { Needs } from "./module-cache.ts";
import type { GoModule, Member } from "./modules.ts";

/** Between paths of modules. */
export interface GoEdges {
  readonly edges: readonly Edge[];
  /** Paths of what the project's own modules ask for themselves. */
  readonly direct: ReadonlySet<string>;
  /** Paths of what only tools need. */
  readonly development: ReadonlySet<string>;
  readonly problems: readonly GoProblem[];
}

/**
 * What needs what. `go.mod` says it of the project's own modules alone: everything that is not marked `// indirect`, and the modules
 * that its tools are of. What modules need that are not the project's own is known where a module cache has all their files.
 */
export function drawEdges(
  members: readonly Member[],
  modules: readonly GoModule[],
  cached: ReadonlyMap<string, Needs> | undefined,
): GoEdges {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const own = new Map(
    members.flatMap(({ mod }) => (mod.module === undefined ? [] : [[mod.module, mod]])),
  );
  const edges: Edge[] = [];
  const problems: GoProblem[] = [];
  const add = (from: string, to: string, kind: Edge["kind"], requirement: string) => {
    const target = byPath.get(to);
    if (from === to || (target === undefined && !own.has(to))) return;
    const alias = target === undefined || target.name === to ? {} : { alias: to };
    edges.push({ from, to, kind, requirement, ...alias });
  };
  for (const { mod } of members) {
    const from = mod.module ?? "";
    const ownerless: number[] = [];
    for (const { path, version, isIndirect } of mod.requirements.values())
      if (!isIndirect) add(from, path, "runtime", version);
    for (const { path, line } of mod.tools) {
      const owner = ownerOf(path, (each) => mod.requirements.has(each) || own.has(each));
      if (owner !== undefined)
        add(from, owner, "development", mod.requirements.get(owner)?.version ?? "");
      else ownerless.push(line);
    }
    const [line] = ownerless;
    if (line !== undefined) {
      const others =
        ownerless.length === 1 ? "" : `, nor ${plural(ownerless.length - 1, "other tool")}`;
      const reason = `no module that is asked for has the tool at line ${line}${others}`;
      problems.push({ line, kind: "stale", reason });
    }
  }
  for (const { path, mod } of modules)
    for (const each of mod?.requirements.values() ?? [])
      if (!each.isIndirect) add(path, each.path, "runtime", each.version);
  const ownPaths = new Set([
    ...own.keys(),
    ...modules.flatMap(({ path, mod }) => (mod === undefined ? [] : [path])),
  ]);
  const direct = new Set(edges.filter(({ from }) => ownPaths.has(from)).map(({ to }) => to));
  // What a tool's module is needed for beside the tool, nobody can tell without the cache.
  if (cached === undefined) return { edges, direct, development: new Set(), problems };
  for (const { path, name, version } of modules) {
    const needs = cached.get(`${name}@${version}`) ?? new Map<string, { version: string }>();
    for (const [to, each] of needs) add(path, to, "runtime", each.version);
  }
  const scopes = scopesFrom([...own.keys()], edges);
  const development = new Set(
    [...scopes].filter(([, scope]) => scope === "development").map(([path]) => path),
  );
  // What only modules without a complete go.mod of their own lead to is asked for by the project's go.mod and nothing else.
  for (const { path, asked } of modules) {
    if (scopes.has(path)) continue;
    const asking = members.filter(({ mod }) => mod.requirements.has(path));
    for (const { mod } of asking.length === 0 ? members.slice(0, 1) : asking)
      add(mod.module ?? "", path, "runtime", asked);
  }
  return { edges, direct, development, problems };
}

/** The module with the longest path that a package's path starts with. */
function ownerOf(tool: string, has: (path: string) => boolean): string | undefined {
  for (let path = tool; path !== ""; path = folderOf(path)) if (has(path)) return path;
  return undefined;
}
