import { createPublicKey, type KeyObject, publicDecrypt, sign, X509Certificate } from "node:crypto";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { leafHash } from "./merkle.ts";
import { canonicalJson, type MiniLog, sha256 } from "./transparency-log.ts";

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const CURVES = new Map([
  ["P-256", p256],
  ["P-384", p384],
  ["P-521", p521],
]);

/** Rekor v1: POST and GET of entries, hashedrekord 0.0.1 and dsse 0.0.1. */
export function rekorV1Entry(log: MiniLog, body: Buffer, now: Date): Answer {
  const { apiVersion, kind, spec } = JSON.parse(body.toString("utf8"));
  if (apiVersion !== "0.0.1") return refuse("unknown version");
  const stored =
    kind === "hashedrekord"
      ? checkedRecord(spec)
      : kind === "dsse"
        ? checkedEnvelope(spec)
        : undefined;
  if (stored === undefined) return refuse("unknown kind, or the signature is wrong");
  const { index, isNew } = log.append(
    Buffer.from(canonicalJson({ apiVersion, kind, spec: stored })),
  );
  const uuid = uuidOf(log, index);
  const headers = { location: `/api/v1/log/entries/${uuid}`, etag: uuid };
  if (!isNew) {
    return {
      status: 409,
      headers,
      body: { code: 409, message: "an equivalent entry already exists" },
    };
  }
  return { status: 201, headers, body: v1Answer(log, index, now) };
}

/** As they should come; a wrong shape throws and is refused. */
interface RecordSpec {
  readonly data: { readonly hash: { readonly value: string } };
  readonly signature: {
    readonly content: string;
    readonly publicKey: { readonly content: string };
  };
}
interface EnvelopeSpec {
  readonly proposedContent: { readonly envelope: string; readonly verifiers: readonly string[] };
}

function checkedRecord(spec: RecordSpec): unknown {
  const digest = Buffer.from(spec.data.hash.value, "hex");
  const pem = Buffer.from(spec.signature.publicKey.content, "base64").toString("utf8");
  const signature = Buffer.from(spec.signature.content, "base64");
  return isSigned(keyOf(pem), digest, signature) ? spec : undefined;
}

/** What is stored of an envelope: hashes, its signature and who made it. */
function checkedEnvelope({ proposedContent }: EnvelopeSpec): unknown {
  const { payload, payloadType, signatures } = JSON.parse(proposedContent.envelope);
  const [verifier = ""] = proposedContent.verifiers;
  const bytes = Buffer.from(payload, "base64");
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `),
    bytes,
  ]);
  const pem = Buffer.from(verifier, "base64").toString("utf8");
  const [{ sig: signature }] = signatures;
  if (!isSigned(keyOf(pem), sha256(signed), Buffer.from(signature, "base64"))) return undefined;
  const hash = (of: Buffer) => ({ algorithm: "sha256", value: sha256(of).toString("hex") });
  return {
    envelopeHash: hash(Buffer.from(proposedContent.envelope)),
    payloadHash: hash(bytes),
    signatures: [{ signature, verifier }],
  };
}

export function rekorV1Read(log: MiniLog, uuid: string, now: Date): Answer {
  for (let index = 0; index < log.size(); index++) {
    if (uuidOf(log, index) === uuid) return { status: 200, body: v1Answer(log, index, now) };
  }
  return { status: 404, body: { code: 404, message: "entry not found" } };
}

function uuidOf(log: MiniLog, index: number): string {
  return `${"0123456789abcdef"}${leafHash(log.body(index) ?? Buffer.alloc(0)).toString("hex")}`;
}

/** Entries of earlier shards count in the outer index. */
const EARLIER_SHARDS = 1000;

function v1Answer(log: MiniLog, index: number, now: Date): unknown {
  const proof = log.proof(index);
  const entry = {
    body: (log.body(index) ?? Buffer.alloc(0)).toString("base64"),
    integratedTime: Math.floor(now.getTime() / 1000),
    logID: log.id.toString("hex"),
    logIndex: EARLIER_SHARDS + index,
  };
  const promise = sign("sha256", Buffer.from(canonicalJson(entry)), log.keys.privateKey);
  const inclusionProof = {
    checkpoint: proof.checkpoint,
    hashes: proof.hashes.map((hash) => hash.toString("hex")),
    logIndex: index,
    rootHash: proof.root.toString("hex"),
    treeSize: proof.size,
  };
  const verification = { inclusionProof, signedEntryTimestamp: promise.toString("base64") };
  return { [uuidOf(log, index)]: { ...entry, verification } };
}

/** Rekor v2: POST of hashedrekord 0.0.2. Unknown fields are refused, as by protojson. */
export function rekorV2Entry(log: MiniLog, body: Buffer): Answer {
  const { hashedRekordRequestV002: request, ...unknown } = JSON.parse(body.toString("utf8"));
  if (request === undefined || Object.keys(unknown).length > 0) return refuse("invalid type");
  const { verifier } = request.signature;
  const isCertificate = verifier.x509Certificate !== undefined;
  const raw = (isCertificate ? verifier.x509Certificate : verifier.publicKey).rawBytes;
  const der = Buffer.from(raw, "base64");
  const key = isCertificate
    ? new X509Certificate(der).publicKey
    : createPublicKey({ key: der, format: "der", type: "spki" });
  const digest = Buffer.from(request.digest, "base64");
  if (!isSigned(key, digest, Buffer.from(request.signature.content, "base64"))) {
    return refuse("the signature is wrong");
  }
  const algorithm = new Map([
    [32, "SHA2_256"],
    [48, "SHA2_384"],
    [64, "SHA2_512"],
  ]).get(digest.length);
  const data = { algorithm, digest: request.digest };
  const spec = { hashedRekordV002: { data, signature: request.signature } };
  const canonical = canonicalJson({ apiVersion: "0.0.2", kind: "hashedrekord", spec });
  const { index, isNew } = log.append(Buffer.from(canonical));
  if (!isNew) return { status: 409, headers: { "x-log-index": String(index) }, body: {} };
  const proof = log.proof(index);
  return {
    status: 201,
    body: {
      logIndex: String(index),
      logId: { keyId: log.id.toString("base64") },
      kindVersion: { kind: "hashedrekord", version: "0.0.2" },
      integratedTime: "0",
      inclusionPromise: null,
      inclusionProof: {
        logIndex: String(index),
        rootHash: proof.root.toString("base64"),
        treeSize: String(proof.size),
        hashes: proof.hashes.map((hash) => hash.toString("base64")),
        checkpoint: { envelope: proof.checkpoint },
      },
      canonicalizedBody: Buffer.from(canonical).toString("base64"),
    },
  };
}

function refuse(message: string): Answer {
  return { status: 400, body: { code: 400, message } };
}

function keyOf(pem: string): KeyObject {
  return pem.includes("CERTIFICATE") ? new X509Certificate(pem).publicKey : createPublicKey(pem);
}

/** Checks over the digest, as a log must, which never sees the file. */
function isSigned(key: KeyObject, digest: Buffer, signature: Buffer): boolean {
  if (key.asymmetricKeyType === "rsa") {
    return publicDecrypt(key, signature).subarray(-digest.length).equals(digest);
  }
  const { crv = "", x = "", y = "" } = key.export({ format: "jwk" });
  const curve = CURVES.get(crv);
  // Ed25519: this log takes it on trust.
  if (curve === undefined) return crv === "Ed25519" && signature.length === 64;
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(x, "base64url"),
    Buffer.from(y, "base64url"),
  ]);
  return curve.verify(signature, digest, point, { prehash: false, lowS: false, format: "der" });
}
