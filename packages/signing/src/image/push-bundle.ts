import { createHash } from "node:crypto";
import type { Descriptor, StoredManifest, WritableImageStore } from "@assay/oci";
import { BUNDLE_MEDIA_TYPE } from "@assay/sigstore/sign";

const MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
const EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
const EMPTY = Buffer.from("{}");

/** Puts what every referrer needs: whether this run may write is asked before anything is signed and logged. */
export async function putEmptyConfig(store: WritableImageStore): Promise<void> {
  await put(store, EMPTY, EMPTY_TYPE);
}

/**
 * Attaches a bundle to a manifest, as cosign v3 does (its `pkg/oci/remote`; image-spec "artifact usage").
 *
 * @param at When it is said to be made.
 * @returns The descriptor of the new manifest.
 */
export async function pushBundle(
  store: WritableImageStore,
  { descriptor: { mediaType, size, digest } }: StoredManifest,
  bundle: Uint8Array,
  predicateType: string,
  at: Date,
): Promise<Descriptor> {
  const config = await put(store, EMPTY, EMPTY_TYPE);
  const layer = await put(store, bundle, BUNDLE_MEDIA_TYPE);
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: { ...config, artifactType: BUNDLE_MEDIA_TYPE },
    layers: [layer],
    annotations: {
      "dev.sigstore.bundle.content": "dsse-envelope",
      "dev.sigstore.bundle.predicateType": predicateType,
      "org.opencontainers.image.created": at.toISOString().replace(/\.\d+Z$/, "Z"),
    },
    subject: { mediaType, size, digest },
    artifactType: BUNDLE_MEDIA_TYPE,
  };
  return await store.putReferrer(Buffer.from(JSON.stringify(manifest)), MANIFEST_TYPE);
}

/** A small blob, where it is not there yet. */
export async function put(
  store: WritableImageStore,
  bytes: Uint8Array,
  mediaType: string,
): Promise<Descriptor> {
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const descriptor = { mediaType, size: bytes.length, digest };
  await store.putBlob(descriptor, async function* () {
    yield bytes;
  });
  return descriptor;
}
