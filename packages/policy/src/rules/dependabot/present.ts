import { defineRule, type Violation } from "../../rule.ts";
import { hasUpdateTool, updateToolsOf } from "../../update-tools/find.ts";
import { updateNeeds } from "../../update-tools/needs.ts";
import { placeAt } from "../../yaml-places.ts";

/** Rule 20. */
export const dependabotPresent = defineRule({
  id: "dependabot.present",
  title: "Nothing proposes updates of dependencies",
  description:
    "Without Dependabot or Renovate known vulnerabilities stay until somebody happens to look.",
  help: "Add `.github/dependabot.yml` with `version: 2` and an entry for each ecosystem, or a `renovate.json`.",
  severity: "high",
  sources: {
    ...{ scorecard: ["Dependency-Update-Tool"], ssdf: ["RV.1"], cra: ["II(2)"] },
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const [needs, tools] = [await updateNeeds(repository), await updateToolsOf(repository)];
    const { dependabot, renovate } = tools;
    if (!hasUpdateTool(tools)) {
      const isUnread = [...repository.unreadable.keys()].some((path) =>
        /dependabot|renovate/.test(path),
      );
      if (needs.length === 0 || isUnread)
        return {
          violations: [],
          looked: 0,
          ...(isUnread && { unknown: ["The update tool's configuration can't be read."] }),
        };
      const message =
        "There is neither a `.github/dependabot.yml` nor a Renovate configuration; one of them must be there.";
      return {
        violations: [{ path: ".github/dependabot.yml", key: "missing", message }],
        looked: 1,
      };
    }
    const violations: Violation[] = [];
    if (dependabot) {
      const { path, document, problems } = dependabot;
      const [broken] = document.problems;
      if (broken)
        violations.push({
          path,
          place: { startLine: broken.line, startColumn: broken.column },
          key: "yaml",
          message: `Dependabot can't read the file: ${broken.message}.`,
        });
      else
        for (const { message, span } of problems)
          violations.push({
            path,
            place: placeAt(document, span),
            key: message,
            message: `Dependabot refuses the file: ${message}.`,
          });
    }
    if (renovate && !dependabot) {
      const { path, document, isDisabled } = renovate;
      const [broken] = document.problems;
      const key = broken ? "json" : "disabled";
      const place = broken && { startLine: broken.line, startColumn: broken.column };
      if (broken || isDisabled)
        violations.push({
          path,
          key,
          ...(place && { place }),
          message: broken
            ? `Renovate can't read the file: ${broken.message}.`
            : "Renovate is off: `enabled` is false.",
        });
    }
    return { violations, looked: 1 };
  },
});
