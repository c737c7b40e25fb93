import { addTo } from "@assay/core";
import { type AdvisoryData, type EcosystemData, packageKey, type StoredAdvisory } from "../data.ts";
import { packagesOf } from "../evaluate/packages.ts";
import type { AdvisoryRecord } from "../record.ts";
import { groupFacts } from "./facts.ts";

/** Records held in memory as data, for tests and for small sets. */
export function memoryData(
  records: Iterable<AdvisoryRecord>,
  takenAt = "2026-01-01T00:00:00Z",
): AdvisoryData {
  const all = [...records];
  const groups = groupFacts(all);
  const byPackage = new Map<string, StoredAdvisory[]>();
  const ecosystems: Record<string, EcosystemData> = Object.create(null);
  for (const record of all) {
    const group = groups.get(record.id) ?? { ids: [record.id], vectors: [], labels: [] };
    const packages = packagesOf(record);
    for (const each of packages) addTo(byPackage, packageKey(each), { record, group });
    for (const name of new Set(packages.map(({ ecosystem }) => ecosystem)))
      ecosystems[name] = { records: (ecosystems[name]?.records ?? 0) + 1, takenAt };
  }
  return {
    info: { source: "memory", place: "memory", ecosystems, takenAt },
    lookup: async (packages) =>
      new Map(
        packages.flatMap((each) => {
          const key = packageKey(each);
          const found = byPackage.get(key);
          return found === undefined ? [] : [[key, found] as const];
        }),
      ),
  };
}
