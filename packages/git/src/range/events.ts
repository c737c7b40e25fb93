import type { TriggerEvent } from "@assay/core";
import { UsageError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { History } from "../fetch/history.ts";
import { isObjectName } from "../objects/names.ts";
import { ALL_REFS, between } from "./between.ts";
import { commitAt, textAt } from "./payload.ts";
import { tagged } from "./tag.ts";

/** The commits of the payload, never those of the API, which shows them by pages. */
export function pullRequest(history: History, event: TriggerEvent): Promise<CommitRange> {
  const base = commitAt(event, "pull_request.base.sha");
  const head = commitAt(event, "pull_request.head.sha");
  return between(history, base, head, "pull request");
}

export function mergeGroup(history: History, event: TriggerEvent): Promise<CommitRange> {
  const base = commitAt(event, "merge_group.base_sha");
  const head = commitAt(event, "merge_group.head_sha");
  return between(history, base, head, "merge group");
}

export function release(history: History, event: TriggerEvent): Promise<CommitRange> {
  const tag = textAt(event, "release.tag_name");
  if (tag === undefined) {
    throw new UsageError("The payload of the event release has no release.tag_name");
  }
  const ref = `refs/tags/${tag}`;
  return tagged(history, event, {
    ref,
    otherwise: isObjectName(event.sha) ? event.sha : undefined,
  });
}

/** `schedule`, `workflow_dispatch`, `workflow_call`, every other event, and a laptop. */
export async function everything(history: History, what?: string): Promise<CommitRange> {
  await history.deepenUntil("the whole history", ALL_REFS, async () => false);
  return {
    kind: "all",
    description: what === undefined ? "the whole history" : `${what}, the whole history`,
  };
}
