import { matchAdvisories, type PackageQuery } from "@assay/advisories";
import { defineRule, type Violation } from "../../rule.ts";
import { type UsesAt, usesIn } from "../../workflow/steps.ts";
import { isCommit, versionInComment } from "../../workflow/uses.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 16. `assay dependencies` says the same with a clock and a fix; here it is one of the promises. */
export const knownVulnerableAction = defineRule({
  id: "workflow.known-vulnerable-action",
  title: "An action with a known vulnerability",
  description: "An advisory says that this version of the action can be attacked.",
  help: "Take the fixed version, pinned to its commit.",
  severity: "high",
  sources: { zizmor: ["known-vulnerable-actions"], ssdf: ["RV.1"], cra: ["I(2)(a)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const used = usesIn(await workflowsOf(repository)).flatMap((at) => {
      const query = queryOf(at);
      return query === undefined ? [] : [{ at, query }];
    });
    if (used.length === 0) return { violations: [], looked: 0 };
    const data = await repository.advisories();
    if (typeof data === "string") return { violations: [], looked: 0, unknown: [data] };
    const matches = await matchAdvisories(
      data,
      used.map(({ query }) => query),
    );
    const violations = used.flatMap(({ at: { file, uses }, query }): readonly Violation[] =>
      (matches.get(query) ?? []).map(
        ({ group: { id, severity, summary }, records, confidence }) => {
          const { level } = severity;
          const fixed = records.find((record) => record.fixed !== undefined)?.fixed;
          // What nobody can tell, as of a commit without a version, is a guess.
          const version = query.version ?? "at this commit";
          return {
            path: file.path,
            place: placeIn(file, uses.node),
            key: `${query.name} ${id}`,
            message: `${id} affects \`${query.name}\` ${version}${summary === undefined ? "" : `: ${summary.replace(/\.$/, "")}`}.`,
            severity: level === "unknown" || level === "none" ? "medium" : level,
            ...(confidence === "low" && { confidence: "low" as const }),
            ...(fixed !== undefined && {
              remediation: `Take ${fixed} or later, pinned to its commit.`,
            }),
          };
        },
      ),
    );
    return { violations, looked: used.length };
  },
});

/** An action by the version of its tag, or of the comment behind its commit. */
function queryOf({ uses: { target, comment } }: UsesAt): PackageQuery | undefined {
  if (target.kind !== "action" && target.kind !== "workflow") return undefined;
  const { repository: name, ref } = target;
  const about = { ecosystem: "GitHub Actions", name, repository: `github.com/${name}` };
  if (!isCommit(ref)) {
    const floats = /^v?\d+(?:\.\d+)?$/.test(ref);
    return /^v?\d/.test(ref)
      ? { ...about, version: ref, ...(floats && { claimed: true }) }
      : undefined;
  }
  const version = versionInComment(comment);
  return { ...about, commit: ref, ...(version !== undefined && { version, claimed: true }) };
}
