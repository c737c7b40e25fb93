import { ANY_EVENT } from "./events.ts";

/**
 * What a value can hold, and who writes it. `arbitrary`: any text of an outsider. `name`: an outsider's name of a branch or tag: no
 * blanks, but all that a shell needs. `trusted`: free text of somebody with write access. `safe`: no character can do harm.
 * `unknown`: it comes from elsewhere (`steps`, `needs`, `inputs` …), or nobody knows.
 */
export type ValueClass = "arbitrary" | "name" | "trusted" | "safe" | "unknown";

/** Objects of an event's payload that come with it alone: under another event they are empty. */
const ROOTS: readonly (readonly [root: RegExp, events: RegExp])[] = [
  [/^issue$/, /^issue/],
  [/^(?:pull_request|number)$/, /^pull_request/],
  [/^comment$/, /comment$/],
  [/^review$/, /^pull_request_review$/],
  [/^(?:discussion|answer)$/, /^discussion/],
  [/^(?:head_commit|commits|pusher)$/, /^push$/],
  [/^pages$/, /^gollum$/],
  [/^forkee$/, /^fork$/],
  [/^client_payload$/, /^repository_dispatch$/],
  [/^inputs$/, /^workflow_dispatch$/],
  [/^release$/, /^release$/],
  [/^merge_group$/, /^merge_group$/],
  [/^workflow_run$/, /^workflow_run/],
  [/^check_run$/, /^check_run$/],
];

/** Fixed shapes: numbers, commits, states, times, addresses, names with a limited alphabet. */
const SAFE_LEAF =
  /^(?:action|after|before|base_ref|closed|compare|draft|event|fork|forced|full_name|locked|login|merged|mergeable|number|private|result|state|status|conclusion|type|visibility|rebaseable|path|size|language|spdx_id|key|.*(?:_?id|_?sha|_?oid|_?url|_at|_count|_number|_association|_state|_reason|_repository|_conclusion)|date|timestamp|run_attempt|additions|deletions|changed_files|commits)$/;
const NAME_LEAF =
  /^(?:ref|ref_name|head_ref|head_branch|label|default_branch|tag_name|target_commitish)$/;
const TEXT_LEAF =
  /^(?:title|body|body_text|message|name|email|page_name|description|summary|text|from|display_title|bio|company|location|blog|homepage|details|diff_hunk)$/;
/** Whole objects with free text in them, as `toJSON` prints them. */
const OBJECT_LEAF =
  /^(?:event|issue|pull_request|comment|review|discussion|head_commit|commit|author|committer|head|forkee|pages|workflow_run|check_run|check_suite|merge_group|output|changes|pull_requests|\*)$/;

/** Written by people with at least triage or write access, or by the run's own server. */
const INSIDE =
  /^(?:labels?|milestone|base|repository|organization|enterprise|installation|teams?|requested_teams|project.*|deployment.*|release|client_payload|inputs|registry_package|package|sender|workflow|app|environment)$/;
const COMMIT = /^(?:head_commit|commits?)$/;

/** Outsiders write it, although only somebody with write access can start the run. */
const CARRIES_OUTSIDERS = /^(?:push|merge_group|check_run|check_suite|status)$/;

const OUTSIDE_EVENT =
  /^(?:pull_request.*|issues|issue_comment|discussion.*|fork|watch|gollum|workflow_run|workflow_call)$/;

/** The class of a context under an event. `ANY_EVENT` stands for one that nobody knows. */
export function classOf(path: readonly string[], event: string): ValueClass {
  const [context, name] = path;
  if (context === "github")
    return name === undefined || name === "*" ? wholeOf(event) : ofGithub(path, event);
  if (context === "vars") return "trusted";
  return context !== undefined && /^(?:secrets|runner|job|strategy)$/.test(context)
    ? "safe"
    : "unknown";
}

/** Whether the payload of an event lacks this object, so that it is null. */
export function isAbsent(root: string, event: string): boolean {
  const own = ROOTS.find(([names]) => names.test(root))?.[1];
  return event === "schedule" || (own !== undefined && event !== ANY_EVENT && !own.test(event));
}

function wholeOf(event: string): ValueClass {
  if (event === "schedule") return "safe";
  return OUTSIDE_EVENT.test(event) || CARRIES_OUTSIDERS.test(event) ? "arbitrary" : "trusted";
}

function ofGithub(path: readonly string[], event: string): ValueClass {
  const [, name = "", ...below] = path;
  if (name === "head_ref") return /^(?:pull_request|workflow_call)/.test(event) ? "name" : "safe";
  if (/^(?:ref|ref_name|workflow_ref)$/.test(name)) {
    // The other events run on the default branch, or on `refs/pull/<number>/merge`.
    return /^(?:push|create|delete|release|workflow_dispatch|deployment.*|workflow_call)$/.test(
      event,
    )
      ? "trusted"
      : "safe";
  }
  return name === "event" ? ofPayload(below, event) : "safe";
}

function ofPayload(path: readonly string[], event: string): ValueClass {
  const [root = "*"] = path;
  if (root === "*") return wholeOf(event);
  if (isAbsent(root, event)) return "safe";
  const shape = shapeOf(path);
  if (shape === "safe" || shape === "unknown") return shape;
  const isInside =
    path.some((step, at) => INSIDE.test(step) && (step !== "label" || at === 0)) &&
    !path.some((step) => COMMIT.test(step));
  if (isInside) return "trusted";
  if (CARRIES_OUTSIDERS.test(event)) {
    return path.some((step) => COMMIT.test(step) || step === "output") ? shape : "trusted";
  }
  return OUTSIDE_EVENT.test(event) ? shape : "trusted";
}

function shapeOf(path: readonly string[]): Exclude<ValueClass, "trusted"> {
  const leaf = path.at(-1) ?? "*";
  const parent = path.at(-2) ?? "";
  if (/^(?:inputs|client_payload)$/.test(path[0] ?? "")) return "arbitrary";
  // `commits` of a push are a list, those of a pull request a number.
  if (leaf === "commits" && path.length === 1) return "arbitrary";
  if (leaf === "ref" && parent === "base") return "safe";
  if (leaf === "default_branch" && parent !== "repo") return "safe";
  if (leaf === "name" && /^(?:repo|repository|head_repository|organization)$/.test(parent))
    return "safe";
  if (/^(?:user|owner|sender|actor|triggering_actor|assignee|creator)$/.test(parent)) {
    return /^(?:name|email|bio|company|location|blog)$/.test(leaf) ? "arbitrary" : "safe";
  }
  if (leaf === "label" && path.length === 1) return "arbitrary";
  // That of the workflow, as the filter of the trigger lists it.
  if (leaf === "name" && /^workflow(?:_run)?$/.test(parent)) return "safe";
  if (NAME_LEAF.test(leaf)) return "name";
  if (TEXT_LEAF.test(leaf) || OBJECT_LEAF.test(leaf)) return "arbitrary";
  if (/^\d+$/.test(leaf)) return shapeOf([...path.slice(0, -1), "*"]);
  return SAFE_LEAF.test(leaf) || path[0] === "sender" ? "safe" : "unknown";
}
