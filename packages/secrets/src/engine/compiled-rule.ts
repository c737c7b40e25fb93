import { createFinder, type Span } from "../regex/find-all.ts";
import { type CompiledAllowlist, compileAllowlist } from "./allowlists.ts";
import type { RuleSet, SecretRule } from "./rule-set.ts";

/** A rule with its expressions, which are built when the first text needs them. */
export interface CompiledRule {
  readonly rule: SecretRule;
  readonly allowlists: readonly CompiledAllowlist[];
  /** All matches in a text. */
  readonly search: (text: string) => readonly Span[];
  /** Without flags, for the groups of one match. */
  readonly groups: () => RegExp | undefined;
  matchesPath(path: string): boolean;
}

export function compileRule(rule: SecretRule, set: RuleSet): CompiledRule {
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const { regex, path } = rule;
  const finder = once(() =>
    regex === undefined ? undefined : createFinder(regex.source, regex.root),
  );
  const pathRegex = once(() => (path === undefined ? undefined : new RegExp(path.source)));
  return {
    rule,
    allowlists: rule.allowlists.map((list) => compileAllowlist(list, set.joinedAllowlists)),
    search: (text) => finder()?.(text) ?? [],
    groups: once(() =>
      regex === undefined || regex.groups === 0 ? undefined : new RegExp(regex.source),
    ),
    matchesPath: (text) => pathRegex()?.test(text) ?? true,
  };
}

/**
 * The secret inside a match: the rule's group, else the first group that matched something, else all of it. The expression
 * runs again on the match alone, as in gitleaks, so that `\b` and `$` see its ends.
 */
export function secretOf(compiled: CompiledRule, match: string): string {
  const found = compiled.groups()?.exec(match);
  if (found === null || found === undefined) return match;
  if (compiled.rule.secretGroup > 0) return found[compiled.rule.secretGroup] ?? "";
  return found.slice(1).find((group) => group !== undefined && group !== "") ?? match;
}
