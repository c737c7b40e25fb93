import { type Finding, fingerprint, isRecord, type TriggerEvent } from "@assay/core";
import type { UpdateReview } from "./review.ts";

const RULE = "dependencies.update-policy";
const MAX_REASONS = 20;

/** Whether a run is about a pull request, which may be an update. */
export function isUpdateEvent(event: TriggerEvent | null): boolean {
  return isRecord(event?.payload["pull_request"]);
}

/**
 * What an app's pull request needs a person for. Nothing of it fails a run but what a rule forbids: what else is wrong with a change
 * has findings of its own.
 */
export function updateFindings(review: UpdateReview | undefined): readonly Finding[] {
  if (review?.bot === undefined || review.decision === "merge") return [];
  const { bot, decision, reasons, packages } = review;
  const isForbidden = packages.some((each) => each.decision === "block");
  const [first = ""] = reasons;
  const what = decision === "block" ? "may not be merged as it is" : "needs a person";
  return [
    {
      ruleId: RULE,
      severity: isForbidden ? "high" : "info",
      ...(!isForbidden && { threshold: "never" as const }),
      message: `The update of ${bot} ${what}: ${first.replace(/\.$/, "")}`,
      fingerprint: fingerprint(RULE),
      evidence: reasons
        .slice(0, MAX_REASONS)
        .map((value) => ({ label: decision === "block" ? "Blocks" : "Look at", value })),
    },
  ];
}
