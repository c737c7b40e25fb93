import { defineRule, type Violation } from "../../rule.ts";
import { byRisk, describe, riskOf } from "../../workflow/risk.ts";
import { stepKey } from "../../workflow/steps.ts";
import { type Sink, taintOf } from "../../workflow/taint.ts";
import { exceeds } from "../../workflow/visits.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 7. */
export const templateInjection = defineRule({
  id: "workflow.template-injection",
  title: "Text of others becomes code of a script",
  description:
    "A template is put into a script before it runs: whoever writes its value runs commands.",
  help: 'Give the value to the step by `env:` and use the variable, in quotes: `"$TITLE"`.',
  severity: "high",
  sources: {
    zizmor: ["template-injection"],
    scorecard: ["Dangerous-Workflow"],
    osps: ["BR-01.01"],
    ssdf: ["PW.5"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { sinks, exceeded } = await taintOf(repository);
    const { workflows, actions } = await workflowsOf(repository);
    return {
      looked: workflows.length + actions.length,
      violations: [
        ...sinks.filter(({ kind }) => kind !== "environment").map(violation),
        // No workflow that somebody needs is that large: anything can lie behind.
        ...exceeded.map((path) => ({ path, key: "exceeded", message: exceeds(path) })),
      ],
    };
  },
});

function violation({ kind, file, job, step, what, span, reached }: Sink): Violation {
  const [worst, ...others] = byRisk(reached);
  const source = worst === undefined ? "" : describe(worst);
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  const effect =
    kind === "directory"
      ? "chooses the folder of the step"
      : kind === "evaluation"
        ? "is run as code by a script"
        : `becomes code of \`${what}\``;
  const where = step === undefined ? what : stepKey({ step, ...(job && { job }) });
  return {
    path: file.path,
    place: placeIn(file, { span }),
    key: `${step === undefined && job ? `${job.id}/` : ""}${where}/${worst?.context ?? ""}`,
    message: `${source}${more} ${effect}.`,
    ...(worst && riskOf(worst)),
    ...(kind === "directory" && { severity: "low" }),
    ...(kind === "evaluation" && { confidence: "medium" }),
  };
}
