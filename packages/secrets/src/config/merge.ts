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
