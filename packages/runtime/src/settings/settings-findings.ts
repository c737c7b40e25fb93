import type { ConfigFile, Finding } from "@assay/core";
import { fingerprint } from "@assay/core";
import type { Loosened } from "./loosened/compare-config.ts";

/** What `settings.loosening` on the base branch says about a change that loosens settings. */
export type LooseningMode = "block" | "report";

/** What is to be said of the settings of a change. */
export interface SettingsReview {
  readonly mode: LooseningMode;
  readonly loosened: readonly Loosened[];
  /** Why the base could not be read, where a change from inside is judged without. */
  readonly unreadable?: string;
  /** For people: "main at 1a2b3c4d5e". */
  readonly base?: string;
}

/** One finding for each setting that a change makes less strict, or one that says why nobody can tell. */
export function settingsFindings(
  { mode, loosened, unreadable, base = "the base branch" }: SettingsReview,
  own: ConfigFile,
): readonly Finding[] {
  const blocked: readonly Finding[] =
    unreadable === undefined
      ? []
      : [
          {
            ruleId: "settings.base-unreadable",
            severity: "low",
            message: `Whether the change loosens settings is not known: ${unreadable}`,
            fingerprint: fingerprint("settings.base-unreadable"),
            remediation:
              "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be read.",
          },
        ];
  return [
    ...blocked,
    ...loosened.map(({ key, before, after, what }): Finding => {
      const location = own.place(key);
      return {
        ruleId: "settings.loosened",
        severity: mode === "block" ? "high" : "low",
        message: `The change makes a setting less strict: ${what}`,
        ...(location !== undefined && { location }),
        fingerprint: fingerprint("settings.loosened", key, after),
        evidence: [
          { label: `On ${base}`, value: before },
          { label: "In the change", value: after },
        ],
        remediation:
          "Have somebody look at it who answers for the settings, or take it out of the change.",
      };
    }),
  ];
}
