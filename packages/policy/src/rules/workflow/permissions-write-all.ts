import { defineRule, type Violation } from "../../rule.ts";
import type { Permissions, Workflow } from "../../workflow/model.ts";
import { writesOf, wrongScope } from "../../workflow/permissions.ts";
import { eventsOf } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 5. */
export const permissionsWriteAll = defineRule({
  id: "workflow.permissions-write-all",
  title: "A workflow with more rights than it needs",
  description: "Rights at the top of a workflow hold for jobs and actions that don't need them.",
  help: "Move each right to the jobs that need it.",
  severity: "high",
  sources: {
    zizmor: ["excessive-permissions"],
    scorecard: ["Token-Permissions"],
    osps: ["AC-04.02"],
    ssdf: ["PO.5"],
    cra: ["I(2)(d)"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    return {
      looked: workflows.length,
      violations: workflows.flatMap((file) => [
        ...ofTop(file),
        ...file.jobs.flatMap(({ id, permissions }) =>
          permissions?.all === "write-all"
            ? [
                violation(
                  file,
                  permissions,
                  `${id}/write-all`,
                  `The job \`${id}\` may write to everything.`,
                ),
              ]
            : [],
        ),
        ...[file.permissions, ...file.jobs.map(({ permissions }) => permissions)].flatMap((each) =>
          wrongOnes(file, each),
        ),
      ]),
    };
  },
});

function ofTop(file: Workflow): readonly Violation[] {
  const { permissions, jobs } = file;
  const writes = writesOf(permissions);
  if (permissions === undefined || writes.length === 0) return [];
  if (writes[0] === "write-all")
    return [
      violation(
        file,
        permissions,
        "write-all",
        "Every job of the workflow may write to everything.",
      ),
    ];
  const events = eventsOf(file);
  const heirs = jobs.filter((job) => job.permissions === undefined).length;
  // With one job, or none that takes them, the rights go no further than where they would stand otherwise.
  const isLow =
    jobs.length <= 1 || heirs === 0 || (events.size === 1 && events.has("workflow_call"));
  return writes.map((scope) => ({
    ...violation(
      file,
      permissions.scopes.get(scope)?.value ?? permissions,
      scope,
      `\`${scope}: write\` stands at the top of the workflow: ${heirs === 1 ? "one job has" : `${heirs} jobs have`} it, needed or not.`,
    ),
    ...(isLow && { severity: "low" as const }),
    // Of one job it is a matter of taste.
    ...(jobs.length <= 1 && { confidence: "low" as const }),
  }));
}

function wrongOnes(file: Workflow, permissions: Permissions | undefined): readonly Violation[] {
  return [...(permissions?.scopes ?? [])].flatMap(([scope, { key, value }]) => {
    const level = value.kind === "scalar" ? value.text : "";
    const wrong = level.includes("${{")
      ? "an expression is not allowed there"
      : wrongScope(scope, level);
    return wrong === undefined
      ? []
      : [
          {
            ...violation(file, key, `wrong ${scope}`, `GitHub refuses the workflow: ${wrong}.`),
            severity: "medium" as const,
          },
        ];
  });
}

function violation(
  file: Workflow,
  at: Permissions | Permissions["key"] | Permissions["node"],
  key: string,
  message: string,
): Violation {
  return { path: file.path, place: placeIn(file, "node" in at ? at.node : at), key, message };
}
