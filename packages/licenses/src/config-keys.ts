import { date, list, matching, object, text } from "@assay/core/schema";

const packagePattern = text.describe(
  "The package: `name`, `name@version`, `name@range` or a purl. `*` stands for any characters.",
);

const exception = object({
  package: packagePattern,
  license: text.describe(
    "The licence that it is accepted under, as the package declares it; `NOASSERTION` where it declares none. Another licence voids the entry.",
  ),
  reason: text.describe("Why it is acceptable."),
  owner: text.describe("Who answers for it: a person or a team."),
  expires: date.describe("The last day on which it holds, as `YYYY-MM-DD` in UTC."),
});

const clarification = object({
  package: packagePattern,
  license: text.describe("What the files say, as an SPDX expression."),
  files: list(
    object({
      path: text.describe("The file, relative to the package's folder."),
      sha256: matching(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits").describe(
        "The SHA-256 of the file in lower-case hex.",
      ),
    }),
    1,
  ).describe("The files that were read. Any change in them voids the entry."),
  reason: text.describe("How it was found out."),
});

/** What the section `licenses` of the config file has beside the inputs. */
export const LICENSES_KEYS = {
  exceptions: list(exception).optional().describe("Packages that are accepted for a time."),
  clarifications: list(clarification)
    .optional()
    .describe("Licences that a person found out, bound to the files in which they stand."),
};
