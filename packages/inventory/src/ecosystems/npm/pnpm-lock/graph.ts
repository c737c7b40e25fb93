import type { EdgeKind, PackageGraph, Scope } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, normalFolder } from "../lock-graph/linked.ts";
import { lockGraph } from "../lock-graph/lock-graph.ts";
import { type Member, manifestsOf, readMembers } from "../lock-graph/members.ts";
import type { LockEdge, LockNode, LockProblem } from "../lock-graph/node.ts";
import { platformCondition } from "../lock-graph/platform.ts";
import type { Registries } from "../lock-graph/registries.ts";
import { isPackageName } from "../package-name.ts";
import { candidateKeys } from "./dep-path.ts";
import { folderNodes } from "./folders.ts";
import { installPath } from "./install-path.ts";
import {
  type ImporterGroup,
  type PnpmDocument,
  peersOf,
  platformOf,
  type Snapshot,
} from "./lockfile.ts";
import { patchesOf } from "./patches.ts";
import { packageFolder, resolutionParts } from "./resolution.ts";
import { staleProblems } from "./stale.ts";

const GROUP_KINDS: Readonly<Record<ImporterGroup, EdgeKind>> = {
  dependencies: "runtime",
  optionalDependencies: "optional",
  devDependencies: "development",
  configDependencies: "development",
  packageManagerDependencies: "development",
};

/** The graph of one document. @param part What tells its packages from those of another document of the file. */
export async function documentGraph(
  input: ReaderInput,
  document: PnpmDocument,
  registries: Registries,
  part: string,
  problems: LockProblem[],
): Promise<PackageGraph> {
  const { members, problems: unread } = await readMembers(
    input,
    [...document.importers.values()].map(({ folder, line }) => ({
      folder,
      line,
      key: folder === "" ? "." : folder,
    })),
  );
  problems.push(...document.problems, ...unread);
  const places = await placesOf(input, document, members, registries, problems);
  const edges = [
    ...members.flatMap((member) => importerEdges(member, document, places, problems)),
    ...[...document.snapshots.values()].flatMap((each) => snapshotEdges(each, places, problems)),
  ];
  if (part === "") problems.push(...(await staleProblems(input, document, members)));
  const isOtherScope = (node: LockNode, scope: Scope) => {
    const snapshot = document.snapshots.get(node.key);
    if (snapshot === undefined) return false;
    const { isOptional, isDevelopment } = snapshot;
    return (
      (isOptional && scope === "runtime") ||
      (isDevelopment !== undefined && isDevelopment !== (scope === "development"))
    );
  };
  return lockGraph({
    path: input.path,
    format: "pnpm-lock",
    part,
    roots: members.map(({ node }) => node),
    nodes: places.all(),
    edges,
    problems,
    covers:
      part === ""
        ? [...manifestsOf(input.path, members), ...folderManifests(input.path, document)]
        : [],
    isOtherScope,
  });
}

interface Places {
  /** What a value under a name means, asked for by a package in `folder`. */
  resolve(name: string, value: string, folder: string): LockNode | undefined;
  /** What a snapshot is: of a member that is installed as a copy, the member itself. */
  nodeOf(snapshot: Snapshot): LockNode | undefined;
  all(): readonly LockNode[];
}

