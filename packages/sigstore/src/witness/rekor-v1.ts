import type { HttpClient, HttpResponse } from "@assay/core";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import type { SignatureBundle, Witness } from "@sigstore/sign";
import type { KeyAlgorithm } from "../keys/algorithm.ts";
import { badAnswer, readService, under, unexpectedAnswer } from "../services/request.ts";
import { type LogMaterial, logMaterial } from "./log-material.ts";

const SERVICE = "The Rekor log";
const ENTRIES = "api/v1/log/entries";

/** Rekor v1: an entry of kind hashedrekord 0.0.1, or dsse 0.0.1 for an attestation, with its signed entry timestamp and inclusion proof. */
export function rekorV1(http: HttpClient, baseUrl: string, algorithm: KeyAlgorithm): Witness {
  return {
    testify: async (content, verifierPem) => {
      const material = logMaterial(content, verifierPem, algorithm);
      const proposed =
        content.$case === "messageSignature"
          ? record(material)
          : envelopeRecord(content.dsseEnvelope, verifierPem);
      return { tlogEntries: [await addEntry(http, baseUrl, proposed)] };
    },
  };
}

function record({ digestName, digest, signature, verifierPem }: LogMaterial): object {
  return {
    kind: "hashedrekord",
    spec: {
      data: { hash: { algorithm: digestName, value: digest.toString("hex") } },
      signature: {
        content: signature.toString("base64"),
        publicKey: { content: Buffer.from(verifierPem).toString("base64") },
      },
    },
  };
}

type Envelope = Extract<SignatureBundle, { $case: "dsseEnvelope" }>["dsseEnvelope"];

/** The log takes the whole envelope and keeps its digests. */
function envelopeRecord(
  { payload, payloadType, signatures }: Envelope,
  verifierPem: string,
): object {
  const envelope = {
    payload: payload.toString("base64"),
    payloadType,
    signatures: signatures.map(({ sig, keyid }) => ({ sig: sig.toString("base64"), keyid })),
  };
  const verifiers = [Buffer.from(verifierPem).toString("base64")];
  return {
    kind: "dsse",
    spec: { proposedContent: { envelope: JSON.stringify(envelope), verifiers } },
  };
}

async function addEntry(
  http: HttpClient,
  baseUrl: string,
  proposed: object,
): Promise<TransparencyLogEntry> {
  const request = {
    service: SERVICE,
    method: "POST",
    url: under(baseUrl, ENTRIES),
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ apiVersion: "0.0.1", ...proposed }),
  } as const;
  return await readService(http, request, async (response) => {
    if (response.status === 201) return readV1Entry(response);
    // The same entry is there: an earlier try was committed and its answer lost. That entry is as good.
    if (response.status === 409) return await existingEntry(http, baseUrl, response);
    throw badAnswer(SERVICE, response);
  });
}

async function existingEntry(
  http: HttpClient,
  baseUrl: string,
  conflict: HttpResponse,
): Promise<TransparencyLogEntry> {
  const said = `${conflict.headers["location"] ?? ""} ${conflict.text()}`;
  // Log index entries have 64 hex digits, with the shard's id in front 80.
  const uuid = /\b([0-9a-f]{80}|[0-9a-f]{64})\b/.exec(said)?.[1];
  if (uuid === undefined) throw badAnswer(SERVICE, conflict);
  const request = {
    service: SERVICE,
    url: under(baseUrl, `${ENTRIES}/${uuid}`),
    headers: { accept: "application/json" },
  };
  return await readService(http, request, (response) => {
    if (response.status !== 200) throw badAnswer(SERVICE, response);
    return readV1Entry(response);
  });
}

/** The entry that an answer holds, whatever its kind. */
export function readV1Entry(response: HttpResponse): TransparencyLogEntry {
  try {
    const [entry] = Object.values(response.json() as Readonly<Record<string, V1Entry>>);
    if (entry === undefined) throw new TypeError("no entry");
    return toLogEntry(entry);
  } catch (cause) {
    throw unexpectedAnswer(SERVICE, "it is no complete log entry", cause);
  }
}

/** Hex and numbers as Rekor v1 writes them (openapi.yaml, `LogEntry`). Wrong shapes throw; the caller reports them. */
interface V1Entry {
  readonly body: string;
  readonly integratedTime: number;
  readonly logID: string;
  readonly logIndex: number;
  readonly verification: {
    readonly inclusionProof: {
      readonly checkpoint: string;
      readonly hashes: readonly string[];
      readonly logIndex: number;
      readonly rootHash: string;
      readonly treeSize: number;
    };
    readonly signedEntryTimestamp: string;
  };
}

function toLogEntry(entry: V1Entry): TransparencyLogEntry {
  const canonicalizedBody = Buffer.from(entry.body, "base64");
  const body = JSON.parse(canonicalizedBody.toString("utf8")) as {
    readonly kind: string;
    readonly apiVersion: string;
  };
  const { inclusionProof, signedEntryTimestamp } = entry.verification;
  return {
    logIndex: whole(entry.logIndex),
    logId: { keyId: Buffer.from(entry.logID, "hex") },
    kindVersion: { kind: body.kind, version: body.apiVersion },
    integratedTime: whole(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp: Buffer.from(signedEntryTimestamp, "base64") },
    inclusionProof: {
      logIndex: whole(inclusionProof.logIndex),
      rootHash: Buffer.from(inclusionProof.rootHash, "hex"),
      treeSize: whole(inclusionProof.treeSize),
      hashes: inclusionProof.hashes.map((hash) => Buffer.from(hash, "hex")),
      checkpoint: { envelope: inclusionProof.checkpoint },
    },
    canonicalizedBody,
  };
}

function whole(value: number): string {
  if (Number.isSafeInteger(value) && value >= 0) return String(value);
  throw new TypeError(`${String(value)} is no index`);
}
