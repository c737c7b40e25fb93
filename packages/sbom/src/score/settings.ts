const ENRICH = "`--enrich installed`, or `caches` or `registry`";

/** What gains the points of a feature in a document of ours, by the feature's id. */
export const SETTINGS: Readonly<Record<string, string>> = {
  sbom_authors: "`sbom.authors` in the config file",
  sbom_author: "`sbom.authors` in the config file",
  sbom_provenance: "`sbom.authors` in the config file",
  sbom_creator: "`sbom.authors` in the config file",
  sbom_supplier: "`sbom.manufacturer` in the config file",
  software_producer: "`sbom.manufacturer` in the config file",
  comp_with_supplier: `${ENRICH}; or \`sbom.supplier\` in the config file`,
  comp_supplier: `${ENRICH}; or \`sbom.supplier\` in the config file`,
  supplier_attribution: `${ENRICH}; or \`sbom.supplier\` in the config file`,
  comp_with_licenses: ENRICH,
  comp_with_declared_licenses: ENRICH,
  comp_with_source_code: ENRICH,
  comp_source_code_url: ENRICH,
  comp_distribution_license: ENRICH,
  comp_original_licenses: ENRICH,
  license: ENRICH,
  sbom_data_license: "`sbom.license` in the config file",
  sbom_signature: "`--sign-key`",
};
