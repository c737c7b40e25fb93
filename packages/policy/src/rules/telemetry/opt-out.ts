import type { YamlNode } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { Job, LocalAction, Step, Workflow } from "../../workflow/model.ts";
import { scriptLines } from "../../workflow/script-lines.ts";
import { stepKey, stepsOf } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";
import { entriesOf } from "../../yaml-places.ts";

/** Commands that report their use, with the variable that stops it. */
const TOOLS: readonly (readonly [command: RegExp, variable: string])[] = [
  [/\bnext (?:build|dev|start)\b/, "NEXT_TELEMETRY_DISABLED"],
  [/\bnuxi? (?:build|generate|dev)\b/, "NUXT_TELEMETRY_DISABLED"],
  [/\bastro (?:build|check|dev)\b/, "ASTRO_TELEMETRY_DISABLED"],
  [/\bgatsby (?:build|develop)\b/, "GATSBY_TELEMETRY_DISABLED"],
  [/\bturbo (?:run|build|test|lint)\b/, "TURBO_TELEMETRY_DISABLED"],
  [/^dotnet /, "DOTNET_CLI_TELEMETRY_OPTOUT"],
  [/^brew (?:install|bundle|update|upgrade)\b/, "HOMEBREW_NO_ANALYTICS"],
  [/^az /, "AZURE_CORE_COLLECT_TELEMETRY"],
  [/^sam (?:build|deploy|package)\b/, "SAM_CLI_TELEMETRY"],
  [/^(?:terraform|packer|vault) /, "CHECKPOINT_DISABLE"],
];

/** The part of rule 45 that is good practice only. */
export const telemetryOptOut = defineRule({
  id: "no-telemetry.opt-out",
  title: "A tool of a workflow may report its use",
  description: "Some tools report their use to their makers unless a variable says otherwise.",
  help: "Set the variable in `env` at the top of the workflow.",
  severity: "low",
  sources: {},
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const violations: Violation[] = [];
    let looked = 0;
    for (const at of stepsOf(await workflowsOf(repository))) {
      const { file, job, step } = at;
      if (step.run === undefined) continue;
      looked++;
      const lines = scriptLines(step.run.text);
      const known = variables(file, job, step);
      for (const [command, variable] of TOOLS) {
        const isUsed = lines.some(({ text }) => command.test(text));
        if (!isUsed || known.has(variable) || step.run.text.includes(variable)) continue;
        violations.push({
          ...{ path: file.path, place: placeIn(file, step.run), key: `${stepKey(at)} ${variable}` },
          message: `A tool of this step may report its use: \`${variable}\` is not set.`,
        });
      }
    }
    return { violations, looked };
  },
});

function variables(
  file: Workflow | LocalAction,
  job: Job | undefined,
  step: Step,
): ReadonlySet<string> {
  const maps: readonly (YamlNode | undefined)[] = [
    ...(file.kind === "workflow" ? [file.env] : []),
    ...[job?.env, step.env],
  ];
  return new Set(maps.flatMap((map) => entriesOf(map).map(({ key }) => key.text)));
}
