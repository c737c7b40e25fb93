import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type DenoLock, parseDenoLock, readRequirement } from "./lockfile.ts";
import { askedAs, type Manifest } from "./manifests.ts";
import { coveredBy, type Place, readPlaces, staleness } from "./members.ts";
import { conditionOf, jsrNode, npmNode, remoteNode } from "./nodes.ts";

/**
 * The graph of a `deno.lock` of version 1 to 5, and one of the files of other servers in it: which of these imports which stands nowhere.
 *
 * @throws UsageError when it is no lockfile of Deno, or of a version that is not known
 */
export async function readDenoLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lock = parseDenoLock(input.path, input.text);
  const { places, problems } = await readPlaces(input, lock);
  const common = { path: input.path, format: "deno-lock", ecosystem: "deno" };
  const covers = coveredBy(places);
  const remote: PackageGraph[] =
    lock.remote.length === 0
      ? []
      : [
          assembleGraph({
            ...common,
            roots: [],
            nodes: lock.remote.map(remoteNode),
            edges: [],
            edgeCompleteness: "unknown",
            problems: [],
            covers,
          }),
        ];
  const packages = packageGraph(input, lock, places);
  const found = [...lock.problems, ...problems, ...packages.problems];
  // Where everything comes from servers there is nothing to say of packages.
  if (remote.length > 0 && packages.nodes.length === places.length && found.length === 0)
    return remote;
  return [
    assembleGraph({
      ...common,
      roots: places.map(({ node }) => node),
      ...packages,
      edgeCompleteness: "complete",
      problems: found,
      covers,
    }),
    ...remote,
  ];
}

function packageGraph(input: ReaderInput, lock: DenoLock, places: readonly Place[]) {
  const problems: LockProblem[] = [];
  const links = new Set(lock.links);
  const npm = lock.npm.map((entry) => npmNode(input, entry, links, problems));
  const nodes = [...places.map(({ node }) => node), ...npm, ...lock.jsr.map(jsrNode)];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const conditions = new Map(lock.npm.map((entry) => [entry.id, conditionOf(entry)]));
  const resolve = resolver(lock, places, byKey);
  const edges: LockEdge[] = [];
  const link = (edge: LockEdge) => edges.push({ ...edge, condition: conditions.get(edge.to) });

  for (const { id, needs } of lock.npm)
    for (const need of needs) {
      const target = byKey.get(need.to);
      if (target !== undefined) {
        const alias = target.name === need.name ? undefined : need.name;
        link({ from: id, to: need.to, kind: need.kind, alias });
      } else if (need.kind === "runtime")
        problems.push({
          node: byKey.get(id),
          reason: `its dependency ${need.to} is not in the lockfile`,
        });
    }
  const asked = new Set<string>();
  const follow = (from: string, requirement: string, manifest?: Manifest) => {
    const parts = readRequirement(requirement);
    const found = resolve(requirement);
    if (found?.specifier !== undefined) asked.add(found.specifier);
    if (found?.to !== undefined && parts !== undefined) {
      const { kind = "runtime", alias } = askedAs(manifest, parts, found.version) ?? {};
      link({ from, to: found.to, kind, requirement: parts.range, alias });
    }
    return found !== undefined;
  };
  for (const { key, dependencies } of lock.jsr)
    for (const each of dependencies)
      if (!follow(key, each))
        problems.push({
          node: byKey.get(key),
          reason: `its dependency ${each} is not in the lockfile`,
        });
  for (const { node, locked, deno, packageJson } of places) {
    for (const each of locked.dependencies) follow(node.key, each, deno);
    for (const each of locked.packageJson ?? []) follow(node.key, each, packageJson);
  }
  for (const [requirement, to] of lock.specifiers) {
    if (!byKey.has(to))
      problems.push({
        item: requirement,
        reason: `it leads to ${to}, which is not in the lockfile`,
      });
    // Nobody else asks for it: code of the project does.
    else if (!asked.has(requirement)) follow(".", requirement);
  }
  problems.push(...staleness(input, lock, places, resolve));
  return { nodes, edges, problems };
}

/** What a requirement leads to: an entry, or a folder of the project, which stands in no list. */
function resolver(
  { specifiers, links }: DenoLock,
  places: readonly Place[],
  byKey: ReadonlyMap<string, LockNode>,
) {
  const alone = new Map<string, string | undefined>();
  for (const requirement of specifiers.keys()) {
    const key = readRequirement(requirement)?.key ?? requirement;
    alone.set(key, alone.has(key) ? undefined : requirement);
  }
  const folders = new Map<string, string | undefined>(
    links.map((each) => [readRequirement(each)?.key ?? each, undefined]),
  );
  for (const { node, deno, packageJson } of places) {
    if (deno?.name !== undefined) folders.set(`jsr:${deno.name}`, node.key);
    if (packageJson?.name !== undefined) folders.set(`npm:${packageJson.name}`, node.key);
  }
  return (requirement: string) => {
    // Without a range it is the only one of its name.
    const specifier = specifiers.has(requirement) ? requirement : alone.get(requirement);
    const to = specifiers.get(specifier ?? "");
    if (to !== undefined) return { specifier, to, version: byKey.get(to)?.version };
    const { key = requirement } = readRequirement(requirement) ?? {};
    return folders.has(key) ? { specifier, to: folders.get(key) } : undefined;
  };
}
