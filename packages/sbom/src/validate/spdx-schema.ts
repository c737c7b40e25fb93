import type { JsonSchema } from "./json-schema.ts";

const TEXT: JsonSchema = { type: "string" };
const TEXTS: JsonSchema = { type: "array", items: TEXT };
/** SPDX 2.3, section 7.2. */
const ELEMENT_ID: JsonSchema = { type: "string", pattern: "^SPDXRef-[A-Za-z0-9.-]+$" };
const TIME: JsonSchema = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$",
};
const AGENT = "(?:Person|Organization): \\S.*";
const SUPPLIER: JsonSchema = { type: "string", pattern: `^(?:NOASSERTION|${AGENT})$` };

/** Section 7.10: each algorithm, and how many hex digits its value has. */
export const CHECKSUM_DIGITS: ReadonlyMap<string, number | undefined> = new Map([
  ["SHA1", 40],
  ["SHA224", 56],
  ["SHA256", 64],
  ["SHA384", 96],
  ["SHA512", 128],
  ["SHA3-256", 64],
  ["SHA3-384", 96],
  ["SHA3-512", 128],
  ["BLAKE2b-256", 64],
  ["BLAKE2b-384", 96],
  ["BLAKE2b-512", 128],
  ["BLAKE3", undefined],
  ["MD2", 32],
  ["MD4", 32],
  ["MD5", 32],
  ["MD6", undefined],
  ["ADLER32", 8],
]);

const CHECKSUM = record(["algorithm", "checksumValue"], {
  algorithm: { enum: [...CHECKSUM_DIGITS.keys()] },
  checksumValue: { type: "string", pattern: "^[0-9a-fA-F]+$" },
});
const CHECKSUMS = list(CHECKSUM);

/** Section 12. */
const ANNOTATIONS = list(
  record(["annotationDate", "annotationType", "annotator", "comment"], {
    annotationDate: TIME,
    annotationType: { enum: ["OTHER", "REVIEW"] },
    annotator: { type: "string", pattern: `^(?:Tool: \\S.*|${AGENT})$` },
    comment: TEXT,
  }),
);

/** Section 7.21; 2.2 writes the hyphens as underscores. */
const REFERENCE_CATEGORIES = [
  ...["SECURITY", "PACKAGE-MANAGER", "PACKAGE_MANAGER", "PERSISTENT-ID", "PERSISTENT_ID", "OTHER"],
];

/** Section 7.24. */
const PURPOSES = [
  ...["APPLICATION", "ARCHIVE", "CONTAINER", "DEVICE", "FILE", "FIRMWARE", "FRAMEWORK", "INSTALL"],
  ...["LIBRARY", "OPERATING-SYSTEM", "OPERATING_SYSTEM", "OTHER", "SOURCE"],
];

/** Section 11.1. */
const RELATIONSHIPS = [
  ...["AMENDS", "ANCESTOR_OF", "BUILD_DEPENDENCY_OF", "BUILD_TOOL_OF", "CONTAINED_BY", "CONTAINS"],
  ...["COPY_OF", "DATA_FILE_OF", "DEPENDENCY_MANIFEST_OF", "DEPENDENCY_OF", "DEPENDS_ON"],
  ...["DESCENDANT_OF", "DESCRIBED_BY", "DESCRIBES", "DEV_DEPENDENCY_OF", "DEV_TOOL_OF"],
  ...["DISTRIBUTION_ARTIFACT", "DOCUMENTATION_OF", "DYNAMIC_LINK", "EXAMPLE_OF"],
  ...["EXPANDED_FROM_ARCHIVE", "FILE_ADDED", "FILE_DELETED", "FILE_MODIFIED", "GENERATED_FROM"],
  ...["GENERATES", "HAS_PREREQUISITE", "METAFILE_OF", "OPTIONAL_COMPONENT_OF"],
  ...["OPTIONAL_DEPENDENCY_OF", "OTHER", "PACKAGE_OF", "PATCH_APPLIED", "PATCH_FOR"],
  ...["PREREQUISITE_FOR", "PROVIDED_DEPENDENCY_OF", "REQUIREMENT_DESCRIPTION_FOR"],
  ...["RUNTIME_DEPENDENCY_OF", "SPECIFICATION_FOR", "STATIC_LINK", "TEST_CASE_OF"],
  ...["TEST_DEPENDENCY_OF", "TEST_OF", "TEST_TOOL_OF", "VARIANT_OF"],
];

/** Section 8.3. */
const FILE_TYPES = [
  ...["APPLICATION", "ARCHIVE", "AUDIO", "BINARY", "DOCUMENTATION", "IMAGE", "OTHER", "SOURCE"],
  ...["SPDX", "TEXT", "VIDEO"],
];

/** What packages, files and snippets have in common. */
const ELEMENT: Readonly<Record<string, JsonSchema>> = {
  SPDXID: ELEMENT_ID,
  annotations: ANNOTATIONS,
  attributionTexts: TEXTS,
  comment: TEXT,
  copyrightText: TEXT,
  licenseComments: TEXT,
  licenseConcluded: TEXT,
};

