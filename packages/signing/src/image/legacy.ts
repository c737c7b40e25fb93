import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { ExternalError, UsageError } from "@assay/core";
import type { Descriptor, StoredManifest, WritableImageStore } from "@assay/oci";
import {
  bytesArtifact,
  type ParsedBundle,
  parseBundle,
  type SignedArtifact,
  VerificationError,
  verifyBundle,
} from "@assay/sigstore";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import { envelopeSignature, payloadSignature, signatureAnnotations } from "@assay/sigstore/images";
import { buildAttestation, buildBundle } from "@assay/sigstore/sign";
import { signerPolicyOf } from "../sign/own-policy.ts";
import type { SigningSession } from "../sign/prepare.ts";
import { witnessed } from "../sign/sign-file.ts";
import type { Unit } from "./make-all.ts";
import { put } from "./push-bundle.ts";
import { ENVELOPE, olderTag, SIMPLE_SIGNING } from "./signatures.ts";
import { digestSet, SIGN_TYPE } from "./statement.ts";

/*
 * cosign's form of before version 3: a tag that is derived from the digest, and a layer for each signature
 * (cosign `specs/SIGNATURE_SPEC.md`). Written on request alone: readers of today take bundles, and every signer of an image shares the tag.
 */

const MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
const CONFIG_TYPE = "application/vnd.oci.image.config.v1+json";
const TRIES = 5;

export interface LegacyWriter {
  /** @returns The tag, for people. */
  write(unit: Unit, at: Date): Promise<string>;
}

/** @throws UsageError for a key that this form has no place for. */
export async function legacyWriter(
  session: SigningSession,
  store: WritableImageStore,
): Promise<LegacyWriter> {
  const { key } = await session.credential();
  if (key.publicKey.algorithm.digest !== "sha256") {
    throw new UsageError("`legacy` is on, and the key signs over another digest than SHA-256", {
      hint: "cosign's older form knows SHA-256 alone: sign with a P-256 or RSA key, or without `legacy`.",
    });
  }
  if (session.plan.logs.some(({ version }) => version === 2)) {
    throw new UsageError("`legacy` is on, and the log is of Rekor v2", {
      hint: "The older form keeps the promise of a Rekor v1 log, which Rekor v2 does not give: name a log of version 1, or sign without `legacy`.",
    });
  }
  return {
    async write(unit, at) {
      const { digest } = unit.subject.stored.descriptor;
      const isSignature = unit.predicate.kind.type === SIGN_TYPE;
      const tag = olderTag(digest, isSignature ? "sig" : "att");
      const there = layersOf(await store.manifest(tag));
      const layer = isSignature
        ? await signature(session, store, unit, there)
        : await attestation(session, store, unit, there);
      if (layer !== undefined) await append(store, tag, layer, at);
      return tag;
    },
  };
}

/** `undefined` where it is there already. */
async function signature(
  session: SigningSession,
  store: WritableImageStore,
  { subject, annotations }: Unit,
  there: readonly Descriptor[],
): Promise<Descriptor | undefined> {
  const payload = Buffer.from(
    JSON.stringify({
      critical: {
        identity: { "docker-reference": store.name },
        image: { "docker-manifest-digest": subject.stored.descriptor.digest },
        type: "cosign container image signature",
      },
      optional: Object.keys(annotations).length === 0 ? null : annotations,
    }),
  );
  const digest = createHash("sha256").update(payload).digest();
  const artifact = bytesArtifact(payload);
  for (const layer of there) {
    if (layer.digest !== `sha256:${digest.toString("hex")}`) continue;
    const parse = () => payloadSignature(digest, layer.annotations ?? {});
    if (await isOwn(session, artifact, parse)) return undefined;
  }
  const { by, bytes } = await witnessed(session, artifact, (one, witnesses) =>
    buildBundle(one.key, one.certificate?.leaf, digest, witnesses),
  );
  const known = signatureAnnotations(parseBundle(bytes), by.certificate?.issuers ?? []);
  return { ...(await put(store, payload, SIMPLE_SIGNING)), annotations: known };
}

async function attestation(
  session: SigningSession,
  store: WritableImageStore,
  { subject, predicate }: Unit,
  there: readonly Descriptor[],
): Promise<Descriptor | undefined> {
  const digest = digestSet(subject.stored.descriptor.digest);
  const head = {
    _type: "https://in-toto.io/Statement/v0.1",
    predicateType: predicate.kind.type,
    subject: [{ name: store.name, digest }],
  };
  const text = `${JSON.stringify(head).slice(0, -1)},"predicate":${predicate.text}}`;
  const statement = Buffer.from(text);
  const artifact = bytesArtifact(subject.stored.bytes);
  for (const layer of there) {
    const envelope = await store.readBlob(layer, MAX_BUNDLE_BYTES);
    const parse = () => {
      const parsed = envelopeSignature(envelope, layer.annotations ?? {});
      const { content } = parsed.bundle;
      const isSame =
        content.$case === "dsseEnvelope" && statement.equals(content.dsseEnvelope.payload);
      return isSame ? parsed : undefined;
    };
    if (await isOwn(session, artifact, parse)) return undefined;
  }
  const { by, bytes } = await witnessed(session, artifact, (one, witnesses) =>
    buildAttestation(one.key, one.certificate?.leaf, statement, witnesses),
  );
  const { payload, payloadType, signatures } = JSON.parse(bytes.toString("utf8")).dsseEnvelope;
  const envelope = { payloadType, payload, signatures: [{ keyid: "", sig: signatures[0].sig }] };
  const known = signatureAnnotations(parseBundle(bytes), by.certificate?.issuers ?? []);
  return {
    ...(await put(store, Buffer.from(JSON.stringify(envelope)), ENVELOPE)),
    annotations: { ...known, predicateType: predicate.kind.type },
  };
}

/** Whether a signature is what this run would make. Without a trusted root nobody knows of a certificate: then it is made again. */
async function isOwn(
  session: SigningSession,
  artifact: SignedArtifact,
  parse: () => ParsedBundle | undefined,
): Promise<boolean> {
  const signer = signerPolicyOf(session, await session.credential());
  try {
    const parsed = parse();
    if (signer === undefined || parsed === undefined) return false;
    await verifyBundle(parsed, artifact, { signer, requireLog: false });
    return true;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}

function layersOf(stored: StoredManifest | undefined): readonly Descriptor[] {
  return stored?.manifest.kind === "image" ? stored.manifest.layers : [];
}

/** Other signers append to the same tag: what is there is read again until ours stays. */
async function append(
  store: WritableImageStore,
  tag: string,
  layer: Descriptor,
  at: Date,
): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const layers = [...layersOf(await store.manifest(tag)), layer];
    const created = at.toISOString();
    const config = {
      architecture: "",
      created: "0001-01-01T00:00:00Z",
      history: layers.map(() => ({ created })),
      os: "",
      rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
      config: {},
    };
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: await put(store, Buffer.from(JSON.stringify(config)), CONFIG_TYPE),
      layers: layers.map(({ mediaType, size, digest, annotations }) => ({
        ...{ mediaType, size, digest },
        ...(annotations === undefined ? {} : { annotations }),
      })),
    };
    await store.putManifest(Buffer.from(JSON.stringify(manifest)), MANIFEST_TYPE, tag);
    const now = layersOf(await store.manifest(tag));
    if (now.some((one) => isDeepStrictEqual(one.annotations, layer.annotations))) return;
  }
  throw new ExternalError(`The tag ${tag} of ${store.name} is written by others all the time`, {
    hint: "Run the step again.",
  });
}
