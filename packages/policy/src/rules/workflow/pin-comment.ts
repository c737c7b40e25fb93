import { defineRule } from "../../rule.ts";
import { usesIn } from "../../workflow/steps.ts";
import { isCommit, versionInComment } from "../../workflow/uses.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 2. */
export const pinComment = defineRule({
  id: "workflow.pin-comment",
  title: "A pinned action without its version behind it",
  description: "Dependabot, advisories and reviewers go by the version in the comment.",
  help: "Write the version behind the commit: `uses: owner/repo@<commit> # v1.2.3`.",
  severity: "low",
  sources: { zizmor: ["ref-version-mismatch"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const pinned = usesIn(await workflowsOf(repository)).flatMap(({ file, uses }) =>
      "ref" in uses.target && isCommit(uses.target.ref)
        ? [{ file, uses, target: uses.target }]
        : [],
    );
    return {
      looked: pinned.length,
      violations: pinned
        .filter(({ uses }) => versionInComment(uses.comment) === undefined)
        .map(({ file, uses, target }) => ({
          path: file.path,
          place: placeIn(file, uses.node),
          key: [target.repository, target.path].filter(Boolean).join("/"),
          message: `The pin of \`${target.repository}\` has no version behind it.`,
        })),
    };
  },
});
