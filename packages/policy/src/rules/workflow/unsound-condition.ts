import type { YamlScalar } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { SourceFile } from "../../workflow/model.ts";
import { stepKey, stepsOf } from "../../workflow/steps.ts";
import { conditionAt } from "../../workflow/templates.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

export const unsoundCondition = defineRule({
  id: "workflow.unsound-condition",
  title: "A condition that is always true",
  description: "Text or a line break around `${{ }}` makes `if` a text, and every text is true.",
  help: "Put the whole condition into one `${{ }}`, or leave that out; use `|-` instead of `|`.",
  severity: "medium",
  sources: { zizmor: ["unsound-condition"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const all = await workflowsOf(repository);
    const jobs = all.workflows.flatMap((file) =>
      file.jobs.map((job) => ({ file, node: job.if, key: job.id })),
    );
    const steps = stepsOf(all).map((at) => ({ file: at.file, node: at.step.if, key: stepKey(at) }));
    return {
      looked: all.workflows.length + all.actions.length,
      violations: [...jobs, ...steps].flatMap(({ file, node, key }) =>
        ofCondition(file, node, key),
      ),
    };
  },
});

function ofCondition(file: SourceFile, node: YamlScalar | undefined, key: string): Violation[] {
  if (node === undefined) return [];
  const { alwaysTrue, problem } = conditionAt(node);
  if (!alwaysTrue && problem === undefined) return [];
  const message = alwaysTrue
    ? "The condition is always true: it is a text around `${{ }}`, not one expression."
    : `GitHub refuses the condition: ${problem}.`;
  return [{ path: file.path, place: placeIn(file, node), key, message }];
}
