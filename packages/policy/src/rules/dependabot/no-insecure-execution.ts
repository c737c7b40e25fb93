import { entryAt, textOf } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import { updateToolsOf } from "../../update-tools/find.ts";
import { placeAt } from "../../yaml-places.ts";

const KEY = "insecure-external-code-execution";

/** Rule 23. */
export const dependabotNoInsecureExecution = defineRule({
  id: "dependabot.no-insecure-execution",
  title: "Dependabot may run code of the packages it updates",
  description:
    "`insecure-external-code-execution: allow` lets packages run code where the credentials of private registries are.",
  help: `Remove \`${KEY}\`, or set it to \`deny\`.`,
  severity: "high",
  sources: { zizmor: ["dependabot-execution"], ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const { dependabot } = await updateToolsOf(repository);
    if (!dependabot) return { violations: [], looked: 0 };
    const { path, document, entries } = dependabot;
    const violations = entries.flatMap(({ ecosystem, directories, node }) => {
      const entry = entryAt(node, KEY);
      if (entry === undefined || textOf(entry.value) !== "allow") return [];
      const { start, end } = entry.value.span;
      return [
        {
          path,
          place: placeAt(document, entry.span),
          key: `${ecosystem} ${directories.join(", ").slice(0, 200)}`,
          message: `The updates of ${ecosystem} have \`${KEY}: allow\`; only \`deny\`, the default, is allowed.`,
          edits: [{ start, end, text: "deny" }],
        },
      ];
    });
    return { violations, looked: entries.length };
  },
});
