import { compareText, groupBy } from "@assay/core";
import { compareOfType } from "@assay/versions";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { nameKey, purlType } from "../names.ts";
import { changedHashes, hasWeakerHash } from "./hashes.ts";
import { licenseText } from "./licenses.ts";
import { packageKey } from "./package-key.ts";
import { hasOtherSource } from "./sources.ts";

/**
 * `changed`: another version, and no order is known that says whether it is later. `hash`: the same version has another hash, so
 * somebody published it again or put another archive in its place. `weaker`: the same version has a weaker hash than before, or none.
 * `source`: the same version comes from another place.
 */
export const CHANGE_KINDS = [
  ...([
    "hash",
    "weaker",
    "source",
    "added",
    "removed",
    "upgraded",
    "downgraded",
    "changed",
  ] as const),
  ...(["license", "scope"] as const),
];
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of one package. */
export interface ComponentChange {
  /** At least one, in the order of `CHANGE_KINDS`: an upgrade may change the licence too. */
  readonly kinds: readonly ChangeKind[];
  /** Absent where it was added. */
  readonly before?: SbomComponent;
  /** Absent where it was removed. */
  readonly after?: SbomComponent;
}

/**
 * What a document says of its packages that another one does not: sorted by name, then version. The subject is not compared: it has
 * another version in every commit.
 */
export function compareDocuments(
  before: SbomDocument,
  after: SbomDocument,
): readonly ComponentChange[] {
  const byKey = pairUp(before.components, after.components, packageKey);
  const left = withoutPurl(byKey);
  const again = new Set([...left.before, ...left.after]);
  const isDone = ([one, other]: Pair) =>
    (one && other) || !again.has((one ?? other) as SbomComponent);
  return [...byKey.filter(isDone), ...pairUp(left.before, left.after, nameKey)]
    .flatMap(([one, other]) => changeOf(one, other) ?? [])
    .sort((a, b) => compareText(sortKey(a), sortKey(b)) || compareText(versionOf(a), versionOf(b)));
}

type Pair = readonly [before: SbomComponent | undefined, after: SbomComponent | undefined];

/** What has no partner, and no purl or a namesake without one, is looked for by its name alone: two purls name two packages. */
function withoutPurl(pairs: readonly Pair[]) {
  const alone = pairs.filter(([one, other]) => one === undefined || other === undefined);
  const [before = [], after = []] = [0, 1].map((side) => alone.flatMap((pair) => pair[side] ?? []));
  const open = (list: readonly SbomComponent[], others: readonly SbomComponent[]) => {
    const names = new Set(others.filter(({ purl }) => purl === undefined).map(nameKey));
    return list.filter((each) => each.purl === undefined || names.has(nameKey(each)));
  };
  return { before: open(before, after), after: open(after, before) };
}

function pairUp(
  before: readonly SbomComponent[],
  after: readonly SbomComponent[],
  keyOf: (component: SbomComponent) => string,
): readonly Pair[] {
  const olds = groupBy(before, keyOf);
  const news = groupBy(after, keyOf);
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((key) =>
    pairVersions(olds.get(key) ?? [], news.get(key) ?? []),
  );
}

/** Of one package: equal entries first, then equal versions, then the nearest ones, each time from the latest version down. */
function pairVersions(
  before: readonly SbomComponent[],
  after: readonly SbomComponent[],
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [olds, news] = [before, after];
  for (const keyOf of [entryKey, versionKey]) {
    const waiting = groupBy(news, keyOf);
    const taken = new Set<SbomComponent>();
    olds = olds.filter((old) => {
      const match = waiting.get(keyOf(old))?.shift();
      if (match === undefined) return true;
      taken.add(match);
      pairs.push([old, match]);
      return false;
    });
    news = news.filter((each) => !taken.has(each));
  }
  const changedOlds = unknown(olds, after, (old, now) => pairs.push([old, now]));
  const changedNews = unknown(news, before, (now, old) => pairs.push([old, now]));
  return [...pairs, ...pairNearest(changedOlds, changedNews)];
}

