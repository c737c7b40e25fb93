import { catalog } from "@assay/core";

export const ATTEST_RULES = catalog([
  {
    id: "attest.nothing-to-attest",
    title: "A pattern names nothing to attest",
    description:
      "A pattern or path of `files` names no file, so an attestation that someone expects would lack it.",
    help: "Check the pattern against the tree as it is at this step. Links and folders are not attested.",
    severity: "high",
    tags: ["signing"],
  },
  {
    id: "attest.failed",
    title: "A file could not be attested",
    description:
      "An attestation was to be made and was not: a service refused, or the file was unreadable or changed.",
    help: "The message says which service or file. Run the step again: attestations that are as this run would make them are kept.",
    severity: "high",
    tags: ["signing"],
  },
  {
    id: "attest.not-uploaded",
    title: "An attestation could not be uploaded to GitHub",
    description: "The bundle is written, and GitHub's attestations API did not take it.",
    help: "Give the job `attestations: write`. For a private repository GitHub wants an Enterprise Cloud plan.",
    severity: "high",
    tags: ["signing"],
  },
]);
