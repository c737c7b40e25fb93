import { catalog } from "@assay/core";

export const DIFF_RULES = catalog([
  {
    id: "sbom.hash-changed",
    title: "A package whose hash changed and whose version did not",
    description:
      "A version of a package that is published once never changes. Where its archive has another hash than before, somebody published it again, put another file in its place, or it now comes from elsewhere.",
    help: "Compare the two archives before anybody installs the new one, and ask the maintainers of the package. Where the package now comes from another registry or is built here, suppress the finding with that reason.",
    severity: "high",
    tags: ["integrity"],
  },
  {
    id: "sbom.hash-weaker",
    title: "A package whose hash is weaker than before, or gone",
    description:
      "The version is the same, and what vouches for its archive is not: SHA-512 became SHA-1, or the hash is gone. Whether the archive is still the same can't be told. It is a finding where both sides were made by the same tool; of different tools it only stands in the table.",
    help: "Write the lockfile again with the package manager, or the document with the same tool and options, and look at where the package comes from.",
    severity: "medium",
    tags: ["integrity"],
  },
]);
