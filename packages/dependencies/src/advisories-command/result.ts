import type { DataInfo } from "@assay/advisories";
import { attribution } from "@assay/advisories/snapshot";
import { ageOf } from "@assay/advisories/sources";
import {
  type ActFailure,
  type ActResult,
  asKnownError,
  type CommandContext,
  ExternalError,
  grouped,
  plural,
} from "@assay/core";

/** What an act found of advisories, as reports show it. */
export function advisoriesResult(
  act: string,
  info: DataInfo,
  { clock }: Pick<CommandContext, "clock">,
  more: Partial<ActResult> & { readonly maxAge?: string } = {},
): ActResult {
  const { maxAge = "none", ...rest } = more;
  const names = Object.keys(info.ecosystems).sort();
  const records = recordsIn(info);
  const now = clock.wall();
  const age = ageOf(info, now, maxAge);
  const lines = names.map((name) => {
    const entry = info.ecosystems[name];
    const own = ageOf(
      { ...info, ecosystems: { [name]: entry ?? { records: 0, takenAt: "" } } },
      now,
      "none",
    );
    return `${name}: ${grouped(entry?.records ?? 0)} advisories, taken ${entry?.takenAt} (${own.text} ago)`;
  });
  return {
    act,
    records: [],
    failures: age.isStale
      ? [
          {
            item: info.place,
            ruleId: "advisories.stale",
            kind: "policy",
            message: `The advisories of ${age.stale.join(", ")} are ${age.text} old; \`max-age\` is ${maxAge}.`,
            hint: "Fetch or build them again.",
          },
        ]
      : [],
    coverage: {
      inspected: { ecosystems: names.length, advisories: records },
      skipped: [],
      summary: `${grouped(records)} advisories of ${plural(names.length, "ecosystem")} in ${info.place}`,
      ...(names.length === 0 ? { nothingToDo: "no ecosystem with advisories is asked for" } : {}),
    },
    notices: [...lines, ...attribution(info), ...(info.notices ?? [])],
    ...rest,
  };
}

export function recordsIn({ ecosystems }: DataInfo): number {
  return Object.values(ecosystems).reduce((sum, { records }) => sum + records, 0);
}

/** An error of a source or a snapshot as what the act failed by; others are thrown. */
export function failedResult(act: string, item: string, ruleId: string, error: unknown): ActResult {
  const known = asKnownError(error);
  if (!(known instanceof ExternalError)) throw error;
  const failure: ActFailure = {
    item,
    ruleId,
    kind: ruleId === "advisories.refused" ? "policy" : "external",
    message: known.message,
    ...(known.hint === undefined ? {} : { hint: known.hint }),
  };
  return {
    act,
    records: [],
    failures: [failure],
    coverage: { inspected: { ecosystems: 0 }, skipped: [], summary: "There are no advisories" },
  };
}
