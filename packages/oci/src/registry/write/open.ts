import type { ImageReference } from "../../references/reference.ts";
import type { WritableImageStore } from "../../store.ts";
import { openSession, readingStore } from "../open.ts";
import type { RegistryContext, RegistryOptions } from "../session.ts";
import { uploadManifest } from "./manifests.ts";
import { uploadReferrer } from "./referrers.ts";
import { hasBlob, uploadBlob } from "./uploads.ts";

/** The repository of a reference, to read and to write. No request is sent before something is asked for. */
export async function openWritableRegistry(
  context: RegistryContext,
  reference: ImageReference,
  options: RegistryOptions = {},
): Promise<WritableImageStore> {
  const session = openSession(context, reference, options);
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...readingStore(session, options),
    hasBlob: (descriptor) => hasBlob(session, descriptor),
    putBlob: (descriptor, open, from) => uploadBlob(session, descriptor, open, from),
    putManifest: (bytes, mediaType, tag) => uploadManifest(session, bytes, mediaType, tag),
    putReferrer(bytes, mediaType) {
      // One after the other: those of one subject would fight for the same list.
      const done = last.then(() => uploadReferrer(session, bytes, mediaType));
      last = done.catch(() => {});
      return done;
    },
  };
}
