import { InternalError } from "@assay/core";
import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

export interface Blob {
  readonly oid: string;
  readonly size: number;
  /** `undefined` when `size` is over the bound: tell it as skipped. */
  readonly bytes: Uint8Array | undefined;
}

export interface BlobOptions {
  /** Larger blobs come without bytes; 100 MiB where it is not given. */
  readonly maxBytes?: number;
}

/**
 * The contents of blobs, in the order of `names` (repeated names are told again), or of every blob in the object store (`"all"`,
 * in any order, unreachable ones too).
 *
 * @throws ExternalError when an object is missing or unreadable, or git fails.
 */
export async function* streamBlobs(
  _repo: Repository,
  _names: Iterable<string> | "all",
  _options: BlobOptions = {},
): AsyncGenerator<Blob> {
  yield* [];
  throw new InternalError("streamBlobs is not built yet");
}

/** Every blob that the commits of a range brought, with one path that it had. */
export async function listBlobs(
  _repo: Repository,
  _range: CommitRange,
): Promise<ReadonlyMap<string, string>> {
  throw new InternalError("listBlobs is not built yet");
}
