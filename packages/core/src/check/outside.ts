import { isRecord } from "../platform/record.ts";
import type { TriggerEvent } from "./event.ts";

/**
 * Whether the run is about a change that somebody without write access may have made: a pull request from a fork, every
 * `pull_request_target`, and a `workflow_run` that such a change started. Such a change does not get to judge itself.
 */
export function comesFromOutside(event: TriggerEvent | null): boolean {
  if (event === null) return false;
  const { name, payload } = event;
  if (name === "pull_request_target") return true;
  if (name === "workflow_run") {
    const head = child(payload["workflow_run"], "head_repository");
    return nameOf(head) !== nameOf(payload["repository"]);
  }
  const pull = payload["pull_request"];
  const base = nameOf(child(child(pull, "base"), "repo"));
  // A deleted fork has no repository any more.
  const head = nameOf(child(child(pull, "head"), "repo"));
  return name.startsWith("pull_request") && base !== undefined && head !== base;
}

function nameOf(repository: unknown): string | undefined {
  const name = child(repository, "full_name");
  return typeof name === "string" ? name.toLowerCase() : undefined;
}

function child(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
