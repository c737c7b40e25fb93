import { either, email, list, object, oneOf, text, url } from "@assay/core/schema";

const organization = {
  name: text.describe("Its name."),
  url: url.optional().describe("Its page."),
  email: email.optional().describe("Where it is reached."),
};

const supplier = object({
  package: text.describe(
    "The packages: `name`, `name@version`, `name@range` or a purl. `*` stands for any characters.",
  ),
  ...organization,
});

/** What the section `sbom` of the config file has beside the inputs. */
export const SBOM_KEYS = {
  authors: list(
    object({
      name: text.describe("A person or a team."),
      email: email.optional().describe("Where they are reached."),
    }),
  )
    .optional()
    .describe("Who answers for the documents."),
  manufacturer: object(organization)
    .optional()
    .describe(
      "The organisation that makes the software and its documents. It supplies first-party packages, in place of the repository's owner.",
    ),
  supplier: either(oneOf(["registry"]), list(supplier))
    .optional()
    .describe(
      "Who supplies third-party packages: organisations by package, the first that fits; or `registry`: the registry that distributes each, for those who must fill the field of the NTIA's minimum elements. Without it nobody is named: a lockfile says where an archive came from, not who made it.",
    ),
  license: text
    .optional()
    .describe(
      "The licence of the CycloneDX documents themselves, as an SPDX expression such as `CC0-1.0`. Those of SPDX are always under CC0-1.0.",
    ),
};
