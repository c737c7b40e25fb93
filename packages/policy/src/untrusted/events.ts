/** Who can start a run with an event, and what the run may do (facts: triggers and trust). */
export interface EventTrust {
  /** `inherits`: whoever started the run before it, or called the workflow. */
  readonly who: "anyone" | "write" | "inherits";
  /** The token can write, and secrets are there, as far as the workflow gives them. */
  readonly isPrivileged: boolean;
}

const ANYONE =
  /^(?:pull_request_target|issues|issue_comment|discussion(?:_comment)?|fork|watch|gollum)$/;
const FROM_FORK = /^pull_request(?:_review(?:_comment)?)?$/;
/** Stands for the events of callers that are not in the repository. */
export const ANY_EVENT = "workflow_call";

/** A `workflow_run` behind workflows that only people with write access start. */
export const INSIDE_RUN = "workflow_run (from inside)";

export function trustOf(event: string): EventTrust {
  if (ANYONE.test(event)) return { who: "anyone", isPrivileged: true };
  if (FROM_FORK.test(event)) return { who: "anyone", isPrivileged: false };
  if (event === "workflow_run" || event === ANY_EVENT)
    return { who: "inherits", isPrivileged: true };
  return { who: "write", isPrivileged: true };
}

/** Outsiders start it, directly or through a run before it, and it has rights. */
export function isDangerous(event: string): boolean {
  return trustOf(event).who === "anyone" ? trustOf(event).isPrivileged : event === "workflow_run";
}
