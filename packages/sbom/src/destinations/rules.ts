import { catalog } from "@assay/core";

export const UPLOAD_RULES = catalog([
  {
    id: "sbom.not-uploaded",
    title: "An upload that was asked for and failed",
    description:
      "The documents were made and did not reach the place that the step names: the dependency graph, Dependency-Track, a release or the artifacts of the run. Whoever reads them there sees old ones or none.",
    help: "The message says what the service answered and what to do; then run the step again.",
    severity: "high",
    tags: ["upload"],
  },
]);
