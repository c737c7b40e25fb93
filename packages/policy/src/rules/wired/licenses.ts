import { defineRule } from "../../rule.ts";
import { inputText } from "../../workflow/purposes.ts";
import { actionOf } from "../../workflow/uses.ts";
import { wiredFor } from "../../workflow/wired.ts";
import { judgeGate } from "./gate.ts";

const id = "license.audit-wired";

/** Rule 31. */
export const licensesWired = defineRule({
  id,
  title: "No licence audit that stops a pull request",
  description: "A licence with terms that you did not choose gets in unnoticed.",
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
    const reviewed = (await wiredFor(repository, "audit", "pull_request", id)).some(
      ({ step, weakness }) =>
        step !== undefined &&
        weakness === undefined &&
        actionOf(step) === "actions/dependency-review-action" &&
        inputText(step, "license-check") !== "false" &&
        ["allow-licenses", "deny-licenses", "config-file"].some(
          (name) => inputText(step, name) !== "",
        ),
    );
    return reviewed ? { ...judgement, violations: [] } : judgement;
  },
});
