import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { DOCUMENT_FILE } from "../document-inputs.ts";
import { VALIDATION_RULES } from "./rules.ts";

/** `assay sbom validate`: whether a document keeps to its format. */
export const validateCommand = defineCommand({
  name: "validate",
  label: "SBOM validation",
  title: "Validate a CycloneDX or SPDX document",
  description:
    "Reads a CycloneDX (1.2 to 1.7, JSON or XML) or SPDX (2.2 and 2.3 as JSON or tag-value, 3.0 as JSON-LD) document and names everything that breaks its format, each with its line. CycloneDX is held against the official schema of its version and for references that lead nowhere; of XML that is done for the parts that Assay reads. SPDX is held against the rules of the specification. A signature inside of a CycloneDX JSON document (JSF) is verified.",
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
