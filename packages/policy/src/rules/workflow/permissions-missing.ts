import { entryAt } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import type { Uses } from "../../workflow/model.ts";
import { eventsOf } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

const USES_TOKEN = /GITHUB_TOKEN|github\.token|\bgit push\b|id-token/;

/** Rule 4. */
export const permissionsMissing = defineRule({
  id: "workflow.permissions-missing",
  title: "A workflow that does not say which rights it needs",
  description:
    "Without `permissions` the repository's setting decides, which can be write access to everything.",
  help: "Set `permissions: {}` or `permissions: { contents: read }` at the top, and more in the job that needs it.",
  severity: "high",
  sources: {
    zizmor: ["excessive-permissions"],
    scorecard: ["Token-Permissions"],
    osps: ["AC-04.01"],
    ssdf: ["PO.5"],
    cra: ["I(2)(d)"],
  },
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    // What a workflow of the repository says of its own rights holds for the job that calls it.
    const isBounded = ({ target }: Uses) =>
      target.kind === "local" &&
      workflows.some(({ path, permissions }) => path === target.path && permissions !== undefined);
    return {
      looked: workflows.length,
      violations: workflows.flatMap((file) => {
        const without = file.jobs.filter(
          ({ permissions, uses }) => permissions === undefined && !(uses && isBounded(uses)),
        );
        const [first] = without;
        if (file.permissions !== undefined || first === undefined) return [];
        const events = eventsOf(file);
        // A called workflow has at most the rights of its caller.
        const isCalledOnly = events.size === 1 && events.has("workflow_call");
        const names = without.map(({ id }) => `\`${id}\``).join(", ");
        const jobs = without.length === 1 ? `the job ${names}` : `the jobs ${names}`;
        const { key = first.key } = entryAt(file.root, "jobs") ?? {};
        return [
          {
            path: file.path,
            place: placeIn(file, without.length === file.jobs.length ? key : first.key),
            key: "permissions",
            message: `Neither the workflow nor ${jobs} has \`permissions\`.`,
            // What a job does with the token can't be read from its name: who uses it has to say what for.
            ...(file.root !== undefined &&
              !USES_TOKEN.test(file.text) && {
                edits: repository.editor?.setValue(
                  file.text,
                  file.root,
                  ["permissions", "contents"],
                  "read",
                  {
                    before: "jobs",
                  },
                ),
              }),
            ...(isCalledOnly && { severity: "low" as const }),
          },
        ];
      }),
    };
  },
});
