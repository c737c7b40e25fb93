import { list, object, text } from "@assay/core/schema";

/** What the section `policy` of the config file has beside the inputs. */
export const POLICY_KEYS = {
  rfcs: list(
    object({
      package: text.describe(
        "The package: `name`, `name@range` or a purl. `*` stands for any characters.",
      ),
      rfc: text.describe(
        "Where the decision stands: a file of the repository, or an `https:` link.",
      ),
    }),
  )
    .optional()
    .describe(
      "Decisions to take in a commercial dependency or one of a licence that is not allowed.",
    ),
};
