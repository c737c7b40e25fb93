import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { verify } from "../test/run.ts";

afterAll(cleanUp);

it("an attestation verifies the file, and its type is reported: whoever may sign may attest a failure too", async () => {
  const root = await temporaryFolder();
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "f"), "content");
  await writeFile(join(root, "k.pub"), pair.publicKey.export({ format: "pem", type: "spki" }));
  const type = "application/vnd.in-toto+json";
  const payload = JSON.stringify({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ digest: { sha256: createHash("sha256").update("content").digest("hex") } }],
    predicateType: "https://acme.test/v1",
    predicate: {},
  });
  // DSSE, "pre-authentication encoding".
  const signed = `DSSEv1 ${type.length} ${type} ${payload.length} ${payload}`;
  const sig = sign("sha256", Buffer.from(signed), pair.privateKey).toString("base64");
  const bundle = {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: "k" } },
    dsseEnvelope: {
      payload: Buffer.from(payload).toString("base64"),
      payloadType: type,
      signatures: [{ sig, keyid: "" }],
    },
  };
  await writeFile(join(root, "f.sigstore.json"), JSON.stringify(bundle));
  const { failures, notices } = await verify({ root }, { files: ["f"], key: "k.pub" });
  expect(failures).toEqual([]);
  expect(notices).toEqual([
    "1 file is vouched for by attestations of type https://acme.test/v1: what those say was not judged, only who said it.",
  ]);
});
