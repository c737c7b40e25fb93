import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { EdgeKind } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { ComposerEntry } from "./entries.ts";
import type { ComposerManifest } from "./manifest.ts";
import { isPlatformPackage } from "./names.ts";

/** Real names are provided by a handful of packages. */
const MAX_PROVIDERS = 64;

/**
 * Whom a name leads to: the package of that name, else every one that replaces or provides it. What production needs is met by packages
 * of production where there are any: Composer leaves the others to development.
 */
export interface Targets {
  /** @param forProduction whether who asks is installed without the packages for development too */
  find(name: string, forProduction?: boolean): readonly ComposerEntry[];
  readonly problems: readonly { readonly item: string; readonly reason: string }[];
}

export function targetsOf(entries: readonly ComposerEntry[]): Targets {
  const byName = new Map(entries.map((entry) => [entry.key, entry]));
  const providers = new Map<string, ComposerEntry[]>();
  const crowded = new Set<string>();
  for (const entry of entries) {
    for (const name of entry.provides) {
      const known = providers.get(name);
      if (known === undefined) providers.set(name, [entry]);
      else if (known.length < MAX_PROVIDERS) known.push(entry);
      else crowded.add(name);
    }
  }
  return {
    find(name, forProduction = false) {
      const own = byName.get(name);
      if (own !== undefined) return [own];
      const all = providers.get(name) ?? [];
      const installed = forProduction ? all.filter(({ isDev }) => !isDev) : [];
      return installed.length > 0 ? installed : all;
    },
    problems: [...crowded].map((item) => ({
      item,
      reason: `more than ${MAX_PROVIDERS} packages stand for it`,
    })),
  };
}

/** One package's edges to what it asks for. */
export function edgesFrom(
  from: string,
  links: ReadonlyMap<string, string>,
  kind: EdgeKind,
  targets: Targets,
  forProduction: boolean,
): readonly LockEdge[] {
  return [...links].flatMap(([name, requirement]) =>
    targets.find(name, forProduction).map((to) => ({
      from,
      to: to.key,
      kind,
      requirement,
      ...(to.key === name ? {} : { alias: name }),
    })),
  );
}

/** What the packages ask for themselves. */
export function packageEdges(
  entries: readonly ComposerEntry[],
  targets: Targets,
  manifest: ComposerManifest | undefined,
) {
  const edges: LockEdge[] = [];
  const missing: { readonly entry: ComposerEntry; readonly name: string }[] = [];
  for (const entry of entries) {
    const links = new Map([...entry.require].filter(([name]) => !isPlatformPackage(name)));
    edges.push(...edgesFrom(entry.key, links, "runtime", targets, !entry.isDev));
    // What the project itself stands for is not installed.
    for (const name of links.keys())
      if (
        targets.find(name).length === 0 &&
        manifest?.provides.has(name) !== true &&
        manifest?.name?.toLowerCase() !== name
      )
        missing.push({ entry, name });
  }
  return { edges, missing };
}

/** A package, and why it was not understood. */
export interface ComposerNode {
  readonly node: LockNode;
  readonly problem?: string;
}

export function toNode({ path, origin }: ReaderInput, entry: ComposerEntry): ComposerNode {
  const { key, name, version, line, isDev, license, source } = entry;
  const common: LockNode = {
    key,
    name,
    version,
    line,
    firstParty: false,
    declaredLicense: license ?? undefined,
    statedScope: isDev ? "development" : "runtime",
    flags: entry.isAbandoned ? ["deprecated"] : [],
    purl: source.purl,
    artifacts: source.artifacts,
    download: source.download,
  };
  if (source.path === undefined)
    return { node: common, ...(source.problem === undefined ? {} : { problem: source.problem }) };
  const isAbsolute = /^(?:[/~\\]|[A-Za-z]:)/.test(source.path);
  const folder = isAbsolute ? undefined : fromLockfileFolder(path, source.path);
  if (folder === undefined)
    return { node: common, problem: "it is a folder outside the repository" };
  // Somebody else's, copied into the tree: the registry's package of this name may be another.
  if (/(?:^|\/)vendor(?:\/|$)/i.test(folder)) return { node: { ...common, installPath: folder } };
  const purl = firstPartyPurl(origin, name, version, folder);
  return { node: { ...common, firstParty: true, purl, installPath: folder } };
}

/** The problem of every package that asks for what is not there. */
export function missingProblems(
  missing: ReturnType<typeof packageEdges>["missing"],
  nodes: ReadonlyMap<string, LockNode>,
): readonly LockProblem[] {
  return missing.map(({ entry, name }) => ({
    node: nodes.get(entry.key),
    reason: `its dependency ${name} is not in the lockfile`,
  }));
}
