import { pep440Range } from "@assay/versions";
import { areDisjoint } from "../disjoint.ts";
import type { Need, Problem } from "../entry.ts";
import { groupByName } from "../names.ts";
import type { Declared } from "../pyproject.ts";
import type { Requirement } from "../requirement.ts";
import type { PdmEntry } from "./entries.ts";

/** Finds the packages that a requirement may mean: by name, by the versions that it allows, and by markers that can hold together. */
export type Resolve = (requirement: Requirement, marker: string | undefined) => readonly PdmEntry[];

/**
 * @param python the versions of Python that the project is made for, as a marker
 * @param overruled names of which the project overrules what others ask for
 */
export function resolver(
  entries: readonly PdmEntry[],
  python: string | undefined,
  overruled: ReadonlySet<string>,
): Resolve {
  const byName = groupByName(entries);
  return ({ name, specifier, url, marker }, fromMarker) => {
    const range =
      specifier === "" || url !== undefined || overruled.has(name)
        ? undefined
        : pep440Range(specifier, { prereleases: true });
    return (byName.get(name) ?? []).filter(
      ({ version, marker: own }) =>
        (range === undefined || version === undefined || range(version)) &&
        !areDisjoint(python, fromMarker, marker, own),
    );
  };
}

/** Everything that packages ask for, and what they ask for in vain. */
export function readNeeds(
  entries: readonly PdmEntry[],
  resolve: Resolve,
): { readonly needs: readonly Need[]; readonly problems: readonly Problem[] } {
  const needs: Need[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    for (const requirement of entry.requirements) {
      const found = resolve(requirement, entry.marker);
      if (found.length === 0 && requirement.marker === undefined) {
        const reason = `its dependency ${requirement.name}${requirement.specifier.slice(0, 100)} is not in the lockfile`;
        problems.push({ key: entry.key, line: entry.line, reason });
      }
      const askers = requirement.askedBy.length === 0 ? [undefined] : requirement.askedBy;
      for (const to of found)
        for (const extra of askers) needs.push(toNeed(entry.key, to, requirement, extra));
    }
  }
  return { needs, problems };
}

/** What the project itself asks for, and what of it is not locked. */
export function rootNeeds(
  root: string,
  declared: readonly Declared[],
  lockedGroups: ReadonlySet<string>,
  resolve: Resolve,
): { readonly needs: readonly Need[]; readonly missing: readonly string[] } {
  const needs: Need[] = [];
  const missing: string[] = [];
  for (const { requirement, extra, group } of declared) {
    // The project may ask for its own extras.
    const found = resolve(requirement, undefined);
    const isLocked = lockedGroups.size === 0 || lockedGroups.has(extra ?? group ?? "default");
    if (found.length === 0 && requirement.marker === undefined && isLocked)
      missing.push(`${requirement.name}${requirement.specifier}`);
    needs.push(...found.map((to) => toNeed(root, to, requirement, extra, group)));
  }
  return { needs, missing };
}

function toNeed(
  from: string,
  to: PdmEntry,
  { specifier, extras, marker }: Requirement,
  extra?: string,
  group?: string,
): Need {
  return {
    from,
    to: to.key,
    ...(extra === undefined ? {} : { extra }),
    ...(group === undefined ? {} : { group }),
    extras,
    ...(specifier === "" ? {} : { requirement: specifier }),
    ...(marker === undefined ? {} : { condition: marker }),
  };
}
