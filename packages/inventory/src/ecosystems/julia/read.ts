import { buildPurl } from "@assay/purl";
import { semverRange } from "@assay/versions";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { staleProblems } from "../../assemble/stale.ts";
import { textOf, textsOf } from "../../fields.ts";
import type { PackageGraph } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type JuliaEntry, type JuliaManifest, parseManifest } from "./entries.ts";
import type { JuliaNeed } from "./project.ts";
import { PROJECTS, type Project, readProjects } from "./projects.ts";

/**
 * The graph of a `Manifest.toml`; roots are the project beside it and those of its workspace.
 *
 * @throws UsageError when it is no manifest, or of a format that is not known
 */
export async function readJuliaManifest(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const manifest = parseManifest(input.path, input.text);
  const names = new Map<string, number>();
  for (const { name } of manifest.entries) names.set(name, (names.get(name) ?? 0) + 1);
  const made = manifest.entries.map((entry): Made => {
    const isAlone = names.get(entry.name) === 1;
    const key = isAlone ? entry.name : `${entry.name} ${entry.uuid ?? ""}`;
    return { entry, ...entryNode(input, manifest, entry, key) };
  });
  const { edges, problems } = edgesOf(made);
  const projects = await readProjects(input);
  const byUuid = nodesByUuid(made);
  const asked = projects.found.map((project) => needsOf(input, project, byUuid));
  // A package of the workspace may be an entry too.
  const own = new Set(projects.found.map(({ node }) => node.installPath));
  const nodes = made
    .map(({ node }) => node)
    .filter(({ firstParty, installPath }) => !(firstParty && own.has(installPath)));
  const keyOf = new Map(
    made.flatMap(({ node }) => {
      const project = node.firstParty
        ? projects.found.find((each) => each.node.installPath === node.installPath)
        : undefined;
      return project === undefined ? [] : [[node.key, project.node.key] as const];
    }),
  );
  const moved = (key: string) => keyOf.get(key) ?? key;
  return [
    assembleGraph({
      path: input.path,
      format: "julia",
      ecosystem: "julia",
      roots: projects.found.map(({ node }) => node),
      nodes: [...projects.found.map(({ node }) => node), ...nodes],
      edges: [...asked.flatMap((each) => each.edges), ...edges].map((edge) => ({
        ...edge,
        from: moved(edge.from),
        to: moved(edge.to),
      })),
      edgeCompleteness: "complete",
      problems: [
        ...manifest.problems,
        ...made.flatMap(({ node, problem }) =>
          problem === undefined ? [] : [{ node, reason: problem }],
        ),
        ...problems,
        ...projects.problems,
        ...asked.flatMap((each) => each.problems),
      ],
      covers: [
        ...projects.found.map(({ path }) => path),
        ...nodes.flatMap(({ firstParty, installPath }) =>
          firstParty && installPath !== undefined
            ? PROJECTS.map((name) => below(installPath, name))
            : [],
        ),
      ],
    }),
  ];
}

