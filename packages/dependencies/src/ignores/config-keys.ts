import { DEFAULT_SLO } from "@assay/core";
import { date, list, object, oneOf, text } from "@assay/core/schema";
import { JUSTIFICATIONS } from "../vex/statement.ts";

const names = list(text, 1);
const days = (what: string) => text.optional().describe(what);

const ignore = object({
  id: text.describe("Any id of the advisory: CVE, GHSA or another alias."),
  package: text
    .optional()
    .describe(
      "The package: `name`, `name@version`, `name@range` or a purl; every one where it is not given.",
    ),
  paths: names
    .optional()
    .describe("Globs of the lockfiles that it is about; all of them where it is not given."),
  reason: text.describe("Why it is acceptable."),
  owner: text.describe("Who answers for it: a person or a team."),
  expires: date.describe("The last day on which it holds, as `YYYY-MM-DD` in UTC."),
  justification: oneOf(JUSTIFICATIONS)
    .optional()
    .describe(
      "Why the advisory does not affect you, in a word of OpenVEX: documents then say `not_affected`, and `affected` without it.",
    ),
  "approved-by": names
    .optional()
    .describe(
      "Who agreed beside the owner: one for an entry that lasts past the fix deadline, two for malware.",
    ),
});

const longest = (level: keyof typeof DEFAULT_SLO) => {
  const { fix } = DEFAULT_SLO[level];
  const usual = fix === "none" ? "`180d`" : `the fix window of \`slo\`, \`${fix}\``;
  return days(`For ${level} advisories; by default ${usual}.`);
};

/** What the section `dependencies` of the config file has for ignores. */
export const IGNORE_KEYS = {
  ignores: list(ignore).optional().describe("Advisories that are accepted for a time."),
  "ignore-policy": object({
    longest: object({
      critical: longest("critical"),
      high: longest("high"),
      medium: longest("medium"),
      low: longest("low"),
    })
      .optional()
      .describe("How long an ignore may last from today, such as `14d`."),
    "warn-before": days("How long before its end an ignore is reported. By default `14d`."),
    "without-expiry": oneOf(["report", "refuse"])
      .optional()
      .describe(
        "What becomes of entries of other tools' files that have no expiry: they hold and are reported (`report`, the default), or do not hold.",
      ),
  })
    .optional()
    .describe("What ignores must be like."),
};
