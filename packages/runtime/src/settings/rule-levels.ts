import {
  type ConfigSection,
  nearest,
  type RuleCatalog,
  SEVERITIES,
  type Severity,
} from "@assay/core";
import { CORE_RULES } from "./core-rules.ts";

/** What a finding of a rule counts as; `off`: it does not count. */
export type RuleLevel = Severity | "off";
export const RULE_LEVELS = [...SEVERITIES, "off"] as const;

/** By rule id or `group.*`. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** Which rules there are, and which of them nobody may set. */
export interface KnownRules {
  readonly rules: RuleCatalog;
  /** Groups of rules by which an act fails: it succeeds or fails, and nothing tunes that. */
  readonly acts: ReadonlySet<string>;
}

/** The rules of all commands, and which groups of them belong to acts. */
export function knownRules(sections: readonly ConfigSection[]): KnownRules {
  const acts = new Set<string>();
  let rules: RuleCatalog = CORE_RULES;
  for (const { rules: own = {}, check } of sections) {
    if (check !== false) rules = { ...rules, ...own };
    else for (const id of Object.keys(own)) acts.add(id.split(".", 1)[0] ?? id);
  }
  for (const id of Object.keys(rules)) acts.delete(id.split(".", 1)[0] ?? id);
  return { rules, acts };
}

/** The level of one rule: that of its id, else of another of its ids, else of its group. */
export function levelOf(
  levels: RuleLevels,
  ruleId: string,
  aliases: readonly string[] = [],
): RuleLevel | undefined {
  const named = [ruleId, ...aliases].find((id) => Object.hasOwn(levels, id));
  if (named !== undefined) return levels[named];
  const group = `${groupOf(ruleId)}.*`;
  return Object.hasOwn(levels, group) ? levels[group] : undefined;
}

/** The rules that a key of the map is for. */
export function rulesOf(key: string, rules: RuleCatalog): readonly string[] {
  return Object.keys(rules).filter((id) =>
    key.endsWith(".*")
      ? `${groupOf(id)}.*` === key
      : id === key || rules[id]?.aliases?.includes(key),
  );
}

/** What is wrong with one entry, as a sentence without a full stop; `undefined` where it is right. */
export function levelProblem(key: string, level: string, known: KnownRules): string | undefined {
  const group = groupOf(key);
  if (known.acts.has(group)) {
    return `${key} belongs to an act, which succeeds or fails: its rules have no level`;
  }
  if (group === "settings") {
    return `${key} can't be set; \`settings.loosening\` says whether it fails the run`;
  }
  if (group === "suppressions" && level === "off") {
    return `${key} can't be switched off; fix or remove the suppressions that it is about`;
  }
  if (rulesOf(key, known.rules).length > 0) return undefined;
  const near = nearest(key, [...Object.keys(known.rules), ...groups(known.rules)]);
  return `there is no rule ${JSON.stringify(key.slice(0, 100))}${near === undefined ? "; `assay explain` lists all rules" : `; did you mean \`${near}\`?`}`;
}

/**
 * Reads `id=level`, as options write it.
 *
 * @returns Its parts, or what is wrong as a clause that follows the input's name. */
export function parseLevel(
  text: string,
): { readonly key: string; readonly level: RuleLevel } | { readonly problem: string } {
  const [key = "", level = "", ...more] = text.split("=").map((part) => part.trim());
  const known = RULE_LEVELS.find((name) => name === level);
  if (key !== "" && known !== undefined && more.length === 0) return { key, level: known };
  const near = nearest(level, RULE_LEVELS);
  return {
    problem: `holds ${JSON.stringify(text.slice(0, 100))}; each must be a rule and a level such as \`licenses.unknown=low\`, with one of ${RULE_LEVELS.join(", ")}${near === undefined ? "" : `; did you mean "${near}"?`}`,
  };
}

/** What is wrong with the items of the input `rule`, as sentences. */
export function optionProblems(items: readonly string[], known: KnownRules): readonly string[] {
  return items.flatMap((item) => {
    const read = parseLevel(item);
    if ("problem" in read) return [`\`rule\` ${read.problem}`];
    const problem = levelProblem(read.key, read.level, known);
    return problem === undefined ? [] : [`\`rule\`: ${problem}`];
  });
}

function groups(rules: RuleCatalog): readonly string[] {
  return [...new Set(Object.keys(rules).map((id) => `${groupOf(id)}.*`))];
}

function groupOf(ruleId: string): string {
  return ruleId.split(".", 1)[0] ?? ruleId;
}