async function placesOf(
  input: ReaderInput,
  document: PnpmDocument,
  members: readonly Member[],
  registries: Registries,
  problems: LockProblem[],
): Promise<Places> {
  const byFolder = new Map(members.map(({ folder, node }) => [folder, node]));
  const byKey = new Map<string, LockNode>();
  const own: LockNode[] = [];
  const patches = patchesOf(document, input.path);
  for (const snapshot of document.snapshots.values()) {
    const directory = packageFolder(snapshot);
    const member = directory === undefined ? undefined : byFolder.get(normalFolder("", directory));
    if (member !== undefined) {
      byKey.set(snapshot.key, member);
      continue;
    }
    const { key, name, version, line, facts } = snapshot;
    const { problems: found, ...parts } = resolutionParts(snapshot, input.path, registries);
    const deprecated = facts?.entries.get("deprecated");
    const files = patches(snapshot);
    const node: LockNode = {
      key,
      name,
      version,
      line,
      firstParty: false,
      installPath: installPath(snapshot, input.path),
      ...parts,
      ...(files === undefined ? {} : { patches: files }),
      flags: [
        ...(deprecated === undefined || deprecated === "false" ? [] : ["deprecated"]),
        ...(files === undefined ? [] : ["patched"]),
      ],
      condition: platformCondition(platformOf(facts)),
    };
    if (!isPackageName(name)) problems.push({ node, reason: "its name is no package name" });
    problems.push(...found.map((reason) => ({ node, reason })));
    byKey.set(key, node);
    own.push(node);
  }
  const folders = await folderNodes(input, document, byFolder, problems);
  return {
    resolve(name, value, folder) {
      if (value.startsWith("link:")) {
        const path = value.slice("link:".length);
        return isAbsolutePath(path) ? folders.get(path) : folders.get(normalFolder(folder, path));
      }
      for (const key of candidateKeys(name, value, document.style)) {
        const found = byKey.get(key);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    nodeOf: ({ key }) => byKey.get(key),
    all: () => [...new Set([...members.map(({ node }) => node), ...own, ...folders.values()])],
  };
}

function importerEdges(
  { node: from, folder, manifest }: Member,
  { importers }: PnpmDocument,
  places: Places,
  problems: LockProblem[],
): readonly LockEdge[] {
  return (importers.get(folder)?.requirements ?? []).flatMap(
    ({ group, name, specifier, version }) => {
      const to = places.resolve(name, version, folder);
      if (to === undefined) {
        problems.push({ node: from, reason: `its dependency ${name} is not in the lockfile` });
        return [];
      }
      const asked = manifest?.entry;
      // pnpm installs the peers of a member, and writes them among its dependencies.
      const isPeer = asked?.peerDependencies.has(name) && !asked.dependencies.has(name);
      const kind = group === "dependencies" && isPeer ? "peer" : GROUP_KINDS[group];
      return [{ from, to, kind, name, range: specifier }];
    },
  );
}

function snapshotEdges(
  snapshot: Snapshot,
  places: Places,
  problems: LockProblem[],
): readonly LockEdge[] {
  const from = places.nodeOf(snapshot);
  if (from === undefined) return [];
  const peers = peersOf(snapshot.facts);
  const edges: LockEdge[] = [];
  const add = (name: string, value: string, isOptional: boolean) => {
    const to = places.resolve(name, value, "");
    const peer = peers.get(name);
    if (to === undefined) {
      const reason = `its ${peer === undefined ? "" : "peer "}dependency ${name} is not in the lockfile`;
      problems.push({ node: from, line: snapshot.line, reason });
      return;
    }
    const needed = peer === undefined ? "runtime" : "peer";
    const kind = isOptional || peer?.isOptional === true ? "optional" : needed;
    edges.push({ from, to, kind, name, range: peer?.range });
  };
  for (const [name, value] of snapshot.dependencies) add(name, value, false);
  for (const [name, value] of snapshot.optionalDependencies) add(name, value, true);
  for (const [name, { isOptional }] of peers) {
    if (isOptional || snapshot.dependencies.has(name) || snapshot.optionalDependencies.has(name))
      continue;
    const reason = `its peer dependency ${name} is not in the lockfile`;
    problems.push({ node: from, line: snapshot.line, kind: "missing-peer", reason });
  }
  return edges;
}

/** Of the folders whose packages the lockfile has too, though they are no members. */
function folderManifests(path: string, { snapshots }: PnpmDocument): readonly string[] {
  return [...snapshots.values()].flatMap((snapshot) => {
    const folder = packageFolder(snapshot);
    if (folder === undefined || isAbsolutePath(folder)) return [];
    return fromLockfileFolder(path, `${folder}/package.json`) ?? [];
  });
}
