import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { nodeKey, nugetEdges } from "./edges.ts";
import { asksForProject, type NuGetManifests, referenceProblems } from "./manifests.ts";
import type { NuGetEntry, NuGetProblem, NuGetTarget } from "./parts.ts";
import { baseName, type ProjectFiles } from "./projects.ts";

export interface NuGetParts {
  readonly format: string;
  /** Of the project itself. */
  readonly name: string;
  readonly version?: string | undefined;
  /** Relative to the root; `undefined` where nobody knows. */
  readonly folder: string | undefined;
  readonly targets: readonly NuGetTarget[];
  readonly problems: readonly NuGetProblem[];
  readonly manifests: NuGetManifests;
  readonly projects: ProjectFiles;
  /** Manifests whose packages are all here. */
  readonly covers: readonly string[];
}

const ROOT = ".";

/** The graph of one project, from what each of its targets gets. */
export function nugetGraph(input: ReaderInput, parts: NuGetParts): PackageGraph {
  const { targets, manifests } = parts;
  const root = rootNode(input, parts);
  const nodes = new Map<string, LockNode>();
  const hashes = new Map<string, string>();
  const problems: LockProblem[] = [...parts.problems, ...manifests.problems];
  for (const { name, entries } of targets) {
    for (const entry of entries.values()) {
      const key = nodeKey(entry);
      const { contentHash } = entry;
      const node = nodes.get(key);
      nodes.set(key, node ?? toNode(input, entry, parts));
      if (entry.version === undefined && !entry.isProject)
        problems.push({ item: entry.id, line: entry.line, reason: "it has no version" });
      if (contentHash === undefined) continue;
      const known = hashes.get(key);
      hashes.set(key, known ?? contentHash);
      if (known !== undefined && known !== contentHash)
        problems.push({
          item: entry.id,
          line: entry.line,
          reason: `its content is another for ${name}`,
        });
    }
  }
  const { edges, missing } = nugetEdges(ROOT, targets, asksForProject(manifests));
  for (const { entry, name } of missing)
    problems.push({
      node: nodes.get(nodeKey(entry)),
      reason: `its dependency ${name} is not in the lockfile`,
    });
  if (input.compareManifests) problems.push(...referenceProblems(manifests, targets));
  return assembleGraph({
    path: input.path,
    format: parts.format,
    ecosystem: "nuget",
    roots: [root],
    nodes: [root, ...nodes.values()],
    edges,
    edgeCompleteness: "complete",
    problems,
    covers: parts.covers,
  });
}

function rootNode(input: ReaderInput, { name, version, folder }: NuGetParts): LockNode {
  return {
    key: ROOT,
    name,
    version,
    kind: "application",
    line: 1,
    firstParty: true,
    ...(folder === undefined
      ? {}
      : { purl: firstPartyPurl(input.origin, name, version, folder), installPath: folder }),
  };
}

function toNode(
  { origin }: ReaderInput,
  entry: NuGetEntry,
  { projects, folder: base }: NuGetParts,
): LockNode {
  const { id, version, line, contentHash } = entry;
  const key = nodeKey(entry);
  if (!entry.isProject)
    return {
      key,
      name: id,
      version,
      line,
      firstParty: false,
      purl: buildPurl({ type: "nuget", name: id, version }),
      // The hash is of the content without the signature: it is no hash of the archive.
      download: contentHash === undefined ? "unchecked" : "checked",
    };
  const stated =
    entry.projectPath === undefined || base === undefined
      ? undefined
      : fromLockfileFolder(base === "" ? "-" : `${base}/-`, entry.projectPath);
  const file = stated ?? projects.named(id);
  // Elsewhere than in this tree, or nobody can say where.
  if (file === undefined) return { key, name: id, version, line, firstParty: false };
  const name = baseName(file);
  const folder = folderOf(file);
  return {
    key,
    name: name.toLowerCase() === id.toLowerCase() ? name : id,
    version,
    line,
    firstParty: true,
    purl: firstPartyPurl(origin, name, version, folder),
    installPath: folder,
  };
}
