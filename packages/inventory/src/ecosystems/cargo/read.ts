import { groupBy } from "@assay/core";
import { toGaps, uncheckedProblems } from "../../assemble/gaps.ts";
import { listed } from "../../assemble/stale.ts";
import { textsOf } from "../../fields.ts";
import type { Edge, PackageGraph } from "../../graph.ts";
import { scopesFrom } from "../../reachability.ts";
import { sortedEdges } from "../../sorted-edges.ts";
import { tableOf } from "../../toml.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { toComponent } from "./component.ts";
import { type CargoEntry, type CargoProblem, parseLock } from "./lockfile.ts";
import type { CargoManifest } from "./manifest.ts";
import { type NeededBy, neededBy } from "./needed-by.ts";
import { type Need, resolveDependencies } from "./resolve.ts";
import { vendoredFolders } from "./vendored.ts";
import { type CargoWorkspace, patchedCrates, readWorkspace } from "./workspace.ts";

/**
 * The graph of a `Cargo.lock` of version 1, 2, 3 or 4. It holds what every member needs on every platform with every feature, for
 * development too. What is optional, for development or for one platform only is in the members' manifests; what a crate of a registry
 * needs counts as needed at run time, for nobody says otherwise.
 *
 * @throws UsageError when it is no TOML, or of a version that is not known
 */
export async function readCargoLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text, compareManifests } = input;
  const lock = parseLock(path, text);
  const { needs, replaced, problems } = resolveDependencies(lock.entries);
  const entries = lock.entries.filter(({ key }) => !replaced.has(key));
  const workspace = await readWorkspace(input);
  const owned = pairUp(entries, workspace);
  const drawn = drawEdges(needs, owned.manifests, new Set(workspace.members));
  const roots = entries.filter((entry) => owned.isRoot(entry));
  const scopes = scopesFrom(
    roots.map(({ key }) => key),
    drawn.edges,
  );
  const firstParty = new Set(roots.map(({ key }) => key));
  const facts = {
    input,
    scopes,
    firstParty,
    direct: new Set(drawn.edges.filter(({ from }) => firstParty.has(from)).map(({ to }) => to)),
    manifests: owned.manifests,
    aliases: aliasesOf(drawn.edges),
    vendored: await vendoredFolders(input, entries),
    patched: patchedCrates(workspace.root),
  };
  const idOf = (key: string) => `${path}#${key}`;
  const stale = compareManifests ? staleProblems(drawn.needed, owned) : [];
  const found = [...lock.problems, ...problems, ...owned.problems, ...integrityProblems(entries)];
  const kept = workspace.problems.filter(({ kind }) => compareManifests || kind !== "stale");
  return [
    {
      path,
      format: "cargo-lock",
      ecosystem: "cargo",
      roots: roots.map(({ key }) => idOf(key)),
      components: entries
        .map((entry) => toComponent(entry, facts))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      edges: sortedEdges(
        drawn.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
      ),
      edgeCompleteness: "complete",
      covers: [...workspace.members, ...workspace.others, workspace.root]
        .flatMap((manifest) => manifest?.path ?? [])
        .sort(),
      gaps: toGaps(
        path,
        [...found, ...kept, ...stale].map(({ key, ...problem }) => ({
          ...problem,
          item: key,
          componentId: key === undefined ? undefined : idOf(key),
        })),
      ),
    },
  ];
}

interface Owned {
  /** By the key of the entry. */
  readonly manifests: ReadonlyMap<string, CargoManifest>;
  readonly problems: readonly CargoProblem[];
  /** Where a manifest says something else of its package than the lockfile. */
  readonly differences: readonly string[];
  isRoot(entry: CargoEntry): boolean;
}

