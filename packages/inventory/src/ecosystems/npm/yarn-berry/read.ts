import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, normalFolder } from "../lock-graph/linked.ts";
import { lockGraph } from "../lock-graph/lock-graph.ts";
import { type Member, manifestsOf, readMembers } from "../lock-graph/members.ts";
import type { LockEdge, LockNode, LockProblem } from "../lock-graph/node.ts";
import { lockfileSettings } from "../lockfile-settings.ts";
import { dependencyEdges, needsOf } from "./edges.ts";
import { readPatch } from "./locator.ts";
import { type BerryEntry, readBerryLockfile } from "./lockfile.ts";
import { entryNode, folderOfParent } from "./nodes.ts";
import { peerEdges } from "./peers.ts";
import { berryResolver } from "./resolve.ts";
import { type BerrySettings, readBerrySettings } from "./settings.ts";
import { staleProblems } from "./stale.ts";

/**
 * The graph of a `yarn.lock` of Yarn 2 and later. Members have their kinds of dependencies, versions and `resolutions` in their
 * manifests; catalogs and extensions of packages stand in `.yarnrc.yml`.
 *
 * @throws UsageError when it is none.
 */
export async function readBerryLock(input: ReaderInput): Promise<PackageGraph> {
  const { hasProtocols, entries, problems: odd } = readBerryLockfile(input.path, input.text);
  const problems: LockProblem[] = [...odd];
  problems.push(...(await lockfileSettings(input, "berry")));
  const settings = await readBerrySettings(input, problems);
  const members = await membersOf(input, entries, problems);
  const nodes = await nodesOf(input, entries, members, settings, problems);
  const project = members.find(({ member }) => member.folder === "");
  const resolve = berryResolver({
    hasProtocols,
    nodes,
    settings,
    resolutions: project?.member.manifest?.json["resolutions"],
    project: project?.entry.locator ?? "",
  });
  const needs = needsOf(nodes, settings);
  const byNode = new Map(members.map(({ member }) => [member.node, member]));
  const stated = dependencyEdges(needs, byNode, resolve, problems);
  const ancestors = ancestorsOf(entries, nodes, stated);
  const kept = stated.filter(({ from }) => !ancestors.has(from));
  const asking = needs.filter(({ node }) => !ancestors.has(node));
  const edges = [...kept, ...peerEdges(asking, kept, problems)];
  if (input.compareManifests)
    for (const { entry, member } of members) problems.push(...staleProblems(entry, member));
  const own = members.map(({ member }) => member);
  return lockGraph({
    path: input.path,
    format: "yarn-lock",
    roots: own.map(({ node }) => node),
    nodes: [...new Set([...own.map(({ node }) => node), ...nodes.values()])].filter(
      (node) => !ancestors.has(node),
    ),
    edges,
    problems: problems.filter(({ node }) => node === undefined || !ancestors.has(node)),
    covers: [...manifestsOf(input.path, own), ...folderManifests(input.path, entries)],
    integrityAdvice:
      "Set `supportedArchitectures` in `.yarnrc.yml` to the platforms that you use and run `yarn install`: Yarn records checksums only of what it fetches.",
    orphanNote:
      "Yarn gives some packages dependencies of its own, which the lockfile does not state",
  });
}

interface OwnEntry {
  readonly entry: BerryEntry;
  readonly member: Member;
}

/** The members of the workspace, the project itself first. */
async function membersOf(
  input: ReaderInput,
  entries: readonly BerryEntry[],
  problems: LockProblem[],
): Promise<readonly OwnEntry[]> {
  const own = entries
    .filter(({ reference }) => reference.protocol === "workspace")
    .map((entry) => ({ entry, folder: normalFolder("", entry.reference.rest) }))
    .sort((a, b) => Number(a.folder !== "") - Number(b.folder !== ""));
  if (own[0]?.folder !== "")
    problems.push({ reason: "the lockfile has no entry for the project itself" });
  const { members, problems: unread } = await readMembers(
    input,
    own.map(({ entry: { locator, line, reference }, folder }) => {
      return { folder, line, key: locator, name: reference.name };
    }),
    true,
  );
  problems.push(...unread);
  return own.flatMap(({ entry, folder }, index) => {
    const member = members[index];
    if (member === undefined) return [];
    const isRead = member.manifest !== undefined || unread.some(({ node }) => node === member.node);
    if (!isRead) {
      const reason = `what it needs for development alone is not known: there is no ${folder === "" ? "" : `${folder}/`}package.json`;
      problems.push({ node: member.node, reason });
    }
    return [{ entry, member }];
  });
}

async function nodesOf(
  input: ReaderInput,
  entries: readonly BerryEntry[],
  members: readonly OwnEntry[],
  { registries }: BerrySettings,
  problems: LockProblem[],
): Promise<ReadonlyMap<BerryEntry, LockNode>> {
  const own = new Map(members.map(({ entry, member }) => [entry, member.node]));
  const byFolder = new Map(members.map(({ member }) => [member.folder, member.node]));
  const nodes = new Map<BerryEntry, LockNode>();
  for (const entry of entries) {
    const node =
      own.get(entry) ??
      byFolder.get(linkedFolder(entry) ?? NOWHERE) ??
      (await entryNode(input, entry, registries, problems));
    nodes.set(entry, node);
  }
  return nodes;
}

const NOWHERE = "\0";

/** The folder that an entry is a link to, relative to the lockfile. */
function linkedFolder({ reference }: BerryEntry): string | undefined {
  const isLink = reference.protocol === "link" || reference.protocol === "portal";
  return isLink && !isAbsolutePath(reference.rest)
    ? normalFolder(folderOfParent(reference), reference.rest)
    : undefined;
}

/** Of the folders whose packages the lockfile has too, though they are no members. */
function folderManifests(path: string, entries: readonly BerryEntry[]): readonly string[] {
  return entries.flatMap(({ reference }) => {
    const { protocol, rest } = reference;
    const folder = rest.split("#", 1)[0] ?? "";
    if ((protocol !== "file" && protocol !== "portal") || isAbsolutePath(folder)) return [];
    const place = normalFolder(folderOfParent(reference), folder);
    return fromLockfileFolder(path, `${place}/package.json`) ?? [];
  });
}

/** Packages that are there to be patched and that nothing else asks for: what is installed is the patched one. */
function ancestorsOf(
  entries: readonly BerryEntry[],
  nodes: ReadonlyMap<BerryEntry, LockNode>,
  edges: readonly LockEdge[],
): ReadonlySet<LockNode> {
  const asked = new Set(edges.map(({ to }) => to));
  const byLocator = new Map(entries.map((entry) => [entry.locator, entry]));
  const ancestors = new Set<LockNode>();
  for (const { reference } of entries) {
    const patch = readPatch(reference);
    const inner = patch === undefined ? undefined : byLocator.get(patch.inner);
    const node = inner === undefined ? undefined : nodes.get(inner);
    if (node !== undefined && !asked.has(node)) ancestors.add(node);
  }
  return ancestors;
}
