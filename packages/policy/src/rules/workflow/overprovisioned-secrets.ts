import type { Expression } from "../../expressions/index.ts";
import { nodesOf } from "../../expressions/index.ts";
import { defineRule } from "../../rule.ts";
import type { SourceFile } from "../../workflow/model.ts";
import { scalarsIn, templateSpan, templatesOf } from "../../workflow/templates.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 12. */
export const overprovisionedSecrets = defineRule({
  id: "workflow.overprovisioned-secrets",
  title: "A step that is given every secret",
  description:
    "`toJSON(secrets)` or a computed index gives the runner every secret of repository and organisation.",
  help: "Name the secret: `secrets.NAME`.",
  severity: "medium",
  sources: { zizmor: ["overprovisioned-secrets"], ssdf: ["PO.5"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows, actions } = await workflowsOf(repository);
    return {
      looked: workflows.length + actions.length,
      violations: [...workflows, ...actions].filter(mayUseAll).flatMap((file) =>
        scalarsIn(file.document.root).flatMap((node) =>
          templatesOf(node).flatMap(({ expression, start }) => {
            const use = expression === undefined ? undefined : wholeUse(expression);
            if (use === undefined) return [];
            return [
              {
                path: file.path,
                place: placeIn(file, { span: templateSpan(file, node, start) }),
                key: node.text.slice(0, 60),
                message: `${use}: every secret is given to the runner.`,
              },
            ];
          }),
        ),
      ),
    };
  },
});

/** Whether a look at each template can be worth it. */
function mayUseAll({ text }: SourceFile): boolean {
  return /\bsecrets\s*(?:[^.\w\s:'"`-]|\.\s*\*)/i.test(text);
}

/** How an expression uses the secrets other than by one name. */
function wholeUse(expression: Expression): string | undefined {
  const nodes = [...nodesOf(expression)];
  const isSecrets = (node: Expression) => node.kind === "context" && /^secrets$/i.test(node.name);
  const named = new Set<Expression>();
  for (const node of nodes) {
    if (node.kind !== "index" || !isSecrets(node.of)) continue;
    if (node.key.kind !== "literal") return "The name of a secret is computed";
    named.add(node.of);
  }
  return nodes.some((node) => isSecrets(node) && !named.has(node))
    ? "The whole of `secrets` is used"
    : undefined;
}
