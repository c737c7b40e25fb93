import { catalog } from "@assay/core";

export const SCORE_RULES = catalog([
  {
    id: "sbom.score-too-low",
    title: "A document that says less than is asked for",
    description:
      "The score of the document is below the least that this run asks for: readers of it can tell less of its packages than they should.",
    help: "The table of the report lists what would gain the missing points, the greatest gain first. Lower `minimum` where that can't be had.",
    severity: "medium",
    tags: ["quality"],
  },
]);
