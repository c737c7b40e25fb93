import { ExternalError, type HttpClient, type HttpResponse } from "@assay/core";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import { json } from "@sigstore/core";
import type { KeyAlgorithm } from "../keys/algorithm.ts";
import type { TrustedLog } from "../trust/trusted-root.ts";
import type { LogMaterial } from "./log-material.ts";
import { proofFromTiles } from "./tile-proof.ts";

/** The log holds this very signature and does not hand its entry out: with ECDSA, sign again. */
export class DuplicateEntry extends ExternalError {}

const DIGEST_NAMES = { sha256: "SHA2_256", sha384: "SHA2_384", sha512: "SHA2_512" } as const;

export function duplicateEntry(response: HttpResponse): DuplicateEntry {
  const index = response.headers["x-log-index"];
  return new DuplicateEntry(
    `The Rekor log already holds this signature${index === undefined ? "" : ` at index ${index}`}`,
    {
      hint: "Keep the bundle that was made with that entry. Signatures of RSA and Ed25519 keys are always the same: give a trusted root, so that the entry can be taken from a log that publishes its tiles, or sign with an ECDSA key.",
    },
  );
}

/**
 * The entry that the log gave the index of, with its proof from the log's tiles. The body is made here again, for it
 * follows from the request (canonical JSON, RFC 8785); a proof that does not fit it fails when the bundle is verified.
 *
 * @returns `undefined` when the log gave no index, or is not one of `logs`, whose full key id the entry needs.
 */
export async function existingEntry(
  http: HttpClient,
  baseUrl: string,
  conflict: HttpResponse,
  material: LogMaterial,
  algorithm: KeyAlgorithm,
  logs: readonly TrustedLog[],
): Promise<TransparencyLogEntry | undefined> {
  const index = conflict.headers["x-log-index"] ?? "";
  if (!/^[0-9]{1,15}$/.test(index) || logs.length === 0) return undefined;
  const proof = await proofFromTiles(http, baseUrl, Number(index), logs);
  const keyId = proof?.log.ids.at(-1);
  if (proof === undefined || keyId === undefined) return undefined;
  return {
    logIndex: index,
    logId: { keyId },
    kindVersion: { kind: "hashedrekord", version: "0.0.2" },
    integratedTime: "0",
    inclusionPromise: undefined,
    inclusionProof: {
      logIndex: index,
      rootHash: proof.root,
      treeSize: String(proof.size),
      hashes: [...proof.hashes],
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: Buffer.from(json.canonicalize(bodyOf(material, algorithm))),
  };
}

function bodyOf(material: LogMaterial, algorithm: KeyAlgorithm): object {
  const rawBytes = { rawBytes: material.verifierDer.toString("base64") };
  return {
    apiVersion: "0.0.2",
    kind: "hashedrekord",
    spec: {
      hashedRekordV002: {
        data: {
          algorithm: DIGEST_NAMES[material.digestName],
          digest: material.digest.toString("base64"),
        },
        signature: {
          content: material.signature.toString("base64"),
          verifier: {
            keyDetails: algorithm.keyDetails,
            ...(material.isCertificate ? { x509Certificate: rawBytes } : { publicKey: rawBytes }),
          },
        },
      },
    },
  };
}
