import { COMMON_INPUTS, COMMON_OUTPUTS, catalog, defineCommand } from "@assay/core";

export const VALIDATION_RULES = catalog([
  {
    id: "sbom.invalid-document",
    title: "A document that breaks its format",
    description:
      "The document says something that CycloneDX or SPDX does not allow in its version: a field of the wrong shape, one that is missing, or a reference to nothing. Readers may refuse it, or read less than it means to say.",
    help: "Write the document again with the tool that made it, in a newer version of that tool, or report the fault there.",
    severity: "high",
    tags: ["validity"],
  },
]);

/** `assay sbom validate`: whether a document keeps to its format. */
export const validateCommand = defineCommand({
  name: "validate",
  label: "SBOM validation",
  title: "Validate a CycloneDX or SPDX document",
  description:
    "Reads a CycloneDX (1.2 to 1.7, JSON or XML) or SPDX (2.2 and 2.3 as JSON or tag-value, 3.0 as JSON-LD) document and names everything that breaks its format, each with its line. CycloneDX is held against the official schema of its version and for references that lead nowhere; of XML that is done for the parts that Assay reads. SPDX is held against the rules of the specification.",
  branding: { icon: "check-circle", color: "blue" },
  inputs: {
    file: {
      type: "path",
      outside: true,
      required: true,
      description: "The document, relative to `working-directory`.",
    },
    ...COMMON_INPUTS,
  },
  outputs: { ...COMMON_OUTPUTS },
  permissions: [],
  rules: VALIDATION_RULES,
  positional: { input: "file", term: "<file>" },
  brief: true,
  async run(context, { file }) {
    const { runValidate } = await import("./check.ts");
    return { results: [await runValidate(context, file)], outputs: {} };
  },
});
