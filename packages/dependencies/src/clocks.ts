import type { Finding } from "@assay/core";
import { introducedDates } from "@assay/git";
import type { GateContext } from "./comparison.ts";
import type { FoundVulnerability } from "./vulnerabilities.ts";

/** Since when the branch has a vulnerable entry, and how that is known. */
export type Since = Pick<Finding, "firstSeen" | "clockSource">;

/** By the history of the lockfiles. What is new or compared with nothing has no deadline, so nobody is asked about it. */
export async function datesOf(
  context: GateContext,
  vulnerabilities: readonly FoundVulnerability[],
): Promise<(vulnerability: Pick<FoundVulnerability, "key">) => Since> {
  const entries = vulnerabilities.flatMap(({ key, change, component }) => {
    const { name, version, location } = component;
    const { path, startLine: line } = location;
    if (change !== "existing" || line === undefined) return [];
    return [{ key, path, line, name, ...(version !== undefined && { version }) }];
  });
  const dates = await introducedDates(context, entries);
  const byKey = new Map(
    [...dates].map(([{ key }, { at, source }]) => [key, { firstSeen: at, clockSource: source }]),
  );
  return ({ key }) => byKey.get(key) ?? {};
}
