import type { Component, PackageGraph } from "@assay/inventory";
import { orderOfType, type UpdateType, updateTypeOf } from "@assay/versions";

/** What happened to one package of one lockfile; see `packageChanges`. */
export interface PackageMove {
  readonly kind: string;
  readonly manifest: string;
  readonly name: string;
  readonly before: readonly PackageEntry[];
  readonly after: readonly PackageEntry[];
}

interface PackageEntry {
  readonly graph: PackageGraph;
  readonly component: Component;
}

/** A package that an update moves, brings or takes away, in the words of outputs. */
export interface ChangedPackage {
  readonly name: string;
  readonly ecosystem: string;
  readonly purl?: string;
  /** The lockfile, relative to the root. */
  readonly manifest: string;
  /** Absent where it is new, and where it is gone. */
  readonly from?: string;
  readonly to?: string;
  readonly version?: string;
  /** What a pin's comment says that its commit is. */
  readonly claimed?: string;
  /** It comes from another place than the base's, or than the registry. */
  readonly moved?: true;
  readonly updateType: UpdateType;
  readonly scope: Component["scope"];
  readonly direct?: boolean;
  /** Milliseconds since the version was published; absent where nobody knows. */
  readonly age?: number;
  /** Display ids of the advisories that the base has of it and the head has not. */
  readonly fixes: readonly string[];
}

const SCOPES: readonly Component["scope"][] = ["runtime", "optional", "development"];

interface Facts {
  readonly "zero-minor"?: "major" | "minor" | undefined;
  readonly ageOf: (purl: string) => number | undefined;
  readonly fixesOf: (move: PackageMove) => readonly string[];
}

/** Packages of the change that are not as they were, or not from where they were. One that only moves along with another is among them. */
export function changedPackages(
  moves: readonly PackageMove[],
  facts: Facts,
): readonly ChangedPackage[] {
  return moves
    .map((move) => ({ ...changed(move, facts), kind: move.kind }))
    .flatMap(({ kind, ...each }) => (kind !== "same" || each.moved === true ? each : []));
}

function changed(move: PackageMove, facts: Facts): ChangedPackage {
  const { before, after, name, manifest } = move;
  const all = [...before, ...after].map(({ component }) => component);
  const now = (after.length > 0 ? after : before).map(({ component }) => component);
  const [first] = now;
  const [from, to] = [before[0]?.component.version, after[0]?.component.version];
  const version = to ?? from;
  const age = after.length > 0 && first?.purl !== undefined ? facts.ageOf(first.purl) : undefined;
  // The strictest scope that it has on either side.
  const scope = SCOPES.find((each) => all.some((one) => one.scope === each)) ?? "runtime";
  const claimed = first === undefined ? undefined : claimOf(first);
  const [placesBefore, placesNow] = [before, after].map(
    (side) => new Set(side.map(({ component }) => placeOf(component))),
  );
  const isMoved = [...(placesNow ?? [])].some(
    (place) => place !== "" && placesBefore?.has(place) !== true,
  );
  const known = now.some(({ direct }) => direct !== undefined);
  return {
    name,
    ecosystem: first?.ecosystem ?? "",
    ...(first?.purl !== undefined && { purl: first.purl }),
    manifest,
    ...(before.length > 0 && { from: from ?? "" }),
    ...(after.length > 0 && { to: to ?? "" }),
    ...(version !== undefined && { version }),
    ...(claimed !== undefined && { claimed }),
    ...(isMoved && { moved: true as const }),
    updateType: typeOf(
      first,
      ...([before[0], after[0]].map((each) => each && versionOf(each.component)) as [
        string | undefined,
        string | undefined,
      ]),
      facts["zero-minor"],
    ),
    scope,
    ...(known && { direct: now.some(({ direct }) => direct === true) }),
    ...(age !== undefined && { age }),
    fixes: facts.fixesOf(move),
  };
}

/** Below 1.0 the second number is the one that says what breaks. */
function typeOf(
  component: Component | undefined,
  from: string | undefined,
  to: string | undefined,
  zeroMinor: "major" | "minor" = "major",
): UpdateType {
  const type = /^pkg:([^/]+)\//.exec(component?.purl ?? "")?.[1] ?? component?.ecosystem ?? "";
  const order = orderOfType(type);
  if (from === undefined || to === undefined || order === undefined) return "other";
  const written = updateTypeOf(order, from, to);
  return written === "minor" && zeroMinor === "major" && /^v?0\./.test(from) ? "major" : written;
}

function versionOf(component: Component): string | undefined {
  return claimOf(component) ?? component.version;
}

function claimOf({ flags }: Component): string | undefined {
  return flags.find((flag) => flag.startsWith("claimedVersion="))?.slice(15);
}

/** Where a package is from, if that is not the registry's own place for it: what its purl says of that, without the version. */
function placeOf({ purl = "", version = "" }: Component): string {
  const [, query = ""] = purl.split("?", 2);
  const place = new URLSearchParams(query);
  const urls = ["download_url", "vcs_url", "repository_url"].flatMap((key) => place.get(key) ?? []);
  return urls
    .join(" ")
    .replaceAll(version, "")
    .replace(/[0-9a-f]{40}/g, "");
}
