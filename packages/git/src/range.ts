import type { Logger, RemoteAccess, TriggerEvent } from "@assay/core";
import { InternalError } from "@assay/core";
import type { Repository } from "./repository.ts";

/** The commits that a run is about. All names in it are full object names of commits that are in the clone. */
export type CommitRange =
  | {
      readonly kind: "commits";
      /** The commits that `head` reaches and `base` does not; all that `head` reaches where it is absent. */
      readonly base?: string;
      /** Commits whose history is left out too. */
      readonly exclude?: readonly string[];
      readonly head: string;
      /** The common ancestor of base and head: `mergeBase..head` is the net change. */
      readonly mergeBase?: string;
      /** The annotated tag (object name) whose message belongs to the range. */
      readonly tag?: string;
      /** A clause for people: "pull request, 3fa1c02..9b2e110". */
      readonly description: string;
    }
  | { readonly kind: "all"; readonly description: string }
  | { readonly kind: "nothing"; readonly description: string };

/** A range that the user names. Both are revisions; `head` is `HEAD` where it is not given. */
export interface RangeOverride {
  readonly base: string;
  readonly head?: string;
}

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

/**
 * The commit range of an event; commits that a shallow clone lacks are fetched where that is allowed.
 *
 * @throws UsageError when a commit of the range can't be had: the hint names `fetch-depth: 0`.
 */
export async function resolveRange(
  _repo: Repository,
  _options: RangeOptions,
): Promise<CommitRange> {
  throw new InternalError("resolveRange is not built yet");
}
