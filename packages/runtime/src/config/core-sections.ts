import {
  COMMON_INPUTS,
  DEFAULT_SLO,
  parseDuration,
  REPORT_FORMATS,
  SEVERITIES,
  UsageError,
} from "@assay/core";
import { z } from "zod";
import { compileSuppressions } from "../settings/suppression.ts";

/** What several commands share in the config file. */
export const CORE_KEYS = {
  version: z.literal(1).describe("The version of this file's format."),
  checks: checksOf(z.string().min(1)),
  "fail-on": z.enum([...SEVERITIES, "never"]).describe(COMMON_INPUTS["fail-on"].description),
  offline: z.boolean().describe(COMMON_INPUTS.offline.description),
  baseline: z.string().min(1).describe(COMMON_INPUTS.baseline.description),
  report: z
    .strictObject({
      formats: z
        .array(z.enum(REPORT_FORMATS))
        .optional()
        .describe("The reports that are written to the report directory."),
      directory: z
        .string()
        .min(1)
        .optional()
        .describe("Where reports and documents are written, relative to the working directory."),
      comment: z
        .boolean()
        .optional()
        .describe("Keep one comment on the pull request up to date (action only)."),
      "upload-sarif": z
        .boolean()
        .optional()
        .describe("Upload the SARIF report to code scanning (action only)."),
    })
    .describe("Which reports are made, and where they go."),
  suppressions: z
    .array(suppression())
    .describe(
      "Findings that are accepted for a time. An unused or expired entry is a finding itself.",
    ),
  slo: z
    .strictObject(
      Object.fromEntries(SEVERITIES.map((severity) => [severity, target(severity).optional()])),
    )
    .describe("Response clocks: when an answer and when a fix of a finding are due, by severity."),
} as const;

/** The list of checks, with the names that it may hold. */
export function checksOf(name: z.ZodType<string>) {
  return z.array(name).min(1).describe("The checks that `assay check` runs.");
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
