import { isRecord } from "@assay/core";
import type { Member } from "../lock-graph/members.ts";
import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import { staleOf } from "../lock-graph/stale.ts";

/** `resolutions` of the project that the lockfile was written without: what replaces a range stands among the words of its entry. */
export function resolutionDifferences(
  project: Member | undefined,
  bySelector: ReadonlyMap<string, LockNode>,
): readonly LockProblem[] {
  const manifest = project?.manifest;
  const resolutions = manifest?.json["resolutions"];
  if (manifest === undefined || project === undefined || !isRecord(resolutions)) return [];
  const locked = new Set(
    [...bySelector.keys()].map((selector) => selector.slice(0, selector.indexOf("@", 1))),
  );
  const differences = Object.entries(resolutions).flatMap(([pattern, range]) => {
    const name = /(?:^|\/)((?:@[^/]+\/)?[^/]+)$/.exec(pattern)?.[1];
    // What nothing asks for is not locked.
    if (name === undefined || typeof range !== "string" || !locked.has(name)) return [];
    return bySelector.has(`${name}@${range}`)
      ? []
      : [`${name} is not locked for ${range}, as \`resolutions\` want it`];
  });
  return staleOf(manifest.path, project.node, differences);
}
