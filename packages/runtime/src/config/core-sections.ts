import {
  ACTION_INPUTS,
  CLOCK_STARTS,
  COMMON_INPUTS,
  DEFAULT_SLO,
  parseDuration,
  SEVERITIES,
  UsageError,
} from "@assay/core";
import { list, map, object, oneOf, type Schema, string, text } from "@assay/core/schema";
import {
  type KnownRules,
  levelProblem,
  RULE_LEVELS,
  type RuleLevels,
} from "../settings/rule-levels.ts";
import { compileSuppressions, type SuppressionEntry } from "../settings/suppression.ts";
import { inputKeys } from "./input-schema.ts";

const INPUTS = { ...COMMON_INPUTS, ...ACTION_INPUTS };

/** What several commands share in the config file. */
export const CORE_KEYS = {
  version: oneOf([1]).describe("The version of this file's format."),
  checks: checksOf(text),
  ...inputKeys(INPUTS, ""),
  report: object(inputKeys(INPUTS, "report")).describe(
    "Which reports are made, and where they go.",
  ),
  settings: object({
    loosening: oneOf(["block", "report"])
      .optional()
      .describe(
        "Whether a change that makes a setting less strict fails the run. It is read from the base branch; `report` where it is not given.",
      ),
  }).describe("What happens to changes of these settings."),
  rules: ruleLevels(),
  suppressions: list(suppression()).describe(
    "Findings that are accepted for a time. An unused or expired entry is a finding itself.",
  ),
  slo: object({
    ...Object.fromEntries(SEVERITIES.map((severity) => [severity, target(severity).optional()])),
    clock: oneOf(CLOCK_STARTS)
      .optional()
      .describe(
        "What clocks count from: `introduced` (the default), the later one of the advisory's publication and the commit that brought the finding; `published`, the publication alone; `first-seen`, the baseline's word, else the run.",
      ),
    ledger: text
      .optional()
      .describe(
        "The file of acknowledgements that `assay ack` writes. By default `.assay/acknowledgements.yml`.",
      ),
    "due-soon": duration("slo.due-soon")
      .optional()
      .describe(
        "How long before its end a window is due soon, such as `3d`; at most half of it. Without it, the last fifth.",
      ),
  }).describe("Response clocks: when an answer and when a fix of a finding are due, by severity."),
} as const;

/** The list of checks, with the names that it may hold. */
export function checksOf(name: Schema) {
  return list(name, 1).describe("The checks that `assay check` runs.");
}

/** The map of rules to levels. @param known The rules that there are; without them any id is taken. */
export function ruleLevels(known?: KnownRules) {
  return map(oneOf(RULE_LEVELS))
    .refine((levels: RuleLevels) =>
      Object.entries(levels).flatMap(([key, level]) => {
        const message = known && levelProblem(key, level, known);
        return message === undefined ? [] : [{ key, message }];
      }),
    )
    .describe(
      "What findings of a rule count as: a severity or `off`, by rule id or for a whole group (`licenses.*`). A rule's own entry goes before its group's.",
    );
}

function suppression() {
  return object({
    fingerprint: string
      .optional()
      .describe("The 64 hex digits that every report shows with a finding."),
    rule: string
      .optional()
      .describe(
        "A rule id. `*` stands for any characters, and then `path` or `package` is needed.",
      ),
    path: string.optional().describe("A glob. Every place of the finding must match it."),
    package: string
      .optional()
      .describe("A name, `name@version` or purl. `*` stands for any characters."),
    reason: string.describe("Why it is accepted."),
    owner: string.describe("The person or team who answers for that, such as `@octo/security`."),
    expires: string.describe("The last day on which it holds, as `YYYY-MM-DD` in UTC."),
  }).refine((entry: SuppressionEntry) =>
    (usageErrorOf(() => compileSuppressions([entry]))?.problems ?? []).map((message) => ({
      message: message.replace(/^suppressions\[0\]: /, ""),
    })),
  );
}

function target(severity: keyof typeof DEFAULT_SLO) {
  const { answer, fix } = DEFAULT_SLO[severity];
  return object({
    answer: duration(`slo.${severity}.answer`)
      .optional()
      .describe(
        `Time to a first answer, such as \`24h\`, \`7d\`, \`2w\` or \`none\`. By default \`${answer}\`.`,
      ),
    fix: duration(`slo.${severity}.fix`)
      .optional()
      .describe(`Time to the fix. By default \`${fix}\`.`),
  }).describe(`The clock of a finding of severity ${severity}.`);
}

function duration(key: string) {
  return string.refine((value: string) => {
    const error = usageErrorOf(() => parseDuration(value, key));
    if (error === undefined) return [];
    const found = JSON.stringify(value.slice(0, 60));
    return [{ message: `${found} is no duration. ${error.hint}` }];
  });
}

function usageErrorOf(work: () => unknown): UsageError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}
