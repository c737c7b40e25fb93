import type { Facts } from "./facts.ts";
import {
  type Evaluation,
  every,
  type Feature,
  FULL,
  NO_FIELD,
  NONE,
  share,
  when,
} from "./feature.ts";
import * as has from "./tests.ts";

export const PROFILES = ["sbomqs", "ntia", "ntia-2025", "bsi-v2.1", "fsct"] as const;
export type Profile = (typeof PROFILES)[number];

const feature = (id: string, advice: string, evaluate: Feature["evaluate"]): Feature => ({
  id,
  weight: 1,
  advice,
  evaluate,
});
const loose = { capped: false };
const anyLicense = (each: Parameters<typeof has.hasName>[0], facts: Facts) =>
  facts.licenses(each, "concluded").length + facts.licenses(each, "declared").length > 0;
const acceptable = (side: "concluded" | "declared") =>
  share((each, facts) => facts.licenses(each, side).some(({ isValid }) => isValid), loose);
const time: Feature["evaluate"] = ({ document }) => when(document.created !== undefined);

/** What the subject needs; or that it needs nothing and the document says so. */
function relationships({ document: { subject }, direct, claims }: Facts): Evaluation {
  if (subject === undefined) return NONE;
  const claim = claims.get(subject.ref);
  if (direct.length > 0 || claim === "complete") return FULL;
  return claim === "unknown" ? { score: 5 } : NONE;
}

/** FSCT: the document says how complete the dependencies of the subject and of what it needs directly are, `unknown` included. */
function relationshipsStated({ document: { subject }, direct, claims }: Facts): Evaluation {
  if (subject === undefined) return NONE;
  return when(claims.has("") || [subject, ...direct].every(({ ref }) => claims.has(ref)));
}

/** FSCT: the least is that the subject has it. */
const ofSubject =
  (
    test: (subject: Parameters<typeof has.hasName>[0], facts: Facts) => boolean,
  ): Feature["evaluate"] =>
  (facts) =>
    when(facts.document.subject !== undefined && test(facts.document.subject, facts));

const supplierOrMaker = share(
  ({ supplier, manufacturer }) => [supplier, manufacturer].some((each) => each !== undefined),
  loose,
);

