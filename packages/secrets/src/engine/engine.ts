import { addTo } from "@assay/core";
import { compileAllowlist } from "./allowlists.ts";
import { dropGenericDoubles, withRequiredRules } from "./candidate-filters.ts";
import { type CompiledRule, compileRule } from "./compiled-rule.ts";
import { createDecoder, type Segment } from "./decode.ts";
import type { Candidate, Fragment } from "./fragment.ts";
import { keywordSearch } from "./keywords.ts";
import { linesOf } from "./lines.ts";
import { matchRule, type Pass } from "./match-rule.ts";
import type { RuleSet, SecretRule } from "./rule-set.ts";

export interface Engine {
  readonly ruleSet: RuleSet;
  /** Everything that the rules find in a fragment, in the order of rule id and place. */
  scan(fragment: Fragment): readonly Candidate[];
  /** Whether a global allowlist leaves this place out altogether. */
  allowsPlace(path: string, commit: string): boolean;
  /** Whose expression looks at a text right now, for the message about one that ran over the time. */
  current(): string;
}

export interface EngineOptions {
  /** How often encoded text is decoded and looked at again; 5 in gitleaks 8.30. */
  readonly maxDecodeDepth: number;
}

/** The scanner: a pure function of rules and text, without any file, process or clock. */
export function createEngine(ruleSet: RuleSet, options: EngineOptions): Engine {
  const rules = ruleSet.rules.map((rule) => compileRule(rule, ruleSet));
  const select = ruleSelector(ruleSet.rules);
  const byId = new Map(rules.map((compiled) => [compiled.rule.id, compiled]));
  const globalAllowlists = ruleSet.allowlists.map((list) =>
    compileAllowlist(list, ruleSet.joinedAllowlists),
  );
  let current = "";

  const scanPass = (pass: Pass, out: Candidate[]): void => {
    for (const index of select(pass.text)) {
      const compiled = rules[index];
      if (compiled === undefined || compiled.rule.skipReport) continue;
      current = `the rule ${compiled.rule.id}`;
      out.push(...matchWithRequired(compiled, pass, byId));
    }
  };

  const allowsPlace = (path: string, commit: string): boolean => {
    current = "an allowlist of the configuration";
    return globalAllowlists.some((list) => list.allowsPlace(path, commit));
  };

  return {
    ruleSet,
    allowsPlace,
    current: () => current,
    scan(fragment) {
      if (allowsPlace(fragment.path, fragment.commit)) return [];
      const out: Candidate[] = [];
      const shared = { fragment, lines: linesOf(fragment.text), globalAllowlists };
      const decode = createDecoder();
      let text = fragment.text;
      let segments: readonly Segment[] = [];
      for (let depth = 0; ; depth++) {
        scanPass({ ...shared, text, segments }, out);
        if (depth >= options.maxDecodeDepth) break;
        ({ text, segments } = decode(text, segments));
        if (segments.length === 0) break;
      }
      return dropGenericDoubles(out);
    },
  };
}

/** The rules that a text can interest, as ascending indexes: one of their keywords is in it, or they have none. */
function ruleSelector(rules: readonly SecretRule[]): (text: string) => readonly number[] {
  const always = rules.flatMap((rule, index) => (rule.keywords.length === 0 ? [index] : []));
  const byKeyword = new Map<string, number[]>();
  rules.forEach(({ keywords }, index) => {
    for (const keyword of keywords) addTo(byKeyword, keyword, index);
  });
  const rulesOf = [...byKeyword.values()];
  const search = keywordSearch([...byKeyword.keys()]);
  return (text) => {
    const hits = search.find(text);
    if (hits.length === 0) return always;
    const out = new Set(always);
    for (const keyword of hits) for (const rule of rulesOf[keyword] ?? []) out.add(rule);
    return [...out].sort((a, b) => a - b);
  };
}

function matchWithRequired(
  compiled: CompiledRule,
  pass: Pass,
  byId: ReadonlyMap<string, CompiledRule>,
): readonly Candidate[] {
  return withRequiredRules(matchRule(compiled, pass), compiled.rule.required, (id) => {
    const other = byId.get(id);
    return other === undefined ? [] : matchRule(other, pass);
  });
}
