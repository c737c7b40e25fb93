import { groupBy } from "@assay/core";
import { codeOwnersOf } from "../../codeowners/find.ts";
import type { OwnerRule } from "../../codeowners/read.ts";
import { locateCodeOwners } from "../../codeowners/read.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { sensitivePaths } from "./sensitive-paths.ts";

const LISTED = 3;

/** Rule 37. */
export const codeownersSecurityReviewer = defineRule({
  id: "codeowners.security-reviewer",
  title: "A sensitive path that no security reviewer owns",
  description:
    "Workflows, lockfiles, Dockerfiles and security settings decide what is built and checked. Any one owner of the last matching line of CODEOWNERS can approve a change.",
  help: "End CODEOWNERS with a line for these paths with the security reviewers alone.",
  severity: "high",
  sources: { ssdf: ["PO.2", "PS.1", "PW.7"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const reviewers = repository.settings.securityReviewers;
    if (reviewers.length === 0)
      return { violations: [], looked: 0, unknown: ["`policy.security-reviewers` names nobody."] };
    const who = reviewers.join(" or ");
    const owners = await codeOwnersOf(repository);
    if (owners === undefined) {
      const { path = ".github/CODEOWNERS" } = locateCodeOwners(new Set(repository.files));
      const message = `Without a CODEOWNERS that can be read nobody must approve a change; ${who} must own the sensitive paths.`;
      return { violations: [{ path, key: "missing", message }], looked: 1 };
    }
    const paths = await sensitivePaths(repository);
    const allowed = new Set(reviewers.map((name) => name.toLowerCase()));
    const before = repository.base && (await codeOwnersOf(repository.base));
    const wrong = paths.flatMap((path) => {
      const rule = owners.ruleOf(path);
      const state = stateOf(rule, allowed);
      // A path that falls under a line that is wrong for others already is one more.
      const there = before?.ruleOf(path);
      const isOld = stateOf(there, allowed) === state && there?.pattern === rule?.pattern;
      const also = before === undefined || isOld ? "" : " also";
      return state === undefined ? [] : [{ path, rule, state, also }];
    });
    const groups = groupBy(wrong, ({ rule, state, also }) => `${rule?.line} ${state}${also}`);
    const violations = [...groups.values()].map((group): Violation => {
      const [{ rule, state, also } = { rule: undefined, state: "unowned" as const, also: "" }] =
        group;
      const names = group.map(({ path }) => path);
      const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
      return {
        path: owners.path,
        ...(rule && { place: { startLine: rule.line, startColumn: rule.column } }),
        key: `${rule?.pattern ?? ""} ${state}${also}`,
        message: `${names.slice(0, LISTED).join(", ")}${more}: ${said(rule, state)}; ${who} must own them.`,
        ...(state === "shared" && { severity: "medium" }),
      };
    });
    return { violations, looked: paths.length };
  },
});

type State = "unowned" | "cleared" | "others" | "shared";

/** `undefined`: every owner is a security reviewer. */
function stateOf(rule: OwnerRule | undefined, allowed: ReadonlySet<string>): State | undefined {
  if (rule === undefined) return "unowned";
  if (rule.owners.length === 0) return "cleared";
  const count = rule.owners.filter(({ name }) => allowed.has(name.toLowerCase())).length;
  return count === rule.owners.length ? undefined : count === 0 ? "others" : "shared";
}

function said(rule: OwnerRule | undefined, state: State): string {
  if (rule === undefined) return "no line matches";
  const line = `line ${rule.line} (\`${rule.pattern.slice(0, 80)}\`)`;
  const names = rule.owners
    .map(({ name }) => name)
    .join(", ")
    .slice(0, 200);
  if (state === "cleared") return `${line} takes every owner away`;
  if (state === "others") return `${line} gives them to ${names}`;
  return `any one of ${names} of ${line} can approve`;
}
