import { type Category, type Feature, feature, IGNORED, share, shareOf, when } from "./feature.ts";

const concluded = (test: "isValid" | "isListed") =>
  share((each, facts) => {
    const licenses = facts.licenses(each, "concluded");
    return licenses.length > 0 && licenses.every((license) => license[test]);
  });

/** Where anything is concluded: the share of components of whose concluded licences none is like that. */
function without(test: "isDeprecated" | "isRestrictive"): Feature["evaluate"] {
  return (facts) =>
    facts.all.some((each) => facts.licenses(each, "concluded").length > 0)
      ? shareOf(
          facts,
          facts.all,
          (each) => !facts.licenses(each, "concluded").some((license) => license[test]),
        )
      : facts.all.length === 0
        ? IGNORED
        : { score: 0, note: "no licence is concluded" };
}

export const LICENSING: Category = {
  name: "Licensing",
  weight: 15,
  features: [
    feature(
      "comp_with_licenses",
      0.2,
      "Conclude a licence for every component",
      share((each, facts) => facts.licenses(each, "concluded").length > 0),
    ),
    feature(
      "comp_with_valid_licenses",
      0.2,
      "Write concluded licences as SPDX expressions",
      concluded("isValid"),
    ),
    feature(
      "comp_spdx_listed_license",
      0.2,
      "Conclude licences of the SPDX list",
      concluded("isListed"),
    ),
    feature(
      "comp_no_deprecated_licenses",
      0.15,
      "Replace deprecated licence ids in concluded licences",
      without("isDeprecated"),
    ),
    feature(
      "comp_no_restrictive_licenses",
      0.2,
      "Review components under copyleft or non-commercial licences",
      without("isRestrictive"),
    ),
    feature(
      "comp_with_declared_licenses",
      0.15,
      "State the declared licence of every component",
      share((each, facts) => facts.licenses(each, "declared").length > 0),
    ),
    feature(
      "sbom_data_license",
      0.1,
      "Put the document itself under a licence such as CC0-1.0",
      ({ ownLicenses }) =>
        when(ownLicenses.length > 0 && ownLicenses.every(({ isValid }) => isValid)),
    ),
  ],
};
