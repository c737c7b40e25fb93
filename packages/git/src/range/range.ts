import type { Logger, RemoteAccess, TriggerEvent } from "@assay/core";
import type { CommitRange, RangeOverride } from "../commit-range.ts";
import type { History } from "../fetch/history.ts";
import { createHistory } from "../fetch/history.ts";
import { prefetchObjects } from "../fetch/partial-clone.ts";
import { allowedRemote } from "../fetch/remote.ts";
import type { Repository } from "../repository/repository.ts";
import { everything, mergeGroup, pullRequest, release } from "./events.ts";
import { overridden } from "./override.ts";
import { push } from "./push.ts";

export interface RangeOptions {
  /** `null` on a laptop: everything. */
  readonly event: TriggerEvent | null;
  readonly remote: RemoteAccess | null;
  readonly offline: boolean;
  /** Proxy and certificate variables are read from it by name for a deepening fetch. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  readonly override?: RangeOverride;
}

type Row = (history: History, event: TriggerEvent) => Promise<CommitRange>;

/** Events with a range of their own; on all others the whole history is looked at. */
const ROWS: ReadonlyMap<string, Row> = new Map([
  ["pull_request", pullRequest],
  ["pull_request_target", pullRequest],
  ["pull_request_review", pullRequest],
  ["pull_request_review_comment", pullRequest],
  ["push", push],
  ["release", release],
  ["merge_group", mergeGroup],
]);

/**
 * The commit range of an event. Commits that a shallow clone lacks are fetched: from the run's server where it has a token, or
 * from an `origin` on this machine; never offline. The contents that a partial clone lacks are fetched the same way.
 *
 * @throws UsageError when a commit of the range can't be had: the hint names `fetch-depth: 0`.
 */
export async function resolveRange(repo: Repository, options: RangeOptions): Promise<CommitRange> {
  const { event, override, logger } = options;
  const remote = await allowedRemote(repo, options);
  const history = createHistory(repo, remote, logger);
  const row = event === null ? undefined : ROWS.get(event.name);
  const range =
    override !== undefined
      ? await overridden(history, override)
      : event !== null && row !== undefined
        ? await row(history, event)
        : await everything(history, event?.name);
  await prefetchObjects(repo, remote, range, logger);
  return range;
}
