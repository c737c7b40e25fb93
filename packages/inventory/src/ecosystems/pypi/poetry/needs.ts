import { areDisjoint } from "../disjoint.ts";
import type { Need, Problem } from "../entry.ts";
import { groupByName } from "../names.ts";
import { allows } from "./constraint.ts";
import type { PoetryDependency } from "./dependency.ts";
import type { PoetryEntry } from "./entries.ts";

/** Finds the entries that a dependency of a package may mean. */
export type Resolve = (
  dependency: PoetryDependency,
  from: Pick<PoetryEntry, "marker">,
) => readonly PoetryEntry[];

/**
 * The lockfile names no versions: an entry is meant whose version the constraint allows, and whose own marker can hold together with
 * the dependency's and that of the package which has it.
 *
 * @param python the versions of Python that the project is made for, as a marker
 */
export function resolver(entries: readonly PoetryEntry[], python: string | undefined): Resolve {
  const byName = groupByName(entries);
  return (dependency, from) =>
    (byName.get(dependency.name) ?? []).filter(
      (entry) =>
        allows(dependency.constraint, entry.version) &&
        !areDisjoint(python, from.marker, dependency.marker, entry.marker),
    );
}

/** Everything that entries ask for, and what they ask for in vain. */
export function readNeeds(
  entries: readonly PoetryEntry[],
  resolve: Resolve,
): { readonly needs: readonly Need[]; readonly problems: readonly Problem[] } {
  const needs: Need[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    for (const dependency of entry.dependencies) {
      const found = resolve(dependency, entry);
      // What only some environment or an extra asks for need not be locked: nobody may have such an environment.
      if (found.length === 0 && !dependency.optional && dependency.marker === undefined) {
        const reason = `its dependency ${dependency.name} ${dependency.constraint.slice(0, 100)} is not in the lockfile`;
        problems.push({ key: entry.key, line: entry.line, reason });
      }
      for (const to of found)
        for (const extra of askersOf(entry, dependency))
          needs.push(toNeed(entry.key, to, dependency, extra));
    }
  }
  return { needs, problems };
}

/** The extras of a package that ask for the dependency; the package itself, `undefined`, where it is not optional. */
function askersOf({ extras }: PoetryEntry, { name, optional, extrasInMarker }: PoetryDependency) {
  if (!optional) return [undefined];
  const listing = [...extras].filter(([, names]) => names.has(name)).map(([extra]) => extra);
  return new Set([...extrasInMarker, ...listing]);
}

export function toNeed(
  from: string,
  to: PoetryEntry,
  { constraint, marker, extras }: PoetryDependency,
  extra?: string,
  group?: string,
): Need {
  return {
    from,
    to: to.key,
    ...(extra === undefined ? {} : { extra }),
    ...(group === undefined ? {} : { group }),
    extras,
    ...(constraint === "*" ? {} : { requirement: constraint }),
    ...(marker === undefined ? {} : { condition: marker }),
  };
}
