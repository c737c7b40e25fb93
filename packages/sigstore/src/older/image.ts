import { isRecord, repeatedField, UsageError } from "@assay/core";
import type { ParsedBundle } from "../bundle/parse.ts";
import { protoReader } from "../bundle/proto-json.ts";
import { pemBlocks, toPem } from "../keys/pem.ts";
import { logEntry } from "./cosign.ts";
import { refuse, toBundle, withoutTime } from "./make.ts";

/*
 * Signatures of images as cosign kept them before version 3: a layer a signature, and what belongs to it in the layer's annotations
 * (cosign `specs/SIGNATURE_SPEC.md` and `specs/ATTESTATION_SPEC.md`).
 */

type Annotations = Readonly<Record<string, string>>;
type Json = Readonly<Record<string, unknown>>;

export const SIGNATURE_ANNOTATION = "dev.cosignproject.cosign/signature";
const CERTIFICATE = "dev.sigstore.cosign/certificate";
const CHAIN = "dev.sigstore.cosign/chain";
const ENTRY = "dev.sigstore.cosign/bundle";
const TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";
/** An entry of this form has a promise of the log, and no proof. */
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.1";

/**
 * The signature over a payload (`application/vnd.dev.cosign.simplesigning.v1+json`).
 *
 * @param digest SHA-256 of the payload.
 * @throws VerificationError `malformed-bundle`
 */
export function payloadSignature(digest: Buffer, annotations: Annotations): ParsedBundle {
  return toBundle({
    mediaType: MEDIA_TYPE,
    verificationMaterial: materialOf(annotations),
    messageSignature: {
      messageDigest: { algorithm: "SHA2_256", digest: digest.toString("base64") },
      signature: annotations[SIGNATURE_ANNOTATION] ?? "",
    },
  });
}

/**
 * An attestation (`application/vnd.dsse.envelope.v1+json`).
 *
 * @throws VerificationError `malformed-bundle`
 */
export function envelopeSignature(bytes: Uint8Array, annotations: Annotations): ParsedBundle {
  const { payload, payloadType, signatures } = parsed(bytes, "envelope");
  // A key's id is no part of the signature, and the bundle has a place of its own for it.
  const plain = Array.isArray(signatures)
    ? signatures.map((one) => (isRecord(one) ? { sig: one["sig"] } : one))
    : signatures;
  return toBundle({
    mediaType: MEDIA_TYPE,
    verificationMaterial: materialOf(annotations),
    dsseEnvelope: { payload, payloadType, signatures: plain },
  });
}

function materialOf(annotations: Annotations) {
  const { [CERTIFICATE]: pem, [ENTRY]: entry, [TIMESTAMP]: stamp } = annotations;
  const entries = entry ? [entryOf(parsed(Buffer.from(entry), ENTRY))] : [];
  const stamps = stamp ? [stampOf(parsed(Buffer.from(stamp), TIMESTAMP))] : [];
  if (!pem) return { ...{ publicKey: {}, tlogEntries: entries }, ...times(stamps) };
  const [certificate] = pemBlocks(pem);
  if (certificate?.label !== "CERTIFICATE") return refuse(CERTIFICATE, "is no certificate in PEM");
  if (entries.length + stamps.length === 0) throw withoutTime("the signature");
  const rawBytes = certificate.bytes.toString("base64");
  return {
    x509CertificateChain: { certificates: [{ rawBytes }] },
    tlogEntries: entries,
    ...times(stamps),
  };
}

function times(stamps: readonly object[]) {
  return stamps.length === 0 ? {} : { timestampVerificationData: { rfc3161Timestamps: stamps } };
}

function entryOf(rekorBundle: Json): object {
  return logEntry(protoReader({ rekorBundle }, ENTRY, ["rekorBundle"], refuse)).json;
}

function stampOf(json: Json): object {
  const reader = protoReader(json, TIMESTAMP, ["SignedRFC3161Timestamp"], refuse);
  return { signedTimestamp: reader.bytes("SignedRFC3161Timestamp").toString("base64") };
}

function parsed(bytes: Uint8Array, what: string): Json {
  let json: unknown;
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    json = JSON.parse(text);
  } catch {
    return refuse(what, "is no JSON in UTF-8");
  }
  if (!isRecord(json) || repeatedField(text) !== undefined) {
    return refuse(what, "is no JSON object with each field once");
  }
  return json;
}

/**
 * What stands in the annotations for a signature that was made as a bundle.
 *
 * @param issuers DER of what issued the certificate, the nearest first.
 * @throws UsageError where it has a log entry without a promise (Rekor v2), which this form has no place for.
 */
export function signatureAnnotations(
  { bundle }: ParsedBundle,
  issuers: readonly Buffer[],
): Annotations {
  const { content, verificationMaterial: material } = bundle;
  const isMessage = content.$case === "messageSignature";
  const [entry] = material.tlogEntries;
  const promise = entry?.inclusionPromise?.signedEntryTimestamp;
  if (entry !== undefined && promise === undefined) {
    throw new UsageError("The log gave no promise, and the older form keeps nothing else of it");
  }
  const [stamp] = material.timestampVerificationData?.rfc3161Timestamps ?? [];
  const certificate =
    material.content.$case === "certificate" ? material.content.certificate.rawBytes : undefined;
  return {
    [SIGNATURE_ANNOTATION]: isMessage ? content.messageSignature.signature.toString("base64") : "",
    ...(certificate === undefined
      ? {}
      : {
          [CERTIFICATE]: toPem("CERTIFICATE", certificate),
          [CHAIN]: issuers.map((each) => toPem("CERTIFICATE", each)).join(""),
        }),
    ...(entry === undefined || promise === undefined
      ? {}
      : {
          [ENTRY]: JSON.stringify({
            SignedEntryTimestamp: promise.toString("base64"),
            Payload: {
              body: entry.canonicalizedBody.toString("base64"),
              integratedTime: Number(entry.integratedTime),
              logIndex: Number(entry.logIndex),
              logID: entry.logId.keyId.toString("hex"),
            },
          }),
        }),
    ...(stamp === undefined
      ? {}
      : {
          [TIMESTAMP]: JSON.stringify({
            SignedRFC3161Timestamp: stamp.signedTimestamp.toString("base64"),
          }),
        }),
  };
}
