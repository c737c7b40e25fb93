import { repeatedField } from "@assay/core";
import { type Bundle, bundleFromJSON } from "@sigstore/bundle";
import { VerificationError } from "../error.ts";
import { type BundleVersion, checkLogEntry, LOG_ENTRY_FIELDS } from "./log-entry.ts";
import { otherFormat } from "./other-formats.ts";
import { type ProtoReader, protoReader } from "./proto-json.ts";

/** Caps of sigstore-go; beyond them a bundle is an attack on the reader, not a signature. */
const MAX_LOG_ENTRIES = 32;
const MAX_TIMESTAMPS = 32;
const MAX_CERTIFICATES = 16;
export const MAX_BUNDLE_BYTES = 32 * 1024 * 1024;

export const BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const VERSIONS: ReadonlyMap<string, BundleVersion> = new Map([
  ["application/vnd.dev.sigstore.bundle+json;version=0.1", "0.1"],
  ["application/vnd.dev.sigstore.bundle+json;version=0.2", "0.2"],
  ["application/vnd.dev.sigstore.bundle+json;version=0.3", "0.3"],
  [BUNDLE_MEDIA_TYPE, "0.3"],
]);
export const IN_TOTO_PAYLOAD_TYPE = "application/vnd.in-toto+json";
const MATERIAL_FIELDS: readonly string[] = [
  "certificate",
  "x509CertificateChain",
  "publicKey",
  "tlogEntries",
  "timestampVerificationData",
];
const DIGEST_ALGORITHMS: readonly string[] = ["SHA2_256", "SHA2_384", "SHA2_512"];

export interface ParsedBundle {
  readonly bundle: Bundle;
  readonly version: BundleVersion;
}

const malformed = (path: string, problem: string): never => {
  throw new VerificationError("malformed-bundle", `${path} ${problem}`);
};

/**
 * A Sigstore bundle (client-spec, section 5), read strictly: media type, caps, one content, one form of key, the
 * proofs that its version demands.
 *
 * @throws VerificationError `malformed-bundle`.
 */
export function parseBundle(bytes: Uint8Array): ParsedBundle {
  if (bytes.length > MAX_BUNDLE_BYTES) {
    malformed("bundle", `has ${bytes.length} bytes; at most ${MAX_BUNDLE_BYTES} are read`);
  }
  let text = "";
  let json: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    json = JSON.parse(text);
  } catch {
    malformed("bundle", "is no JSON in UTF-8");
  }
  // Two readers may take two different ones of them: ProtoJSON forbids it.
  const twice = repeatedField(text);
  if (twice !== undefined) malformed("bundle", `gives the field "${twice.slice(0, 100)}" twice`);
  const other = otherFormat(json);
  if (other !== undefined) {
    throw new VerificationError("malformed-bundle", `it is ${other}`, {
      expected:
        "a Sigstore bundle, as cosign 3 and `cosign sign-blob --new-bundle-format` write it",
    });
  }
  const root = protoReader(
    json,
    "bundle",
    ["mediaType", "verificationMaterial", "messageSignature", "dsseEnvelope"],
    malformed,
  );
  const mediaType = root.text("mediaType");
  const version = VERSIONS.get(mediaType);
  if (version === undefined) {
    return malformed("bundle.mediaType", `is "${mediaType.slice(0, 100)}"; 0.1 to 0.3 are read`);
  }
  checkMaterial(root, version);
  checkContent(root);
  try {
    return { bundle: bundleFromJSON(json), version };
  } catch (cause) {
    throw new VerificationError("malformed-bundle", "bundle is incomplete for its version", {
      cause,
    });
  }
}

function checkMaterial(root: ProtoReader, version: BundleVersion): void {
  const material = root.object("verificationMaterial", MATERIAL_FIELDS);
  const forms = ["certificate", "x509CertificateChain", "publicKey"].filter((f) => material.has(f));
  if (forms.length !== 1) {
    const found = forms.join(" and ") || "none";
    malformed(
      material.path,
      `needs exactly one of certificate, x509CertificateChain and publicKey, and has ${found}`,
    );
  }
  if (material.has("certificate")) material.object("certificate", ["rawBytes"]).bytes("rawBytes");
  if (material.has("publicKey")) {
    const key = material.object("publicKey", ["hint"]);
    if (key.has("hint")) key.text("hint");
  }
  if (material.has("x509CertificateChain")) {
    if (version === "0.3") malformed(`${material.path}.x509CertificateChain`, "is illegal in 0.3");
    const chain = material.object("x509CertificateChain", ["certificates"]);
    const certificates = chain.list("certificates", MAX_CERTIFICATES, ["rawBytes"]);
    if (certificates.length === 0) malformed(chain.path, "holds no certificate");
    for (const certificate of certificates) certificate.bytes("rawBytes");
  }
  for (const entry of material.list("tlogEntries", MAX_LOG_ENTRIES, LOG_ENTRY_FIELDS)) {
    checkLogEntry(entry, version, malformed);
  }
  if (material.has("timestampVerificationData")) {
    const data = material.object("timestampVerificationData", ["rfc3161Timestamps"]);
    for (const timestamp of data.list("rfc3161Timestamps", MAX_TIMESTAMPS, ["signedTimestamp"])) {
      timestamp.bytes("signedTimestamp");
    }
  }
}

function checkContent(root: ProtoReader): void {
  if (root.has("messageSignature") === root.has("dsseEnvelope")) {
    const found = root.has("dsseEnvelope") ? "both" : "neither";
    malformed(root.path, `needs one of messageSignature and dsseEnvelope, and has ${found}`);
  }
  if (root.has("messageSignature")) {
    const message = root.object("messageSignature", ["messageDigest", "signature"]);
    const digest = message.object("messageDigest", ["algorithm", "digest"]);
    digest.choice("algorithm", DIGEST_ALGORITHMS);
    digest.bytes("digest", 64);
    message.bytes("signature", 16 * 1024);
    return;
  }
  const envelope = root.object("dsseEnvelope", ["payload", "payloadType", "signatures"]);
  envelope.bytes("payload");
  envelope.choice("payloadType", [IN_TOTO_PAYLOAD_TYPE]);
  const signatures = envelope.list("signatures", 16, ["sig", "keyid"]);
  if (signatures.length !== 1) {
    malformed(
      `${envelope.path}.signatures`,
      `needs exactly one entry, and has ${signatures.length}`,
    );
  }
  for (const signature of signatures) {
    signature.bytes("sig", 16 * 1024);
    if (signature.has("keyid")) checkKeyId(signature.text("keyid"), root, signature.path);
  }
}

/** An envelope and its bundle that name different keys were put together by hand. */
function checkKeyId(keyid: string, root: ProtoReader, path: string): void {
  const material = root.object("verificationMaterial", MATERIAL_FIELDS);
  if (!material.has("publicKey")) return;
  const key = material.object("publicKey", ["hint"]);
  const hint = key.has("hint") ? key.text("hint") : "";
  if (keyid !== "" && hint !== "" && keyid !== hint) {
    malformed(`${path}.keyid`, `is "${keyid.slice(0, 100)}", and the hint "${hint.slice(0, 100)}"`);
  }
}
