import { type Change, changed, flip, type Path } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedSamples, signedSamples } from "../test/signed-samples.ts";

let samples: SignedSamples;

beforeAll(async () => {
  samples = await signedSamples();
});
afterAll(async () => {
  await samples.mini.close();
});

const ENTRY: Path = ["verificationMaterial", "tlogEntries", 0];
const PROOF: Path = [...ENTRY, "inclusionProof"];
const TIMESTAMP: Path = [
  "verificationMaterial",
  "timestampVerificationData",
  "rfc3161Timestamps",
  0,
  "signedTimestamp",
];
const more = (text: string): string => String(Number(text) + 1);

describe.each(["v1", "v2"])("a bundle with a %s log entry", (name) => {
  const bundle = () => samples.bundle(name);

  it("verifies as it is", async () => {
    expect(await samples.codeOf(name, bundle())).toBe("verified");
  });

  it.each<[string, Path, Change, RegExp]>([
    [
      "media type",
      ["mediaType"],
      () => "application/vnd.dev.sigstore.bundle.v0.4+json",
      /malformed/,
    ],
    ["an unknown field", ["extra"], () => 1, /malformed/],
    ["no material", ["verificationMaterial"], () => undefined, /malformed/],
    ["both contents", ["dsseEnvelope"], () => ({}), /malformed/],
    ["the signature", ["messageSignature", "signature"], flip, /log-entry|timestamp|signature/],
    [
      "base64url",
      ["messageSignature", "signature"],
      (v: string) => `${v.slice(0, -4)}-_-_`,
      /malformed/,
    ],
    ["an empty signature", ["messageSignature", "signature"], () => "", /malformed/],
    ["the digest", ["messageSignature", "messageDigest", "digest"], flip, /digest-mismatch/],
    [
      "the digest's name",
      ["messageSignature", "messageDigest", "algorithm"],
      () => "SHA2_512",
      /digest-mismatch/,
    ],
    [
      "an unknown digest",
      ["messageSignature", "messageDigest", "algorithm"],
      () => "MD5",
      /malformed/,
    ],
    [
      "the certificate",
      ["verificationMaterial", "certificate", "rawBytes"],
      flip,
      /certificate|malformed|log-entry/,
    ],
    [
      "a cut certificate",
      ["verificationMaterial", "certificate", "rawBytes"],
      (v: string) => v.slice(0, 400),
      /malformed/,
    ],
    [
      "a second form of key",
      ["verificationMaterial", "publicKey"],
      () => ({ hint: "x" }),
      /malformed/,
    ],
    ["no log entry", ["verificationMaterial", "tlogEntries"], () => [], /log-entry-invalid/],
    [
      "the entry twice",
      ["verificationMaterial", "tlogEntries"],
      (v: unknown[]) => [v[0], v[0]],
      /log-entry|timestamp/,
    ],
    [
      "33 entries",
      ["verificationMaterial", "tlogEntries"],
      (v: unknown[]) => Array(33).fill(v[0]),
      /malformed/,
    ],
    ["the log's id", [...ENTRY, "logId", "keyId"], flip, /log-entry-invalid/],
    ["the kind", [...ENTRY, "kindVersion", "kind"], () => "rekord", /log-entry-invalid/],
    [
      "the kind's version",
      [...ENTRY, "kindVersion", "version"],
      () => "0.0.9",
      /log-entry-invalid/,
    ],
    ["the body", [...ENTRY, "canonicalizedBody"], flip, /log-entry-invalid/],
    ["the proof's index", [...PROOF, "logIndex"], () => "0", /log-entry-invalid/],
    ["the proof's size", [...PROOF, "treeSize"], more, /log-entry-invalid/],
    ["the proof's root", [...PROOF, "rootHash"], flip, /log-entry-invalid/],
    ["a hash of the proof", [...PROOF, "hashes", 0], flip, /log-entry-invalid/],
    ["a missing hash", [...PROOF, "hashes"], () => [], /log-entry-invalid/],
    ["an index beyond the tree", [...PROOF, "logIndex"], () => "99", /malformed/],
    ["a negative index", [...PROOF, "logIndex"], () => "-1", /malformed/],
    ["no checkpoint", [...PROOF, "checkpoint"], () => undefined, /malformed/],
    ["no proof", PROOF, () => undefined, /malformed/],
    [
      "a checkpoint of another name",
      [...PROOF, "checkpoint", "envelope"],
      (v: string) => v.replace("\u2014 rekor", "\u2014 ekor"),
      /log-entry-invalid/,
    ],
    [
      "a checkpoint of another size",
      [...PROOF, "checkpoint", "envelope"],
      (v: string) => v.replace("\n2\n", "\n3\n"),
      /log-entry-invalid/,
    ],
    [
      "a checkpoint without a signature",
      [...PROOF, "checkpoint", "envelope"],
      (v: string) => v.split("\u2014")[0],
      /log-entry-invalid/,
    ],
    [
      "a checkpoint of a thousand signatures",
      [...PROOF, "checkpoint", "envelope"],
      (v: string) => v + "\u2014 x AAAAAAAA\n".repeat(1000),
      /malformed/,
    ],
    ["the timestamp", TIMESTAMP, flip, /timestamp|malformed/],
    ["the timestamp twice", TIMESTAMP.slice(0, -2), (v: unknown[]) => [v[0], v[0]], /timestamp/],
    ["no bytes in the timestamp", TIMESTAMP, () => "", /malformed/],
  ])("is refused with another %s", async (_what, path, change, rule) => {
    expect(await samples.codeOf(name, changed(bundle(), path, change))).toMatch(rule);
  });

  it("verifies with signatures of witnesses in its checkpoint", async () => {
    const path = [...PROOF, "checkpoint", "envelope"];
    const witnessed = (v: string) => v + "\u2014 x AAAAAAAA\n".repeat(20);
    expect(await samples.codeOf(name, changed(bundle(), path, witnessed))).toBe("verified");
  });

  it("is refused with parts of another bundle", async () => {
    const other = samples.bundle(name === "v1" ? "first" : "other");
    for (const path of [["verificationMaterial"], ENTRY, TIMESTAMP, ["messageSignature"]]) {
      const part = path.reduce<unknown>(
        (value, key) => (value as Record<string, unknown>)[key],
        other,
      );
      expect(
        await samples.codeOf(
          name,
          changed(bundle(), path, () => part),
        ),
      ).not.toBe("verified");
    }
  });

  it("is refused for another file", async () => {
    expect(await samples.codeOf("another", bundle())).toBe("digest-mismatch");
  });
});
