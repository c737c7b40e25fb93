import { entryAt } from "@assay/core/yaml";
import { isAside } from "../../aside.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { hasUpdateTool, updateToolsOf } from "../../update-tools/find.ts";
import { isMet, type Need, updateNeeds } from "../../update-tools/needs.ts";
import { placeAt } from "../../yaml-places.ts";

/** Rule 21. */
export const dependabotCoversEcosystems = defineRule({
  id: "dependabot.covers-ecosystems",
  title: "A folder that no update tool looks after",
  description: "Dependabot updates only the ecosystems and folders that it is told of.",
  help: "Add an entry with this `package-ecosystem` and `directory` to `updates`.",
  severity: "medium",
  sources: { ssdf: ["RV.1"], cra: ["II(2)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const [needs, tools] = [await updateNeeds(repository), await updateToolsOf(repository)];
    if (!hasUpdateTool(tools)) {
      const unknown = ["No update tool is there (`dependabot.present`)."];
      return { violations: [], looked: 0, ...(needs.length > 0 && { unknown }) };
    }
    const { dependabot, renovate } = tools;
    const path = dependabot?.path ?? renovate?.path ?? "package.json";
    const updates = entryAt(dependabot?.document.root, "updates");
    const place = dependabot && updates && placeAt(dependabot.document, updates.key.span);
    const violations = needs
      .filter((need) => !isMet(need, tools))
      .map((need): Violation => violationOf(need, path, dependabot !== undefined))
      .map((violation) => (place ? { ...violation, place } : violation));
    return { violations, looked: needs.length };
  },
});

function violationOf(need: Need, path: string, isDependabot: boolean): Violation {
  const [ecosystem] = need.ecosystems;
  const what = isDependabot
    ? `no entry has \`package-ecosystem: ${ecosystem}\` with \`directory: /${need.folder}\``
    : "`enabledManagers` leaves its manager out";
  return {
    path,
    key: `${ecosystem} ${need.folder}`,
    message: `${need.path} gets no updates: ${what}.`,
    ...(isAside(need.folder) && { confidence: "low" }),
  };
}
