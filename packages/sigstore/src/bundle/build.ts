import { createHash } from "node:crypto";
import {
  type Bundle,
  type BundleWithMessageSignature,
  bundleToJSON,
  toMessageSignatureBundle,
} from "@sigstore/bundle";
import { HashAlgorithm } from "@sigstore/protobuf-specs";
import type { Artifact, Signature, Signer, Witness } from "@sigstore/sign";
import { DSSEBundleBuilder } from "@sigstore/sign/dist/bundler/dsse.js";
import { MessageSignatureBundleBuilder } from "@sigstore/sign/dist/bundler/message.js";
import type { DigestName } from "../keys/algorithm.ts";
import { pemBlocks, toPem } from "../keys/pem.ts";
import type { SigningKey } from "../keys/private-key.ts";
import { publicKeyPem } from "../keys/public-key.ts";
import { IN_TOTO_PAYLOAD_TYPE } from "./parse.ts";

/*
 * What is used of @sigstore/sign: the builder, which signs and then asks all witnesses at once, and the interfaces of
 * Signer and Witness. Its own Fulcio, Rekor and TSA clients are not: they open sockets by themselves (make-fetch-happen)
 * past the guarded client, speak only x509 and P-256 to Rekor v2, ask for one certificate per signature, and want the
 * whole file in memory. Its builder writes v0.2 bundles of a Buffer; the subclass below writes v0.3 of a digest.
 *
 * The builder is reached by its file: the package's index brings those clients along, a megabyte that nothing here runs.
 * The version is exact, the import is typed, and every test of the acts builds with it.
 */

const ALGORITHMS: Readonly<Record<DigestName, HashAlgorithm>> = {
  sha256: HashAlgorithm.SHA2_256,
  sha384: HashAlgorithm.SHA2_384,
  sha512: HashAlgorithm.SHA2_512,
};

class DigestBundleBuilder extends MessageSignatureBundleBuilder {
  private readonly algorithm: HashAlgorithm;

  constructor(signer: Signer, witnesses: Witness[], digest: DigestName) {
    super({ signer, witnesses });
    this.algorithm = ALGORITHMS[digest];
  }

  /** `artifact.data` is the digest. */
  protected override async package(
    artifact: Artifact,
    { key, signature }: Signature,
  ): Promise<BundleWithMessageSignature> {
    const certificate =
      key.$case === "x509Certificate" ? pemBlocks(key.certificate)[0]?.bytes : undefined;
    const bundle = toMessageSignatureBundle({
      digest: artifact.data,
      signature,
      certificateChain: false,
      ...(certificate === undefined ? {} : { certificate }),
      ...(key.$case === "publicKey" && key.hint !== undefined ? { keyHint: key.hint } : {}),
    });
    // The package knows SHA-256 only.
    bundle.content.messageSignature.messageDigest.algorithm = this.algorithm;
    return bundle;
  }
}

/** Without a `keyid`, as cosign writes it: its verifier takes no other than that of its own. */
class EnvelopeBuilder extends DSSEBundleBuilder {
  protected override async package(artifact: Artifact, signature: Signature) {
    const bundle = await super.package(artifact, signature);
    for (const one of bundle.content.dsseEnvelope.signatures) one.keyid = "";
    return bundle;
  }
}

/** Signs a digest, lets every witness testify to the signature, and puts all of it into a v0.3 bundle. */
export async function buildBundle(
  key: SigningKey,
  certificate: Buffer | undefined,
  digest: Buffer,
  witnesses: readonly Witness[],
): Promise<Bundle> {
  const signer: Signer = {
    sign: async (data) => ({ signature: await key.sign(data), key: material(key, certificate) }),
  };
  const builder = new DigestBundleBuilder(signer, [...witnesses], key.publicKey.algorithm.digest);
  return await builder.create({ data: digest });
}

/**
 * Signs an in-toto statement as a DSSE envelope (DSSE v1, "PAE": the signature is over the digest of type and payload), lets
 * every witness testify to it, and puts all of it into a v0.3 bundle.
 *
 * @param statement The bytes of the statement, which are signed as they are.
 */
export async function buildAttestation(
  key: SigningKey,
  certificate: Buffer | undefined,
  statement: Buffer,
  witnesses: readonly Witness[],
): Promise<Bundle> {
  const { digest } = key.publicKey.algorithm;
  const signer: Signer = {
    sign: async (encoded) => ({
      signature: await key.sign(createHash(digest).update(encoded).digest()),
      key: material(key, certificate),
    }),
  };
  const builder = new EnvelopeBuilder({ signer, witnesses: [...witnesses] });
  return await builder.create({ data: statement, type: IN_TOTO_PAYLOAD_TYPE });
}

function material({ publicKey }: SigningKey, certificate: Buffer | undefined): Signature["key"] {
  return certificate === undefined
    ? { $case: "publicKey", publicKey: publicKeyPem(publicKey), hint: publicKey.hint }
    : { $case: "x509Certificate", certificate: toPem("CERTIFICATE", certificate) };
}

/**
 * A bundle as compact JSON with a line break at its end. Fields that are zero and that proto3 JSON leaves out are
 * written for log entries: other readers demand them for the first entry of a log.
 */
export function bundleBytes(bundle: Bundle): Buffer {
  const json = bundleToJSON(bundle);
  const tlogEntries = json.verificationMaterial.tlogEntries?.map((entry) => ({
    ...entry,
    logIndex: entry.logIndex ?? "0",
    ...(entry.inclusionProof === undefined
      ? {}
      : {
          inclusionProof: {
            ...entry.inclusionProof,
            logIndex: entry.inclusionProof.logIndex ?? "0",
            hashes: entry.inclusionProof.hashes ?? [],
          },
        }),
  }));
  const verificationMaterial =
    tlogEntries === undefined
      ? json.verificationMaterial
      : { ...json.verificationMaterial, tlogEntries };
  return Buffer.from(`${JSON.stringify({ ...json, verificationMaterial })}\n`);
}
