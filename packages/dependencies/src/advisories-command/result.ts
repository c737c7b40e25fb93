import type { DataInfo } from "@assay/advisories";
import { attribution } from "@assay/advisories/snapshot";
import { ageOf } from "@assay/advisories/sources";
import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  asKnownError,
  type CommandContext,
  ExternalError,
  grouped,
  plural,
} from "@assay/core";

const DONE = { fetch: "fetched", build: "built", verify: "verified", info: "read" } as const;

/** What an act found of advisories, as reports show it. */
export function advisoriesResult(
  act: keyof typeof DONE,
  info: DataInfo,
  { clock }: Pick<CommandContext, "clock">,
  more: Partial<ActResult> & { readonly maxAge?: string } = {},
): ActResult {
  const { maxAge = "none", ...rest } = more;
  const names = Object.keys(info.ecosystems).sort();
  const count = recordsIn(info);
  const now = clock.wall();
  const age = ageOf(info, now, maxAge);
  const records = names.map((name): ActRecord => {
    const entry = info.ecosystems[name] ?? { records: 0, takenAt: "" };
    const own = ageOf({ ...info, ecosystems: { [name]: entry } }, now, "none");
    const note = `${grouped(entry.records)} advisories, taken ${Date.parse(entry.takenAt) > 0 ? entry.takenAt : "at no known time"}, ${own.text}`;
    const subject = { name, digests: {} };
    return { act: DONE[act], subject, signer: {}, logEntries: [], notes: [note] };
  });
  return {
    act,
    records,
    failures: age.isStale
      ? [
          {
            item: info.place,
            ruleId: "advisories.stale",
            kind: "policy",
            message: `The advisories for ${age.stale}; \`max-age\` is ${maxAge}.`,
            hint: "Fetch or build them again.",
          },
        ]
      : [],
    coverage: {
      inspected: { ecosystems: names.length, advisories: count },
      skipped: [],
      summary: `${grouped(count)} ${count === 1 ? "advisory" : "advisories"} of ${plural(names.length, "ecosystem")} in ${info.place}`,
      ...(names.length === 0 ? { nothingToDo: "no ecosystem with advisories is asked for" } : {}),
    },
    notices: [...attribution(info), ...(info.notices ?? [])],
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
