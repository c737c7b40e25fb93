import { defineRule } from "../../rule.ts";
import { foreignCodeOf } from "../../workflow/foreign.ts";
import { stepKey } from "../../workflow/steps.ts";
import { taintOf } from "../../workflow/taint.ts";
import { exceeds } from "../../workflow/visits.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 6. */
export const prTargetCheckout = defineRule({
  id: "workflow.pr-target-checkout",
  title: "Code of a pull request in a run with the repository's rights",
  description:
    "On `pull_request_target`, `workflow_run` and `issue_comment` a run has secrets and a token that writes: building a fork's code hands them over.",
  help: "Build on `pull_request` and pass results on as data, or don't check out the head.",
  severity: "critical",
  sources: {
    zizmor: ["dangerous-triggers"],
    scorecard: ["Dangerous-Workflow"],
    osps: ["BR-01.03"],
    ssdf: ["PO.5"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { checkouts } = await foreignCodeOf(repository);
    const { exceeded } = await taintOf(repository);
    const { workflows, actions } = await workflowsOf(repository);
    return {
      looked: workflows.length + actions.length,
      unknown: exceeded.map(exceeds),
      violations: checkouts.map(({ file, job, step, span, what, event, severity, runs }) => {
        const line = runs?.file.document.position(runs.span.start).line;
        const then =
          runs === undefined
            ? "nothing that runs it was found"
            : `\`${runs.what}\` (${runs.file.path}:${line}) runs it`;
        return {
          path: file.path,
          place: placeIn(file, { span }),
          key: `${stepKey({ step, ...(job && { job }) })}/${what}`,
          message: `\`${what}\` brings in the code of a pull request on \`${event}\`; ${then}.`,
          severity,
        };
      }),
    };
  },
});
