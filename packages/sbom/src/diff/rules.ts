import { catalog } from "@assay/core";

export const DIFF_RULES = catalog([
  {
    id: "sbom.hash-changed",
    title: "A package whose hash changed and whose version did not",
    description:
      "A version of a package that is published once never changes. Where its archive has another hash than before, somebody published it anew, put another file in its place, or it now comes from elsewhere.",
    help: "Compare the two archives before anybody installs the new one, and ask the maintainers of the package. Where the package now comes from another registry or is built here, suppress the finding with that reason.",
    severity: "high",
    tags: ["integrity"],
  },
]);
