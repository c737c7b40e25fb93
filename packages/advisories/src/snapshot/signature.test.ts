import { createHash, generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePrivateKey } from "@assay/sigstore/keys";
import { buildBundle, bundleBytes } from "@assay/sigstore/sign";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { openAdvisories } from "../sources/index.ts";
import { writeStoreFile } from "../store/file.ts";
import { contextAt, NOW } from "../test/context.ts";
import { advisory, range } from "../test/records.ts";

afterAll(cleanUp);

const FILE = "npm.advisories";

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const text = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return {
    key: publicKey.export({ type: "spki", format: "pem" }).toString(),
    async sign(content: Uint8Array) {
      const key = await parsePrivateKey(text, undefined, "key");
      const digest = createHash("sha256").update(content).digest();
      return Buffer.from(bundleBytes(await buildBundle(key, undefined, digest, [])));
    },
  };
}

/** A snapshot that is taken at a time, and its bytes. */
async function snapshot(root: string, takenAt = "2026-11-27T00:00:00Z") {
  const records = [advisory("GHSA-1", ["npm", "left"], [range("introduced 0")])];
  const run = contextAt(root, "", NOW, true);
  await writeStoreFile(join(root, FILE), [{ ecosystem: "npm", records, takenAt }], run);
  return await readFile(join(root, FILE));
}

async function open(root: string, options: Readonly<Record<string, unknown>>) {
  const given = { advisorySource: "auto", requireSignedSnapshot: false, maxAge: "7d", ...options };
  const all = { advisoryStore: "store", snapshot: FILE, ...given } as Parameters<
    typeof openAdvisories
  >[1];
  return (await openAdvisories(contextAt(root, "", NOW, true), all, ["npm"])).info;
}

test("a snapshot that the key has signed is used, and says who signed it", async () => {
  const root = await temporaryFolder();
  const { key, sign } = pair();
  const bundle = await sign(await snapshot(root));
  for (const name of [`${FILE}.sigstore.json`, `${FILE}.sigstore`]) {
    await writeFiles(root, { [name]: bundle, "cosign.pub": key });
    expect(
      await open(root, { snapshotKey: "cosign.pub", requireSignedSnapshot: true }),
    ).toMatchObject({ source: "snapshot", place: FILE, signer: "cosign.pub" });
    expect((await open(root, { snapshotKey: key })).signer).toBe("the given key");
  }
});

test("another snapshot, another key and no bundle are refused wherever a key is given", async () => {
  const root = await temporaryFolder();
  const { key, sign } = pair();
  const bytes = await snapshot(root);
  const bundles: readonly (readonly [Uint8Array | string, string])[] = [
    [await pair().sign(bytes), "is refused"],
    [await sign(Buffer.concat([bytes, Buffer.from("x")])), "is refused"],
    ["{}", "is refused"],
    ["", "is refused"],
  ];
  await expect(open(root, { snapshotKey: key })).rejects.toMatchObject({
    kind: "external",
    message: expect.stringContaining("is not signed: there is no "),
    hint: expect.stringContaining("assay sign"),
  });
  for (const [bundle, message] of bundles) {
    await writeFiles(root, { [`${FILE}.sigstore.json`]: bundle });
    await expect(open(root, { snapshotKey: key })).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining(message),
    });
  }
});

test("a folder is used only where each of its files is signed", async () => {
  const root = await temporaryFolder();
  const { key, sign } = pair();
  const bytes = await snapshot(root);
  const signed = { "s/npm.advisories": bytes, "s/npm.advisories.sigstore.json": await sign(bytes) };
  await writeFiles(root, signed);
  expect((await open(root, { snapshotKey: key, snapshot: "s" })).signer).toBe("the given key");
  await writeFiles(root, { "s/other.advisories": bytes });
  await expect(open(root, { snapshotKey: key, snapshot: "s" })).rejects.toThrow(
    "other.advisories is not signed",
  );
});

test("who must have signed is said by a key, or by an identity with its issuer and root", async () => {
  const root = await temporaryFolder();
  const { key } = pair();
  await snapshot(root);
  for (const options of [
    { requireSignedSnapshot: true },
    { snapshotIdentity: "ann@acme.example" },
    { snapshotIdentity: "ann@acme.example", snapshotOidcIssuer: "https://issuer.example" },
    { snapshotIdentity: "ann@acme.example", snapshotKey: key },
  ])
    await expect(open(root, options)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("Who must have signed is not clear: give `snapshot-key`"),
    });
});

test("of the same signer an older one is refused, wherever it lies", async () => {
  const root = await temporaryFolder();
  const { key, sign } = pair();
  const old = await snapshot(root, "2026-11-20T00:00:00Z");
  await writeFiles(root, {
    "old/a.advisories": old,
    "old/a.advisories.sigstore.json": await sign(old),
  });
  await writeFiles(root, { [`${FILE}.sigstore.json`]: await sign(await snapshot(root)) });
  await open(root, { snapshotKey: key, snapshot: "old/a.advisories" });
  await open(root, { snapshotKey: key });
  await expect(open(root, { snapshotKey: key, snapshot: "old/a.advisories" })).rejects.toThrow(
    "older than that of 2026-11-27T00:00:00Z, which was used before",
  );
});
