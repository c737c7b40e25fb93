import { catalog } from "@assay/core";

export const VERIFY_RELEASE_RULES = catalog([
  {
    id: "verify.release-checksums",
    title: "A list of checksums and a release differ",
    description:
      "A list of checksums of the release names a file that is not there or has other content, leaves one out, or can't be read.",
    help: "Don't use the file. Ask the project which of the two is right: a list that was made before the last file came is of no use.",
    severity: "critical",
    tags: ["signing"],
  },
  {
    id: "verify.release-commit",
    title: "A file of a release was signed for another commit or tag",
    description:
      "The certificate is of a run of this repository, for another commit or another tag than that of the release.",
    help: "Look at the run that signed it. Where the project signs from another commit on purpose, use `--no-require-commit`.",
    severity: "high",
    tags: ["signing"],
  },
  {
    id: "verify.release-incomplete",
    title: "A release lacks a file, or holds what can't be downloaded",
    description:
      "A bundle is there and its file is not, an upload was never finished, or what was sent is not what GitHub lists.",
    help: "Download the release again later; ask the project where the file is.",
    severity: "high",
    tags: ["signing"],
  },
]);
