import type { AdvisoryPackage } from "../data.ts";
import { packageKey } from "../data.ts";
import { repositoryName } from "../query/names.ts";
import type { AdvisoryRecord } from "../record.ts";

/**
 * The packages under which a record is found, each once: those that it names, and for an entry without one the repositories of its
 * ranges, in the ecosystem `GIT`.
 */
export function packagesOf({
  affected,
}: Pick<AdvisoryRecord, "affected">): readonly AdvisoryPackage[] {
  const found = new Map<string, AdvisoryPackage>();
  for (const { ecosystem, name, ranges } of affected) {
    const packages =
      ecosystem !== undefined && name !== undefined
        ? [{ ecosystem: ecosystem.split(":", 1)[0] ?? "", name }]
        : ranges.flatMap(({ repo }) =>
            repo === undefined ? [] : [{ ecosystem: "GIT", name: repositoryName(repo) }],
          );
    for (const each of packages) found.set(packageKey(each), each);
  }
  return [...found.values()];
}
