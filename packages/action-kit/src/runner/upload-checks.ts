import { type Clock, type Logger, type Report, type TriggerEvent, UsageError } from "@assay/core";
import type { GithubApi } from "@assay/core/github";
import { renderCheckSarif } from "@assay/reporting";
import { uploadSarif } from "../github/upload-sarif.ts";
import { planUploads } from "./upload-plan.ts";

export interface UploadChecksOptions {
  readonly report: Report;
  readonly event: TriggerEvent | null;
  /** `working-directory`. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Uploads each check of a report under a category of its own, side by side, and waits for all of them. What may not be
 * uploaded is named in one notice.
 *
 * @throws UsageError when the run belongs to no commit; else the first error of an upload, when all have ended.
 */
export async function uploadChecks(
  api: GithubApi,
  { report, event, folder, clock, logger, sleep }: UploadChecksOptions,
): Promise<void> {
  if (event?.sha === undefined || event.ref === undefined) {
    throw new UsageError(
      "The SARIF report belongs to no commit: GITHUB_SHA or GITHUB_REF is not set",
      { hint: "Leave `upload-sarif` off outside a runner." },
    );
  }
  const { sha: commit, ref } = event;
  const { parts, notice } = planUploads(report, { name: event.name, ref, folder });
  if (notice !== undefined) logger.notice(notice);
  const uploads = parts.map(async (part) => {
    const sarif = renderCheckSarif(report, part);
    const upload = { sarif, commit, ref, startedAt: clock.now() };
    const state = await uploadSarif(api, upload, sleep);
    return { check: part.check, state };
  });
  const ended = await Promise.allSettled(uploads);
  const states = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const named = (wanted: string) =>
    states.flatMap(({ check, state }) => (state === wanted ? [check] : [])).join(", ");
  if (named("complete") !== "") logger.info(`Code scanning took in: ${named("complete")}`);
  if (named("pending") !== "") {
    logger.notice(`Code scanning has these and is not done with them yet: ${named("pending")}.`);
  }
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}
