import { createHash } from "node:crypto";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type PodRequirement, readPods } from "./pods.ts";
import { type PodNode, podNode } from "./source.ts";

/** In the order in which CocoaPods looks for them. */
const PODFILES = ["CocoaPods.podfile.yaml", "CocoaPods.podfile", "Podfile", "Podfile.rb"];

/**
 * The graph of a `Podfile.lock` (https://guides.cocoapods.org/using/using-cocoapods.html#what-is-podfilelock). For which target a pod is
 * stands nowhere in it: everything counts as needed at run time.
 *
 * @throws UsageError when it has no list of pods
 */
export async function readPodfileLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lock = readPods(input.path, input.text);
  const present = new Set(input.paths);
  const made = lock.pods.map((pod) => podNode({ ...input, present }, pod, lock));
  const root = projectNode(input);
  const known = new Set(lock.pods.map(({ name }) => name));
  const problems: LockProblem[] = made.flatMap(({ node, problem }) =>
    problem === undefined ? [] : [{ node, reason: problem }],
  );
  const edges: LockEdge[] = [];
  const lead = (from: LockNode, needs: readonly PodRequirement[]) => {
    for (const { name, requirement } of once(needs))
      if (known.has(name)) edges.push({ from: from.key, to: name, kind: "runtime", requirement });
      else if (from === root)
        problems.push({ item: name, reason: "it is asked for and not locked" });
      // A pod names what it needs on every platform, and what no target is for is not locked.
      else if (lock.named.size === 0)
        problems.push({ node: from, reason: `its dependency ${name} is not in the lockfile` });
  };
  lead(root, lock.asked);
  for (const [index, { node }] of made.entries()) lead(node, lock.pods[index]?.needs ?? []);
  for (const item of lock.named)
    if (!known.has(item))
      problems.push({ item, reason: "it has a checksum or a source and no entry" });
  const podfile = PODFILES.map((each) => fromLockfileFolder(input.path, each)).find(
    (each) => each !== undefined && present.has(each),
  );
  if (input.compareManifests)
    problems.push(...(await staleness(input, podfile, lock.podfileChecksum)));
  const pods = fromLockfileFolder(input.path, "Pods");
  const graph = assembleGraph({
    path: input.path,
    format: "cocoapods",
    ecosystem: "cocoapods",
    roots: [root],
    nodes: [root, ...made.map(({ node }) => node)],
    edges,
    edgeCompleteness: "complete",
    problems: [...lock.problems, ...problems],
    covers: [
      podfile,
      ...podspecs(input, made),
      // Copies of what was installed: a folder of this name may be anybody's.
      ...input.paths.filter(
        (each) => each.startsWith(`${pods}/`) && /\.podspec(?:\.json)?$/.test(each),
      ),
    ].filter((each) => each !== undefined),
    integrityAdvice: false,
  });
  return [
    lock.pods.length === 0 && graph.gaps.length === 0 ? { ...graph, saysEmpty: true } : graph,
  ];
}

/** Those of pods in folders: the path to one may lead over a link, which is not followed. */
function podspecs({ paths }: ReaderInput, made: readonly PodNode[]): readonly string[] {
  const inFolders = made.filter(({ node }) => node.installPath !== undefined);
  const names = new Set(inFolders.map(({ node }) => node.name));
  return paths.filter((path) => names.has(/([^/]+)\.podspec(?:\.json)?$/.exec(path)?.[1] ?? ""));
}

/** Several subspecs of a pod are asked for one by one: each pod once, with a requirement if any has one. */
function once(needs: readonly PodRequirement[]): readonly PodRequirement[] {
  const byName = new Map<string, PodRequirement>();
  for (const need of needs)
    if (byName.get(need.name)?.requirement === undefined) byName.set(need.name, need);
  return [...byName.values()];
}

/** `PODFILE CHECKSUM` is the SHA-1 of the Podfile: CocoaPods writes it again whenever it installs. */
async function staleness(
  input: ReaderInput,
  podfile: string | undefined,
  checksum: string | undefined,
): Promise<readonly LockProblem[]> {
  if (podfile === undefined || checksum === undefined) return [];
  const { text, problems } = await manifestText(podfile, input);
  if (text === undefined) return problems;
  // A checkout on Windows may have changed the line ends.
  const isSame = [text, text.replaceAll("\r\n", "\n")].some(
    (each) => createHash("sha1").update(each).digest("hex") === checksum,
  );
  if (isSame) return [];
  const reason = "it was changed after the lockfile was written (its checksum is another)";
  return [{ kind: "stale", item: podfile, reason, identity: "" }];
}
