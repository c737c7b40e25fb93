import { catalog } from "@assay/core";

export const FIX_RULES = catalog([
  {
    id: "policy.fix",
    title: "A change that fixes what rules have found",
    description:
      "The change keeps comments and style, and touches nothing but what the rules name.",
    help: "Look at the change, and run `assay policy fix --write` to make it.",
    severity: "low",
    tags: ["policy"],
  },
  {
    id: "policy.fix-refused",
    title: "A change that was not written",
    description:
      "The file is reached by a symbolic link, was changed meanwhile, can't be written, or would be broken by the change.",
    help: "Make the change by hand.",
    severity: "high",
    tags: ["policy"],
  },
]);
