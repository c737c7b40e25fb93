import { assembleGraph } from "../../assemble/graph.ts";
import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type PubEntry, readPubEntries } from "./entries.ts";
import { packageGraphEdges } from "./package-graph.ts";
import { type PubProject, projectEdges, pubProjects, pubStaleness, pubspecOf } from "./projects.ts";

/**
 * The graph of a `pubspec.lock` (https://dart.dev/tools/pub/glossary#lockfile). It says what the project asks for, and nothing of what its
 * packages need: that stands in a file which pub writes when it installs.
 *
 * @throws UsageError when it has no map of packages
 */
export async function readPubspecLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { entries, problems } = readPubEntries(input);
  const { projects, problems: unread } = await pubProjects(input);
  const between = await packageGraphEdges(input, entries);
  const roots = projects.map(({ node }) => node);
  const graph = assembleGraph({
    path: input.path,
    format: "pub",
    ecosystem: "pub",
    roots,
    nodes: [...roots, ...entries.map(({ node }) => node)],
    edges: [...projectEdges(projects, entries), ...(between ?? [])],
    edgeCompleteness: between === undefined ? "direct" : "complete",
    problems: [
      ...problems,
      ...(input.compareManifests ? [...unread, ...pubStaleness(projects, entries)] : []),
    ],
    covers: [
      ...projects.flatMap(({ pubspec, manifest }) => (pubspec === undefined ? [] : [manifest])),
      ...(await lockedFolders(input, projects, entries)),
    ],
    integrityAdvice: "Dart 2.19 and later write them: `dart pub get`, then commit the lockfile.",
  });
  return [entries.length === 0 ? { ...graph, saysEmpty: true } : graph];
}

/** Manifests of folders that are locked here, as far as all that they ask for is locked too. */
async function lockedFolders(
  input: ReaderInput,
  projects: readonly PubProject[],
  entries: readonly PubEntry[],
): Promise<readonly string[]> {
  const known = new Set([...projects, ...entries].map(({ node }) => node.name));
  const found: string[] = [];
  for (const { node } of entries) {
    if (!node.firstParty || node.installPath === undefined) continue;
    const manifest = `${node.installPath === "" ? "" : `${node.installPath}/`}pubspec.yaml`;
    const { pubspec } = await pubspecOf(manifest, input);
    if (pubspec?.dependencies.every(({ name }) => known.has(name))) found.push(manifest);
  }
  return found;
}
