import type { SecretRule } from "../engine/rule-set.ts";

/**
 * The rules that an id in a configuration means: the rule of that id, else all that have it as an alias. So an id of gitleaks means
 * just what it means there, and an id of an earlier version every rule that came out of it.
 */
export function rulesNamed(rules: Iterable<SecretRule>, id: string): readonly SecretRule[] {
  const all = [...rules];
  const exact = all.filter((rule) => rule.id === id);
  return exact.length > 0 ? exact : all.filter(({ aliases = [] }) => aliases.includes(id));
}
