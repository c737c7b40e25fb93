import type { Facts } from "./facts.ts";
import {
  type Category,
  type Evaluation,
  type Feature,
  feature,
  IGNORED,
  NO_FIELD,
  NONE,
  share,
  shareOf,
  shareWith,
  when,
} from "./feature.ts";
import { LICENSING } from "./licensing.ts";
import * as has from "./tests.ts";

/** What SPDX has no field for scores nothing there. */
const inCycloneDx =
  (evaluate: Feature["evaluate"]): Feature["evaluate"] =>
  (facts) =>
    facts.isCycloneDx ? evaluate(facts) : { score: 0, note: NO_FIELD };

/** Of the subject and what it needs directly: those that need something themselves and say that this is all. */
function completeness(facts: Facts): Evaluation {
  const { document, direct, asking, isCycloneDx } = facts;
  if (!isCycloneDx) return IGNORED;
  if (document.subject === undefined || direct.length === 0) return NONE;
  const relevant = [document.subject, ...direct].filter(({ ref }) => asking.has(ref));
  return shareOf(facts, relevant, ({ dependencies }) => dependencies === "complete");
}

/** Among components with a hash: those that have not a weak one only. */
function notWeak(facts: Facts): Evaluation {
  const hashed = facts.all.filter(({ hashes }) => hashes.length > 0);
  return hashed.length === 0
    ? { score: 0, note: "no component has a hash" }
    : shareOf(facts, hashed, has.hasStrongHash);
}

const TYPES = /^(?:application|framework|library|container|operating-system|device|firmware|file)$/;
const PHASES = /^(?:design|pre-build|build|post-build|operations|discovery|decommission)$/;
const purpose = share(({ type }) => TYPES.test(type));

/** The weights and rules of sbomqs 2 (https://github.com/interlynk-io/sbomqs), in our own words. "Component Quality" needs a service and counts nothing. */
export const CATEGORIES: readonly Category[] = [
  {
    name: "Identification",
    weight: 10,
    features: [
      feature("comp_with_name", 0.4, "Give every component a name", share(has.hasName)),
      feature(
        "comp_with_version",
        0.35,
        "Give every component a version, the project's own packages too",
        share(has.hasVersion),
      ),
      feature("comp_with_local_id", 0.25, "Give every component a bom-ref", (facts) =>
        facts.isCycloneDx ? shareWith("bom-ref")(facts) : when(facts.all.length > 0),
      ),
    ],
  },
  {
    name: "Provenance",
    weight: 12,
    features: [
      feature("sbom_creation_timestamp", 0.2, "Say when the document was made", ({ document }) =>
        when(document.created !== undefined),
      ),
      feature("sbom_authors", 0.2, "Name an author with e-mail address", (facts) =>
        when(has.hasAuthor(facts)),
      ),
      feature(
        "sbom_tool_version",
        0.2,
        "Name the tool that made the document, with its version",
        has.toolScore,
      ),
      feature(
        "sbom_supplier",
        0.15,
        "Name the supplier in the document's metadata",
        inCycloneDx(({ document }) => when(document.supplier !== undefined)),
      ),
      feature(
        "sbom_namespace",
        0.15,
        "Give the document a serial number or namespace",
        ({ document, isCycloneDx }) =>
          when(
            isCycloneDx ? document.serial?.startsWith("urn:uuid:") : (document.serial ?? "") !== "",
          ),
      ),
      feature(
        "sbom_lifecycle",
        0.1,
        "Say when in its life the software is described",
        inCycloneDx(({ document }) =>
          when(document.lifecycles.some((phase) => PHASES.test(phase))),
        ),
      ),
    ],
  },
  {
    name: "Integrity",
    weight: 15,
    features: [
      feature(
        "comp_with_strong_checksums",
        0.5,
        "Give every component a hash of SHA-256 or better",
        share(has.hasStrongHash),
      ),
      feature(
        "comp_with_weak_checksums",
        0.4,
        "Replace hashes of MD5 and SHA-1 by SHA-256 or better",
        notWeak,
      ),
      feature(
        "sbom_signature",
        0.1,
        "Sign the document, with a key of RSA or EC or a certificate in it",
        has.signatureScore,
      ),
    ],
  },
  {
    name: "Completeness",
    weight: 12,
    features: [
      feature(
        "comp_with_dependencies",
        0.25,
        "Say of the subject and its direct dependencies that what they need is all there (compositions)",
        completeness,
      ),
      feature(
        "sbom_completeness_declared",
        0.15,
        "Say that the document is complete, once every lockfile is read",
        inCycloneDx(({ document }) => when(document.completeness === "complete")),
      ),
      feature("sbom_primary_component", 0.2, "Name what the document is about", ({ document }) =>
        when(document.subject !== undefined),
      ),
      feature(
        "comp_with_source_code",
        0.15,
        "Give every component the address of its source code",
        inCycloneDx(share(has.hasReference("source-distribution", "vcs"))),
      ),
      feature(
        "comp_with_supplier",
        0.15,
        "Name the supplier of every component",
        share(has.hasSupplier),
      ),
      feature("comp_with_purpose", 0.1, "Say of every component what it is", (facts) => {
        if (facts.isCycloneDx) return purpose(facts);
        return shareWith(
          facts.source.family === "SPDX" ? "primaryPackagePurpose" : "software_primaryPurpose",
        )(facts);
      }),
    ],
  },
  LICENSING,
  {
    name: "Vulnerability",
    weight: 10,
    // Of purl, CPE and either one the best counts, and with either one that is always the third.
    features: [
      feature(
        "comp_with_purl_or_cpe",
        1,
        "Give every component a purl or a CPE",
        share(has.hasIdentifier),
      ),
    ],
  },
  {
    name: "Structural",
    weight: 8,
    features: [
      feature("sbom_spec_declared", 0.3, "Write CycloneDX or SPDX", () => when(true)),
      feature("sbom_spec_version", 0.3, "Write a version of the format that is supported", () =>
        when(true),
      ),
      feature("sbom_file_format", 0.2, "Write JSON, XML or tag-value", () => when(true)),
      feature(
        "sbom_schema_valid",
        0.2,
        "Mend what breaks the format: `assay sbom validate` names it (no scorer checks SPDX 3)",
        ({ source, isValid }) => when(isValid && source.family !== "SPDX 3"),
      ),
    ],
  },
];
