import type { Severity } from "@assay/core";
import { UsageError } from "@assay/core";
import { baselineSeverity } from "./presets/baseline.ts";
import { FRAMEWORKS } from "./presets/frameworks.ts";
import { STRICT_ONLY } from "./presets/strict.ts";
import type { PolicyRule, Violation } from "./rule.ts";

/** A list of rules under a name. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  has(rule: PolicyRule): boolean;
  /** What a violation counts as, where that is not its own severity. */
  severity?(rule: PolicyRule, violation: Violation): Severity | undefined;
  /** The clauses of the framework that a rule serves. */
  clauses?(rule: PolicyRule): readonly string[];
  /** Clauses that no file can show, each with what it asks for. */
  readonly notShown?: Readonly<Record<string, string>>;
}

export const PRESETS: readonly Preset[] = [
  {
    id: "assay:baseline",
    title: "What any repository should have",
    has: ({ id }) => !STRICT_ONLY.has(id),
    severity: baselineSeverity,
  },
  { id: "assay:strict", title: "Every rule", has: () => true },
  ...FRAMEWORKS,
];

export const PRESET_IDS = PRESETS.map(({ id }) => id);

/**
 * The rules of the presets and those that are named, in the order of the catalogue.
 *
 * @throws UsageError when a named rule does not exist.
 */
export function chosenRules(
  all: readonly PolicyRule[],
  presets: readonly string[],
  named: readonly string[],
): readonly PolicyRule[] {
  const wrong = named.find((id) => !all.some((rule) => rule.id === id));
  if (wrong !== undefined) {
    throw new UsageError(`\`policy.enable\` names ${JSON.stringify(wrong)}, which is no rule`, {
      hint: "`assay explain` lists the rules.",
    });
  }
  const chosen = PRESETS.filter(({ id }) => presets.includes(id));
  return all.flatMap((rule) => {
    const by = chosen.filter((preset) => preset.has(rule));
    if (named.includes(rule.id)) return [rule];
    const [only] = by;
    return only?.severity !== undefined && by.length === 1
      ? [withLevels(rule, only.severity)]
      : by.slice(0, 1).map(() => rule);
  });
}

function withLevels(rule: PolicyRule, severity: NonNullable<Preset["severity"]>): PolicyRule {
  return {
    ...rule,
    async judge(repository) {
      const judgement = await rule.judge(repository);
      const violations = judgement.violations.map((violation) => {
        const level = severity(rule, violation);
        return level === undefined ? violation : { ...violation, severity: level };
      });
      return { ...judgement, violations };
    },
  };
}
