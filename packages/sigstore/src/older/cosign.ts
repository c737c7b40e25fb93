import { isRecord } from "@assay/core";
import type { ParsedBundle } from "../bundle/parse.ts";
import { type ProtoReader, protoReader } from "../bundle/proto-json.ts";
import { pemBlocks } from "../keys/pem.ts";
import type { SignedArtifact } from "../verify/artifact.ts";
import { refuse, toBundle, withoutTime } from "./make.ts";

/** The bundle of these forms has a promise of the log, and no proof. */
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.1";

/**
 * The bundle that `cosign sign-blob --bundle` wrote before version 3: `base64Signature`, `cert` (base64 of the PEM of a certificate or
 * public key) and `rekorBundle`, which is absent where no log was asked.
 *
 * @throws VerificationError
 */
export async function cosignBundle(json: object, artifact: SignedArtifact): Promise<ParsedBundle> {
  const root = protoReader(json, "bundle", ["base64Signature", "cert", "rekorBundle"], refuse);
  const signature = root.bytes("base64Signature", 16 * 1024).toString("base64");
  const certificate = root.has("cert") ? certificateIn(root.bytes("cert")) : undefined;
  const entry = root.has("rekorBundle") ? logEntry(root) : undefined;
  if (certificate !== undefined && entry === undefined) throw withoutTime("it");
  const own = (await artifact.digests(["sha256"])).get("sha256") ?? Buffer.alloc(0);
  return toBundle({
    mediaType: MEDIA_TYPE,
    verificationMaterial: {
      ...(certificate === undefined
        ? { publicKey: {} }
        : { x509CertificateChain: { certificates: [{ rawBytes: certificate }] } }),
      tlogEntries: entry === undefined ? [] : [entry.json],
    },
    messageSignature: {
      messageDigest: { algorithm: "SHA2_256", digest: (entry?.digest ?? own).toString("base64") },
      signature,
    },
  });
}

/** Base64 of its DER; `undefined` for a public key, which the caller brings. */
function certificateIn(bytes: Buffer): string | undefined {
  const blocks = pemBlocks(bytes.toString("utf8"));
  const [block] = blocks;
  if (block === undefined || blocks.length !== 1) {
    return refuse("bundle.cert", `holds ${blocks.length} PEM blocks; one is expected`);
  }
  if (block.label === "PUBLIC KEY") return undefined;
  if (block.label === "CERTIFICATE") return block.bytes.toString("base64");
  return refuse("bundle.cert", "is neither a certificate nor a public key");
}

export function logEntry(root: ProtoReader) {
  const rekor = root.object("rekorBundle", ["SignedEntryTimestamp", "Payload"]);
  const payload = rekor.object("Payload", ["body", "integratedTime", "logIndex", "logID"]);
  const logId = payload.text("logID");
  if (!/^[0-9a-f]{64}$/.test(logId)) refuse(`${payload.path}.logID`, "is no SHA-256 in hex");
  const body = payload.bytes("body");
  const said = bodyOf(body);
  return {
    digest: said.digest,
    json: {
      logIndex: String(payload.integer("logIndex")),
      logId: { keyId: Buffer.from(logId, "hex").toString("base64") },
      kindVersion: { kind: said.kind, version: said.version },
      integratedTime: String(payload.integer("integratedTime")),
      inclusionPromise: {
        signedEntryTimestamp: rekor.bytes("SignedEntryTimestamp").toString("base64"),
      },
      canonicalizedBody: body.toString("base64"),
    },
  };
}

/** What it is an entry of; that it is one of this very signature is checked with the bundle. */
function bodyOf(bytes: Buffer) {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString("utf8"));
  } catch {
    return refuse("bundle.rekorBundle.Payload.body", "is no JSON");
  }
  if (
    !isRecord(body) ||
    typeof body["kind"] !== "string" ||
    typeof body["apiVersion"] !== "string"
  ) {
    return refuse("bundle.rekorBundle.Payload.body", "has no kind and version");
  }
  const { kind, apiVersion: version, spec } = body;
  const data = isRecord(spec) ? spec["data"] : undefined;
  const hash = isRecord(data) ? data["hash"] : undefined;
  const hex = isRecord(hash) && hash["algorithm"] === "sha256" ? hash["value"] : undefined;
  const isHex = typeof hex === "string" && /^[0-9a-f]{64}$/.test(hex);
  return { kind, version, digest: isHex ? Buffer.from(hex, "hex") : undefined };
}
