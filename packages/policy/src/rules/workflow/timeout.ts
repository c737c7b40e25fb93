import { entryAt } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 18. A call of a reusable workflow has no limit of its own: its jobs have. */
export const timeout = defineRule({
  id: "workflow.timeout",
  title: "A job without a time limit",
  description: "A job that hangs runs for six hours, and blocks a self-hosted runner as long.",
  help: "Set `timeout-minutes` on every job.",
  severity: "low",
  sources: {},
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    const jobs = workflows.flatMap((workflow) =>
      workflow.jobs.filter(({ uses }) => uses === undefined).map((job) => ({ workflow, job })),
    );
    return {
      looked: jobs.length,
      violations: jobs
        .filter(({ job }) => entryAt(job.node, "timeout-minutes") === undefined)
        .map(({ workflow, job: { id, key, node } }) => ({
          path: workflow.path,
          place: placeIn(workflow, key),
          key: id,
          message: `The job \`${id}\` has no \`timeout-minutes\`.`,
          // A suggestion: nobody but its owner knows how long it may take.
          edits: repository.editor?.setValue(workflow.text, node, ["timeout-minutes"], "30", {
            after: "runs-on",
          }),
        })),
    };
  },
});
