import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText, staleProblems } from "../../assemble/stale.ts";
import type { EdgeKind } from "../../graph.ts";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { MixEntry } from "./mix-entries.ts";
import { type MixDependency, type MixProject, readMixProject } from "./mix-project.ts";

/** What the projects of a lockfile ask for. Without roots, members and edges where the text of one of them does not tell. */
export interface MixProjects {
  readonly roots: readonly LockNode[];
  /** By application: roots, and what lies in folders. */
  readonly members: ReadonlyMap<string, LockNode>;
  /** Keys of members of which not all is known that they ask for. */
  readonly withoutEdges: readonly string[];
  readonly edges: readonly LockEdge[];
  readonly covers: readonly string[];
  readonly problems: readonly LockProblem[];
  /** Applications that lie in folders, and are never locked. */
  readonly elsewhere: ReadonlySet<string>;
}

interface Found {
  readonly folder: string;
  readonly manifest: string;
  readonly project: MixProject;
  readonly node: LockNode;
  /** It is looked at with its own environments: the project, or an app of its umbrella. */
  readonly isOwn: boolean;
}

/** Environments in which nothing is shipped. */
const DEVELOPMENT: ReadonlySet<string> = new Set(["dev", "test", "docs", "bench"]);
const IN_FOLDER = /\{\s*:([a-z_]\w*)\s*,[^{}]{0,500}?\b(?:path|in_umbrella):/g;

/** The project beside a lockfile, the apps of its umbrella, and the folders that these ask for. */
export async function mixProjects(
  input: ReaderInput,
  locked: ReadonlyMap<string, MixEntry>,
): Promise<MixProjects> {
  const top = folderOf(input.path);
  const found = new Map<string, Found>();
  const problems: LockProblem[] = [];
  const elsewhere = new Set<string>();
  const pending = [{ folder: top, isOwn: true }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder, isOwn } = next;
    const manifest = folder === "" ? "mix.exs" : `${folder}/mix.exs`;
    if (found.has(folder) || !input.everyPath.includes(manifest)) continue;
    const { text, problems: unread } = await manifestText(manifest, input);
    problems.push(...unread);
    if (text === undefined) continue;
    for (const [, app = ""] of text.matchAll(IN_FOLDER)) elsewhere.add(app);
    const project = readMixProject(text);
    const node = projectNode(input, { folder, name: project.app, version: project.version });
    found.set(folder, { folder, manifest, project, node, isOwn });
    for (const { path } of project.dependencies ?? []) {
      const below = path === undefined ? undefined : fromLockfileFolder(manifest, path);
      if (below !== undefined) pending.push({ folder: below, isOwn: false });
    }
    // Last in, first out: what is an app of the umbrella is taken as that.
    const apps = project.appsPath && fromLockfileFolder(manifest, project.appsPath);
    if (folder === top && apps)
      for (const each of input.paths)
        if (each.startsWith(`${apps}/`) && /^[^/]+\/mix\.exs$/.test(each.slice(apps.length + 1)))
          pending.push({ folder: folderOf(each), isOwn: true });
  }
  const all = [...found.values()];
  const covers = [...all.map(({ manifest }) => manifest), ...installedManifests(input)];
  const root = found.get(top);
  const nothing = { roots: [], members: new Map(), withoutEdges: [], edges: [], covers, elsewhere };
  if (root === undefined) {
    const reason = `what the project itself asks for is not known: there is no ${fromLockfileFolder(input.path, "mix.exs")}`;
    return { ...nothing, problems: problems.length > 0 ? problems : [{ reason }] };
  }
  const stale = input.compareManifests ? all.flatMap((each) => staleness(each, locked)) : [];
  const members = new Map(all.map(({ node, project }) => [project.app ?? node.key, node]));
  if (all.some(({ project }) => project.dependencies === undefined))
    return { ...nothing, problems: [...problems, ...stale] };
  const asked = all.map((each) => edgesOf(each, locked, found));
  const lost = asked.flatMap((each) => each.problems);
  return {
    roots: all.filter(({ isOwn }) => isOwn).map(({ node }) => node),
    members,
    withoutEdges: lost.map(({ node }) => node.key),
    edges: asked.flatMap((each) => each.edges),
    covers,
    problems: [...problems, ...stale, ...lost],
    elsewhere,
  };
}

/** Manifests of what Mix has put into `deps` beside the lockfile: a folder of this name may be anybody's. */
function installedManifests({ path, paths }: ReaderInput): readonly string[] {
  const folder = fromLockfileFolder(path, "deps");
  return paths.filter(
    (each) => each.startsWith(`${folder}/`) && /\/(?:mix\.exs|rebar\.config)$/.test(each),
  );
}

/** What one project asks for. */
function edgesOf(
  { node, manifest, project, isOwn }: Found,
  locked: ReadonlyMap<string, MixEntry>,
  found: ReadonlyMap<string, Found>,
) {
  const edges: LockEdge[] = [];
  const problems: (LockProblem & { readonly node: LockNode })[] = [];
  for (const dependency of project.dependencies ?? []) {
    const { app, path, inUmbrella, requirement, only } = dependency;
    const kind = kindOf(dependency);
    // Of a folder that is a dependency Mix takes what production needs.
    if (!isOwn && kind !== "runtime" && kind !== "build") continue;
    const folder = path === undefined ? undefined : fromLockfileFolder(manifest, path);
    const near = inUmbrella
      ? [...found.values()].find((each) => each.isOwn && each.project.app === app)
      : found.get(folder ?? "\0");
    const target = near?.node ?? locked.get(app)?.node;
    if (target === undefined && (inUmbrella || path !== undefined))
      problems.push({
        node,
        reason: `its dependency ${app} lies in a folder that is not here, or has no mix.exs`,
      });
    if (target === undefined) continue;
    edges.push({
      from: node.key,
      to: target.key,
      kind,
      requirement,
      ...(target.name === app ? {} : { alias: app }),
      ...(only === undefined ? {} : { condition: `only ${only.join(", ")}` }),
    });
  }
  return { edges, problems };
}

function kindOf({ only, isOptional, isForBuild }: MixDependency): EdgeKind {
  if (only?.every((each) => DEVELOPMENT.has(each)))
    return only.every((each) => each === "test") ? "test" : "development";
  return isOptional ? "optional" : isForBuild ? "build" : "runtime";
}

function staleness(
  { manifest, project, isOwn }: Found,
  locked: ReadonlyMap<string, MixEntry>,
): readonly LockProblem[] {
  const missing = (project.dependencies ?? []).filter(
    ({ app, path, inUmbrella, only, isForTargets, isOptional }) =>
      path === undefined &&
      !inUmbrella &&
      !isForTargets &&
      (isOwn || (only === undefined && !isOptional)) &&
      !locked.has(app),
  );
  return staleProblems(
    manifest,
    missing.map(({ app }) => `${app} is not locked`),
  );
}
