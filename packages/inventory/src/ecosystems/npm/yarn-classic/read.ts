import { semverRange } from "@assay/versions";
import type { EdgeKind, PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath } from "../lock-graph/linked.ts";
import { lockGraph } from "../lock-graph/lock-graph.ts";
import { type Member, manifestsOf, readMembers } from "../lock-graph/members.ts";
import type { LockEdge, LockNode, LockProblem } from "../lock-graph/node.ts";
import { isPeerAlone, staleOf } from "../lock-graph/stale.ts";
import { lockfileSettings } from "../lockfile-settings.ts";
import { wantedBy } from "../package-lock/edges.ts";
import { workspaceFolders } from "../workspace-folders.ts";
import { linkedFolders } from "./links.ts";
import { entryNode } from "./nodes.ts";
import { type ClassicEntry, parseClassic } from "./parse.ts";
import { resolutionDifferences } from "./resolutions.ts";

/**
 * The graph of a `yarn.lock` of Yarn 1 (https://classic.yarnpkg.com/lang/en/docs/yarn-lock/). What the project itself asks for stands in
 * its manifests alone; peers and platforms stand nowhere.
 *
 * @throws UsageError when it is none, or of another version.
 */
export async function readClassicLock(input: ReaderInput): Promise<PackageGraph> {
  const { entries, odd } = parseClassic(input.path, input.text);
  const problems: LockProblem[] = odd.map(({ line, reason, selector }) => ({
    line,
    reason,
    ...(selector === undefined ? {} : { item: selector }),
  }));
  problems.push(...(await lockfileSettings(input, "classic")));
  const members = await membersOf(input, problems);
  const nodes = new Map<ClassicEntry, LockNode>();
  const bySelector = new Map<string, LockNode>();
  for (const entry of entries) {
    const { node, problems: found } = entryNode(entry);
    nodes.set(entry, node);
    problems.push(...found);
    for (const selector of entry.selectors) {
      if (bySelector.has(selector))
        problems.push({ node, reason: `${selector} stands in the lockfile more than once` });
      bySelector.set(selector, node);
    }
  }
  const resolve = resolver(bySelector, members);
  const links = await linkedFolders(input, members, problems);
  const edges = [
    ...members.flatMap((member) => memberEdges(input, member, resolve, links, problems)),
    ...[...nodes].flatMap(([entry, node]) => entryEdges(entry, node, resolve, problems)),
  ];
  if (input.compareManifests) problems.push(...resolutionDifferences(members[0], bySelector));
  return lockGraph({
    path: input.path,
    format: "yarn-lock",
    roots: members.map(({ node }) => node),
    nodes: [...members.map(({ node }) => node), ...nodes.values(), ...new Set(links.values())],
    edges,
    problems,
    covers: [...manifestsOf(input.path, members), ...folderManifests(input.path, entries)],
  });
}

/** The project and the members of its workspace, by its manifests; none where there is no manifest. */
async function membersOf(input: ReaderInput, problems: LockProblem[]): Promise<readonly Member[]> {
  const root = await readMembers(input, [{ folder: "", key: "." }], true);
  const [project] = root.members;
  const path = fromLockfileFolder(input.path, "package.json");
  problems.push(...root.problems);
  if (project?.manifest === undefined) {
    if (root.problems.length === 0)
      problems.push({
        reason: `what the project itself asks for is not known: there is no ${path}`,
      });
    return [];
  }
  // Yarn 1 knows no patterns that take folders out again.
  const patterns = project.manifest.entry.workspaces.filter((each) => !each.startsWith("!"));
  const { folders, unknown } = workspaceFolders(input, patterns);
  for (const folder of unknown)
    problems.push({ reason: `nobody can say whether ${folder} is a member of the workspace` });
  const stated = folders.map((folder) => ({ folder, key: folder }));
  const { members, problems: unread } = await readMembers(input, stated, true);
  problems.push(...unread);
  return [project, ...members];
}

type Resolve = (name: string, range: string) => LockNode | undefined;

/**
 * As Yarn does: a member whose version fulfils the range comes first, whoever asks; then the entry with these very words. `resolutions`
 * need nothing: what they replace stays among the words.
 */
function resolver(bySelector: ReadonlyMap<string, LockNode>, members: readonly Member[]): Resolve {
  const byName = new Map(members.map(({ node }) => [node.name, node]));
  return (name, range) => {
    const member = byName.get(name);
    const fulfils = member?.version !== undefined && semverRange(range)?.(member.version) === true;
    if (fulfils) return member;
    return (
      bySelector.get(`${name}@${range}`) ??
      (range === "" ? (bySelector.get(name) ?? bySelector.get(`${name}@*`)) : undefined) ??
      member
    );
  };
}

function memberEdges(
  input: ReaderInput,
  member: Member,
  resolve: Resolve,
  links: ReadonlyMap<string, LockNode>,
  problems: LockProblem[],
): readonly LockEdge[] {
  const { node: from, manifest } = member;
  if (manifest === undefined) return [];
  const missing: string[] = [];
  const edges: LockEdge[] = [];
  for (const [name, { kind, range }] of wantedBy(manifest.entry)) {
    if (isPeerAlone(manifest.entry, name)) continue;
    const to = range.startsWith("link:") ? links.get(range) : resolve(name, range);
    if (to === undefined) missing.push(`${name} is not locked for ${range || "any version"}`);
    else edges.push({ from, to, kind, name, range });
  }
  if (input.compareManifests) problems.push(...staleOf(manifest.path, from, missing));
  return edges;
}

function entryEdges(
  { dependencies, optionalDependencies }: ClassicEntry,
  from: LockNode,
  resolve: Resolve,
  problems: LockProblem[],
): readonly LockEdge[] {
  const edges: LockEdge[] = [];
  const add = (name: string, range: string, kind: EdgeKind) => {
    const to = resolve(name, range);
    if (to !== undefined) edges.push({ from, to, kind, name, range });
    else problems.push({ node: from, reason: `its dependency ${name} is not in the lockfile` });
  };
  for (const [name, range] of dependencies)
    if (!optionalDependencies.has(name)) add(name, range, "runtime");
  for (const [name, range] of optionalDependencies) add(name, range, "optional");
  return edges;
}

/** Of the folders whose packages the lockfile has too. */
function folderManifests(path: string, entries: readonly ClassicEntry[]): readonly string[] {
  return entries.flatMap(({ selectors: [selector = ""], fields }) => {
    const folder = /@file:(.+)$/.exec(selector)?.[1];
    if (folder === undefined || fields.has("resolved") || isAbsolutePath(folder)) return [];
    return fromLockfileFolder(path, `${folder}/package.json`) ?? [];
  });
}
