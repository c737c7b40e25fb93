import type { Finding, Report, ReportedFinding } from "@assay/core";
import type { LooseningMode } from "../settings/settings-findings.ts";
import { decide } from "./evaluate-finding.ts";

/**
 * The findings about settings, decided: `settings.loosening` on the base branch says whether a loosened one fails the run. No
 * suppression, baseline or level of the change has a say in it.
 */
export function decidedSettings(
  review: { readonly mode: LooseningMode; readonly findings: readonly Finding[] } | undefined,
  failOn: Report["failOn"],
  now: Date,
): readonly ReportedFinding[] {
  const { mode, findings = [] } = review ?? {};
  return findings.map((finding) => {
    const { finding: plain } = decide("settings", finding, {
      ...{ failOn, levels: {}, suppressions: [], baseline: undefined, slo: undefined, now },
      rules: {},
    });
    if (finding.ruleId !== "settings.loosened") return plain;
    return mode === "block"
      ? {
          ...plain,
          decision: "block",
          decisionReason: "`settings.loosening` on the base branch is block.",
        }
      : {
          ...plain,
          decision: "report",
          decisionReason:
            "It is reported only: `settings.loosening` on the base branch is not block.",
        };
  });
}
