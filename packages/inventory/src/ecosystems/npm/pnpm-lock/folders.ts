import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, linkedNode, normalFolder } from "../lock-graph/linked.ts";
import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import type { PnpmDocument } from "./lockfile.ts";

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
    nodes.set(
      folder,
      await linkedNode(input, { key, path: isAway ? undefined : folder, name, line }, problems),
    );
  };
  for (const { folder, line, requirements } of importers.values())
    for (const { name, version } of requirements) await add(folder, name, version, line);
  for (const { line, dependencies, optionalDependencies } of snapshots.values()) {
    for (const [name, value] of dependencies) await add("", name, value, line);
    for (const [name, value] of optionalDependencies) await add("", name, value, line);
  }
  return nodes;
}
