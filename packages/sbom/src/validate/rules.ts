import { catalog } from "@assay/core";

/** What a document and its signature can break. */
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
