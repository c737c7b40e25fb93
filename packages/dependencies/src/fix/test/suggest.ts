import { type AdvisoryRecord, matchAdvisories, memoryData } from "@assay/advisories";
import { CI_ECOSYSTEMS, ECOSYSTEMS, memorySource, readInventory } from "@assay/inventory";
import { packageReader } from "../../packages.ts";
import { findVulnerabilities, withPaths } from "../../vulnerabilities.ts";
import { suggestFixes } from "../fixes.ts";
import type { FixSuggestion } from "../suggestion.ts";

/** What is suggested for a project in memory. */
export async function suggest(
  files: Readonly<Record<string, string>>,
  records: readonly AdvisoryRecord[],
): Promise<readonly FixSuggestion[]> {
  const ecosystems = [...ECOSYSTEMS, ...CI_ECOSYSTEMS];
  const { graphs } = await readInventory(memorySource(files), { ecosystems });
  const packages = packageReader()(graphs);
  const data = memoryData(records);
  const matches = await matchAdvisories(
    data,
    packages.flatMap(({ query }) => query ?? []),
  );
  const found = withPaths(findVulnerabilities(packages, matches), graphs);
  return suggestFixes(found, { data, readText: async (path) => files[path] });
}
