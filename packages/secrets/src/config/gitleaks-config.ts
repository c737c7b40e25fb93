import { UsageError } from "@assay/core";
import { KEYWORD_LIMITS } from "../engine/keywords.ts";
import type { Allowlist, RuleSet, SecretRule } from "../engine/rule-set.ts";
import { mergeRule, rulesNamed } from "./merge.ts";
import { type ReadAllowlist, readAllowlists } from "./read-allowlist.ts";
import { checkRule, type ReadRule, readRule } from "./read-rule.ts";
import { readToml, type TableReader } from "./toml-reader.ts";

export interface ConfigSource {
  /** For people: `.gitleaks.toml`, `GITLEAKS_CONFIG_TOML`. */
  readonly name: string;
  readonly text: string;
}

export interface ConfigOptions {
  /** The rules that `useDefault = true` means. */
  readonly builtIn: () => RuleSet;
  /** The text of the file that `[extend] path` names. */
  readonly readExtended: (path: string) => Promise<string>;
  /** Tells something that gitleaks only warns of. */
  readonly warn: (message: string) => void;
}

/** gitleaks follows `[extend]` this far; deeper ones it leaves out without a word; here that is a warning. */
const MAX_EXTENDS = 2;

/**
 * Reads a gitleaks configuration (TOML, keys in any case) with everything that it extends.
 *
 * @throws UsageError that names the file and the rule.
 */
export async function readGitleaksConfig(
  source: ConfigSource,
  options: ConfigOptions,
): Promise<RuleSet> {
  const top = await readLevel(source, options, 0);
  const allowlists: Allowlist[] = [...top.allowlists];
  let rules = top.rules;
  for (const { list, targetRules, reader } of top.own) {
    if (targetRules.length === 0) allowlists.push(list);
    for (const id of targetRules) {
      const targets = new Set(rulesNamed(rules, id).map((rule) => rule.id));
      if (targets.size === 0)
        throw reader.fail(`\`targetRules\` names the rule "${id}", which does not exist`);
      rules = rules.map((rule) =>
        targets.has(rule.id) ? { ...rule, allowlists: [...rule.allowlists, list] } : rule,
      );
    }
  }
  checkKeywords(rules, source.name);
  return {
    rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    allowlists,
    joinedAllowlists: true,
    custom: true,
    origin: source.name,
  };
}

function checkKeywords(rules: readonly SecretRule[], file: string): void {
  const keywords = new Set(rules.flatMap((rule) => rule.keywords));
  let characters = 0;
  const different = new Set<number>();
  for (const keyword of keywords) {
    characters += keyword.length;
    for (let i = 0; i < keyword.length; i++) different.add(keyword.charCodeAt(i));
  }
  const { characters: most, different: mostDifferent } = KEYWORD_LIMITS;
  if (characters <= most && different.size <= mostDifferent) return;
  throw new UsageError(
    `${file}: the \`keywords\` of all rules have ${characters} characters, ${different.size} different ones; at most ${most} and ${mostDifferent} are allowed`,
    { hint: "Give rules fewer keywords; a rule without any looks at every text." },
  );
}

interface Level {
  readonly rules: readonly SecretRule[];
  /** Of the files below: already without `targetRules`. */
  readonly allowlists: readonly Allowlist[];
  readonly own: readonly ReadAllowlist[];
}

async function readLevel(
  source: ConfigSource,
  options: ConfigOptions,
  depth: number,
): Promise<Level> {
  const reader = await readToml(source.text, source.name);
  const own = readAllowlists(reader);
  const read = lastOfEachId(reader.tables("rules").map(readRule));
  const ids = new Set(read.map(({ rule }) => rule.id));
  for (const { rule, reader: at } of read) {
    for (const { ruleId } of rule.required) {
      if (!ids.has(ruleId))
        throw at.fail(`it requires the rule "${ruleId}", which is not in this file`);
    }
  }
  const base = await readBase(reader, options, depth);
  const rules = new Map(base.rules.map((rule) => [rule.id, rule]));
  for (const one of read) {
    const below = rulesNamed(rules.values(), one.rule.id);
    // An expression of its own under the former id of several rules is a rule beside them.
    const extended = below.length > 1 && one.rule.regex !== undefined ? [] : below;
    for (const base of extended.length === 0 ? [undefined] : extended) {
      const merged = base === undefined ? one.rule : mergeRule(base, one.rule);
      checkRule(one, merged);
      rules.set(merged.id, merged);
    }
  }
  return { rules: [...rules.values()], allowlists: base.allowlists, own };
}

/** gitleaks too takes the last one of several rules with one id. */
function lastOfEachId(read: readonly ReadRule[]): readonly ReadRule[] {
  return [...new Map(read.map((one) => [one.rule.id, one])).values()];
}

async function readBase(
  reader: TableReader,
  options: ConfigOptions,
  depth: number,
): Promise<{ readonly rules: readonly SecretRule[]; readonly allowlists: readonly Allowlist[] }> {
  const extend = reader.table("extend");
  if (extend === undefined) return { rules: [], allowlists: [] };
  const path = extend.text("path");
  const useDefault = extend.flag("usedefault");
  if (path !== "" && useDefault) throw extend.fail("`path` and `useDefault` can't both be set");
  if (extend.text("url") !== "") {
    throw extend.fail(
      "`url` is not supported: rules are never loaded from the network",
      "Use `path`.",
    );
  }
  if (path === "" && !useDefault) return { rules: [], allowlists: [] };
  if (depth >= MAX_EXTENDS) {
    options.warn(
      `${reader.where}: more than ${MAX_EXTENDS} levels of \`[extend]\`; the rest was left out`,
    );
    return { rules: [], allowlists: [] };
  }
  const base = useDefault
    ? options.builtIn()
    : await lowerLevel({ name: path, text: await options.readExtended(path) }, options, depth + 1);
  const disabled = new Set<SecretRule>();
  for (const id of extend.texts("disabledrules")) {
    const named = rulesNamed(base.rules, id);
    for (const rule of named) disabled.add(rule);
    if (named.length === 0) {
      options.warn(
        `${extend.where}: \`disabledRules\` names "${id}", which the base does not have`,
      );
    }
  }
  return {
    rules: base.rules.filter((rule) => !disabled.has(rule)),
    allowlists: base.allowlists,
  };
}

/** Only the top file's `targetRules` count, as in gitleaks: a lower list with targets is left out. */
async function lowerLevel(source: ConfigSource, options: ConfigOptions, depth: number) {
  const level = await readLevel(source, options, depth);
  const own = level.own.filter(({ targetRules, reader }) => {
    if (targetRules.length > 0)
      options.warn(`${reader.where}: \`targetRules\` counts in the top file only`);
    return targetRules.length === 0;
  });
  return { rules: level.rules, allowlists: [...level.allowlists, ...own.map(({ list }) => list)] };
}
