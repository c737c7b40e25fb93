import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, linkedNode, normalFolder } from "../lock-graph/linked.ts";
import type { Member } from "../lock-graph/members.ts";
import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import { wantedBy } from "../package-lock/edges.ts";

/** What `link:` leads to, by the words of the manifest: Yarn 1 takes the path from the lockfile's folder, and locks nothing of it. */
export async function linkedFolders(
  input: ReaderInput,
  members: readonly Member[],
  problems: LockProblem[],
): Promise<ReadonlyMap<string, LockNode>> {
  const byFolder = new Map(members.map(({ folder, node }) => [folder, node]));
  const links = new Map<string, LockNode>();
  for (const { manifest } of members) {
    if (manifest === undefined) continue;
    for (const [name, { range }] of wantedBy(manifest.entry)) {
      if (!range.startsWith("link:") || links.has(range)) continue;
      const path = range.slice("link:".length);
      const isAway = isAbsolutePath(path);
      const folder = normalFolder("", path);
      const key = isAway ? `link:${name}` : `link:${folder}`;
      const found = byFolder.get(isAway ? path : folder);
      links.set(
        range,
        found ??
          (await linkedNode(input, { key, path: isAway ? undefined : folder, name }, problems)),
      );
    }
  }
  return links;
}
