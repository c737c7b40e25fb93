import { groupBy } from "@assay/core";
import type { OrderName } from "@assay/versions";
import { compareVersions, orderOfEcosystem, orderOfType } from "@assay/versions";
import { atManifest, type LockedPackage } from "./packages.ts";

/** What happened to one package of one lockfile: one per version that came, went or stayed. */
export interface PackageChange {
  /** `same`: the version is that of the base. */
  readonly kind: "added" | "removed" | "upgraded" | "downgraded" | "changed" | "same";
  readonly manifest: string;
  readonly name: string;
  /** The entries at the base, and now; one of both has at least one. */
  readonly before: readonly LockedPackage[];
  readonly after: readonly LockedPackage[];
  /** The base has the package, in whatever version. */
  readonly isKnown: boolean;
}

/**
 * The difference of both sets of packages as multisets by manifest, ecosystem, name and version: what went and what came of one
 * name are paired, in the order of their versions.
 *
 * @param manifests The lockfile of the base that each of the head goes on from.
 */
export function packageChanges(
  head: readonly LockedPackage[],
  base: readonly LockedPackage[],
  manifests: ReadonlyMap<string, string>,
): readonly PackageChange[] {
  const successors = new Map([...manifests].map(([now, before]) => [before, now]));
  const after = groupBy(head, ({ nameKey }) => nameKey);
  const before = groupBy(base, ({ graph, nameKey }) =>
    atManifest(nameKey, successors.get(graph.path) ?? graph.path),
  );
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) =>
    changesOfName(key, before.get(key) ?? [], after.get(key) ?? []),
  );
}

function changesOfName(
  key: string,
  before: readonly LockedPackage[],
  after: readonly LockedPackage[],
): readonly PackageChange[] {
  const [first] = after;
  const name = (first ?? before[0])?.component.name ?? "";
  const about = { manifest: key.slice(0, key.indexOf("\0")), name, isKnown: before.length > 0 };
  const version = first && versionOf(first);
  const isSame = (entries: readonly LockedPackage[]) =>
    entries.length > 0 && entries.every((each) => versionOf(each) === version);
  if (isSame(after) && isSame(before)) return [{ ...about, kind: "same", before, after }];
  const [olds, news] = [byVersion(before), byVersion(after)];
  const order = orderOf(first ?? before[0]);
  const sorted = (side: typeof olds, other: typeof olds) =>
    [...side]
      .filter(([version]) => !other.has(version))
      .sort(([a], [b]) => compared(order, a, b) ?? (a < b ? -1 : 1));
  const [gone, come] = [sorted(olds, news), sorted(news, olds)];
  const same = [...news].flatMap(([version, entries]) => {
    const old = olds.get(version);
    return old === undefined
      ? []
      : [{ ...about, kind: "same" as const, before: old, after: entries }];
  });
  const moved = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => {
    const [old, now] = [gone[at], come[at]];
    return {
      ...about,
      kind: kindOf(old?.[0], now?.[0], order),
      before: old?.[1] ?? [],
      after: now?.[1] ?? [],
    };
  });
  return [...same, ...moved];
}

function byVersion(entries: readonly LockedPackage[]): Map<string, LockedPackage[]> {
  return groupBy(entries, versionOf);
}

/** What has no version is told by what it may be. */
function versionOf({ component: { version, requirement } }: LockedPackage): string {
  return version ?? requirement ?? "";
}

function kindOf(
  old: string | undefined,
  now: string | undefined,
  order: OrderName | undefined,
): PackageChange["kind"] {
  if (old === undefined) return "added";
  if (now === undefined) return "removed";
  const difference = compared(order, old, now);
  return difference === undefined || difference === 0
    ? "changed"
    : difference < 0
      ? "upgraded"
      : "downgraded";
}

function compared(order: OrderName | undefined, a: string, b: string): number | undefined {
  return order === undefined ? undefined : compareVersions(order, a, b);
}

/** The order of a package's versions. */
export function orderOf(entry: LockedPackage | undefined): OrderName | undefined {
  if (entry === undefined) return undefined;
  const { query, component } = entry;
  return query === undefined ? orderOfType(component.ecosystem) : orderOfEcosystem(query.ecosystem);
}
