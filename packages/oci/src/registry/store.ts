import { readVerified } from "../content/verified.ts";
import type { StoredManifest } from "../descriptor.ts";
import { checkDigest } from "../references/digest.ts";
import type { ImageStore } from "../store.ts";
import { readBlob } from "./blobs.ts";
import { readManifest } from "./manifests.ts";
import { readReferrers } from "./referrers.ts";
import type { RegistrySession } from "./session.ts";
import { readTags } from "./tags.ts";

const KEPT_BYTES = 32 * 1024 * 1024;

/** What is read of a repository; `registry/write/` extends it over the same session. */
export function registryStore(session: RegistrySession): ImageStore {
  /** By digest, which never changes: those of an index are asked for by several checks. */
  const kept = new Map<string, StoredManifest>();
  let bytes = 0;
  const keep = (found: StoredManifest | undefined) => {
    if (found === undefined || kept.has(found.descriptor.digest)) return found;
    bytes += found.bytes.length;
    if (bytes <= KEPT_BYTES) kept.set(found.descriptor.digest, found);
    return found;
  };
  return {
    kind: "registry",
    name: session.name,
    manifest: async (reference) =>
      kept.get(reference) ?? keep(await readManifest(session, reference)),
    blob: (descriptor) => readBlob(session, descriptor),
    readBlob: (descriptor, maxBytes) =>
      readVerified(descriptor, session.name, maxBytes, () => readBlob(session, descriptor)),
    referrers: (digest) => readReferrers(session, checkDigest(digest)),
    tags: () => readTags(session),
    async close() {},
  };
}
