import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { DOCUMENT_OUTPUT } from "../document-inputs.ts";
import { SBOM_FORMATS } from "../options.ts";

/** `assay sbom merge`: one document over several. */
export const mergeCommand = defineCommand({
  name: "merge",
  label: "SBOM merge",
  title: "Merge several CycloneDX or SPDX documents to one",
  description:
    "Reads CycloneDX and SPDX documents of any tool and writes one over all of them. Flat, each package stands there once, with the dependencies of all; hierarchical, each document's subject is a component in which its own stand. What the documents say differently of one package is listed, and so is what could not be carried over.",
  inputs: {
    files: {
      type: "list",
      default: [],
      required: true,
      description: "The documents, relative to `working-directory`.",
    },
    name: {
      type: "string",
      required: true,
      description: "What the new document is about.",
    },
    version: { type: "string", description: "The version of what it is about." },
    mode: {
      type: "choice",
      choices: ["flat", "hierarchical"],
      default: "flat",
      description:
        "`flat` unites packages of the same purl whose hashes don't differ; `hierarchical` keeps each document's components in its subject.",
    },
    formats: {
      type: "list",
      choices: SBOM_FORMATS,
      default: ["cyclonedx-1.6"],
      required: true,
      description: "The formats that it is written in.",
    },
    output: DOCUMENT_OUTPUT,
    ...COMMON_INPUTS,
  },
  outputs: { ...COMMON_OUTPUTS },
  permissions: [],
  rules: {},
  positional: { input: "files", term: "<file>..." },
  documents: { formats: "formats", output: "output" },
  brief: true,
  async run(context, { files, name, version, mode, formats }) {
    const { runMerge } = await import("./check.ts");
    return {
      results: [await runMerge(context, { files, name, version, mode, formats })],
      outputs: {},
    };
  },
});
