import { StoreError } from "../error.ts";
import type { ImageStore } from "../store.ts";

/**
 * A layer that its maker's licence keeps where it is (base layers of Windows): a store need not have it.
 * https://github.com/opencontainers/image-spec/blob/main/layer.md#non-distributable-layers
 */
export function isForeign(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /\.(?:nondistributable|foreign)\./.test(mediaType);
}

/** Whether such a layer is not there: any other error of it is what it is of every layer. */
export function isKeptElsewhere(
  { kind }: Pick<ImageStore, "kind">,
  mediaType: string,
  error: unknown,
): boolean {
  const absent = kind === "registry" ? "failed" : "truncated";
  return isForeign(mediaType) && error instanceof StoreError && error.failure === absent;
}
