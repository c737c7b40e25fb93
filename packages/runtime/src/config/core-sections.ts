import {
  ACTION_INPUTS,
  CLOCK_STARTS,
  COMMON_INPUTS,
  DEFAULT_SLO,
  parseDuration,
  SEVERITIES,
  UsageError,
} from "@assay/core";
import { z } from "zod";
import { type KnownRules, levelProblem, RULE_LEVELS } from "../settings/rule-levels.ts";
import { compileSuppressions } from "../settings/suppression.ts";
import { inputKeys } from "./input-schema.ts";

const INPUTS = { ...COMMON_INPUTS, ...ACTION_INPUTS };

/** What several commands share in the config file. */
export const CORE_KEYS = {
  version: z.literal(1).describe("The version of this file's format."),
  checks: checksOf(z.string().min(1)),
  ...inputKeys(INPUTS, ""),
  report: z
    .strictObject(inputKeys(INPUTS, "report"))
    .describe("Which reports are made, and where they go."),
  settings: z
    .strictObject({
      loosening: z
        .enum(["block", "report"])
        .optional()
        .describe(
          "Whether a change that makes a setting less strict fails the run. It is read from the base branch; `report` where it is not given.",
        ),
    })
    .describe("What happens to changes of these settings."),
  rules: ruleLevels(),
  suppressions: z
    .array(suppression())
    .describe(
      "Findings that are accepted for a time. An unused or expired entry is a finding itself.",
    ),
  slo: z
    .strictObject({
      ...Object.fromEntries(SEVERITIES.map((severity) => [severity, target(severity).optional()])),
      clock: z
        .enum(CLOCK_STARTS)
        .optional()
        .describe(
          "What clocks count from: `introduced` (the default), the later one of the advisory's publication and the commit that brought the finding; `published`, the publication alone; `first-seen`, the baseline's word, else the run.",
        ),
      "due-soon": duration("slo.due-soon")
        .optional()
        .describe(
          "How long before its end a window is due soon, such as `3d`; at most half of it. Without it, the last fifth.",
        ),
    })
    .describe("Response clocks: when an answer and when a fix of a finding are due, by severity."),
} as const;

/** The list of checks, with the names that it may hold. */
export function checksOf(name: z.ZodType<string>) {
  return z.array(name).min(1).describe("The checks that `assay check` runs.");
}

/** The map of rules to levels. @param known The rules that there are; without them any id is taken. */
export function ruleLevels(known?: KnownRules) {
  return z
    .record(z.string(), z.enum(RULE_LEVELS))
    .superRefine((levels, context) => {
      for (const [key, level] of Object.entries(levels)) {
        const problem = known && levelProblem(key, level, known);
        if (problem !== undefined)
          context.addIssue({ code: "custom", path: [key], message: problem });
      }
    })
    .describe(
      "What findings of a rule count as: a severity or `off`, by rule id or for a whole group (`licenses.*`). A rule's own entry goes before its group's.",
    );
}

function suppression() {
  return z
    .strictObject({
      fingerprint: z
        .string()
        .optional()
        .describe("The 64 hex digits that every report shows with a finding."),
      rule: z
        .string()
        .optional()
        .describe(
          "A rule id. `*` stands for any characters, and then `path` or `package` is needed.",
        ),
      path: z.string().optional().describe("A glob. Every place of the finding must match it."),
      package: z
        .string()
        .optional()
        .describe("A name, `name@version` or purl. `*` stands for any characters."),
      reason: z.string().describe("Why it is accepted."),
      owner: z
        .string()
        .describe("The person or team who answers for that, such as `@octo/security`."),
      expires: z.string().describe("The last day on which it holds, as `YYYY-MM-DD` in UTC."),
    })
    .superRefine((entry, context) => {
      for (const message of usageErrorOf(() => compileSuppressions([entry]))?.problems ?? []) {
        context.addIssue({ code: "custom", message: message.replace(/^suppressions\[0\]: /, "") });
      }
    });
}

function target(severity: keyof typeof DEFAULT_SLO) {
  const { answer, fix } = DEFAULT_SLO[severity];
  return z
    .strictObject({
      answer: duration(`slo.${severity}.answer`)
        .optional()
        .describe(
          `Time to a first answer, such as \`24h\`, \`7d\`, \`2w\` or \`none\`. By default \`${answer}\`.`,
        ),
      fix: duration(`slo.${severity}.fix`)
        .optional()
        .describe(`Time to the fix. By default \`${fix}\`.`),
    })
    .describe(`The clock of a finding of severity ${severity}.`);
}

function duration(key: string) {
  return z.string().superRefine((text, context) => {
    const error = usageErrorOf(() => parseDuration(text, key));
    if (error === undefined) return;
    const found = JSON.stringify(text.slice(0, 60));
    context.addIssue({ code: "custom", message: `${found} is no duration. ${error.hint}` });
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
