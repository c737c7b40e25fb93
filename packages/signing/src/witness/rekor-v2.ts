import { ExternalError, type HttpClient, type HttpResponse } from "@assay/core";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import { TransparencyLogEntry as LogEntryMessage } from "@sigstore/protobuf-specs";
import type { Witness } from "@sigstore/sign";
import { checkLogEntry, LOG_ENTRY_FIELDS } from "../bundle/log-entry.ts";
import { protoReader } from "../bundle/proto-json.ts";
import type { KeyAlgorithm } from "../keys/algorithm.ts";
import { badAnswer, callService, under, unexpectedAnswer } from "../services/request.ts";
import { logMaterial } from "./log-material.ts";

const SERVICE = "The Rekor log";
/** The call waits for a checkpoint that covers the entry: 2 to 10 s are usual, and 20 s the least to allow. */
const TIMEOUT_MS = 60_000;

/** The log holds this very signature and does not hand its entry out: with ECDSA, sign again. */
export class DuplicateEntry extends ExternalError {}

/** Rekor v2 (rekor-tiles): an entry of kind hashedrekord 0.0.2 with its inclusion proof; it carries no time. */
export function rekorV2(http: HttpClient, baseUrl: string, algorithm: KeyAlgorithm): Witness {
  return {
    testify: async (content, verifierPem) => {
      const material = logMaterial(content, verifierPem, algorithm);
      const rawBytes = { rawBytes: material.verifierDer.toString("base64") };
      const response = await callService(http, {
        service: SERVICE,
        method: "POST",
        url: under(baseUrl, "api/v2/log/entries"),
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({
          hashedRekordRequestV002: {
            digest: material.digest.toString("base64"),
            signature: {
              content: material.signature.toString("base64"),
              verifier: {
                ...(material.isCertificate
                  ? { x509Certificate: rawBytes }
                  : { publicKey: rawBytes }),
                keyDetails: algorithm.keyDetails,
              },
            },
          },
        }),
        timeoutMs: TIMEOUT_MS,
      });
      if (response.status === 201 || response.status === 200) {
        return { tlogEntries: [readEntry(response)] };
      }
      throw refusal(response);
    },
  };
}

function refusal(response: HttpResponse): ExternalError {
  if (response.status === 409) {
    const index = response.headers["x-log-index"];
    return new DuplicateEntry(
      `The Rekor log already holds this signature${index === undefined ? "" : ` at index ${index}`}`,
      {
        hint: "Keep the bundle that was made with that entry, or sign with an ECDSA key, whose signatures differ each time.",
      },
    );
  }
  if (response.status === 405) {
    return new ExternalError("The Rekor log is frozen: it takes no new entries", {
      hint: "Give the URL of the log that followed it in `rekor-url`, or an up-to-date `signing-config`.",
    });
  }
  return badAnswer(SERVICE, response);
}

function readEntry(response: HttpResponse): TransparencyLogEntry {
  const fail = (path: string, problem: string): never => {
    throw unexpectedAnswer(SERVICE, `${path} ${problem}`);
  };
  const json = response.json();
  checkLogEntry(protoReader(json, "entry", LOG_ENTRY_FIELDS, fail), "0.3", fail);
  const entry = LogEntryMessage.fromJSON(json);
  const { logId, kindVersion } = entry;
  if (logId === undefined || kindVersion === undefined) return fail("entry", "is incomplete");
  return { ...entry, logId, kindVersion };
}
