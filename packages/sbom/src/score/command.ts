import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { DOCUMENT_FILE } from "../document-inputs.ts";
import { SCORE_RULES } from "./rules.ts";

const PROFILES = ["sbomqs", "ntia", "ntia-2025", "bsi-v2.1", "fsct"] as const;

/** `assay sbom score`: how much a document says. */
export const scoreCommand = defineCommand({
  name: "score",
  label: "SBOM score",
  title: "Score a bill of materials, and say what would gain points",
  description:
    "Reads a CycloneDX or SPDX document of any tool and scores it from 0 to 10 by the published rules of sbomqs 2, or by one of its profiles: NTIA 2021, CISA 2025, BSI TR-03183-2 v2.1, FSCT. For each missing point it says what to do and which components lack it, the greatest gain first. With `minimum` a lower score is a finding.",
  inputs: {
    file: DOCUMENT_FILE,
    profile: {
      type: "choice",
      choices: PROFILES,
      default: "sbomqs",
      description:
        "The rules: `sbomqs` over seven weighted categories, `ntia` for the minimum elements of 2021, `ntia-2025` for CISA's draft of 2025, `bsi-v2.1` for TR-03183-2, `fsct` for the baseline of FSCT 3.",
    },
    minimum: {
      type: "string",
      description: "The least score that is no finding, such as `7.5`.",
    },
    ...COMMON_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    score: { description: "The score, with two decimals." },
    grade: { description: "`A` from 9, `B` from 8, `C` from 7, `D` from 5, else `F`." },
  },
  permissions: [],
  rules: SCORE_RULES,
  positional: { input: "file", term: "<file>" },
  brief: true,
  async run(context, { file, profile, minimum }) {
    const { runScore } = await import("./check.ts");
    const { result, score } = await runScore(context, { file, profile, minimum });
    return {
      results: [result],
      outputs: {
        score: (Math.floor(score.total * 100 + 1e-6) / 100).toFixed(2),
        grade: score.grade,
      },
    };
  },
});
