import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { toDSSEBundle } from "@sigstore/bundle";
import { dsse } from "@sigstore/core";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { bundleBytes } from "../bundle/build.ts";
import { IN_TOTO_PAYLOAD_TYPE } from "../bundle/parse.ts";
import { verifyFiles } from "../test/run.ts";

afterAll(cleanUp);

let root: string;
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const sha = (name: string, text: string) => createHash(name).update(text).digest("hex");

beforeEach(async () => {
  root = await temporaryFolder();
  await writeFile(join(root, "f"), "content");
  await writeFile(join(root, "k.pub"), pair.publicKey.export({ format: "pem", type: "spki" }));
});

async function attested(statement: unknown, type = IN_TOTO_PAYLOAD_TYPE): Promise<string> {
  const payload = Buffer.from(JSON.stringify(statement));
  const signature = sign("sha256", dsse.preAuthEncoding(type, payload), pair.privateKey);
  const bundle = toDSSEBundle({ artifact: payload, artifactType: type, signature, keyHint: "k" });
  await writeFile(join(root, "f.sigstore.json"), bundleBytes(bundle));
  const { findings, notices = [] } = await verifyFiles({ root }, { files: ["f"], key: "k.pub" });
  // Whoever may sign may also attest that a file failed its tests: what it says is told.
  const isTold = notices.some((notice) => notice.includes("of type https://acme.test/v1"));
  return findings[0]?.ruleId ?? (isTold ? "verified" : "verified without a word");
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
  ])("vouches for the file that it names by %s", async (_name, digest) => {
    expect(await attested(statement(digest))).toBe("verified");
  });

  it("may have other subjects beside it, and the older statement type", async () => {
    const subject = [{ digest: { sha256: sha("sha256", "x") } }, { digest: right }];
    expect(await attested(statement(right, { subject }))).toBe("verified");
    const _type = "https://in-toto.io/Statement/v0.1";
    expect(await attested(statement(right, { _type }))).toBe("verified");
  });

  it.each([
    ["another file", statement({ sha256: sha("sha256", "x") }), "verify.digest-mismatch"],
    [
      "one right and one wrong digest",
      statement({ ...right, sha512: sha("sha512", "x") }),
      "verify.digest-mismatch",
    ],
    ["unknown digests only", statement({ gitCommit: "1234" }), "verify.digest-mismatch"],
    [
      "upper-case hex",
      statement({ sha256: right.sha256.toUpperCase() }),
      "verify.malformed-bundle",
    ],
    ["no digest", statement({}), "verify.malformed-bundle"],
    ["no subject", statement(right, { subject: [] }), "verify.malformed-bundle"],
    [
      "1025 subjects",
      statement(right, { subject: Array(1025).fill({ digest: right }) }),
      "verify.malformed-bundle",
    ],
    ["another type", statement(right, { _type: "https://evil.test" }), "verify.malformed-bundle"],
    ["no predicate type", statement(right, { predicateType: "" }), "verify.malformed-bundle"],
    ["a list", [], "verify.malformed-bundle"],
  ])("is refused with %s", async (_name, content, rule) => {
    expect(await attested(content)).toBe(rule);
  });

  it("is refused with another payload type", async () => {
    expect(await attested(statement(right), "text/plain")).toBe("verify.malformed-bundle");
  });

  it("is refused when the payload is not what was signed", async () => {
    await attested(statement(right));
    const payload = Buffer.from(JSON.stringify(statement(right, { predicate: { evil: true } })));
    const other = toDSSEBundle({
      artifact: payload,
      artifactType: IN_TOTO_PAYLOAD_TYPE,
      signature: sign("sha256", Buffer.from("other"), pair.privateKey),
      keyHint: "k",
    });
    await writeFile(join(root, "f.sigstore.json"), bundleBytes(other));
    const { findings } = await verifyFiles({ root }, { files: ["f"], key: "k.pub" });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["verify.invalid-signature"]);
  });
});
