import type { PackageGraph } from "@assay/inventory";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";

/** Rule 24. */
export const lockfilePresent = defineRule({
  id: "deps.lockfile-present",
  title: "A manifest without a lockfile that fits it",
  description: "Without a lockfile every build takes what is newest, and nobody has looked at it.",
  help: "Let the package manager write the lockfile, and commit it.",
  severity: "high",
  sources: { osps: ["QA-02.01"], ssdf: ["PW.4", "PS.3"], cra: ["II(1)"], slsa: ["build-3"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { graphs, skipped } = await repository.inventory();
    const violations: Violation[] = [];
    const unknown: string[] = [];
    for (const { kind, item, reason, advice, others = [] } of skipped) {
      if (kind === "unlocked") {
        for (const path of [item, ...others]) {
          violations.push({
            ...{ path, key: "unlocked", message: `${path} has no lockfile: ${reason}.` },
            ...(advice !== undefined && { remediation: advice }),
          });
        }
      } else if (kind === "unreadable" || kind === "absent" || kind === "unsupported") {
        unknown.push(`${item} was not read: ${reason}.`);
      }
    }
    for (const graph of graphs) {
      const stale = graph.gaps.filter(({ kind }) => kind === "stale");
      const isOld = stale.length > 0 && (await isAsBefore(graph, repository));
      for (const { item, reason, identity, location, advice } of stale) {
        const { startLine } = location ?? {};
        violations.push({
          path: graph.path,
          ...(startLine !== undefined && { place: { startLine } }),
          key: `stale/${item}/${identity ?? reason}`,
          message: `${graph.path} does not fit its manifest: ${reason}.`,
          ...(advice !== undefined && { remediation: advice }),
          ...(isOld && { inBase: true }),
        });
      }
    }
    return {
      violations,
      looked: graphs.length + violations.length + unknown.length,
      ...(unknown.length > 0 && { unknown }),
    };
  },
});

/** Whether the base has the same lockfile and manifests: there they are not compared once more. */
async function isAsBefore(
  { path, covers }: PackageGraph,
  repository: PolicyRepository,
): Promise<boolean> {
  for (const each of [path, ...covers]) {
    const before = await repository.base?.read(each);
    if (before === undefined || before !== (await repository.read(each))) return false;
  }
  return true;
}
