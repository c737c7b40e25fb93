import { generateKeyPairSync } from "node:crypto";
import { changed, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";

let mini: MiniSigstore;
const bundles = new Map<string, unknown>();
let publicKey: string;

beforeAll(async () => {
  mini = await startMiniSigstore();
  await forge(mini, { content: "first" });
  bundles.set("v1", (await forge(mini, { content: "f", log: "v1", timestamp: false })).bundle);
  bundles.set("v2", (await forge(mini, { content: "f", log: "v2" })).bundle);
  bundles.set("envelope", (await forge(mini, { content: "f", form: "envelope" })).bundle);
  const keyed = await forge(mini, { content: "f", key: "key", form: "envelope", log: "none" });
  bundles.set("key", keyed.bundle);
  publicKey = keyed.publicKey;
});
afterAll(async () => {
  await mini.close();
});

const said = (bundle: unknown, key = false) =>
  judge(mini, { content: "f", bundle, ...(key ? { publicKey, withoutRoot: true } : {}) });
const of = (name: string, ...changes: readonly (readonly [Path, unknown])[]) =>
  changes.reduce((bundle, [path, value]) => changed(bundle, path, () => value), bundles.get(name));

const TYPE: Path = ["mediaType"];
const MATERIAL: Path = ["verificationMaterial"];
const CERTIFICATE: Path = [...MATERIAL, "certificate"];
const CHAIN: Path = [...MATERIAL, "x509CertificateChain"];
const ENTRY: Path = [...MATERIAL, "tlogEntries", 0];
const older = (version: string) =>
  [TYPE, `application/vnd.dev.sigstore.bundle+json;version=${version}`] as const;

function chained(name: string, ...more: readonly unknown[]) {
  const leaf = (bundles.get(name) as Chained).verificationMaterial.certificate;
  return [[CERTIFICATE, undefined] as const, [CHAIN, { certificates: [leaf, ...more] }] as const];
}
interface Chained {
  readonly verificationMaterial: { readonly certificate: unknown };
}

describe("older bundles", () => {
  it("of 0.1 may have a proof without a checkpoint: the promise counts", async () => {
    const checkpoint = [[...ENTRY, "inclusionProof", "checkpoint"], undefined] as const;
    expect(await said(of("v1", older("0.1"), ...chained("v1"), checkpoint))).toBe("verified");
    expect(await said(of("v1", older("0.2"), ...chained("v1"), checkpoint))).toMatch(
      /checkpoint is missing/,
    );
  });

  it("trust nothing that the chain brings along", async () => {
    const other = await startMiniSigstore();
    const foreign = await forge(other, { content: "f" });
    await other.close();
    const leaf = (foreign.bundle as unknown as Chained).verificationMaterial.certificate;
    const spki = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
      format: "der",
      type: "spki",
    });
    const uri = "https://acme.test";
    const ca = other.authority.issue({ spki, isCa: true, subject: { uri }, issuer: uri });
    const chain = (rawBytes: Buffer) => [
      [CERTIFICATE, undefined] as const,
      [CHAIN, { certificates: [leaf, { rawBytes: rawBytes.toString("base64") }] }] as const,
    ];
    expect(await said(of("v1", older("0.2"), ...chain(ca)))).toMatch(/^untrusted-certificate/);
  });
});

describe("a bundle is refused", () => {
  it.each([
    ["in a later version", "application/vnd.dev.sigstore.bundle.v0.4+json"],
    [
      "in the older form of a newer version",
      "application/vnd.dev.sigstore.bundle+json;version=0.4",
    ],
    ["in the newer form of an older version", "application/vnd.dev.sigstore.bundle.v0.2+json"],
    ["with a space in its type", "application/vnd.dev.sigstore.bundle+json; version=0.3"],
    ["with another case", "application/vnd.dev.sigstore.bundle.V0.3+json"],
    ["with a parameter", "application/vnd.dev.sigstore.bundle.v0.3+json;charset=utf-8"],
  ])("%s", async (_what, type) => {
    expect(await said(of("v1", [TYPE, type]))).toMatch(
      /^malformed-bundle: bundle\.mediaType is ".*"; 0\.1 to 0\.3 are read/,
    );
  });

  it("with a chain and a certificate, or a key and a certificate", async () => {
    const [, chain] = chained("v1");
    for (const extra of [chain, [[...MATERIAL, "publicKey"], { hint: "x" }] as const]) {
      expect(await said(of("v1", older("0.2"), extra ?? [TYPE, ""]))).toMatch(
        /needs exactly one of .* and has certificate and /,
      );
    }
  });

  it("with a field twice, whatever the second one says", async () => {
    const text = JSON.stringify(bundles.get("v1"));
    const twice = text.replace('{"mediaType"', '{"messageSignature":{},"mediaType"');
    expect(await said(twice)).toMatch(/gives the field "messageSignature" twice/);
    const deep = text.replace('"logIndex"', '"log\\u0049ndex":"1","logIndex"');
    expect(await said(deep)).toMatch(/gives the field "logIndex" twice/);
  });

  it.each([
    ["no JSON", "{", /is no JSON in UTF-8/],
    ["a list", "[]", /is no object/],
    ["a very deep list", "[".repeat(100_000), /is no JSON/],
    ["nothing", "", /is no JSON/],
  ])("that is %s", async (_what, text, message) => {
    expect(await said(text)).toMatch(message);
  });

  it.each([
    [
      "cosign's older one",
      { base64Signature: "AAAA", cert: "x", rekorBundle: {} },
      /cosign's own bundle of before/,
    ],
    ["an envelope", { payload: "", payloadType: "x", signatures: [] }, /a DSSE envelope alone/],
    [
      "a statement",
      { _type: "x", predicateType: "y", subject: [] },
      /statement, which nobody has signed/,
    ],
    ["an answer of an API", { attestations: [] }, /attestations API/],
  ])("that is another kind of file, which is named: %s", async (_what, json, message) => {
    const verdict = await said(json);
    expect(verdict).toMatch(message);
    expect(verdict).toMatch(/^malformed-bundle: .* \| expected a Sigstore bundle, as cosign 3/);
  });

  it("that is larger than any", async () => {
    expect(await said(" ".repeat(33 * 1024 * 1024))).toMatch(/bytes; at most 33554432 are read/);
  });

  it("with integers that JSON has rounded", async () => {
    const index = [...ENTRY, "logIndex"];
    expect(await said(of("v1", [index, 2 ** 60]))).toMatch(/logIndex is no decimal integer/);
    expect(await said(of("v1", [index, "9223372036854775808"]))).toMatch(/beyond 64 bits/);
  });
});

it("an envelope without a key id is that of the key which the bundle names", async () => {
  const hint: Path = [...MATERIAL, "publicKey", "hint"];
  const keyid: Path = ["dsseEnvelope", "signatures", 0, "keyid"];
  expect(await said(of("key", [keyid, "a"], [hint, ""]), true)).toBe("verified");
});
