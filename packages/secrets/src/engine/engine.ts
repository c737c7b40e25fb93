import { type CompiledAllowlist, compileAllowlist } from "./allowlists.ts";
import { type CompiledRule, compileRule } from "./compiled-rule.ts";
import { createDecoder, type Segment } from "./decode.ts";
import type { Candidate, Fragment } from "./fragment.ts";
import { dropGenericDoubles } from "./generic-rules.ts";
import { keywordSearch } from "./keywords.ts";
import { linesOf } from "./lines.ts";
import { matchRule, type Pass } from "./match-rule.ts";
import { withRequiredRules } from "./required-rules.ts";
import type { RuleSet } from "./rule-set.ts";

export interface Engine {
  readonly ruleSet: RuleSet;
  /** Everything that the rules find in a fragment, in the order of rule id and place. */
  scan(fragment: Fragment): readonly Candidate[];
  /** Whether a global allowlist leaves this place out altogether. */
  allowsPlace(path: string, commit: string): boolean;
  /** How many matches a `gitleaks:allow` mark has hidden so far. */
  allowedByMark(): number;
}

export interface EngineOptions {
  /** How often encoded text is decoded and looked at again; 5 in gitleaks 8.30. */
  readonly maxDecodeDepth: number;
}

/** The scanner: a pure function of rules and text, without any file, process or clock. */
export function createEngine(ruleSet: RuleSet, options: EngineOptions): Engine {
  const keywords = [...new Set(ruleSet.rules.flatMap((rule) => rule.keywords))];
  const indexes = new Map(keywords.map((keyword, index) => [keyword, index]));
  const search = keywordSearch(keywords);
  const rules = ruleSet.rules.map((rule) => ({
    compiled: compileRule(rule, ruleSet),
    keywords: rule.keywords.flatMap((keyword) => indexes.get(keyword) ?? []),
  }));
  const byId = new Map(rules.map(({ compiled }) => [compiled.rule.id, compiled]));
  const globalAllowlists = ruleSet.allowlists.map((list) =>
    compileAllowlist(list, ruleSet.joinedAllowlists),
  );
  const allowed = { marks: 0 };
  const seen = new Uint8Array(keywords.length);

  const scanPass = (pass: Pass, out: Candidate[]): void => {
    seen.fill(0);
    search.mark(pass.text, seen);
    for (const { compiled, keywords: own } of rules) {
      if (compiled.rule.skipReport) continue;
      if (own.length > 0 && !own.some((keyword) => seen[keyword] === 1)) continue;
      out.push(...matchWithRequired(compiled, pass, byId));
    }
  };

  return {
    ruleSet,
    allowsPlace: (path, commit) => isPlaceAllowed(globalAllowlists, path, commit),
    allowedByMark: () => allowed.marks,
    scan(fragment) {
      if (isPlaceAllowed(globalAllowlists, fragment.path, fragment.commit)) return [];
      const out: Candidate[] = [];
      const shared = { fragment, lines: linesOf(fragment.text), globalAllowlists, allowed };
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

function isPlaceAllowed(
  lists: readonly CompiledAllowlist[],
  path: string,
  commit: string,
): boolean {
  return lists.some((list) => list.allowsPlace(path, commit));
}
