import type { SecretRule } from "../engine/rule-set.ts";

/**
 * A rule of an extending file over the rule of the same id in its base: what the upper one says wins, lists are appended.
 * Unlike gitleaks, the upper rule's `required` and `skipReport` are kept.
 */
export function mergeRule(base: SecretRule, upper: SecretRule): SecretRule {
  const regex = upper.regex ?? base.regex;
  const path = upper.path ?? base.path;
  return {
    id: base.id,
    ...(base.aliases === undefined ? {} : { aliases: base.aliases }),
    ...(base.fingerprintId === undefined ? {} : { fingerprintId: base.fingerprintId }),
    description: upper.description === "" ? base.description : upper.description,
    ...(regex === undefined ? {} : { regex }),
    ...(path === undefined ? {} : { path }),
    secretGroup: upper.secretGroup === 0 ? base.secretGroup : upper.secretGroup,
    entropy: upper.entropy === 0 ? base.entropy : upper.entropy,
    keywords: [...new Set([...base.keywords, ...upper.keywords])],
    tags: [...base.tags, ...upper.tags],
    allowlists: [...base.allowlists, ...upper.allowlists],
    required: [...base.required, ...upper.required],
    skipReport: base.skipReport || upper.skipReport,
    // These belong to the expression that they were written for.
    ...(base.verify === undefined || upper.regex !== undefined ? {} : { verify: base.verify }),
    ...(base.accept === undefined || upper.regex !== undefined ? {} : { accept: base.accept }),
  };
}

/**
 * The rules that an id in a configuration means: the rule of that id, else all that have it as an alias. So an id of gitleaks means
 * just what it means there, and an id of an earlier version every rule that came out of it.
 */
export function rulesNamed(rules: Iterable<SecretRule>, id: string): readonly SecretRule[] {
  const all = [...rules];
  const exact = all.filter((rule) => rule.id === id);
  return exact.length > 0 ? exact : all.filter(({ aliases = [] }) => aliases.includes(id));
}
