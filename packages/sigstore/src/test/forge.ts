import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { HttpClient } from "@assay/core";
import { type LeafRequest, MINI_IDENTITY, type MiniSigstore } from "@assay/testkit";
import { dsse } from "@sigstore/core";
import { TransparencyLogEntry } from "@sigstore/protobuf-specs";
import { buildBundle, bundleBytes } from "../bundle/build.ts";
import { IN_TOTO_PAYLOAD_TYPE } from "../bundle/parse.ts";
import { toPem } from "../keys/pem.ts";
import { signingKey } from "../keys/private-key.ts";
import { publicKeyPem } from "../keys/public-key.ts";
import { readV1Entry, rekorV1 } from "../witness/rekor-v1.ts";
import { rekorV2 } from "../witness/rekor-v2.ts";
import { timestampAuthority } from "../witness/timestamp-authority.ts";
import { testHttp } from "./http.ts";

/** A bundle as plain JSON, for tests that change it. */
export type TestBundle = Record<string, unknown>;

/** A bundle made by hand from a mini-Sigstore's parts, with what a verifier must notice. */
export interface Forgery {
  readonly content: string;
  readonly key?: "key" | "certificate";
  /** P-256 where it is left out. */
  readonly privateKey?: KeyObject;
  readonly form?: "message" | "envelope";
  readonly log?: "v1" | "v2" | "none";
  readonly timestamp?: boolean;
  readonly leaf?: Partial<LeafRequest>;
  /** Between the certificate and its witnesses. */
  readonly meanwhile?: () => void;
  /** A text stands as it is. */
  readonly statement?: object | string;
}

export interface Forged {
  readonly bundle: TestBundle;
  readonly publicKey: string;
}

/** Every part is real and fits, but for what `forgery` says. */
export async function forge(mini: MiniSigstore, forgery: Forgery): Promise<Forged> {
  const key = signingKey(
    forgery.privateKey ?? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey,
  );
  const { publicKey } = key;
  const certificate =
    forgery.key === "key"
      ? undefined
      : mini.authority.issue({
          spki: publicKey.spki,
          subject: { uri: MINI_IDENTITY },
          issuer: mini.issuer.url,
          ...forgery.leaf,
        });
  forgery.meanwhile?.();
  const http = testHttp(mini.url);
  const log = forgery.log ?? "v1";
  const { algorithm } = publicKey;
  const witnesses = [
    ...(log === "v1" && forgery.form !== "envelope"
      ? [rekorV1(http, mini.rekorV1Url, algorithm)]
      : []),
    ...(log === "v2" ? [rekorV2(http, mini.rekorV2Url, algorithm, [])] : []),
    ...(forgery.timestamp === false ? [] : [timestampAuthority(http, mini.tsaUrl)]),
  ];
  const { statement = statementOf(forgery.content) } = forgery;
  const payload = Buffer.from(
    typeof statement === "string" ? statement : JSON.stringify(statement),
  );
  const signed =
    forgery.form === "envelope"
      ? dsse.preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, payload)
      : Buffer.from(forgery.content);
  const digest = createHash(algorithm.digest).update(signed).digest();
  const bundle = JSON.parse(
    bundleBytes(await buildBundle(key, certificate, digest, witnesses)).toString("utf8"),
  );
  if (forgery.form === "envelope") {
    const { signature: sig } = bundle.messageSignature;
    delete bundle.messageSignature;
    bundle.dsseEnvelope = {
      payload: payload.toString("base64"),
      payloadType: IN_TOTO_PAYLOAD_TYPE,
      signatures: [{ sig, keyid: "" }],
    };
    if (log === "v1") {
      const pem =
        certificate === undefined ? publicKeyPem(publicKey) : toPem("CERTIFICATE", certificate);
      bundle.verificationMaterial.tlogEntries = [
        await envelopeEntry(http, mini.rekorV1Url, bundle.dsseEnvelope, pem),
      ];
    }
  }
  return { bundle, publicKey: publicKeyPem(publicKey) };
}

export function statementOf(content: string): object {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [
      { name: "f", digest: { sha256: createHash("sha256").update(content).digest("hex") } },
    ],
    predicateType: "https://acme.test/made/v1",
    predicate: {},
  };
}

/** An entry of kind dsse 0.0.1, as cosign asks Rekor v1 for. */
async function envelopeEntry(
  http: HttpClient,
  url: string,
  envelope: object,
  verifierPem: string,
): Promise<unknown> {
  const proposedContent = {
    envelope: JSON.stringify(envelope),
    verifiers: [Buffer.from(verifierPem).toString("base64")],
  };
  const response = await http.request({
    method: "POST",
    url: `${url}/api/v1/log/entries`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ apiVersion: "0.0.1", kind: "dsse", spec: { proposedContent } }),
  });
  return TransparencyLogEntry.toJSON(readV1Entry(response));
}
