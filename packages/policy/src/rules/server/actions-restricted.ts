import { defineRule } from "../../rule.ts";
import { ask, expectSettings, field, notEvaluated } from "./ask.ts";

export const actionsRestricted = defineRule({
  id: "server.actions-restricted",
  title: "The server lets workflows do more than they need",
  description:
    "What the settings forbid, such as movable tags or a token that writes unasked, no workflow can do.",
  help: "In the settings of Actions require full-length SHAs, set permissions to read, and let workflows approve nothing.",
  severity: "medium",
  sources: {
    osps: ["AC-04.01"],
    ssdf: ["PO.5"],
    scorecard: ["Token-Permissions", "Pinned-Dependencies"],
  },
  decidedBy: "api",
  confidence: "high",
  async judge(repository) {
    const permissions = await ask(repository, "/actions/permissions");
    const workflow = await ask(repository, "/actions/permissions/workflow");
    if ("unknown" in permissions) return notEvaluated(permissions.unknown);
    if ("unknown" in workflow) return notEvaluated(workflow.unknown);
    return expectSettings([
      {
        key: "sha_pinning_required",
        found: field(permissions.body, "sha_pinning_required"),
        wanted: true,
        message: "Workflows may use actions by tag or branch.",
      },
      {
        key: "default_workflow_permissions",
        found: field(workflow.body, "default_workflow_permissions"),
        wanted: "read",
        message: "The token of a workflow that asks for nothing can write.",
      },
      {
        key: "can_approve_pull_request_reviews",
        found: field(workflow.body, "can_approve_pull_request_reviews"),
        wanted: false,
        message: "Workflows may approve pull requests.",
      },
    ]);
  },
});
