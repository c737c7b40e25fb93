import { defineRule, type Violation } from "../../rule.ts";
import { isDangerous } from "../../untrusted/events.ts";
import { foreignCodeOf } from "../../workflow/foreign.ts";
import { byRisk, describe, riskOf } from "../../workflow/risk.ts";
import { stepKey } from "../../workflow/steps.ts";
import { taintOf } from "../../workflow/taint.ts";
import { exceeds } from "../../workflow/visits.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 8. */
export const githubEnv = defineRule({
  id: "workflow.github-env",
  title: "Text of others sets variables or the path of later steps",
  description:
    "A line break in what is written to GITHUB_ENV sets more variables, such as BASH_ENV, which run code in later steps.",
  help: "Write it to GITHUB_OUTPUT, or check it against a pattern without line breaks.",
  severity: "high",
  sources: { zizmor: ["github-env"], osps: ["BR-01.01"], ssdf: ["PW.5"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { sinks, exceeded } = await taintOf(repository);
    const { environment } = await foreignCodeOf(repository);
    const { workflows, actions } = await workflowsOf(repository);
    const tainted = sinks.flatMap(({ kind, file, job, step, what, span, reached }): Violation[] => {
      const dangerous = reached.filter(
        (each) => isDangerous(each.event) && /^(?:arbitrary|name)$/.test(each.class),
      );
      const [worst] = byRisk(dangerous);
      if (kind !== "environment" || worst === undefined || step === undefined) return [];
      const { severity } = riskOf(worst);
      return [
        {
          path: file.path,
          place: placeIn(file, { span }),
          key: `${stepKey({ step, ...(job && { job }) })}/${what}`,
          message: `${describe(worst)} is written to \`${what}\`.`,
          severity: severity === "critical" ? "high" : severity,
        },
      ];
    });
    const files = environment.map(({ file, job, step, span, what, of, severity }) => ({
      path: file.path,
      place: placeIn(file, { span }),
      key: `${stepKey({ step, ...(job && { job }) })}/${what}`,
      message: `A file of ${of} is written to \`${what}\`.`,
      severity,
    }));
    const known = new Set(tainted.map(({ path, place }) => `${path} ${place?.startLine}`));
    return {
      looked: workflows.length + actions.length,
      unknown: exceeded.map(exceeds),
      violations: [
        ...tainted,
        ...files.filter(({ path, place }) => !known.has(`${path} ${place.startLine}`)),
      ],
    };
  },
});
