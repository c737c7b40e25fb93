import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { dsse } from "@sigstore/core";
import { describe, expect, it } from "vitest";
import { parseBundle, parsePublicKey, VerificationError, verifyBundle } from "../index.ts";
import { textArtifact } from "../test/judge.ts";

const TYPE = "application/vnd.in-toto+json";
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const key = parsePublicKey(pair.publicKey.export({ format: "pem", type: "spki" }).toString(), "k");
const sha = (name: string, text: string) => createHash(name).update(text).digest("hex");

function envelope(statement: unknown, type: string, signed?: Buffer): Buffer {
  const payload = Buffer.from(JSON.stringify(statement));
  const sig = sign("sha256", signed ?? dsse.preAuthEncoding(type, payload), pair.privateKey);
  const bundle = {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: "k" } },
    dsseEnvelope: {
      payload: payload.toString("base64"),
      payloadType: type,
      signatures: [{ sig: sig.toString("base64"), keyid: "" }],
    },
  };
  return Buffer.from(JSON.stringify(bundle));
}

/** The predicate type of what vouches for the content, or the code of the refusal. */
async function attested(statement: unknown, type = TYPE, signed?: Buffer): Promise<string> {
  try {
    const bundle = parseBundle(envelope(statement, type, signed));
    const options = { signer: { kind: "key", key }, requireLog: false } as const;
    const verified = await verifyBundle(bundle, textArtifact("content"), options);
    return verified.predicateType ?? "no predicate type";
  } catch (error) {
    if (error instanceof VerificationError) return error.code;
    throw error;
  }
}

const statement = (digest: unknown, change: object = {}) => ({
  _type: "https://in-toto.io/Statement/v1",
  subject: [{ name: "f", digest }],
  predicateType: "https://acme.test/v1",
  predicate: {},
  ...change,
});
const right = { sha256: sha("sha256", "content") };

describe("an attestation", () => {
  it.each([
    ["SHA-256", right],
    ["SHA-512", { sha512: sha("sha512", "content") }],
    [
      "several digests, unknown ones too",
      { ...right, gitCommit: "1234", sha384: sha("sha384", "content") },
    ],
  ])("vouches for the file that it names by %s, and says as what", async (_name, digest) => {
    expect(await attested(statement(digest))).toBe("https://acme.test/v1");
  });

  it("may have other subjects beside it, and the older statement type", async () => {
    const subject = [{ digest: { sha256: sha("sha256", "x") } }, { digest: right }];
    expect(await attested(statement(right, { subject }))).toBe("https://acme.test/v1");
    const _type = "https://in-toto.io/Statement/v0.1";
    expect(await attested(statement(right, { _type }))).toBe("https://acme.test/v1");
  });

  it.each([
    ["another file", statement({ sha256: sha("sha256", "x") }), "digest-mismatch"],
    [
      "one right and one wrong digest",
      statement({ ...right, sha512: sha("sha512", "x") }),
      "digest-mismatch",
    ],
    ["unknown digests only", statement({ gitCommit: "1234" }), "digest-mismatch"],
    ["upper-case hex", statement({ sha256: right.sha256.toUpperCase() }), "malformed-bundle"],
    ["no digest", statement({}), "malformed-bundle"],
    ["no subject", statement(right, { subject: [] }), "malformed-bundle"],
    [
      "1025 subjects",
      statement(right, { subject: Array(1025).fill({ digest: right }) }),
      "malformed-bundle",
    ],
    ["another type", statement(right, { _type: "https://evil.test" }), "malformed-bundle"],
    ["no predicate type", statement(right, { predicateType: "" }), "malformed-bundle"],
    ["a list", [], "malformed-bundle"],
  ])("is refused with %s", async (_name, content, code) => {
    expect(await attested(content)).toBe(code);
  });

  it("is refused with another payload type", async () => {
    expect(await attested(statement(right), "text/plain")).toBe("malformed-bundle");
  });

  it("is refused when the payload is not what was signed", async () => {
    const changed = statement(right, { predicate: { evil: true } });
    expect(await attested(changed, TYPE, Buffer.from("other"))).toBe("invalid-signature");
  });
});
