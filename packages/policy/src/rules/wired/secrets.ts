import { textOf, valueAt } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import { itemsOf } from "../../yaml-places.ts";
import { judgeGate } from "./gate.ts";

const id = "secrets.scan-wired";
const HOOKS = /gitleaks|betterleaks|detect-secrets|ggshield|trufflehog/;

/** Rule 30. */
export const secretsWired = defineRule({
  id,
  title: "No scan for secrets on every commit",
  description: "Strangers find a committed key within minutes.",
  help: "Run `assay-ci/assay`, gitleaks or another scan on `push` and `pull_request`, without `continue-on-error`. Name what else does it in `policy.equivalents`.",
  severity: "high",
  sources: { osps: ["BR-07.01"], ssdf: ["PS.1"], cra: ["I(2)(e)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const judgement = await judgeGate(repository, {
      ...{ id, purpose: "secrets", events: ["push", "pull_request"], what: "a scan for secrets" },
    });
    if (judgement.violations.length === 0) return judgement;
    // pre-commit.ci runs the hooks of a repository for every push and pull request.
    const hooks = await repository.yaml(".pre-commit-config.yaml");
    const repos = itemsOf(valueAt(hooks?.root, "repos"));
    const hasHook = repos.some((repo) => HOOKS.test(textOf(valueAt(repo, "repo")) ?? ""));
    return hasHook && valueAt(hooks?.root, "ci") !== undefined
      ? { ...judgement, violations: [] }
      : judgement;
  },
});
