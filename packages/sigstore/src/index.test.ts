import { generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  changed,
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as door from "./index.ts";
import { type Forgery, forge } from "./test/forge.ts";

/* What a user of the library does, with nothing but what its door offers. */

let mini: MiniSigstore;
let folder: string;

beforeAll(async () => {
  mini = await startMiniSigstore();
  folder = await temporaryFolder();
  await writeFile(join(folder, "root.json"), mini.trustedRoot);
  await writeFile(join(folder, "f"), "content");
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

const chained = (bundle: unknown, version: string) => {
  const material = (bundle as { verificationMaterial: { certificate: unknown } })
    .verificationMaterial;
  const { certificate, ...rest } = material;
  return {
    ...(bundle as object),
    mediaType: `application/vnd.dev.sigstore.bundle+json;version=${version}`,
    verificationMaterial: { ...rest, x509CertificateChain: { certificates: [certificate] } },
  };
};

async function verify(bundle: unknown, publicKey?: string, requireLog = false) {
  const root = await door.loadTrustedRoot("root.json", folder);
  const signer: door.SignerPolicy =
    publicKey === undefined
      ? {
          kind: "certificate",
          root,
          identity: { issuer: mini.issuer.url, subject: MINI_IDENTITY },
        }
      : { kind: "key", key: door.parsePublicKey(publicKey, "k.pub"), root };
  const parsed = door.parseBundle(Buffer.from(JSON.stringify(bundle)));
  const artifact = door.fileArtifact(join(folder, "f"));
  return await door.verifyBundle(parsed, artifact, { signer, requireLog });
}

it("has about ten names", () => {
  expect(Object.keys(door).sort()).toEqual([
    "VERIFICATION_CODES",
    "VerificationError",
    "bytesArtifact",
    "fileArtifact",
    "identityPattern",
    "identityWildcard",
    "isBuilder",
    "loadTrustedRoot",
    "parseBundle",
    "parsePublicKey",
    "parseTrustedRoot",
    "verifyBundle",
  ]);
});

describe.each(["message", "envelope"] as const)("the door verifies a %s", (form) => {
  it.each([
    ["v1", true],
    ["v1", false],
    ["v2", true],
    ["v2", false],
    ["none", true],
    ["none", false],
  ] as const)("of a key, log %s, timestamp %s", async (log, timestamp) => {
    const forged = await forge(mini, { content: "content", key: "key", form, log, timestamp });
    const verified = await verify(forged.bundle, forged.publicKey, log !== "none");
    expect(verified).toMatchObject({ identity: undefined, unchecked: 0 });
    expect(verified.logEntries.map((entry) => entry.log)).toEqual(
      log === "none" ? [] : [`https://rekor${log === "v1" ? 1 : 2}.mini.test`],
    );
  });

  it.each([
    ["0.1", "v1", false],
    ["0.2", "v1", true],
    ["0.2", "v2", true],
    ["0.3", "v1", false],
    ["0.3", "v1", true],
    ["0.3", "v2", true],
  ] as const)("of an identity in %s, log %s, timestamp %s", async (version, log, timestamp) => {
    const { bundle } = await forge(mini, { content: "content", form, log, timestamp });
    const verified = await verify(version === "0.3" ? bundle : chained(bundle, version));
    expect(verified.identity).toEqual({ subject: MINI_IDENTITY, issuer: mini.issuer.url });
    expect(verified.times.length).toBeGreaterThan(0);
  });
});

it.each<[string, () => Forgery["privateKey"]]>([
  ["P-384", () => generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey],
  ["P-521", () => generateKeyPairSync("ec", { namedCurve: "P-521" }).privateKey],
  ["Ed25519", () => generateKeyPairSync("ed25519").privateKey],
  ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey],
])("the door verifies %s in both logs", async (_name, make) => {
  const privateKey = make();
  for (const log of ["v1", "v2"] as const) {
    const forgery: Forgery = { content: "content", key: "key", log };
    const forged = await forge(
      mini,
      privateKey === undefined ? forgery : { ...forgery, privateKey },
    );
    expect((await verify(forged.bundle, forged.publicKey, true)).logEntries).toHaveLength(1);
  }
});

it("the door ignores an entry of an unknown log beside one that holds, and says so", async () => {
  const other = await startMiniSigstore();
  const { bundle } = await forge(mini, { content: "content" });
  const foreign = (await forge(other, { content: "content" })).bundle;
  await other.close();
  const path = ["verificationMaterial", "tlogEntries"];
  const entriesOf = (json: unknown) =>
    path.reduce<unknown>((value, name) => Reflect.get(value as object, name), json) as unknown[];
  const both = changed(bundle, path, () => [...entriesOf(bundle), ...entriesOf(foreign)]);
  expect(await verify(both)).toMatchObject({ ignoredEntries: 1, unchecked: 0 });
  expect((await verify(both)).logEntries).toHaveLength(1);
});

it("the door refuses with one of a closed set of codes", async () => {
  const { bundle } = await forge(mini, { content: "another" });
  const refused = await verify(bundle).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(door.VerificationError);
  expect(refused).toMatchObject({ code: "digest-mismatch" });
  const untyped = changed(bundle, ["mediaType"], () => "x");
  await expect(verify(untyped)).rejects.toMatchObject({ code: "malformed-bundle" });
});
