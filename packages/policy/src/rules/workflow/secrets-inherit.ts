import { textOf } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import { isTrusted } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 11. */
export const secretsInherit = defineRule({
  id: "workflow.secrets-inherit",
  title: "A reusable workflow that gets every secret",
  description: "`secrets: inherit` hands every secret to the called workflow, needed or not.",
  help: "Name the secrets that it needs under `secrets`.",
  severity: "medium",
  sources: { zizmor: ["secrets-inherit"], ssdf: ["PO.5"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    const calls = workflows.flatMap((file) =>
      file.jobs.flatMap(({ id, uses, secrets }) =>
        uses && secrets ? [{ file, id, uses, secrets }] : [],
      ),
    );
    return {
      looked: calls.length,
      violations: calls.flatMap(({ file, id, uses: { target, node }, secrets }) => {
        if (textOf(secrets) !== "inherit") return [];
        if (
          "repository" in target &&
          isTrusted(repository.settings.trustedOwners, target.repository)
        )
          return [];
        return [
          {
            path: file.path,
            place: placeIn(file, secrets),
            key: id,
            message: `\`${node.text}\` gets every secret.`,
            // The code is the repository's own.
            ...(target.kind === "local" && { severity: "low" as const }),
          },
        ];
      }),
    };
  },
});