/** Several versions move on side by side: 1.1.13 became 1.1.18 and not the 2.0.4 that 2.0.3 became. */
function pairNearest(
  before: readonly SbomComponent[],
  after: readonly SbomComponent[],
): readonly Pair[] {
  let [olds, news] = [before.toSorted(latestFirst), after.toSorted(latestFirst)];
  const pairs: Pair[] = [];
  for (const depth of [2, 1, 0]) {
    const waiting = groupBy(news, (each) => versionStart(each, depth));
    const taken = new Set<SbomComponent>();
    olds = olds.filter((old) => {
      const match = waiting.get(versionStart(old, depth))?.shift();
      if (match !== undefined) {
        taken.add(match);
        pairs.push([old, match]);
      }
      return match === undefined;
    });
    news = news.filter((each) => !taken.has(each));
  }
  return [
    ...pairs,
    ...olds.map((old): Pair => [old, undefined]),
    ...news.map((each): Pair => [undefined, each]),
  ];
}

/** The first numbers of a version. */
function versionStart({ version = "" }: SbomComponent, depth: number): string {
  return (version.match(/\d+/g) ?? []).slice(0, depth).join(".");
}

/** Those whose version the other side has not at all. An entry more of a version that it has counts only by another hash. */
function unknown(
  left: readonly SbomComponent[],
  others: readonly SbomComponent[],
  keep: (one: SbomComponent, other: SbomComponent) => void,
): readonly SbomComponent[] {
  const known = new Map(others.map((each) => [versionKey(each), each]));
  return left.filter((one) => {
    const other = known.get(versionKey(one));
    if (other !== undefined && areOtherArchives(one, other)) keep(one, other);
    return other === undefined;
  });
}

function areOtherArchives(one: SbomComponent, other: SbomComponent): boolean {
  return (
    [changedHashes(one, other), changedHashes(other, one)].some(({ length }) => length > 0) ||
    hasOtherSource(one, other)
  );
}

function versionKey({ version = "" }: SbomComponent): string {
  return version;
}

function entryKey({ version, ref, hashes }: SbomComponent): string {
  return JSON.stringify([version, hashes.length === 0 ? ref : hashes]);
}

function latestFirst(a: SbomComponent, b: SbomComponent): number {
  const [one, other] = [a.version ?? "", b.version ?? ""];
  return (
    compareOfType(purlType(a.purl) ?? purlType(b.purl), other, one) ||
    compareText(other, one) ||
    compareText(a.ref, b.ref)
  );
}

function changeOf(
  before: SbomComponent | undefined,
  after: SbomComponent | undefined,
): ComponentChange | undefined {
  if (before === undefined) return after && { kinds: ["added"], after };
  if (after === undefined) return { kinds: ["removed"], before };
  const kinds: ChangeKind[] = [];
  if (before.version !== after.version) kinds.push(direction(before, after));
  else if (changedHashes(before, after).length > 0)
    // What has no version may change whenever it likes: a file of the project, say.
    kinds.push(after.version === undefined ? "changed" : "hash");
  if (before.version === after.version && after.version !== undefined) {
    if (!kinds.includes("hash") && hasWeakerHash(before, after)) kinds.push("weaker");
    if (hasOtherSource(before, after)) kinds.push("source");
  }
  if (licenseText(before) !== licenseText(after)) kinds.push("license");
  if (before.scope !== undefined && after.scope !== undefined && before.scope !== after.scope)
    kinds.push("scope");
  return kinds.length === 0 ? undefined : { kinds, before, after };
}

function direction(before: SbomComponent, after: SbomComponent): ChangeKind {
  const [one, other] = [before.version, after.version];
  const order =
    one === undefined || other === undefined
      ? undefined
      : compareOfType(purlType(after.purl) ?? purlType(before.purl), one, other);
  return order === undefined || order === 0 ? "changed" : order < 0 ? "upgraded" : "downgraded";
}

function sortKey({ before, after }: ComponentChange): string {
  const any = after ?? before;
  return any === undefined ? "" : nameKey(any);
}

function versionOf({ before, after }: ComponentChange): string {
  return `${after?.version ?? ""}\n${before?.version ?? ""}\n${(after ?? before)?.ref ?? ""}`;
}
