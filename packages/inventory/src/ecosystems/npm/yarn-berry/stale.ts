import type { Member } from "../lock-graph/members.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import { isPeerAlone, staleOf } from "../lock-graph/stale.ts";
import { wantedBy } from "../package-lock/edges.ts";
import { withProtocol } from "./locator.ts";
import type { BerryEntry } from "./lockfile.ts";

/** What a member's manifest asks for and the lockfile has otherwise. As for Yarn, another range is another requirement. */
export function staleProblems(entry: BerryEntry, member: Member): readonly LockProblem[] {
  const { manifest, node } = member;
  if (manifest === undefined) return [];
  const asked = new Map(
    [...wantedBy(manifest.entry)].filter(([name]) => !isPeerAlone(manifest.entry, name)),
  );
  const differences: string[] = [];
  for (const [name, { range }] of asked) {
    const before = entry.dependencies.get(name);
    if (before === undefined) differences.push(`${name} is not locked`);
    else if (spelled(before) !== spelled(range))
      differences.push(`${name} is locked for ${before || "any version"}`);
  }
  for (const name of entry.dependencies.keys())
    if (!asked.has(name)) differences.push(`${name} is no longer asked for`);
  return staleOf(manifest.path, node, differences);
}

function spelled(range: string): string {
  return withProtocol(range.trim());
}
