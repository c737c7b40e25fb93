import { defineRule } from "../../rule.ts";
import { workflowsOf } from "../../workflow/workflows.ts";

/** A file that GitHub refuses runs nothing, and what it would do was not judged. */
export const invalid = defineRule({
  id: "workflow.invalid",
  title: "A workflow or action that can't be read",
  description:
    "GitHub refuses the file, so nothing in it runs, the checks that it holds among it; and it can't be judged as a whole.",
  help: "Correct the YAML at the place that is named.",
  severity: "high",
  sources: {},
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows, actions } = await workflowsOf(repository);
    const files = [...workflows, ...actions];
    return {
      looked: files.length,
      violations: files.flatMap(({ path, problems: [problem] }) =>
        problem === undefined
          ? []
          : [
              {
                path,
                place: { startLine: problem.line, startColumn: problem.column },
                key: "invalid",
                message: `The file can't be read: ${problem.message}.`,
              },
            ],
      ),
    };
  },
});
