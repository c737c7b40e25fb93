import { entryAt, textOf, valueAt } from "@assay/yaml";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** Rule 18. */
export const timeout = defineRule({
  id: "workflow.timeout",
  title: "A job without a time limit",
  description: "A job that hangs runs for six hours, and blocks a self-hosted runner as long.",
  help: "Set `timeout-minutes` on every job.",
  severity: "low",
  sources: {},
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository: PolicyRepository) {
    const violations: Violation[] = [];
    let looked = 0;
    for (const path of repository.files.filter((each) => WORKFLOW.test(each))) {
      const document = await repository.yaml(path);
      const jobs = valueAt(document?.root, "jobs");
      if (document === undefined || jobs?.kind !== "map") continue;
      for (const { key, value } of jobs.entries) {
        // A call of a reusable workflow has no limit of its own: its jobs have.
        if (value.kind !== "map" || textOf(valueAt(value, "uses")) !== undefined) continue;
        looked++;
        if (entryAt(value, "timeout-minutes") !== undefined) continue;
        const { line, column } = document.position(key.span.start);
        violations.push({
          path,
          place: { startLine: line, startColumn: column },
          key: key.text,
          message: `The job \`${key.text}\` has no \`timeout-minutes\`.`,
        });
      }
    }
    return { violations, looked };
  },
});
