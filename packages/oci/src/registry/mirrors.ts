import { UsageError } from "@assay/core";
import type { Descriptor, StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { isDigest } from "../references/digest.ts";
import { type ImageReference, parseReference } from "../references/reference.ts";
import type { ImageStore } from "../store.ts";
import type { RegistryOptions } from "./session.ts";

/**
 * The repositories that mirror one: an item is `registry=mirror[/path]`, such as `docker.io=harbor.example/hub`.
 *
 * @throws UsageError
 */
export function mirrorsOf(
  { registry, repository }: Pick<ImageReference, "registry" | "repository">,
  { mirrors = [] }: RegistryOptions,
): readonly ImageReference[] {
  return mirrors.flatMap((text) => {
    const [, of = "", at = ""] = /^([^=\s]+)=([^=\s]+?)\/?$/.exec(text) ?? [];
    if (of === "") {
      throw new UsageError(`"${text}" is no mirror of a registry`, {
        hint: "Write it as `registry=mirror[/path]`, such as `docker.io=harbor.example/hub`.",
      });
    }
    return of === registry ? [parseReference(`${at}/${repository}`)] : [];
  });
}

/**
 * A store that asks mirrors first for what is asked for by digest, which they can't falsify. Tags, referrers and what is written are
 * the registry's own: a mirror may be behind.
 */
export function withMirrors(
  store: ImageStore,
  mirrors: readonly ImageStore[],
  log: (message: string) => void,
): ImageStore {
  if (mirrors.length === 0) return store;
  const skip = (mirror: ImageStore, error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    log(`The mirror ${mirror.name} is passed over: ${error.message}`);
  };
  const manifest = async (reference: string): Promise<StoredManifest | undefined> => {
    for (const mirror of isDigest(reference) ? mirrors : []) {
      try {
        const found = await mirror.manifest(reference);
        if (found !== undefined) return found;
      } catch (error) {
        skip(mirror, error);
      }
    }
    return await store.manifest(reference);
  };
  async function* blob(descriptor: Descriptor): AsyncGenerator<Uint8Array> {
    for (const mirror of mirrors) {
      const parts = mirror.blob(descriptor)[Symbol.asyncIterator]();
      let part: IteratorResult<Uint8Array>;
      try {
        part = await parts.next();
      } catch (error) {
        skip(mirror, error);
        continue;
      }
      // What was handed on can't be taken back: from here on the mirror's failure is that of the read.
      try {
        for (; part.done !== true; part = await parts.next()) yield part.value;
      } finally {
        await parts.return?.();
      }
      return;
    }
    yield* store.blob(descriptor);
  }
  return {
    ...store,
    manifest,
    blob,
    async readBlob(descriptor, maxBytes) {
      for (const mirror of mirrors) {
        try {
          return await mirror.readBlob(descriptor, maxBytes);
        } catch (error) {
          skip(mirror, error);
        }
      }
      return await store.readBlob(descriptor, maxBytes);
    },
    async close() {
      await Promise.all([store, ...mirrors].map((each) => each.close()));
    },
  };
}
