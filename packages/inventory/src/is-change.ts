import type { CheckContext } from "@assay/core";

const CHANGE_EVENTS: ReadonlySet<string> = new Set([
  "pull_request",
  "pull_request_target",
  "merge_group",
]);

/** Whether a run is about a change that is to be merged. */
export function isChange({ event }: Pick<CheckContext, "event">): boolean {
  return CHANGE_EVENTS.has(event?.name ?? "");
}
