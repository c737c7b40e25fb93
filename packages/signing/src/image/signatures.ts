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
  readonly sha256: string;
  /** Of cosign's older form: the payload that is signed in place of the manifest. */
  readonly payload?: Buffer;
  open(artifact: SignedArtifact): Promise<ParsedBundle>;
}

export interface AttachedSignatures {
  readonly attached: readonly Attached[];
  /** Attached, and can't be read: whatever it is, it is not known that it is no signature. */
  readonly unreadable: readonly { readonly place: string; readonly error: unknown }[];
  /** Attached to this manifest, and about another one. */
  readonly swapped: readonly { readonly place: string; readonly of: string }[];
  readonly notices: readonly string[];
}

/**
 * Everything that is attached to a manifest and may be a signature: bundles from the referrers API and from the fallback tag, and
 * cosign's older tags. What an index of referrers says is not evidence: each manifest is read.
 *
 * @throws StoreError where the store can't answer: that is never the same as "unsigned".
 */
export async function signaturesOf(store: ImageStore, digest: string): Promise<AttachedSignatures> {
  const attached: Attached[] = [];
  const unreadable: { place: string; error: unknown }[] = [];
  const swapped: { place: string; of: string }[] = [];
  const { manifests, others = [], notices } = await store.referrers(digest);
  const older = await olderManifests(store, digest);
  const all = [
    ...[...manifests, ...others].map((stored) => ({
      stored,
      place: stored.descriptor.digest,
      isTag: false,
    })),
    ...older,
  ];
  let read = 0;
  let bytes = 0;
  for (const { stored, place, isTag } of all) {
    const { manifest } = stored;
    if (manifest.kind === "index") continue;
    const layers = manifest.layers.filter(({ mediaType }) => isSignature(mediaType));
    if (layers.length === 0) continue;
    const subject = manifest.subject?.digest;
    if (!isTag && subject !== digest) {
      swapped.push({ place, of: subject ?? "nothing" });
      continue;
    }
    for (const [at, layer] of layers.entries()) {
      const where = layers.length === 1 ? place : `${place}, layer ${at + 1}`;
      read += 1;
      bytes += layer.size;
      if (read > MAX_SIGNATURES || bytes > MAX_TOTAL_BYTES) {
        const most = `${MAX_SIGNATURES} signatures or ${MAX_TOTAL_BYTES} bytes of them`;
        const error = new StoreError("malformed", `more than ${most}`);
        return { attached, unreadable: [...unreadable, { place: where, error }], swapped, notices };
      }
      try {
        attached.push(...(await readLayer(store, layer, where)));
      } catch (error) {
        unreadable.push({ place: where, error });
      }
    }
  }
  return { attached, unreadable, swapped, notices };
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
  const hash = createHash("sha256").update(bytes).digest();
  const base = { place, sha256: hash.toString("hex") };
  if (mediaType === SIMPLE_SIGNING) {
    return [{ ...base, payload: bytes, open: async () => payloadSignature(hash, annotations) }];
  }
  if (mediaType === ENVELOPE) {
    return [{ ...base, open: async () => envelopeSignature(bytes, annotations) }];
  }
  return readSignatures(bytes).map((open) => ({ ...base, open }));
}

/** What a signature is over: the manifest, or the payload that names it. */
export function artifactOf({ bytes }: StoredManifest, { payload }: Attached): SignedArtifact {
  return bytesArtifact(payload ?? bytes);
}
