import { COMMON_INPUTS, COMMON_OUTPUTS, catalog, defineCommand } from "@assay/core";
import { DOCUMENT_FILE } from "../document-inputs.ts";

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
  {
    id: "sbom.invalid-signature",
    title: "A signature of a document that does not hold",
    description:
      "The document bears a signature (JSF) that does not fit it, leaves parts of it out, or is not by the expected key: it was changed after it was signed, or somebody else signed it.",
    help: "Get the document again from its source. Where it was changed on purpose, sign it again.",
    severity: "high",
    tags: ["signature"],
  },
]);

/** `assay sbom validate`: whether a document keeps to its format. */
export const validateCommand = defineCommand({
  name: "validate",
  label: "SBOM validation",
  title: "Validate a CycloneDX or SPDX document",
  description:
    "Reads a CycloneDX (1.2 to 1.7, JSON or XML) or SPDX (2.2 and 2.3 as JSON or tag-value, 3.0 as JSON-LD) document and names everything that breaks its format, each with its line. CycloneDX is held against the official schema of its version and for references that lead nowhere; of XML that is done for the parts that Assay reads. SPDX is held against the rules of the specification. A signature inside of a CycloneDX JSON document (JSF) is verified.",
  branding: { icon: "check-circle", color: "blue" },
  inputs: {
    file: DOCUMENT_FILE,
    key: {
      type: "string",
      description:
        "The public key that must have signed the document: a path, `env://NAME` or PEM text. Without it a signature is held against the key that it brings, which does not say who signed.",
    },
    ...COMMON_INPUTS,
  },
  outputs: { ...COMMON_OUTPUTS },
  permissions: [],
  rules: VALIDATION_RULES,
  positional: { input: "file", term: "<file>" },
  brief: true,
  async run(context, { file, key }) {
    const { runValidate } = await import("./check.ts");
    return { results: [await runValidate(context, file, key)], outputs: {} };
  },
});