const PACKAGE = record(["SPDXID", "name", "downloadLocation"], {
  ...ELEMENT,
  name: { type: "string", minLength: 1 },
  versionInfo: TEXT,
  packageFileName: TEXT,
  supplier: SUPPLIER,
  originator: SUPPLIER,
  downloadLocation: {
    type: "string",
    pattern: "^(?:NOASSERTION|NONE|[A-Za-z][A-Za-z0-9+.-]*:\\S+)$",
  },
  filesAnalyzed: { type: "boolean" },
  packageVerificationCode: record(["packageVerificationCodeValue"], {
    packageVerificationCodeExcludedFiles: TEXTS,
    packageVerificationCodeValue: TEXT,
  }),
  checksums: CHECKSUMS,
  homepage: TEXT,
  sourceInfo: TEXT,
  summary: TEXT,
  description: TEXT,
  licenseInfoFromFiles: TEXTS,
  licenseDeclared: TEXT,
  externalRefs: list(
    record(["referenceCategory", "referenceType", "referenceLocator"], {
      comment: TEXT,
      referenceCategory: { enum: REFERENCE_CATEGORIES },
      referenceType: { type: "string", pattern: "^\\S+$" },
      referenceLocator: { type: "string", pattern: "^\\S+$" },
    }),
  ),
  primaryPackagePurpose: { enum: PURPOSES },
  releaseDate: TIME,
  builtDate: TIME,
  validUntilDate: TIME,
  hasFiles: TEXTS,
});

const FILE = record(["SPDXID", "fileName", "checksums"], {
  ...ELEMENT,
  artifactOfs: { type: "array", items: { type: "object" } },
  fileContributors: TEXTS,
  fileDependencies: TEXTS,
  fileName: TEXT,
  fileTypes: { type: "array", items: { enum: FILE_TYPES } },
  checksums: { ...CHECKSUMS, minItems: 1 },
  licenseInfoInFiles: TEXTS,
  noticeText: TEXT,
});

const POINTER = record(["reference"], {
  reference: TEXT,
  offset: { type: "integer", minimum: 1 },
  lineNumber: { type: "integer", minimum: 1 },
});
/** Section 9. */
const SNIPPET = record(["SPDXID", "name", "ranges", "snippetFromFile"], {
  ...ELEMENT,
  name: TEXT,
  licenseInfoInSnippets: TEXTS,
  ranges: {
    ...list(record(["startPointer", "endPointer"], { startPointer: POINTER, endPointer: POINTER })),
    minItems: 1,
  },
  snippetFromFile: TEXT,
});

/** SPDX 2.2 and 2.3 (https://spdx.github.io/spdx-spec/v2.3/), in our own words. */
export const SPDX_SCHEMA: JsonSchema = record(
  ["spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo"],
  {
    $schema: TEXT,
    spdxVersion: TEXT,
    dataLicense: { const: "CC0-1.0" },
    SPDXID: { const: "SPDXRef-DOCUMENT" },
    name: { type: "string", minLength: 1 },
    comment: TEXT,
    // Section 6.5: a URI without a fragment.
    documentNamespace: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s#]+$" },
    creationInfo: record(["created", "creators"], {
      comment: TEXT,
      created: TIME,
      creators: {
        type: "array",
        minItems: 1,
        items: { type: "string", pattern: `^(?:Tool: \\S.*|${AGENT})$` },
      },
      licenseListVersion: { type: "string", pattern: "^\\d+\\.\\d+(?:\\.\\d+)?$" },
    }),
    externalDocumentRefs: list(
      record(["externalDocumentId", "spdxDocument", "checksum"], {
        externalDocumentId: { type: "string", pattern: "^DocumentRef-[A-Za-z0-9.+-]+$" },
        spdxDocument: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s#]+$" },
        checksum: CHECKSUM,
      }),
    ),
    hasExtractedLicensingInfos: list(
      record(["licenseId", "extractedText"], {
        licenseId: { type: "string", pattern: "^LicenseRef-[A-Za-z0-9.-]+$" },
        extractedText: { type: "string", minLength: 1 },
        comment: TEXT,
        crossRefs: { type: "array", items: { type: "object", required: ["url"] } },
        name: TEXT,
        seeAlsos: TEXTS,
      }),
    ),
    annotations: ANNOTATIONS,
    revieweds: { type: "array", items: { type: "object", required: ["reviewDate"] } },
    packages: list(PACKAGE),
    files: list(FILE),
    snippets: list(SNIPPET),
    relationships: list(
      record(["spdxElementId", "relationshipType", "relatedSpdxElement"], {
        comment: TEXT,
        spdxElementId: TEXT,
        relationshipType: { enum: RELATIONSHIPS },
        relatedSpdxElement: TEXT,
      }),
    ),
    documentDescribes: TEXTS,
  },
);

function record(
  required: readonly string[],
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return { type: "object", required, properties, additionalProperties: false };
}

function list(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}
