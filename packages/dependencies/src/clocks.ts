import type { Finding } from "@assay/core";
import { introducedDates } from "@assay/git";
import type { Comparison, GateContext } from "./comparison.ts";
import type { FoundVulnerability } from "./vulnerabilities.ts";

/** Since when the branch has a vulnerable entry, and how that is known. */
export type Since = Pick<Finding, "firstSeen" | "clockSource">;

/**
 * By the history of the lockfiles; that of the base where there is one, for a change buys no time by touching a line. What is new or
 * compared with nothing has no deadline, so nobody is asked about it.
 *
 * @param known What the base has, by the keys of the head.
 */
export async function datesOf(
  context: GateContext,
  vulnerabilities: readonly FoundVulnerability[],
  known: ReadonlyMap<string, Pick<FoundVulnerability, "component">> = new Map(),
  comparison?: Comparison,
): Promise<(vulnerability: Pick<FoundVulnerability, "key">) => Since> {
  const entries = vulnerabilities.flatMap(({ key, change, component }) => {
    const { name, version, location } = known.get(key)?.component ?? component;
    const { path, startLine: line } = location;
    if (change !== "existing" || line === undefined) return [];
    return [{ key, path, line, name, ...(version !== undefined && { version }) }];
  });
  const commit = comparison?.kind === "base" ? comparison.commit : undefined;
  const dates = await introducedDates(context, entries, commit);
  const byKey = new Map(
    [...dates].map(([{ key }, { at, source }]) => [key, { firstSeen: at, clockSource: source }]),
  );
  return ({ key }) => byKey.get(key) ?? {};
}
