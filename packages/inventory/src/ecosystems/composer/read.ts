import { createHash } from "node:crypto";
import { UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText, staleProblems, unknownFit } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { contentHash } from "./content-hash.ts";
import { type ComposerLock, readComposerEntries } from "./entries.ts";
import {
  edgesFrom,
  missingProblems,
  packageEdges,
  type Targets,
  targetsOf,
  toNode,
} from "./graph.ts";
import { type ComposerManifest, readComposerManifest } from "./manifest.ts";

/**
 * The graph of a `composer.lock` (https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control). What
 * the project itself asks for stands in `composer.json` alone.
 *
 * @throws UsageError when it is no JSON, or has no list of packages
 */
export async function readComposerLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lock = readComposerEntries(input);
  const targets = targetsOf(lock.entries);
  const path = fromLockfileFolder(input.path, "composer.json") ?? "composer.json";
  const { manifest, text, problems: unread } = await manifestOf(path, input);
  const root =
    manifest === undefined
      ? undefined
      : projectNode(input, { name: manifest.name, version: manifest.version, line: 1 });
  const made = lock.entries.map((entry) => toNode(input, entry));
  const nodes = made.map(({ node }) => node);
  const own = packageEdges(lock.entries, targets, manifest);
  const edges =
    root === undefined || manifest === undefined
      ? []
      : [
          ...edgesFrom(root.key, manifest.require, "runtime", targets, true),
          ...edgesFrom(root.key, manifest.requireDev, "development", targets, false),
        ];
  const problems: LockProblem[] = [
    ...lock.problems,
    ...targets.problems,
    ...made.flatMap(({ node, problem }) =>
      problem === undefined ? [] : [{ node, reason: problem }],
    ),
    ...missingProblems(own.missing, new Map(nodes.map((node) => [node.key, node]))),
    ...unread,
  ];
  if (manifest !== undefined && input.compareManifests)
    problems.push(...staleness(path, manifest, text, lock, targets));
  return [
    assembleGraph({
      path: input.path,
      format: "composer",
      ecosystem: "composer",
      roots: root === undefined ? [] : [root],
      nodes: root === undefined ? nodes : [root, ...nodes],
      edges: [...edges, ...own.edges],
      edgeCompleteness: "complete",
      problems,
      covers: [path, ...(await memberManifests(input, nodes, targets))],
      integrityAdvice:
        "Composer writes a checksum where the registry has one: ask it for them, or take a commit of the repository (`composer update --prefer-source`).",
    }),
  ];
}

async function manifestOf(path: string, input: ReaderInput) {
  const { text, problems } = await manifestText(path, input);
  if (text === undefined)
    return {
      text: "",
      problems:
        problems.length > 0
          ? problems
          : [{ reason: `what the project itself asks for is not known: there is no ${path}` }],
    };
  try {
    return { manifest: readComposerManifest(path, text), text, problems };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { text, problems: [unknownFit(path, error.message)] };
  }
}

/** What Composer itself warns of before it installs, and which packages that is about. */
function staleness(
  path: string,
  manifest: ComposerManifest,
  text: string,
  lock: ComposerLock,
  targets: Targets,
): readonly LockProblem[] {
  const asked = [...manifest.require.keys(), ...manifest.requireDev.keys()];
  const missing = asked
    .filter((name) => targets.find(name).length === 0 && !manifest.provides.has(name))
    .map((name) => `${name} is not locked`);
  if (missing.length > 0) return staleProblems(path, missing);
  const now =
    lock.contentHash === undefined
      ? lock.fileHash && createHash("md5").update(text).digest("hex")
      : contentHash(manifest.json, text);
  const then = lock.contentHash ?? lock.fileHash;
  if (now === undefined || then === undefined || now === then) return [];
  const reason = "it was changed after the lockfile was written (its content-hash is another)";
  return [{ kind: "stale", item: path, reason, identity: "" }];
}

/** Manifests of the folders whose packages are locked here, as far as all that they ask for is locked too. */
async function memberManifests(
  input: ReaderInput,
  nodes: readonly LockNode[],
  targets: Targets,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { firstParty, installPath } of nodes) {
    if (!firstParty || installPath === undefined) continue;
    const path = installPath === "" ? "composer.json" : `${installPath}/composer.json`;
    const { manifest } = await manifestOf(path, input);
    const asked = [...(manifest?.require.keys() ?? []), ...(manifest?.requireDev.keys() ?? [])];
    const isLocked = asked.every(
      (name) => targets.find(name).length > 0 || manifest?.provides.has(name),
    );
    if (manifest !== undefined && isLocked) found.push(path);
  }
  return found;
}
