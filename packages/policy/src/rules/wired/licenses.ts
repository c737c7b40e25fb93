import { defineRule } from "../../rule.ts";
import { inputText } from "../../workflow/purposes.ts";
import { stepsOf } from "../../workflow/steps.ts";
import { actionOf } from "../../workflow/uses.ts";
import { workflowsOf } from "../../workflow/workflows.ts";
import { judgeGate } from "./gate.ts";

const id = "license.audit-wired";

/** Rule 31. */
export const licensesWired = defineRule({
  id,
  title: "No licence audit that stops a pull request",
  description:
    "A package whose licence binds you to terms that you did not choose gets in unnoticed.",
  help: "Run `assay-ci/assay`, or another licence audit, on `pull_request`, without `continue-on-error`. Name what else does it in `policy.equivalents`.",
  severity: "high",
  sources: { osps: ["VM-05.01"], ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const judgement = await judgeGate(repository, {
      ...{ id, purpose: "licenses", events: ["pull_request"], what: "a licence audit" },
    });
    if (judgement.violations.length === 0) return judgement;
    // Dependency review looks at licences where it is told which.
    const reviewed = stepsOf(await workflowsOf(repository)).some(
      ({ file, step }) =>
        file.kind === "workflow" &&
        file.triggers.some(({ name }) => name === "pull_request") &&
        actionOf(step) === "actions/dependency-review-action" &&
        ["allow-licenses", "deny-licenses", "config-file"].some(
          (name) => inputText(step, name) !== "",
        ) &&
        !/true/.test(inputText(step, "warn-only")),
    );
    return reviewed ? { ...judgement, violations: [] } : judgement;
  },
});