interface Made {
  readonly entry: JuliaEntry;
  readonly node: LockNode;
  readonly problem?: string;
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** Of the registry, of a repository, of a folder, or of Julia itself. */
function entryNode(
  input: ReaderInput,
  { registries }: JuliaManifest,
  { name, uuid, version, line, table }: JuliaEntry,
  key: string,
): Pick<Made, "node" | "problem"> {
  const common = { key, name, version, line, firstParty: false };
  const path = textOf(table["path"]);
  if (path !== undefined) {
    const isOutside = /^(?:[/~\\]|[A-Za-z]:)/.test(path);
    const folder = isOutside
      ? undefined
      : fromLockfileFolder(input.path, path.replaceAll("\\", "/"));
    if (folder === undefined)
      return { node: common, problem: "it is a folder outside the repository" };
    const purl = firstPartyPurl(input.origin, name, version, folder);
    return { node: { ...common, firstParty: true, purl, installPath: folder } };
  }
  const purl = (qualifiers: Readonly<Record<string, string | undefined>>) =>
    uuid === undefined
      ? undefined
      : buildPurl({ type: "julia", name, version, qualifiers: { uuid, ...qualifiers } });
  const hash = table["git-tree-sha1"];
  const download = isCommit(textOf(hash)) ? "checked" : "unchecked";
  const problem =
    hash === undefined || download === "checked" ? {} : { problem: "`git-tree-sha1` is no SHA-1" };
  const repository = textOf(table["repo-url"]);
  if (repository !== undefined) {
    const revision = textOf(table["repo-rev"]);
    const vcs_url = repositoryUrl(repository, isCommit(revision) ? revision : undefined);
    if (vcs_url === undefined)
      return {
        node: { ...common, download },
        problem: "its repository is a local folder, or no URL",
      };
    const artifacts = [{ hashes: [], url: vcs_url }];
    return { node: { ...common, purl: purl({ vcs_url }), artifacts, download }, ...problem };
  }
  // What comes with Julia has nothing to download.
  if (hash === undefined) return { node: { ...common, purl: purl({}) } };
  const stated = table["registries"];
  const [registry] = typeof stated === "string" ? [stated] : textsOf(stated);
  const url = publicUrl(registries.get(registry ?? "") ?? "");
  const node = { ...common, purl: purl({ repository_url: url?.href }), download } as const;
  return { node, ...(version === undefined ? { problem: "it has no version" } : problem) };
}

function nodesByUuid(made: readonly Made[]): ReadonlyMap<string, LockNode> {
  return new Map(
    made.flatMap(({ entry, node }) =>
      entry.uuid === undefined ? [] : [[entry.uuid, node] as const],
    ),
  );
}

function edgesOf(made: readonly Made[]) {
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [];
  const byUuid = nodesByUuid(made);
  const byName = new Map<string, LockNode | undefined>();
  for (const { entry, node } of made)
    byName.set(entry.name, byName.has(entry.name) ? undefined : node);
  for (const { entry, node } of made)
    for (const { name, uuid, isWeak } of entry.dependencies) {
      const to = uuid === undefined ? byName.get(name) : byUuid.get(uuid);
      if (to !== undefined)
        edges.push({
          from: node.key,
          to: to.key,
          kind: isWeak ? "optional" : "runtime",
          alias: to.name === name ? undefined : name,
        });
      // A weak dependency is there where somebody else asks for it.
      else if (!isWeak)
        problems.push({
          node,
          reason: byName.has(name)
            ? `several packages are called ${name}: nobody says which it needs`
            : `its dependency ${name} is not in the lockfile`,
        });
    }
  return { edges, problems };
}

function needsOf(
  { compareManifests }: ReaderInput,
  { path, node, project, kind: own }: Project,
  byUuid: ReadonlyMap<string, LockNode>,
) {
  const edges: LockEdge[] = [];
  const differences: string[] = [];
  for (const need of project.needs) {
    const to = byUuid.get(need.uuid);
    const kind = need.kind === "runtime" ? own : need.kind;
    if (to !== undefined) {
      edges.push({ from: node.key, to: to.key, kind, requirement: need.range });
      if (!fits(need, to.version)) differences.push(`${need.name} is locked as ${to.version}`);
      // Only what is needed at run time is locked for sure.
    } else if (need.kind === "runtime") differences.push(`${need.name} is not locked`);
  }
  return { edges, problems: compareManifests ? staleProblems(path, differences) : [] };
}

/** Whether a version is in a range of `[compat]`: alternatives separated by commas, each with a caret where it has no operator. */
function fits({ range }: JuliaNeed, version: string | undefined): boolean {
  if (range === undefined || version === undefined) return true;
  const tests = range.split(",").map((part) => semverRange(part.trim().replace(/^(?=\d)/, "^")));
  return tests.some((test) => test === undefined || test(version));
}
