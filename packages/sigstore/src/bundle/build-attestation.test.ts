import { generateKeyPairSync } from "node:crypto";
import { MINI_IDENTITY, type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signingKey } from "../keys/private-key.ts";
import { publicKeyPem } from "../keys/public-key.ts";
import { statementOf, type TestBundle } from "../test/forge.ts";
import { testHttp } from "../test/http.ts";
import { judge } from "../test/judge.ts";
import { rekorV1 } from "../witness/rekor-v1.ts";
import { rekorV2 } from "../witness/rekor-v2.ts";
import { timestampAuthority } from "../witness/timestamp-authority.ts";
import { buildAttestation, bundleBytes } from "./build.ts";

let mini: MiniSigstore;
beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => await mini.close());

const pairs = {
  "P-256": generateKeyPairSync("ec", { namedCurve: "P-256" }),
  RSA: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  Ed25519: generateKeyPairSync("ed25519"),
} as const;

async function attest(
  log: "v1" | "v2",
  name: keyof typeof pairs,
  keyless: boolean,
): Promise<{ readonly bundle: TestBundle; readonly publicKey: string | undefined }> {
  const key = signingKey(pairs[name].privateKey);
  const { publicKey } = key;
  const certificate = keyless
    ? mini.authority.issue({
        spki: publicKey.spki,
        subject: { uri: MINI_IDENTITY },
        issuer: mini.issuer.url,
      })
    : undefined;
  const http = testHttp(mini.url);
  const { algorithm } = publicKey;
  const witnesses = [
    log === "v1"
      ? rekorV1(http, mini.rekorV1Url, algorithm)
      : rekorV2(http, mini.rekorV2Url, algorithm, []),
    timestampAuthority(http, mini.tsaUrl),
  ];
  const statement = Buffer.from(JSON.stringify(statementOf(`content ${log} ${name}`)));
  const bundle = await buildAttestation(key, certificate, statement, witnesses);
  return {
    bundle: JSON.parse(bundleBytes(bundle).toString("utf8")),
    publicKey: keyless ? undefined : publicKeyPem(publicKey),
  };
}

describe("an attestation that we make", () => {
  it.each([
    ["v1", "P-256", true, "dsse"],
    ["v2", "P-256", true, "hashedrekord"],
    ["v1", "P-256", false, "dsse"],
    ["v2", "P-256", false, "hashedrekord"],
    ["v1", "RSA", false, "dsse"],
    ["v2", "RSA", false, "hashedrekord"],
    ["v2", "Ed25519", false, "hashedrekord"],
  ] as const)("holds in log %s with %s (keyless: %s) as %s", async (log, name, keyless, kind) => {
    const { bundle, publicKey } = await attest(log, name, keyless);
    expect(bundle).toMatchObject({
      mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      verificationMaterial: { tlogEntries: [{ kindVersion: { kind } }] },
      dsseEnvelope: { payloadType: "application/vnd.in-toto+json" },
    });
    expect(bundle).not.toHaveProperty("dsseEnvelope.signatures.0.keyid");
    const content = `content ${log} ${name}`;
    expect(await judge(mini, { content, bundle, publicKey })).toBe("verified");
    const other = await judge(mini, { content: "other", bundle, publicKey });
    expect(other).toMatch(/^digest-mismatch/);
  });
});
