import type { ActFailure, CommandContext, Skipped } from "@assay/core";
import { type Descriptor, type ImageStore, isKeptElsewhere } from "@assay/oci";
import { failureOf } from "./failures.ts";
import type { ImageSubject } from "./subjects.ts";

export interface CheckedLayers {
  readonly blobs: number;
  readonly failures: readonly ActFailure[];
  readonly skipped: readonly Skipped[];
}

/** Reads every config and layer to its end, each once: the store compares digest and size while bytes pass by. */
export async function checkLayers(
  { signal, progress }: Pick<CommandContext, "signal" | "progress">,
  store: ImageStore,
  all: readonly ImageSubject[],
): Promise<CheckedLayers> {
  const blobs = new Map<string, Descriptor>();
  for (const { stored } of all) {
    const { manifest } = stored;
    if (manifest.kind === "index") continue;
    for (const each of [manifest.config, ...manifest.layers]) blobs.set(each.digest, each);
  }
  const failures: ActFailure[] = [];
  const skipped: Skipped[] = [];
  let done = 0;
  for (const blob of blobs.values()) {
    signal.throwIfAborted();
    const item = `${store.name}@${blob.digest}`;
    try {
      for await (const _bytes of store.blob(blob)) signal.throwIfAborted();
    } catch (error) {
      signal.throwIfAborted();
      if (isKeptElsewhere(store, blob.mediaType, error)) {
        skipped.push({ item, reason: "a layer that registries do not keep" });
        continue;
      }
      failures.push(failureOf(item, error, "verified"));
    }
    done += 1;
    progress.update("Reading layers", done, blobs.size);
  }
  progress.finish();
  return { blobs: done, failures, skipped };
}
