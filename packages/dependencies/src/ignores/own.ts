import { endOfDay, globMatcher, type Location, UsageError } from "@assay/core";
import { subjectOf } from "../packages.ts";
import { type Ignore, type IgnoreEntry, selectorOf } from "./entry.ts";

/**
 * The entries of the config file.
 *
 * @throws UsageError for entries that are not valid, all at once, as `dependencies.ignores[2].expires …`.
 */
export function ownIgnores(
  entries: readonly IgnoreEntry[],
  placeOf: (index: number) => Location | undefined,
): readonly Ignore[] {
  const problems: string[] = [];
  const ignores = entries.map((entry, index): Ignore => {
    const key = `dependencies.ignores[${index}]`;
    const { id, paths, reason, owner, expires } = entry;
    const endsAt = endOfDay(expires);
    if (endsAt === undefined)
      problems.push(`${key}.expires is "${expires.slice(0, 40)}"; write a day as YYYY-MM-DD`);
    for (const field of ["id", "reason", "owner"] as const)
      if (entry[field].trim() === "") problems.push(`${key}.${field} is empty`);
    const isPackage =
      entry.package === undefined
        ? () => true
        : selectorOf(entry.package, `${key}.package`, problems);
    const isInPaths = paths === undefined ? () => true : globMatcher(paths);
    return {
      id,
      source: placeOf(index) ?? { path: "assay.yml" },
      isOwn: true,
      reason,
      owner,
      endsAt: endsAt ?? 0,
      justification: entry.justification,
      approvedBy: entry["approved-by"],
      advisory: id.trim().toLowerCase(),
      matches: (vulnerability) =>
        isInPaths(vulnerability.graph.path) && isPackage(subjectOf(vulnerability.component)),
    };
  });
  const [first, ...others] = problems;
  if (first !== undefined)
    throw new UsageError(`An ignore is not valid: ${first}`, { problems: others });
  return ignores;
}
