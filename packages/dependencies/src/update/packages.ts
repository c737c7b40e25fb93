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

/** Packages of the change that are not as they were. One that only moves along with another is among them. */
export function changedPackages(
  moves: readonly PackageMove[],
  facts: Facts,
): readonly ChangedPackage[] {
  return moves.filter(({ kind }) => kind !== "same").map((move) => changed(move, facts));
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
  const known = now.some(({ direct }) => direct !== undefined);
  return {
    name,
    ecosystem: first?.ecosystem ?? "",
    ...(first?.purl !== undefined && { purl: first.purl }),
    manifest,
    ...(before.length > 0 && { from: from ?? "" }),
    ...(after.length > 0 && { to: to ?? "" }),
    ...(version !== undefined && { version }),
    updateType: typeOf(first, from, to, facts["zero-minor"]),
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
