import type { Severity } from "@assay/core";
import { UsageError } from "@assay/core";
import { FRAMEWORKS } from "./presets/frameworks.ts";
import { STRICT_ONLY } from "./presets/strict.ts";
import type { PolicyRule } from "./rule.ts";

/** A list of rules under a name. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** Whether a rule is in it, and with which severity where that is not its own. */
  level(rule: PolicyRule): Severity | "own" | undefined;
  /** The clauses of the framework that a rule serves. */
  clauses?(rule: PolicyRule): readonly string[];
  /** Clauses that no file can show, each with what it asks for. */
  readonly notShown?: Readonly<Record<string, string>>;
}

export const PRESETS: readonly Preset[] = [
  {
    id: "assay:baseline",
    title: "What any repository should have",
    level: (rule) => (STRICT_ONLY.has(rule.id) ? undefined : "own"),
  },
  { id: "assay:strict", title: "Every rule", level: () => "own" },
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
  return all.filter(
    (rule) => named.includes(rule.id) || chosen.some((preset) => preset.level(rule) !== undefined),
  );
}
