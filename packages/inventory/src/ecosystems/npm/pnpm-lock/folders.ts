import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import { readProjectManifest } from "../project-manifest.ts";
import { normalFolder, type PnpmDocument } from "./lockfile.ts";
import { isAbsolutePath } from "./resolution.ts";

/**
 * What `link:` leads to, by folder relative to the lockfile: members, and folders that are no members. Of the latter the lockfile
 * says nothing but the place.
 */
export async function folderNodes(
  input: ReaderInput,
  { importers, snapshots }: PnpmDocument,
  members: ReadonlyMap<string, LockNode>,
  problems: LockProblem[],
): Promise<ReadonlyMap<string, LockNode>> {
  const nodes = new Map(members);
  const add = async (from: string, name: string, value: string, line: number) => {
    if (!value.startsWith("link:")) return;
    const path = value.slice("link:".length);
    const folder = isAbsolutePath(path) ? path : normalFolder(from, path);
    if (nodes.has(folder)) return;
    const isAway = isAbsolutePath(path) || fromLockfileFolder(input.path, folder) === undefined;
    // A path of one machine must not stand in a report.
    const key = isAbsolutePath(path) ? `link:${name}#${nodes.size}` : `link:${folder}`;
    const node = isAway
      ? { ...NOTHING, key, name, line }
      : await linkedNode(input, key, folder, name, line);
    nodes.set(folder, node);
    if (isAway) problems.push({ node, reason: "the folder lies outside the repository" });
  };
  for (const { folder, line, requirements } of importers.values())
    for (const { name, version } of requirements) await add(folder, name, version, line);
  for (const { line, dependencies, optionalDependencies } of snapshots.values()) {
    for (const [name, value] of dependencies) await add("", name, value, line);
    for (const [name, value] of optionalDependencies) await add("", name, value, line);
  }
  return nodes;
}

const NOTHING = { firstParty: false, artifacts: [], flags: [] } as const;

async function linkedNode(
  input: ReaderInput,
  key: string,
  folder: string,
  asked: string,
  line: number,
): Promise<LockNode> {
  const path = fromLockfileFolder(input.path, `${folder}/package.json`);
  const manifest =
    path !== undefined && input.compareManifests
      ? await readProjectManifest(input, path)
      : undefined;
  const entry = typeof manifest === "object" ? manifest.entry : undefined;
  return {
    ...NOTHING,
    key,
    name: entry?.name ?? asked,
    version: entry?.version,
    line,
    installPath: fromLockfileFolder(input.path, folder),
  };
}
