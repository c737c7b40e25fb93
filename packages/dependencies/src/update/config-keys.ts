import { boolean, list, matching, object, oneOf, text } from "@assay/core/schema";

const some = list(text, 1).optional();

const rule = object({
  scope: oneOf(["runtime", "optional", "development"])
    .optional()
    .describe("Who needs the package."),
  "update-type": list(oneOf(["patch", "minor", "major", "other"]), 1)
    .optional()
    .describe("Any of them. `other`: it is new, or its versions have no order."),
  packages: some.describe(
    "Any of them: `name`, `name@range` or a purl; `*` stands for any characters.",
  ),
  ecosystems: some.describe("Any of them, as `npm` or `pypi`."),
  direct: boolean.optional().describe("Only what the project asks for itself, or only the rest."),
  security: boolean.optional().describe("Only what fixes an advisory."),
  "min-age": matching(/^\d{1,4}[hdw]$/, "must be a duration such as `3d`")
    .optional()
    .describe(
      "How long the version must have been published, as `3d`. A registry is asked only with `release-dates: registry`; an unknown age is too young: the rule leads to review.",
    ),
  decision: oneOf(["merge", "review", "block"])
    .optional()
    .describe("`merge` where it is not given."),
});

/** What the key `updates` of the section holds. */
export const UPDATES_KEY = object({
  apps: some.describe(
    "The logins whose pull requests are updates; `dependabot[bot]` and `renovate[bot]` where it is not given.",
  ),
  authors: some.describe("Emails that such an app writes in its commits, beside those of GitHub."),
  "zero-minor": oneOf(["major", "minor"])
    .optional()
    .describe("What the second number of a version 0.x counts as; `major` where it is not given."),
  rules: list(rule)
    .optional()
    .describe(
      "What may be merged without a person. The first rule of which everything holds decides on a package; one that no rule fits needs a person.",
    ),
})
  .optional()
  .describe("Which pull requests of Dependabot and Renovate may be merged without a person.");
