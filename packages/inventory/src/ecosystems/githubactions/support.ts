import type { EcosystemSupport, FormatSupport } from "../support.ts";

const USES: FormatSupport = {
  edges: "some",
  direct: "lockfile",
  scopes: "unknown",
  hashes: "none",
  licenses: false,
  lines: true,
  notes: [
    "Read for the documents of `--include-ci` alone: never a part of the product's.",
    "Actions, reusable workflows and images; the repository's own are followed, in what they use too. What somebody else's action uses is not known.",
    "A tag or branch is a version and said to be not pinned; the version in a comment behind a commit is a claim.",
  ],
};

export const support: EcosystemSupport = {
  "github-workflow": { ...USES, files: [".github/workflows/*.yml"] },
  "github-action": USES,
};
