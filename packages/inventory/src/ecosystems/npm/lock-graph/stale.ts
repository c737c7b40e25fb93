import { semverRange } from "@assay/versions";
import { listed } from "../../../assemble/stale.ts";
import type { EdgeKind } from "../../../graph.ts";
import { wantedBy } from "../package-lock/edges.ts";
import type { NpmEntry } from "../package-lock/entry.ts";
import type { Member } from "./members.ts";
import type { LockNode, LockProblem } from "./node.ts";

/** What the lockfile has for one name that a member asks for. */
export interface LockedRequirement {
  /** Where the lockfile keeps it. */
  readonly kind?: EdgeKind | undefined;
  /** As it was asked for when the lockfile was written. */
  readonly range: string;
  readonly version?: string | undefined;
}

/** What may differ without anything else being installed. */
export interface StaleOptions {
  /** What a member's manifest asks for and the lockfile may lack. */
  mayLack?(name: string, range: string, kind: EdgeKind): boolean;
  /** What the lockfile has for a member and its manifest need not ask for. */
  mayHave?(name: string): boolean;
  /** Names whose range is decided elsewhere, as by `overrides`. */
  isOverridden?(name: string): boolean;
}

/**
 * What a member's manifest asks for and the lockfile does not have, or has for another range that the locked version does not
 * fulfil; one problem.
 */
export function staleProblem(
  { manifest, node }: Member,
  locked: ReadonlyMap<string, LockedRequirement>,
  options: StaleOptions = {},
): readonly LockProblem[] {
  if (manifest === undefined) return [];
  const differences: string[] = [];
  const asked = wantedBy(manifest.entry);
  for (const [name, { kind, range }] of asked) {
    const before = locked.get(name);
    const isPeer = isPeerAlone(manifest.entry, name);
    if (before === undefined) {
      if (!isPeer && options.mayLack?.(name, range, kind) !== true)
        differences.push(`${name} is not locked`);
    } else if (before.kind !== undefined && before.kind !== kind && !isPeer) {
      differences.push(`${name} is locked as ${before.kind}`);
    } else if (
      spelled(before.range) !== spelled(range) &&
      options.isOverridden?.(name) !== true &&
      !isPeer &&
      !fulfils(before.version, range)
    ) {
      differences.push(`${name} is locked for ${before.range || "any version"}`);
    }
  }
  for (const name of locked.keys())
    if (!asked.has(name) && options.mayHave?.(name) !== true)
      differences.push(`${name} is no longer asked for`);
  return staleOf(manifest.path, node, differences);
}

/** A package manager may install peers, and need not. */
export function isPeerAlone(entry: NpmEntry, name: string): boolean {
  const { dependencies, optionalDependencies, devDependencies } = entry;
  return ![dependencies, optionalDependencies, devDependencies].some((each) => each.has(name));
}

/** One problem for all that a manifest asks for otherwise. */
export function staleOf(
  path: string,
  node: LockNode,
  differences: readonly string[],
): readonly LockProblem[] {
  if (differences.length === 0) return [];
  const { text, identity } = listed(differences);
  return [{ kind: "stale", node, reason: `${path} asks for other packages: ${text}`, identity }];
}

/** Two spellings of one requirement. */
function spelled(range: string): string {
  return range.trim().replace(/\s+/g, " ");
}

function fulfils(version: string | undefined, range: string): boolean {
  return version !== undefined && (semverRange(range)?.(version) ?? false);
}
