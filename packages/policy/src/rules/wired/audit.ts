import { defineRule } from "../../rule.ts";
import { judgeGate } from "./gate.ts";

const id = "audit.gate-wired";

/** Rule 29. */
export const auditWired = defineRule({
  id,
  title: "No dependency audit that stops a pull request",
  description: "Nothing keeps a known vulnerability from being merged.",
  help: "Run `assay-ci/assay`, or another audit, on `pull_request`, without `continue-on-error`. Name what else does it in `policy.equivalents`.",
  severity: "high",
  sources: {
    osps: ["VM-05.03"],
    scorecard: ["Vulnerabilities"],
    ssdf: ["PW.4", "RV.1"],
    cra: ["I(2)(a)", "II(2)"],
  },
  decidedBy: "files",
  confidence: "high",
  judge: (repository) =>
    judgeGate(repository, {
      ...{ id, purpose: "audit", events: ["pull_request"], what: "a dependency audit" },
    }),
});
