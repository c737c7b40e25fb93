import { createHash, randomBytes } from "node:crypto";
import type { HttpClient } from "@assay/core";
import { RFC3161Timestamp } from "@sigstore/core";
import type { Witness } from "@sigstore/sign";
import {
  DER_NULL,
  derBoolean,
  derOctetString,
  derOid,
  derSequence,
  derUnsigned,
} from "../der/write.ts";
import { badAnswer, readService, unexpectedAnswer } from "../services/request.ts";

const SERVICE = "The timestamp authority";
const SHA256 = "2.16.840.1.101.3.4.2.1";
const GRANTED: readonly bigint[] = [0n, 1n];

/**
 * An RFC 3161 timestamp over the signature's bytes, asked for in DER, which every authority takes (Sigstore's JSON form
 * is its own).
 *
 * @param url The complete URL, as signing configs have it.
 */
export function timestampAuthority(http: HttpClient, url: string): Witness {
  return {
    testify: async (content) => {
      const signature =
        content.$case === "messageSignature"
          ? content.messageSignature.signature
          : (content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0));
      return { rfc3161Timestamps: [{ signedTimestamp: await stamp(http, url, signature) }] };
    },
  };
}

async function stamp(http: HttpClient, url: string, signature: Buffer): Promise<Buffer> {
  const imprint = createHash("sha256").update(signature).digest();
  // A leading zero bit keeps the number positive in 16 bytes.
  const nonce = randomBytes(16);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const request = {
    service: SERVICE,
    method: "POST",
    url,
    headers: {
      "content-type": "application/timestamp-query",
      accept: "application/timestamp-reply",
    },
    body: timestampQuery(imprint, nonce),
    maxBytes: 1024 * 1024,
  } as const;
  return await readService(http, request, (response) => {
    if (response.status !== 200 && response.status !== 201) throw badAnswer(SERVICE, response);
    const reply = Buffer.from(response.body);
    checkReply(reply, imprint, nonce);
    return reply;
  });
}

/** `TimeStampReq` (RFC 3161, section 2.4.1) with `certReq`, so that the bundle names the signer's certificate. */
function timestampQuery(imprint: Buffer, nonce: Buffer): Buffer {
  return derSequence(
    derUnsigned(Buffer.from([1])),
    derSequence(derSequence(derOid(SHA256), DER_NULL), derOctetString(imprint)),
    derUnsigned(nonce),
    derBoolean(true),
  );
}

function checkReply(reply: Buffer, imprint: Buffer, nonce: Buffer): void {
  let problem: string | undefined;
  try {
    const timestamp = RFC3161Timestamp.parse(reply as Buffer<ArrayBuffer>);
    if (!GRANTED.includes(timestamp.status)) problem = `status ${timestamp.status}, not granted`;
    else {
      const { tstInfo } = timestamp;
      // After genTime come accuracy, ordering, nonce and more, all optional; only the nonce is an INTEGER.
      const echoed = tstInfo.root.subs.slice(5).find((part) => part.tag.isInteger());
      if (!tstInfo.messageImprintHashedMessage.equals(imprint)) problem = "another imprint";
      else if (echoed === undefined || !echoed.value.equals(nonce)) problem = "another nonce";
    }
  } catch (cause) {
    throw unexpectedAnswer(SERVICE, "it is no timestamp response", cause);
  }
  if (problem !== undefined) throw unexpectedAnswer(SERVICE, problem);
}
