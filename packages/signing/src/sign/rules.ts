import { catalog } from "@assay/core";

export const SIGN_RULES = catalog([
  {
    id: "sign.nothing-to-sign",
    title: "A pattern names nothing to sign",
    description:
      "A pattern or path of `files` names no file, so a release would go out without the signature that someone expects.",
    help: "Check the pattern against the tree as it is at this step: was the file built before, and does the pattern cross folders with `**`? Links and folders are not signed.",
    severity: "high",
    tags: ["signing"],
  },
  {
    id: "sign.failed",
    title: "A file could not be signed",
    description:
      "A file was meant to be signed and was not: a service refused, or the file was unreadable or changed.",
    help: "The message says which service or file. Run the step again: files with a valid bundle for their present content are skipped.",
    severity: "high",
    tags: ["signing"],
  },
]);
