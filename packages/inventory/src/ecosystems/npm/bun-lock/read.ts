import { isRecord } from "@assay/core";
import { semverRange } from "@assay/versions";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, normalFolder } from "../lock-graph/linked.ts";
import { lockGraph } from "../lock-graph/lock-graph.ts";
import { type Member, manifestsOf, readMembers } from "../lock-graph/members.ts";
import type { LockEdge, LockNode, LockProblem } from "../lock-graph/node.ts";
import { wantedBy } from "../package-lock/edges.ts";
import { splitAtVersion } from "../package-name.ts";
import { type BunEntry, type BunLockfile, readBunLockfile } from "./lockfile.ts";
import { entryNode, folderOf, patchesIn } from "./nodes.ts";
import { bunResolver, type Resolve } from "./resolve.ts";
import { staleProblems } from "./stale.ts";

/**
 * The graph of a `bun.lock` (https://bun.com/docs/pm/lockfile).
 *
 * @throws UsageError when it is none, or Bun's binary one.
 */
export async function readBunLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lockfile = readBunLockfile(input.path, input.text);
  const { members, problems: unread } = await readMembers(
    input,
    lockfile.workspaces.map(({ folder, line, asks }) => ({
      folder: normalFolder("", folder),
      line,
      key: folder === "" ? "." : folder,
      name: asks.name,
      version: asks.version,
    })),
  );
  const problems: LockProblem[] = [...lockfile.problems, ...unread];
  const nodes = await nodesOf(input, lockfile, members, problems);
  const resolve = bunResolver(nodes);
  const overridden = overriddenNames(lockfile.json["overrides"], 0);
  const odd: Odd = { problems, isOverridden: (name) => overridden.has(name) };
  const edges = [
    ...lockfile.workspaces.flatMap((workspace, index) => {
      const node = members[index]?.node;
      // What belongs to a member alone stands below its name.
      const key = workspace.folder === "" ? "" : (workspace.asks.name ?? "");
      return node === undefined ? [] : edgesOf(node, key, workspace, resolve, odd);
    }),
    ...lockfile.entries.flatMap((entry) => {
      const node = nodes.get(entry.key);
      return node === undefined || node.firstParty
        ? []
        : edgesOf(node, entry.key, entry, resolve, { ...odd, isCopied: isCopiedFolder(entry) });
    }),
  ];
  if (input.compareManifests) problems.push(...staleProblems(lockfile, members, edges));
  const own = members.map(({ node }) => node);
  return [
    lockGraph({
      path: input.path,
      format: "bun-lock",
      roots: own,
      nodes: [...new Set([...own, ...nodes.values()])],
      edges,
      problems,
      covers: [...manifestsOf(input.path, members), ...folderManifests(input.path, lockfile)],
    }),
  ];
}

/** By key. A member is itself, whatever it is called here. */
async function nodesOf(
  input: ReaderInput,
  { entries, json }: BunLockfile,
  members: readonly Member[],
  problems: LockProblem[],
): Promise<ReadonlyMap<string, LockNode>> {
  const byFolder = new Map(members.map(({ folder, node }) => [folder, node]));
  const patches = patchesIn(json);
  const nodes = new Map<string, LockNode>();
  for (const entry of entries) {
    const folder = memberFolder(entry);
    const member = folder === undefined ? undefined : byFolder.get(normalFolder("", folder));
    if (member === undefined && entry.resolution.startsWith("workspace:"))
      problems.push({
        item: entry.key,
        line: entry.line,
        reason: "it is a member that the lockfile does not have",
      });
    else nodes.set(entry.key, member ?? (await entryNode(input, entry, patches, problems)));
  }
  return nodes;
}

function memberFolder(entry: BunEntry): string | undefined {
  const { resolution } = entry;
  if (resolution.startsWith("workspace:")) return resolution.slice("workspace:".length);
  return resolution === "root:" ? "" : folderOf(entry);
}

interface Odd {
  readonly problems: LockProblem[];
  /** Whether the version is decided elsewhere than by the range. */
  isOverridden(name: string): boolean;
  /** Of a folder that is copied Bun installs what it needs to be developed too. */
  readonly isCopied?: boolean;
}

const MAX_DEPTH = 8;

/** `a`, `a@1`, and those of what stands below a package alone. */
function overriddenNames(overrides: unknown, depth: number): ReadonlySet<string> {
  if (!isRecord(overrides) || depth > MAX_DEPTH) return new Set();
  return new Set(
    Object.entries(overrides).flatMap(([name, value]) => [
      splitAtVersion(name)?.name ?? name,
      ...overriddenNames(value, depth + 1),
    ]),
  );
}

/** Where an entry of a lockfile is lost, its name leads to another one, further up. */
function isOutside({ firstParty, version }: LockNode, range: string): boolean {
  const alias = /^npm:.+@(.+)$/.exec(range)?.[1];
  if (firstParty || version === undefined) return false;
  return semverRange(alias ?? range)?.(version) === false;
}

function edgesOf(
  from: LockNode,
  key: string,
  { asks }: Pick<BunEntry, "asks">,
  resolve: Resolve,
  { problems, isOverridden, isCopied = false }: Odd,
): readonly LockEdge[] {
  const edges: LockEdge[] = [];
  for (const [name, { kind, range }] of wantedBy(asks)) {
    const isPeer = asks.peerDependencies.has(name);
    // Nobody installs what a package needs to be developed.
    if (kind === "development" && !from.firstParty && !isCopied) continue;
    const to = resolve(key, name);
    if (to !== undefined) {
      edges.push({ from, to, kind, name, range });
      if (!isPeer && !isOverridden(name) && isOutside(to, range)) {
        const reason = `its dependency ${name} is locked as ${to.version}, which ${range} does not allow`;
        problems.push({ node: from, reason });
      }
    } else if (kind === "peer")
      problems.push({
        node: from,
        kind: "missing-peer",
        reason: `its peer dependency ${name} is not in the lockfile`,
      });
    else if (!(isPeer && kind === "optional"))
      problems.push({ node: from, reason: `its dependency ${name} is not in the lockfile` });
  }
  return edges;
}

/** Of the folders whose packages the lockfile has too, though they are no members. */
function folderManifests(path: string, { entries }: BunLockfile): readonly string[] {
  return entries.flatMap((entry) => {
    const folder = isCopiedFolder(entry) ? folderOf(entry) : undefined;
    if (folder === undefined || isAbsolutePath(folder)) return [];
    return fromLockfileFolder(path, `${folder}/package.json`) ?? [];
  });
}

function isCopiedFolder(entry: BunEntry): boolean {
  return entry.resolution.startsWith("file:") && folderOf(entry) !== undefined;
}