/** Which manifest each package in a folder has, by name and, where several have that, by version. */
function pairUp(entries: readonly CargoEntry[], workspace: CargoWorkspace): Owned {
  const { root, members, others } = workspace;
  const local = entries.filter(({ source }) => source.kind === "local");
  // Without manifests the lockfile belongs to everything that lies in a folder.
  if (root === undefined) {
    const isRoot = ({ source }: CargoEntry) => source.kind === "local";
    return { manifests: new Map(), problems: [], differences: [], isRoot };
  }
  const manifests = new Map<string, CargoManifest>();
  const problems: CargoProblem[] = [];
  const open = new Set([...members, ...others]);
  const take = (entry: CargoEntry, manifest: CargoManifest | undefined) => {
    if (manifest === undefined || manifests.has(entry.key)) return;
    manifests.set(entry.key, manifest);
    open.delete(manifest);
  };
  const byName = groupBy(open, ({ name }) => name);
  const named = (entry: CargoEntry) => byName.get(entry.name)?.filter((each) => open.has(each));
  for (const each of local)
    take(
      each,
      named(each)?.find(({ version }) => version === each.version),
    );
  for (const each of local) take(each, named(each)?.[0]);
  const differences: string[] = [];
  const lost: CargoEntry[] = [];
  for (const entry of local) {
    const manifest = manifests.get(entry.key);
    if (manifest === undefined) lost.push(entry);
    else if (manifest.version !== undefined && manifest.version !== entry.version) {
      const version = manifest.version.slice(0, 50);
      differences.push(`${manifest.path} has the version ${version} and not ${entry.version}`);
    }
  }
  const [first] = lost;
  if (first !== undefined) {
    const { text, identity } = listed(lost.map(({ key }) => key));
    const reason = `no manifest that is here is that of ${text}`;
    problems.push({ line: first.line, reason, identity });
  }
  const isMember = new Set(members);
  for (const each of open)
    if (each.name !== undefined && isMember.has(each))
      differences.push(`${each.path} is a member, and ${each.name} is not locked`);
  return {
    manifests,
    problems,
    differences,
    isRoot: ({ key }) => {
      const manifest = manifests.get(key);
      return manifest !== undefined && isMember.has(manifest);
    },
  };
}

function drawEdges(
  needs: readonly Need[],
  manifests: ReadonlyMap<string, CargoManifest>,
  members: ReadonlySet<CargoManifest>,
) {
  const edges: Edge[] = [];
  const targets = new Map([...manifests.keys()].map((key) => [key, [] as CargoEntry[]]));
  for (const { from, to } of needs) {
    const known = targets.get(from.key);
    if (known === undefined) edges.push({ from: from.key, to: to.key, kind: "runtime" });
    else known.push(to);
  }
  const needed = new Map<string, NeededBy>();
  const features = featuresAsked(manifests.values());
  for (const [key, manifest] of manifests) {
    const asked = features.get(manifest.name);
    const found = neededBy(manifest, targets.get(key) ?? [], members.has(manifest), asked);
    needed.set(key, found);
    edges.push(...found.edges.map((edge) => ({ from: key, ...edge })));
  }
  return { edges, needed };
}

/** The features that manifests turn on, by the package's name. */
function featuresAsked(manifests: Iterable<CargoManifest>) {
  const found = new Map<string | undefined, Set<string>>();
  const add = (name: string, feature: string) =>
    found.set(name, (found.get(name) ?? new Set()).add(feature));
  for (const { dependencies, table } of manifests) {
    for (const { name, features } of dependencies) for (const each of features) add(name, each);
    // A feature may turn on one of a dependency: `dependency/feature`.
    const byKey = new Map(dependencies.map(({ key, name }) => [key, name]));
    for (const item of Object.values(tableOf(table["features"])).flatMap(textsOf)) {
      const [key = "", feature] = item.split("/");
      const name = byKey.get(key.replace(/\?$/, ""));
      if (name !== undefined && feature !== undefined) add(name, feature);
    }
  }
  return found;
}

/** What each manifest asks for otherwise, one problem for all. */
function staleProblems(
  needed: ReadonlyMap<string, NeededBy>,
  owned: Owned,
): readonly CargoProblem[] {
  const found = [
    ...[...needed].flatMap(([key, { differences }]) =>
      differences.length === 0
        ? []
        : [
            `${owned.manifests.get(key)?.path} asks for other packages: ${listed(differences).text}`,
          ],
    ),
    ...owned.differences,
  ];
  if (found.length === 0) return [];
  const { text, identity } = listed(found, "; ");
  return [{ kind: "stale", reason: text, identity }];
}

/** A git commit is a checksum. */
function integrityProblems(entries: readonly CargoEntry[]): readonly CargoProblem[] {
  return uncheckedProblems(
    entries.filter(({ source }) => source.kind === "registry"),
    ({ checksum }) => checksum !== undefined,
    "crates of registries have no checksum",
  );
}

function aliasesOf(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, Set<string>>();
  for (const { to, alias } of edges) {
    if (alias === undefined) continue;
    const known = aliases.get(to) ?? new Set();
    aliases.set(to, known.add(alias));
  }
  return new Map([...aliases].map(([key, names]) => [key, [...names].sort()]));
}
