import type { YamlScalar } from "@assay/core/yaml";
import type { Expression } from "../../expressions/index.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { isDangerous, trustOf } from "../../untrusted/events.ts";
import { gateOf, pathText } from "../../workflow/gates.ts";
import type { Scope } from "../../workflow/scope.ts";
import { sourcesIn } from "../../workflow/sources.ts";
import { stepKey } from "../../workflow/steps.ts";
import { conditionAt } from "../../workflow/templates.ts";
import { walk } from "../../workflow/visits.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 13. */
export const botConditions = defineRule({
  id: "workflow.bot-conditions",
  title: "A condition that trusts whoever a bot's name stands for",
  description:
    "`github.actor` is who made the last event, not who wrote the code: anybody can make a bot act on their pull request.",
  help: "Compare `github.event.pull_request.user.login` and the head's repository.",
  severity: "high",
  sources: { zizmor: ["bot-conditions"], ssdf: ["PO.5"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const workflows = await workflowsOf(repository);
    const found = new Map<string, Violation>();
    const look = (node: YamlScalar | undefined, { file, events }: Scope, key: string) => {
      const { expression } = node === undefined ? {} : conditionAt(node);
      const who = expression && grantedTo(expression);
      const open = events.filter((event) => trustOf(event).who !== "write");
      if (node === undefined || who === undefined || open.length === 0) return;
      const id = `${file.path} ${node.span.start}`;
      const isHigh = open.some(isDangerous);
      if (found.has(id) && !isHigh) return;
      found.set(id, {
        path: file.path,
        place: placeIn(file, node),
        key,
        message: `\`${who}\` is compared with the name of a bot, and the condition lets the run go on.`,
        // Without rights of the repository there is little to win.
        ...(!isHigh && { severity: "low" as const }),
      });
    };
    const isNamed = [...workflows.workflows, ...workflows.actions].some(({ text }) =>
      /\b(?:triggering_)?actor|\bsender/i.test(text),
    );
    const visit = isNamed ? walk : () => [];
    visit(workflows, sourcesIn(workflows), {
      job: (job, scope) => look(job.if, scope, job.id),
      step: (step, scope) =>
        look(step.if, scope, stepKey({ step, ...(scope.job && { job: scope.job }) })),
    });
    return {
      looked: workflows.workflows.length + workflows.actions.length,
      violations: [...found.values()],
    };
  },
});

const SPOOFED = /^github\.(?:actor|triggering_actor|actor_id|event\.sender\.(?:login|id))$/;
/** Ids of Dependabot, Renovate and GitHub Actions. */
const BOT = /\[bot\]|^(?:dependabot|renovate)|^(?:49699333|29139614|41898282)$/i;

/** The context whose comparison with a bot can make the condition true, with no sound check beside it. */
function grantedTo(node: Expression): string | undefined {
  switch (node.kind) {
    case "logical": {
      const found = node.operands.map(grantedTo).find((each) => each !== undefined);
      const isSound = node.operator === "&&" && node.operands.some(isStrong);
      return isSound ? undefined : found;
    }
    case "comparison":
      if (node.operator !== "==") return undefined;
      return compared(node.left, node.right) ?? compared(node.right, node.left);
    case "call": {
      const [first, second] = node.parameters;
      if (!/^(?:contains|startswith|endswith)$/i.test(node.name) || !first || !second)
        return undefined;
      return compared(first, second) ?? compared(second, first);
    }
    default:
      return undefined;
  }
}

function isStrong(node: Expression): boolean {
  const gate = gateOf(node);
  return gate === "author" || gate === "same-repository";
}

function compared(left: Expression, right: Expression): string | undefined {
  const path = pathText(left);
  if (path === undefined || !SPOOFED.test(path)) return undefined;
  const names = right.kind === "call" ? right.parameters : [right];
  const isBot = names.some(
    (each) => each.kind === "literal" && BOT.test(String(each.value).replace(/^\["/, "")),
  );
  return isBot ? path : undefined;
}
