import { createHash } from "node:crypto";
import type { Descriptor, ImageStore, StoredManifest } from "@assay/oci";
import { StoreError } from "@assay/oci";
import { bytesArtifact, type ParsedBundle, type SignedArtifact } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import { envelopeSignature, payloadSignature } from "@assay/sigstore/images";
import { readSignatures } from "@assay/sigstore/older";

const BUNDLE = "application/vnd.dev.sigstore.bundle";
export const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
export const ENVELOPE = "application/vnd.dsse.envelope.v1+json";
const MAX_PAYLOAD_BYTES = 1024 * 1024;
/** Of one manifest: more are an attack on the reader. */
const MAX_SIGNATURES = 1000;
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/** What is attached to a manifest and may be a signature or an attestation of it. */
export interface Attached {
  /** For people: where it lies. */
  readonly place: string;
  /** Of cosign's older form: the payload that is signed in place of the manifest. */
  readonly payload?: Buffer;
  open(artifact: SignedArtifact): Promise<ParsedBundle>;
}

export interface AttachedSignatures {
  /** Read one after the other: each may be large. */
  each(): AsyncIterable<Attached | Unreadable>;
  /** Attached to this manifest, and about another one. */
  readonly swapped: readonly { readonly place: string; readonly of: string }[];
  readonly notices: readonly string[];
}

/** Attached, and can't be read: whatever it is, it is not known that it is no signature. */
export interface Unreadable {
  readonly place: string;
  readonly error: unknown;
}

/**
 * Everything that is attached to a manifest and may be a signature: bundles from the referrers API and from the fallback tag, and
 * cosign's older tags. What an index of referrers says is not evidence: each manifest is read.
 *
 * @throws StoreError where the store can't answer: that is never the same as "unsigned".
 */
export async function signaturesOf(store: ImageStore, digest: string): Promise<AttachedSignatures> {
  const layers: { layer: Descriptor; place: string }[] = [];
  const swapped: { place: string; of: string }[] = [];
  const { manifests, others = [], notices } = await store.referrers(digest);
  const older = await olderManifests(store, digest);
  const all = [
    ...[...manifests, ...others].map((stored) => ({
      ...{ stored, place: stored.descriptor.digest, isTag: false },
    })),
    ...older,
  ];
  for (const { stored, place, isTag } of all) {
    const { manifest } = stored;
    if (manifest.kind === "index") continue;
    const own = manifest.layers.filter(({ mediaType }) => isSignature(mediaType));
    const subject = manifest.subject?.digest;
    if (own.length > 0 && !isTag && subject !== digest) {
      swapped.push({ place, of: subject ?? "nothing" });
      continue;
    }
    for (const [at, layer] of own.entries()) {
      layers.push({ layer, place: own.length === 1 ? place : `${place}, layer ${at + 1}` });
    }
  }
  return { each: () => readEach(store, layers), swapped, notices };
}

async function* readEach(
  store: ImageStore,
  layers: readonly { readonly layer: Descriptor; readonly place: string }[],
): AsyncGenerator<Attached | Unreadable> {
  let bytes = 0;
  for (const [at, { layer, place }] of layers.entries()) {
    bytes += layer.size;
    if (at >= MAX_SIGNATURES || bytes > MAX_TOTAL_BYTES) {
      const most = `${MAX_SIGNATURES} signatures or ${MAX_TOTAL_BYTES} bytes of them`;
      yield { place, error: new StoreError("malformed", `more than ${most}`) };
      return;
    }
    let read: readonly Attached[];
    try {
      read = await readLayer(store, layer, place);
    } catch (error) {
      yield { place, error };
      continue;
    }
    yield* read;
  }
}

/** `sha256-<hex>.sig` and `.att`: a layer a signature. */
async function olderManifests(store: ImageStore, digest: string) {
  const found: { stored: StoredManifest; place: string; isTag: boolean }[] = [];
  for (const end of ["sig", "att"]) {
    const tag = olderTag(digest, end);
    const stored = await store.manifest(tag);
    if (stored !== undefined) found.push({ stored, place: `the tag ${tag}`, isTag: true });
  }
  return found;
}

export function olderTag(digest: string, end: string): string {
  return `${digest.replace(":", "-")}.${end}`;
}

function isSignature(mediaType: string): boolean {
  return mediaType.startsWith(BUNDLE) || mediaType === SIMPLE_SIGNING || mediaType === ENVELOPE;
}

async function readLayer(
  store: ImageStore,
  layer: Descriptor,
  place: string,
): Promise<readonly Attached[]> {
  const { mediaType, annotations = {} } = layer;
  const limit = mediaType === SIMPLE_SIGNING ? MAX_PAYLOAD_BYTES : MAX_BUNDLE_BYTES;
  const bytes = Buffer.from(await store.readBlob(layer, limit));
  if (mediaType === SIMPLE_SIGNING) {
    const hash = createHash("sha256").update(bytes).digest();
    return [{ place, payload: bytes, open: async () => payloadSignature(hash, annotations) }];
  }
  if (mediaType === ENVELOPE) {
    return [{ place, open: async () => envelopeSignature(bytes, annotations) }];
  }
  return readSignatures(bytes).map((open) => ({ place, open }));
}

/** What a signature is over: the manifest, or the payload that names it. */
export function artifactOf({ bytes }: StoredManifest, { payload }: Attached): SignedArtifact {
  return bytesArtifact(payload ?? bytes);
}
