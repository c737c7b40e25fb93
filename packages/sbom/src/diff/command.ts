import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand, UsageError } from "@assay/core";
import { DIFF_RULES } from "./rules.ts";

const DIFF_FORMATS = ["diff-json", "diff-markdown"] as const;

/** `assay sbom diff`: what changed between two documents or revisions. */
export const diffCommand = defineCommand({
  name: "diff",
  label: "SBOM comparison",
  title: "Compare two bills of materials, or two revisions",
  description:
    "Compares two CycloneDX or SPDX documents of any format, or the lockfiles of two git revisions, which are read without a checkout. Lists packages that were added, removed, upgraded or downgraded, and those with another licence, scope or place that they come from. Nothing of that fails; a package whose version is the same and whose hash is another one, or weaker, is a finding.",
  inputs: {
    files: {
      type: "list",
      default: [],
      required: true,
      description:
        "The old and the new one, each a document relative to `working-directory`, or a branch, tag or commit. Without a new one it is the work tree.",
    },
    formats: {
      type: "list",
      choices: DIFF_FORMATS,
      default: [],
      description:
        "Files that are written beside the report: `diff-json` as `sbom-diff.json`, `diff-markdown` as `sbom-diff.md`.",
    },
    output: {
      type: "path",
      outside: true,
      description:
        "The file (for one format) or the folder that they are written to, relative to the folder that the run starts in; in the CLI `-` is the standard output.",
    },
    ...COMMON_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    "diff-path": { description: "The JSON file, where that format was asked for." },
  },
  permissions: [],
  rules: DIFF_RULES,
  positional: { input: "files", term: "<old> <new>" },
  documents: { formats: "formats", output: "output" },
  brief: true,
  async run(context, { files, formats, output }) {
    if (output !== undefined && formats.length === 0) {
      throw new UsageError("`output` names a place for files, and `formats` names none", {
        hint: "Add `--formats diff-markdown` or `--formats diff-json`; the report has the table without them.",
      });
    }
    const { runDiff } = await import("./check.ts");
    const result = await runDiff(context, { files, formats });
    return { results: [result], outputs: { "diff-path": { artifact: "sbom-diff.json" } } };
  },
});
