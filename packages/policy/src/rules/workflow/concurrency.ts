import { entryAt } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import { eventsOf } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 19. */
export const concurrency = defineRule({
  id: "workflow.concurrency",
  title: "Runs that can overtake each other",
  description:
    "Without `concurrency` each push starts one more run beside the old ones, and deployments can run in any order.",
  help: "Set `concurrency` with a `group`, and `cancel-in-progress: true` where a newer run replaces the older one.",
  severity: "low",
  sources: { zizmor: ["concurrency-limits"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    const wanted = workflows.flatMap((file) => {
      const events = eventsOf(file);
      const isPull = events.has("pull_request") || events.has("pull_request_target");
      // Of a workflow that others call, the caller says what may run beside what.
      const isCalled = events.size === 1 && events.has("workflow_call");
      const deploys = !isCalled && file.jobs.some(({ environment }) => environment !== undefined);
      return isPull || deploys ? [{ file, isPull }] : [];
    });
    return {
      looked: wanted.length,
      violations: wanted.flatMap(({ file, isPull }) => {
        const { root, jobs } = file;
        const open = jobs.filter(({ node }) => entryAt(node, "concurrency") === undefined);
        const { key } = entryAt(root, "on") ?? {};
        if (entryAt(root, "concurrency") !== undefined || open.length === 0 || key === undefined)
          return [];
        const why = isPull ? "runs for pull requests" : "uses an environment";
        const message = `The workflow ${why} and has no \`concurrency\`.`;
        return [{ path: file.path, place: placeIn(file, key), key: "concurrency", message }];
      }),
    };
  },
});
