import { ExternalError, type HttpClient, type HttpResponse } from "@assay/core";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import { TransparencyLogEntry as LogEntryMessage } from "@sigstore/protobuf-specs";
import type { Witness } from "@sigstore/sign";
import { checkLogEntry, LOG_ENTRY_FIELDS } from "../bundle/log-entry.ts";
import { protoReader } from "../bundle/proto-json.ts";
import type { KeyAlgorithm } from "../keys/algorithm.ts";
import { badAnswer, readService, under, unexpectedAnswer } from "../services/request.ts";
import type { TrustedLog } from "../trust/trusted-root.ts";
import { duplicateEntry, existingEntry } from "./duplicate-entry.ts";
import { logMaterial } from "./log-material.ts";

const SERVICE = "The Rekor log";
/** The call waits for a checkpoint that covers the entry: 2 to 10 s are usual, and 20 s the least to allow. */
const TIMEOUT_MS = 60_000;

/**
 * Rekor v2 (rekor-tiles): an entry of kind hashedrekord 0.0.2 with its inclusion proof; it carries no time.
 *
 * @param logs The trusted logs: with them an entry that is there already can be taken from the log's tiles.
 */
export function rekorV2(
  http: HttpClient,
  baseUrl: string,
  algorithm: KeyAlgorithm,
  logs: readonly TrustedLog[],
): Witness {
  return {
    testify: async (content, verifierPem) => {
      const material = logMaterial(content, verifierPem, algorithm);
      const rawBytes = { rawBytes: material.verifierDer.toString("base64") };
      const request = {
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
      } as const;
      return await readService(http, request, async (response) => {
        if (response.status === 201 || response.status === 200) {
          return { tlogEntries: [readEntry(response)] };
        }
        if (response.status !== 409) throw refusal(response);
        // ECDSA signs anew instead: that costs one request and needs no tiles.
        const entry =
          algorithm.kind === "ec"
            ? undefined
            : await existingEntry(http, baseUrl, response, material, algorithm, logs);
        if (entry === undefined) throw duplicateEntry(response);
        return { tlogEntries: [entry] };
      });
    },
  };
}

function refusal(response: HttpResponse): ExternalError {
  if (response.status === 405) {
    return new ExternalError("The Rekor log is frozen: it takes no new entries", {
      hint: "Name the log that followed it, or use an up-to-date signing config.",
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