/** The profiles of sbomqs 2, in our own words: each feature counts the same. */
export const PROFILE_FEATURES: Readonly<Record<Exclude<Profile, "sbomqs">, readonly Feature[]>> = {
  ntia: [
    feature("comp_supplier", "Name the supplier of every component", supplierOrMaker),
    feature("comp_name", "Give every component a name", share(has.hasName, loose)),
    feature("comp_version", "Give every component a version", share(has.hasVersion, loose)),
    feature(
      "comp_uniq_id",
      "Give every component a purl or a CPE",
      share(({ purl, cpe }) => purl !== undefined || cpe !== undefined, loose),
    ),
    feature("sbom_relationships", "State what the subject depends on", relationships),
    feature("sbom_authors", "Name an author of the document", (facts) => {
      const { authors, manufacturer } = facts.document;
      const isNamed = authors.some(({ name, email }) => name !== undefined || email !== undefined);
      return isNamed || (!facts.isCycloneDx && manufacturer !== undefined)
        ? FULL
        : has.toolScore(facts);
    }),
    feature("sbom_timestamp", "Say when the document was made", time),
  ],
  "ntia-2025": [
    feature("sbom_machine_format", "Write CycloneDX or SPDX", () => FULL),
    feature("sbom_author", "Name an author of the document", (facts) => when(has.hasAuthor(facts))),
    feature(
      "software_producer",
      "Name the supplier or manufacturer in the document's metadata",
      ({ document, isCycloneDx }) =>
        isCycloneDx
          ? when((document.supplier ?? document.manufacturer) !== undefined)
          : { score: 0, note: NO_FIELD },
    ),
    feature("comp_name", "Give every component a name", share(has.hasName)),
    feature("comp_version", "Give every component a version", share(has.hasVersion)),
    feature("software_identifiers", "Give every component a purl or a CPE", (facts) =>
      facts.isCycloneDx
        ? share(({ purl, cpe }) => purl !== undefined || cpe !== undefined, loose)(facts)
        : when(facts.all.length > 0),
    ),
    feature(
      "comp_hash",
      "Give every component a hash",
      share(({ hashes }) => hashes.length > 0, loose),
    ),
    feature("license", "State a licence of every component", share(anyLicense, loose)),
    feature("sbom_dependencies", "State what the subject depends on", ({ direct }) =>
      when(direct.length > 0),
    ),
    feature("comp_supplier", "Name the supplier of every component", share(has.hasSupplier)),
    feature("tool_name", "Name the tool that made the document", ({ document }) =>
      when(document.tools.some(({ name }) => name !== "")),
    ),
    feature("sbom_timestamp", "Say when the document was made", time),
    feature(
      "generation_context",
      "Say when in its life the software is described, and when the document was made",
      time,
    ),
  ],
  "bsi-v2.1": [
    feature("sbom_spec_version", "Write CycloneDX 1.6 or later, or SPDX 3.0.1", ({ source }) =>
      when(source.family === "SPDX 3" || /^1\.[67]$/.test(source.version)),
    ),
    feature(
      "sbom_creator",
      "Name who made the document with e-mail address or web page",
      ({ document: { authors, manufacturer, supplier } }) =>
        when(
          authors.some(({ email }) => has.isEmail(email)) ||
            has.isReachable(manufacturer) ||
            has.isReachable(supplier),
        ),
    ),
    feature("sbom_timestamp", "Say when the document was made", time),
    feature(
      "comp_creator",
      "Name who made each component with e-mail address or web page",
      share(
        ({ authors, manufacturer, supplier }) =>
          authors.some(({ email }) => has.isEmail(email)) ||
          has.isReachable(manufacturer) ||
          has.isReachable(supplier),
        loose,
      ),
    ),
    feature("comp_name", "Give every component a name", every(has.hasName)),
    feature("comp_version", "Give every component a version", every(has.hasVersion)),
    feature(
      "comp_filename",
      "State the file name of every component (`bsi:component:filename`)",
      share(has.hasProperty("bsi:component:filename"), loose),
    ),
    feature(
      "comp_depth",
      "State dependencies so that the subject leads to every component",
      has.depthScore,
    ),
    feature(
      "comp_distribution_license",
      "Conclude a licence for every component, as SPDX writes it",
      acceptable("concluded"),
    ),
    feature(
      "comp_deployable_hash",
      "Give every component's distribution reference a SHA-512",
      share(has.hasDeployableHash, loose),
    ),
    feature(
      "comp_executable_prop",
      "Say of every component whether it is executable (`bsi:component:executable`)",
      share(has.hasProperty("bsi:component:executable"), loose),
    ),
    feature(
      "comp_archive_prop",
      "Say of every component whether it is an archive (`bsi:component:archive`)",
      share(has.hasProperty("bsi:component:archive"), loose),
    ),
    feature(
      "comp_structured_prop",
      "Say of every component whether it is structured (`bsi:component:structured`)",
      share(has.hasProperty("bsi:component:structured"), loose),
    ),
    feature("sbom_uri", "Give the document a serial number or namespace", ({ document }) =>
      when(/^(?:urn|https?):/.test(document.serial ?? "")),
    ),
    feature(
      "comp_source_code_url",
      "Give every component the address of its source code",
      share(has.hasReference("source-distribution", "vcs"), loose),
    ),
    feature(
      "comp_download_url",
      "Give every component the address of its archive",
      share(has.hasReference("distribution", "distribution-intake"), loose),
    ),
    feature(
      "comp_other_identifiers",
      "Give every component a purl or a CPE",
      share(({ purl, cpe }) => purl !== undefined || cpe !== undefined, loose),
    ),
    feature(
      "comp_original_licenses",
      "State the declared licence of every component, as SPDX writes it",
      acceptable("declared"),
    ),
  ],
  fsct: [
    feature("sbom_provenance", "Name an author of the document and say when it was made", (facts) =>
      when(facts.document.created !== undefined && has.hasAuthor(facts)),
    ),
    feature(
      "sbom_primary_component",
      "Name what the document is about, with its version",
      ofSubject((each) => has.hasName(each) && has.hasVersion(each)),
    ),
    feature(
      "comp_identity",
      "Give every component a name and a version",
      every((each) => has.hasName(each) && has.hasVersion(each)),
    ),
    feature(
      "supplier_attribution",
      "Name the supplier of every component, or `unknown`",
      every(({ supplier }) => supplier !== undefined),
    ),
    feature(
      "comp_unique_id",
      "Give every component a purl or a CPE",
      every(({ purl, cpe }) => purl !== undefined || cpe !== undefined),
    ),
    feature(
      "artifact_integrity",
      "Give every component a hash",
      every(({ hashes }) => hashes.length > 0),
    ),
    feature(
      "relationships_coverage",
      "Say of the subject and its direct dependencies how complete their dependencies are (compositions)",
      relationshipsStated,
    ),
    feature(
      "license_coverage",
      "State the licence of what the document is about",
      ofSubject(anyLicense),
    ),
    feature(
      "copyright_coverage",
      "State the copyright of what the document is about",
      ofSubject(({ copyright }) => copyright !== undefined),
    ),
  ],
};
