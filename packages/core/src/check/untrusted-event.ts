import { isRecord, memberAt } from "../platform/record.ts";
import type { TriggerEvent } from "./event.ts";

/** Where a change wants to go, as far as the payload says it. */
export interface ChangeBase {
  /** The name of the base branch, without `refs/heads/`. */
  readonly branch?: string;
  /** The tip of that branch when the event happened. */
  readonly sha?: string;
}

/**
 * Who is behind the files that a run looks at.
 *
 * - `trusted`: whoever may write to the repository brought them to a branch (push, schedule, dispatch, release), or there is
 *   no event at all (a laptop).
 * - `inside-change`: a change by somebody who may write to the repository, not merged yet.
 * - `outside-change`: a change that somebody without write access may have made.
 */
export type EventOrigin =
  | { readonly kind: "trusted" }
  | { readonly kind: "inside-change" | "outside-change"; readonly base: ChangeBase };

const TRUSTED: EventOrigin = { kind: "trusted" };

/**
 * The one decision on whether a change comes from outside. What the payload leaves open counts as outside.
 *
 * Payloads: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function originOf(event: TriggerEvent | null): EventOrigin {
  if (event === null) return TRUSTED;
  const { payload } = event;
  const onDefaultBranch = (): EventOrigin =>
    outside({ branch: text(payload, "repository.default_branch") });
  switch (event.name) {
    case "pull_request":
    case "pull_request_review":
    case "pull_request_review_comment":
      return ofPull(at(payload, "pull_request"), onDefaultBranch());
    case "pull_request_target": {
      // It runs with the rights of the base, whoever opened it: also somebody who may only open branches here.
      const { base } = changeOf(ofPull(at(payload, "pull_request"), onDefaultBranch()));
      return { kind: "outside-change", base };
    }
    case "merge_group":
      return {
        kind: "inside-change",
        base: baseOf(text(payload, "merge_group.base_ref"), text(payload, "merge_group.base_sha")),
      };
    case "issue_comment":
      // The payload says that it is a pull request, and not whose.
      return isRecord(at(payload, "issue.pull_request")) ? onDefaultBranch() : TRUSTED;
    case "workflow_run":
      return ofWorkflowRun(payload, onDefaultBranch());
    case "check_run":
      return ofPulls(at(payload, "check_run.check_suite.pull_requests"), onDefaultBranch());
    case "check_suite":
      return ofPulls(at(payload, "check_suite.pull_requests"), onDefaultBranch());
    case "deployment":
    case "deployment_status":
    case "status":
      // They name a commit that anybody may have pushed to a fork.
      return onDefaultBranch();
    default:
      // Events of the future that bring a pull request along.
      return isRecord(at(payload, "pull_request"))
        ? ofPull(at(payload, "pull_request"), onDefaultBranch())
        : TRUSTED;
  }
}

/** Whether a change that somebody without write access may have made is behind the files of this run. */
export function comesFromOutside(event: TriggerEvent | null): boolean {
  return originOf(event).kind === "outside-change";
}

/** Whether the head of a pull request lies in another repository, or in one that was deleted. */
export function isFromFork(pull: unknown): boolean {
  const base = repositoryName(at(pull, "base.repo"));
  return base === undefined || repositoryName(at(pull, "head.repo")) !== base;
}

function ofPull(pull: unknown, otherwise: EventOrigin): EventOrigin {
  if (!isRecord(at(pull, "base"))) return otherwise;
  const base = baseOf(text(pull, "base.ref"), text(pull, "base.sha"));
  // Dependabot writes to a branch of the repository, and what it writes comes from the packages that it updates.
  const isDependabot = text(pull, "user.login") === "dependabot[bot]";
  return { kind: isFromFork(pull) || isDependabot ? "outside-change" : "inside-change", base };
}

/** Events whose runs are about a change that is not merged, by the kind of those that come from the repository itself. */
const CHANGE_RUNS: ReadonlyMap<string, "inside-change" | "outside-change"> = new Map([
  ["pull_request", "inside-change"],
  ["pull_request_review", "inside-change"],
  ["pull_request_review_comment", "inside-change"],
  ["merge_group", "inside-change"],
  ["pull_request_target", "outside-change"],
  ["issue_comment", "outside-change"],
  ["workflow_run", "outside-change"],
  ["check_run", "outside-change"],
  ["check_suite", "outside-change"],
  ["deployment", "outside-change"],
  ["deployment_status", "outside-change"],
  ["status", "outside-change"],
]);

function ofWorkflowRun(payload: unknown, otherwise: EventOrigin): EventOrigin {
  const run = at(payload, "workflow_run");
  const own = repositoryName(at(payload, "repository"));
  // The run of a fork names no pull request, so its base is not known.
  if (own === undefined || repositoryName(at(run, "head_repository")) !== own) return otherwise;
  const kind = CHANGE_RUNS.get(text(run, "event") ?? "");
  if (kind === undefined) return text(run, "event") === undefined ? otherwise : TRUSTED;
  const [pull] = listAt(run, "pull_requests");
  const { base } = changeOf(otherwise);
  const isDependabot = text(run, "actor.login") === "dependabot[bot]";
  return {
    kind: isDependabot ? "outside-change" : kind,
    base: pull === undefined ? base : baseOf(text(pull, "base.ref"), text(pull, "base.sha")),
  };
}

/** The pull requests of a check: none are named where they come from forks. Both sides have a repository without a full name. */
function ofPulls(pulls: unknown, otherwise: EventOrigin): EventOrigin {
  const [pull, ...more] = Array.isArray(pulls) ? pulls : [];
  const url = text(pull, "base.repo.url");
  const isOwn = url !== undefined && text(pull, "head.repo.url") === url;
  if (!isOwn || more.length > 0) return otherwise;
  return { kind: "inside-change", base: baseOf(text(pull, "base.ref"), text(pull, "base.sha")) };
}

function outside(base: { readonly branch: string | undefined }): EventOrigin {
  return { kind: "outside-change", base: baseOf(base.branch, undefined) };
}

function changeOf(origin: EventOrigin): { readonly base: ChangeBase } {
  return origin.kind === "trusted" ? { base: {} } : origin;
}

function baseOf(ref: string | undefined, sha: string | undefined): ChangeBase {
  const branch = ref?.replace(/^refs\/heads\//, "");
  return { ...(branch !== undefined && { branch }), ...(sha !== undefined && { sha }) };
}

/** Names of owners and repositories differ in case from payload to payload. */
function repositoryName(repository: unknown): string | undefined {
  return text(repository, "full_name")?.toLowerCase();
}

function text(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

function at(value: unknown, path: string): unknown {
  return memberAt(value, ...path.split("."));
}
