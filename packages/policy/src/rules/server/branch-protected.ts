import { isRecord } from "@assay/core";
import { CODEOWNERS_PLACES } from "../../codeowners/read.ts";
import { defineRule } from "../../rule.ts";
import { type Answer, ask, field, notEvaluated } from "./ask.ts";

/** What has to hold, by rules of rulesets or by classic protection. */
interface Demand {
  readonly key: string;
  readonly message: string;
  readonly byRules: (rules: readonly Rule[]) => boolean;
  readonly byProtection: (protection: unknown) => boolean;
}

interface Rule {
  readonly type: unknown;
  readonly parameters: unknown;
}

const isOn = (protection: unknown, key: string) => field(protection, key, "enabled");
const reviews = "required_pull_request_reviews";
const has = (rules: readonly Rule[], type: string, test = (_: unknown) => true) =>
  rules.some((rule) => rule.type === type && test(rule.parameters));
const count = (value: unknown) => (Array.isArray(value) ? value.length : 0);
const atLeastOne = (value: unknown) => typeof value === "number" && value >= 1;

const DEMANDS: readonly Demand[] = [
  {
    key: "review",
    message: "takes changes that nobody but their author has looked at.",
    byRules: (rules) =>
      has(rules, "pull_request", (each) =>
        atLeastOne(field(each, "required_approving_review_count")),
      ),
    byProtection: (each) => atLeastOne(field(each, reviews, "required_approving_review_count")),
  },
  {
    key: "code-owner-review",
    message: "takes changes without the review of a code owner: CODEOWNERS binds nobody.",
    byRules: (rules) =>
      has(rules, "pull_request", (each) => field(each, "require_code_owner_review") === true),
    byProtection: (each) => field(each, reviews, "require_code_owner_reviews") === true,
  },
  {
    key: "checks",
    message: "takes changes whose checks have failed: no status check is required.",
    byRules: (rules) =>
      has(rules, "workflows") ||
      has(
        rules,
        "required_status_checks",
        (each) => count(field(each, "required_status_checks")) > 0,
      ),
    byProtection: (each) =>
      count(field(each, "required_status_checks", "checks")) +
        count(field(each, "required_status_checks", "contexts")) >
      0,
  },
  {
    key: "force-push",
    message: "can be overwritten by a force push.",
    byRules: (rules) => has(rules, "non_fast_forward"),
    byProtection: (each) => isOn(each, "allow_force_pushes") === false,
  },
  {
    key: "deletion",
    message: "can be deleted.",
    byRules: (rules) => has(rules, "deletion"),
    byProtection: (each) => isOn(each, "allow_deletions") === false,
  },
];

/** Rulesets of every level and classic protection: either can meet a demand. */
export const branchProtected = defineRule({
  id: "server.branch-protected",
  title: "The default branch is not protected",
  description: "Without protection one stolen account changes the product.",
  help: "Add a ruleset: a review by a code owner, required checks, no force push, no deletion.",
  severity: "high",
  sources: {
    osps: ["AC-03.01", "AC-03.02", "QA-03.01", "QA-07.01"],
    ssdf: ["PS.1"],
    cra: ["I(2)(f)"],
    scorecard: ["Branch-Protection", "Code-Review"],
  },
  decidedBy: "api",
  confidence: "high",
  async judge(repository) {
    const about = await ask(repository, "");
    if ("unknown" in about) return notEvaluated(about.unknown);
    const branch = field(about.body, "default_branch");
    if (typeof branch !== "string") return notEvaluated("The server names no default branch.");
    const name = encodeURIComponent(branch);
    const ruled = await ask(repository, `/rules/branches/${name}?per_page=100`);
    const classic = await ask(repository, `/branches/${name}/protection`);
    const rules = "body" in ruled ? rulesIn(ruled.body) : [];
    const protection = "body" in classic ? classic.body : undefined;
    const demands = DEMANDS.filter(
      ({ key }) => key !== "code-owner-review" || CODEOWNERS_PLACES.some(repository.has),
    );
    const open = demands.filter(
      ({ byRules, byProtection }) => !byRules(rules) && !byProtection(protection),
    );
    const unknown =
      open.length === 0
        ? []
        : [
            ...("unknown" in ruled ? [ruled.unknown] : []),
            ...("unknown" in classic &&
            !isUnprotected(classic, await ask(repository, `/branches/${name}`))
              ? [classic.unknown]
              : []),
          ];
    if (unknown.length > 0) return notEvaluated(...unknown);
    return {
      looked: demands.length,
      violations: open.map(({ key, message }) => ({
        key,
        message: `The default branch \`${branch}\` ${message}`,
      })),
    };
  },
});

/** Whether what can't be read is not there. */
function isUnprotected(classic: Answer, branch: Answer): boolean {
  if ("unknown" in classic && /branch not protected/i.test(classic.unknown)) return true;
  return "body" in branch && field(branch.body, "protected") === false;
}

function rulesIn(body: unknown): readonly Rule[] {
  const items: readonly unknown[] = Array.isArray(body) ? body : [];
  return items.filter(isRecord).map(({ type, parameters }) => ({ type, parameters }));
}
