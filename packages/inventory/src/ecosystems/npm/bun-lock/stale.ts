import { isRecord } from "@assay/core";
import type { Member } from "../lock-graph/members.ts";
import type { LockEdge, LockProblem } from "../lock-graph/node.ts";
import { type LockedRequirement, staleOf, staleProblem } from "../lock-graph/stale.ts";
import { wantedBy } from "../package-lock/edges.ts";
import type { BunLockfile } from "./lockfile.ts";

/** What manifests ask for and the lockfile has otherwise. */
export function staleProblems(
  { json, workspaces }: BunLockfile,
  members: readonly Member[],
  edges: readonly LockEdge[],
): readonly LockProblem[] {
  const versions = new Map(
    edges.map(({ from, name, to }) => [`${from.key}\0${name}`, to.version] as const),
  );
  return members.flatMap((member, index) => {
    const asks = workspaces[index]?.asks;
    if (asks === undefined) return [];
    const locked = new Map<string, LockedRequirement>();
    for (const [name, { kind, range }] of wantedBy(asks))
      locked.set(name, { kind, range, version: versions.get(`${member.node.key}\0${name}`) });
    const own = staleProblem(member, locked);
    return member.folder === "" ? [...own, ...projectProblems(json, member)] : own;
  });
}

/** `overrides`, `resolutions` and catalogs of the project, which are written into the lockfile as they are. */
function projectProblems(
  json: Readonly<Record<string, unknown>>,
  { manifest, node }: Member,
): readonly LockProblem[] {
  if (manifest === undefined) return [];
  const stated = manifest.json;
  const workspaces = recordAt(stated, "workspaces");
  const differences = [
    ...differing(
      recordAt(json, "overrides"),
      { ...recordAt(stated, "resolutions"), ...recordAt(stated, "overrides") },
      "overridden",
    ),
    ...differing(
      recordAt(json, "catalog"),
      { ...recordAt(stated, "catalog"), ...recordAt(workspaces, "catalog") },
      "in the catalog",
    ),
  ];
  return staleOf(manifest.path, node, differences);
}

function differing(
  locked: Readonly<Record<string, unknown>>,
  asked: Readonly<Record<string, unknown>>,
  what: string,
): readonly string[] {
  const names = new Set([...Object.keys(locked), ...Object.keys(asked)]);
  return (
    [...names]
      // What is nested or stands for another dependency is compared by Bun alone.
      .filter(
        (name) => isPlain(locked[name]) && isPlain(asked[name]) && locked[name] !== asked[name],
      )
      .map((name) => `${name} is ${what} as ${String(locked[name] ?? "nothing")}`)
  );
}

function isPlain(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && !value.startsWith("$"));
}

function recordAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : {};
}
