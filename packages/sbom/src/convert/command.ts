import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { DOCUMENT_FILE, DOCUMENT_OUTPUT } from "../document-inputs.ts";
import { SBOM_FORMATS } from "../options.ts";

/** `assay sbom convert`: a document in another format. */
export const convertCommand = defineCommand({
  name: "convert",
  label: "SBOM conversion",
  title: "Write a CycloneDX or SPDX document in another format",
  description:
    "Reads a CycloneDX (1.2 to 1.7, JSON or XML) or SPDX (2.2, 2.3, 3.0) document of any tool and writes it in other formats. Every field that is lost on the way is listed with how often it was there: what Assay does not read, and what the new format has no place for.",
  inputs: {
    file: DOCUMENT_FILE,
    to: {
      type: "list",
      choices: SBOM_FORMATS,
      default: [],
      required: true,
      description: "The formats that it is written in.",
    },
    output: DOCUMENT_OUTPUT,
    ...COMMON_INPUTS,
  },
  outputs: { ...COMMON_OUTPUTS },
  permissions: [],
  rules: {},
  positional: { input: "file", term: "<file>" },
  documents: { formats: "to", output: "output" },
  brief: true,
  async run(context, { file, to }) {
    const { runConvert } = await import("./check.ts");
    return { results: [await runConvert(context, { file, to })], outputs: {} };
  },
});
