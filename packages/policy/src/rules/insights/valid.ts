import { checkInsights, INSIGHTS_PLACES } from "../../insights/read.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { placeAt } from "../../yaml-places.ts";

/** Rule 47. */
export const securityInsightsValid = defineRule({
  id: "security-insights.valid",
  title: "No valid security-insights.yml",
  description:
    "`security-insights.yml` tells machines who maintains the project, how to report vulnerabilities and what was assessed.",
  help: "Write the file by version 2 of OpenSSF's specification, and review it once a year.",
  severity: "low",
  sources: { cra: ["II(6)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const path = INSIGHTS_PLACES.find(repository.has);
    if (path === undefined) {
      const message = "There is no security-insights.yml in the root or `.github/`.";
      return {
        violations: [{ path: "security-insights.yml", key: "missing", message }],
        looked: 1,
      };
    }
    const document = await repository.yaml(path);
    if (document === undefined)
      return { violations: [], looked: 1, unknown: [`${path} can't be read.`] };
    const [broken] = document.problems;
    const violations: readonly Violation[] = broken
      ? [
          {
            path,
            place: { startLine: broken.line, startColumn: broken.column },
            key: "yaml",
            message: `The file is no YAML: ${broken.message}.`,
          },
        ]
      : checkInsights(document, repository.today).map(({ message, key, span, isOnlyOld }) => ({
          path,
          place: placeAt(document, span),
          key,
          message: `The file is ${isOnlyOld ? "not up to date" : "not valid"}: ${message}.`,
          ...(isOnlyOld && { severity: "info" as const }),
        }));
    return { violations, looked: 1 };
  },
});
