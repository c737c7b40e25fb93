import type { CheckSummary, Report } from "@assay/core";
import type { SarifPart } from "@assay/reporting";

export interface UploadPlace {
  /** The event's name. */
  readonly name: string;
  /** Such as `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string;
  /** `working-directory`: runs in several folders of one commit must not close each other's alerts. */
  readonly folder: string;
}

export interface UploadPlan {
  readonly parts: readonly SarifPart[];
  /** What is left out, why, and what to do. */
  readonly notice?: string;
}

/** The refs that hold one change: a pull request's, and a merge queue's. Code scanning compares them with the branch. */
const CHANGE_REF = /^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/;
/** Findings that every command makes of what decides over findings. */
const SUPPRESSIONS = "suppressions";
const SETTINGS = "settings";

const NO_FINDINGS =
  "No upload to code scanning: this command makes records and no findings. Leave `upload-sarif` off.";

/**
 * What of a report may be uploaded. Code scanning closes every alert of a category and branch that the next upload does not
 * hold, so that an upload must hold all that there is: a check that failed, or one that looked at one push only, is left out.
 *
 * The findings about suppressions depend on which checks looked at everything, so they go up only when all did; then they go up
 * even when there is none left, which closes the last one. Those about settings, which only changes have, are treated alike.
 * Their category is the command's own.
 */
export function planUploads(report: Report, { name, ref, folder }: UploadPlace): UploadPlan {
  if (name === "pull_request_target") {
    return {
      parts: [],
      notice:
        "No upload to code scanning: `pull_request_target` runs for the base branch, and what the pull request holds would change that branch's alerts. Upload from `pull_request` and from `push` or `schedule`.",
    };
  }
  const below = folder.split(/[\\/]/).filter((segment) => !["", ".", ".."].includes(segment));
  const checks = report.checks.filter(({ check }) => check !== SUPPRESSIONS && check !== SETTINGS);
  const failed = checks.filter(({ outcome }) => outcome === "error");
  const partial = CHANGE_REF.test(ref)
    ? []
    : checks.filter((one) => !failed.includes(one) && one.coverage.scope === "change");
  const whole = checks.filter((one) => !failed.includes(one) && !partial.includes(one));
  // An image's alerts are its own: not the repository's, and not those of another image.
  const { command } = report;
  const of = command.startsWith("image ") ? [command, ...below] : below;
  const parts = whole.map(({ check }) => ({ check, category: [check, ...of] }));
  const left = leftOut(failed, partial);
  if (left !== undefined) return { parts, notice: left };
  // What an act does is no finding, and nothing suppresses it.
  const isAct = checks.length === 0 && report.acts.length > 0;
  const about = [...(isAct ? [] : [SUPPRESSIONS]), ...(CHANGE_REF.test(ref) ? [SETTINGS] : [])].map(
    (check) => ({ check, category: [`${check}-${command}`, ...below] }),
  );
  return isAct && about.length === 0
    ? { parts: [], notice: NO_FINDINGS }
    : { parts: [...parts, ...about] };
}

function leftOut(
  failed: readonly CheckSummary[],
  partial: readonly CheckSummary[],
): string | undefined {
  const reasons = [
    ...(failed.length === 0 ? [] : [`${titles(failed)} could not do its work`]),
    ...(partial.length === 0
      ? []
      : [
          `${titles(partial)} looked at this push only (run on a \`schedule\` or \`workflow_dispatch\` too, which looks at the whole history and is uploaded)`,
        ]),
  ];
  return reasons.length === 0
    ? undefined
    : `Not uploaded to code scanning, for an incomplete report would close alerts that are still open: ${reasons.join("; ")}.`;
}

function titles(checks: readonly CheckSummary[]): string {
  return checks.map(({ title }) => title).join(", ");
}
