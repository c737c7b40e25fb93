import { readYaml } from "@assay/core/yaml";
import { exclusion } from "@assay/inventory";
import { defineRule, type Violation } from "../../rule.ts";
import { checkVex, isVexName } from "../../vex/check.ts";
import { placeAt } from "../../yaml-places.ts";

/** Rule 43. */
export const vexValid = defineRule({
  id: "vex.valid",
  title: "A VEX document that breaks the rules of its format",
  description: "A scanner that can't read it ignores it, or believes what nobody said.",
  help: "Correct the document: each `not_affected` needs a justification, each `affected` what to do.",
  severity: "medium",
  sources: { osps: ["VM-04.02"], cra: ["II(4)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const violations: Violation[] = [];
    const paths = repository.files.filter(
      (path) => isVexName(path) && exclusion(path) === undefined,
    );
    for (const path of paths) {
      // JSON in flow style is YAML, which has places; but for tabs.
      const document = readYaml(((await repository.read(path)) ?? "").replaceAll("\t", " "));
      const [broken] = document.problems;
      const problems = broken ? undefined : checkVex(document.root);
      if (broken)
        violations.push({
          path,
          place: { startLine: broken.line, startColumn: broken.column },
          key: "json",
          message: `The file is no JSON: ${broken.message}.`,
        });
      else if (problems === undefined)
        violations.push({
          path,
          key: "format",
          message: "The file is neither OpenVEX, CycloneDX nor CSAF, as its name says.",
          confidence: "medium",
        });
      for (const { message, key, span } of problems ?? [])
        violations.push({
          path,
          place: placeAt(document, span),
          key,
          message: `The document is not valid: ${message}.`,
        });
    }
    return { violations, looked: paths.length };
  },
});
