import type { ConfigFile, ConfigSection, InputSpec, Loosening } from "@assay/core";
import { ACTION_INPUTS, COMMON_INPUTS, isRecord, SEVERITIES } from "@assay/core";
import { knownRules, levelOf, type RuleLevels, rulesOf } from "../rule-levels.ts";
import { type Difference, loosenedBy } from "./direction.ts";

/** One setting that a change makes less strict. */
export interface Loosened extends Difference {
  /** A dotted key of the config file, or the path of another file. */
  readonly key: string;
}

/** Keys of the config file that are no inputs of a command. */
const CORE: Readonly<Record<string, Loosening>> = {
  version: "none",
  suppressions: "added",
  "settings.loosening": { toward: ["block", "report"] },
  "slo.clock": { toward: ["published", "introduced", "first-seen"] },
  "slo.due-soon": "none",
};

/** What is known of one key. */
interface Knowledge {
  readonly loosening: Loosening;
  readonly fallback?: unknown;
  readonly secret: boolean;
}

/**
 * The keys of a config file that are less strict than in another one, whatever either file is called and whether it is there at
 * all: values are compared with their defaults filled in. A key of which nothing is known counts when it differs.
 */
export function compareConfigs(
  before: ConfigFile,
  after: ConfigFile,
  sections: readonly ConfigSection[],
): readonly Loosened[] {
  const knowledge = knowledgeOf(sections);
  const keys = new Set([before, after].flatMap(leaves));
  const differences: Loosened[] = [];
  for (const key of [...keys].sort()) {
    if (/^rules(?:\.|$)/.test(key) || key === "baseline") continue;
    const { loosening, fallback, secret } = knowledge(key);
    const [old, now] = [before, after].map((config) => config.value(key) ?? fallback);
    const found = loosenedBy(key, old, now, loosening);
    if (found === undefined) continue;
    differences.push(secret ? { key, ...HIDDEN, what: `\`${key}\` changes` } : { key, ...found });
  }
  return [...differences, ...compareRules(before, after, sections)];
}

const HIDDEN = { before: "(a secret)", after: "(a secret)" } as const;

/** The dotted keys that a file has a value at; lists are values. */
function leaves(config: ConfigFile): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    // A dot in a key is no step of a path: what has such keys is compared whole.
    if (isRecord(value) && !Object.keys(value).some((key) => key.includes("."))) {
      for (const [key, part] of Object.entries(value)) walk(part, [...path, key]);
    } else if (path.length > 0) found.push(path.join("."));
  };
  walk(config.value(""), []);
  return found;
}

function knowledgeOf(sections: readonly ConfigSection[]): (key: string) => Knowledge {
  const specs = new Map<string, InputSpec>();
  const inputs = [COMMON_INPUTS, ACTION_INPUTS, ...sections.map((section) => section.inputs ?? {})];
  for (const spec of inputs.flatMap((each) => Object.values<InputSpec>(each))) {
    if (spec.configKey !== undefined) specs.set(spec.configKey, spec);
  }
  const own = new Map<string, Loosening>(Object.entries(CORE));
  for (const { key, loosened = {} } of sections) {
    for (const [name, loosening] of Object.entries(loosened)) own.set(`${key}.${name}`, loosening);
  }
  const checks = sections.filter(({ check }) => check === true).map(({ key }) => key);
  return (key) => {
    if (key === "checks") return { loosening: "removed", fallback: checks, secret: false };
    const spec = specs.get(key);
    const loosening = own.get(key) ?? spec?.loosened ?? "any";
    const fallback = spec !== undefined && "default" in spec ? spec.default : undefined;
    return { loosening, fallback, secret: spec?.secret === true };
  };
}

/** Rules whose findings count less than before. */
function compareRules(
  before: ConfigFile,
  after: ConfigFile,
  sections: readonly ConfigSection[],
): readonly Loosened[] {
  const [old, now] = [before, after].map((config) => config.section<RuleLevels>("rules") ?? {});
  if (old === undefined || now === undefined) return [];
  const { rules } = knownRules(sections);
  const toward = [...SEVERITIES, "off"];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return keys.flatMap((key) => {
    const found = rulesOf(key, rules).flatMap((id) => {
      const { aliases, severity } = rules[id] ?? {};
      const [was, is] = [old, now].map((levels) => levelOf(levels, id, aliases) ?? severity);
      return loosenedBy(`rules.${key}`, was, is, { toward }) ?? [];
    });
    return found[0] === undefined ? [] : [{ key: `rules.${key}`, ...found[0] }];
  });
}
