import type { YamlNode } from "@assay/core/yaml";
import { entryAt, textOf } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { SourceFile } from "../../workflow/model.ts";
import { stepKey, stepsOf } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

const NAME = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

/** Rule 15. */
export const insecureCommands = defineRule({
  id: "workflow.insecure-commands",
  title: "Old workflow commands that are switched on",
  description: "`set-env` and `add-path` take effect from anything that a step prints.",
  help: `Remove \`${NAME}\` and write to \`$GITHUB_ENV\` and \`$GITHUB_PATH\`.`,
  severity: "high",
  sources: { zizmor: ["insecure-commands"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const all = await workflowsOf(repository);
    const steps = stepsOf(all);
    const found = (file: SourceFile, env: YamlNode | undefined, key: string): Violation[] => {
      const value = entryAt(env, NAME)?.value;
      const text = textOf(value)?.trim().toLowerCase();
      if (value === undefined || text === undefined || text === "" || text === "false") return [];
      const isGuess = text.includes("${{");
      const message = isGuess
        ? `\`${NAME}\` is decided by \`${text}\`.`
        : `\`${NAME}\` switches commands on that anything printed can use.`;
      const guess = isGuess ? ({ confidence: "low" } as const) : {};
      return [{ path: file.path, place: placeIn(file, value), key, message, ...guess }];
    };
    return {
      looked: all.workflows.length + all.actions.length,
      violations: [
        ...all.workflows.flatMap((file) => [
          ...found(file, file.env, "env"),
          ...file.jobs.flatMap((job) => found(file, job.env, job.id)),
        ]),
        ...steps.flatMap(({ file, step, ...at }) => [
          ...found(file, step.env, stepKey({ step, ...at })),
          ...(step.run !== undefined && new RegExp(`${NAME}=(?:true|1)`, "i").test(step.run.text)
            ? [
                {
                  path: file.path,
                  place: placeIn(file, step.run),
                  key: stepKey({ step, ...at }),
                  message: `The script sets \`${NAME}\`.`,
                },
              ]
            : []),
        ]),
      ],
    };
  },
});
