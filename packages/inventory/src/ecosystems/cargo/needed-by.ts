import { groupBy } from "@assay/core";
import { cargoRange } from "@assay/versions";
import type { Edge } from "../../graph.ts";
import type { CargoEntry } from "./lockfile.ts";
import { type CargoDependency, type CargoManifest, enabledDependencies } from "./manifest.ts";

/** An edge without its start, which is the manifest's package. */
export type Asked = Omit<Edge, "from">;

export interface NeededBy {
  readonly edges: readonly Asked[];
  /** Where the lockfile has something else than the manifest asks for, each a clause. */
  readonly differences: readonly string[];
}

/**
 * What the dependencies of one package are for: the lockfile names them all alike, its manifest tells them apart. Of a package that is
 * no member, development dependencies are not locked, nor are optional ones that nobody turned on.
 *
 * @param features that others turn on
 */
export function neededBy(
  manifest: CargoManifest,
  targets: readonly CargoEntry[],
  isMember: boolean,
  features: Iterable<string> = [],
): NeededBy {
  const asked = manifest.dependencies.filter(
    ({ kind, name }) => (isMember || kind !== "development") && name !== manifest.name,
  );
  const on = enabledDependencies(manifest, features);
  const byName = groupBy(asked, ({ name }) => spelled(name));
  const edges: Asked[] = [];
  const differences: string[] = [];
  const met = new Set<CargoDependency>();
  for (const target of targets) {
    const named = byName.get(spelled(target.name)) ?? [];
    const fitting = named.filter((each) => fits(each, target, named));
    for (const each of fitting) met.add(each);
    if (named.length === 0) {
      differences.push(`${target.name} is no longer asked for`);
      edges.push({ to: target.key, kind: "runtime" });
    } else if (fitting.length === 0) {
      differences.push(`${target.name} is locked as ${target.version}`);
      for (const each of named) {
        met.add(each);
        edges.push(edgeOf(each, target, on));
      }
    } else edges.push(...fitting.map((each) => edgeOf(each, target, on)));
  }
  for (const each of asked)
    if (!met.has(each) && (isMember || !each.isOptional))
      differences.push(`${each.name}${requirementOf(each)} is not locked`);
  return { edges: withoutNarrower(edges), differences };
}

/** Hyphens and underscores are one in the names of crates. */
function spelled(name: string): string {
  return name.replaceAll("_", "-");
}

function requirementOf({ requirement }: CargoDependency): string {
  return requirement === undefined ? "" : ` ${requirement.slice(0, 100)}`;
}

function fits(
  { path, requirement }: CargoDependency,
  { source, version }: CargoEntry,
  named: readonly CargoDependency[],
): boolean {
  if (path !== undefined) return source.kind === "local";
  // A patch may put a folder in the place of any package; where one is asked for by its path it is that.
  if (source.kind === "local" && named.some((each) => each.path !== undefined)) return false;
  return admits(requirement, version);
}

/** Whether a requirement admits a version; pre-releases and what can't be read are not judged. */
function admits(requirement: string | undefined, version: string): boolean {
  const [plain = ""] = version.split("+");
  if (requirement === undefined || plain.includes("-") || requirement.includes("-")) return true;
  return cargoRange(requirement)?.(plain) ?? true;
}

function edgeOf(asked: CargoDependency, target: CargoEntry, on: ReadonlySet<string>): Asked {
  const { key, kind, isOptional, condition, requirement } = asked;
  const isOff = isOptional && kind === "runtime" && !on.has(key);
  return {
    to: target.key,
    kind: isOff ? "optional" : kind,
    ...(requirement === undefined ? {} : { requirement }),
    ...(key === target.name ? {} : { alias: key }),
    ...(condition === undefined ? {} : { condition }),
  };
}

/** Without what holds on one platform alone where the same holds on all. */
function withoutNarrower(edges: readonly Asked[]): readonly Asked[] {
  const always = new Set(
    edges.filter(({ condition }) => condition === undefined).map(({ to, kind }) => `${kind} ${to}`),
  );
  return edges.filter(
    ({ to, kind, condition }) => condition === undefined || !always.has(`${kind} ${to}`),
  );
}
