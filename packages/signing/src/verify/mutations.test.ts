import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keylessRun, readBundle, signAndWrite, type TestBundle, verifyFiles } from "../test/run.ts";

let mini: MiniSigstore;
let root: string;
const bundles = new Map<string, TestBundle>();

beforeAll(async () => {
  mini = await startMiniSigstore();
  root = await temporaryFolder();
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  const run = keylessRun(root, mini);
  const base = {
    tokenRequestUrl: mini.tokenUrl,
    fulcioUrl: mini.fulcioUrl,
    trustedRoot: "root.json",
  };
  // Two entries come first: proofs then have hashes, and indexes are not zero.
  for (const [name, version] of [
    ["first", 1],
    ["v1", 1],
    ["other", 2],
    ["v2", 2],
  ] as const) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, "f"), `content ${name}`);
    const result = await signAndWrite(run, {
      ...base,
      files: [`${name}/f`],
      rekorUrls: [version === 1 ? mini.rekorV1Url : mini.rekorV2Url],
      rekorVersion: version,
      tsaUrl: mini.tsaUrl,
    });
    expect(result.findings).toEqual([]);
    bundles.set(name, await readBundle(root, `${name}/f`));
  }
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

async function ruleOf(name: string, bundle: unknown, trustedRoot?: unknown): Promise<string> {
  await writeFile(join(root, name, "changed.json"), JSON.stringify(bundle));
  if (trustedRoot !== undefined) {
    await writeFile(join(root, "changed-root.json"), JSON.stringify(trustedRoot));
  }
  const { findings, coverage } = await verifyFiles(
    { root },
    {
      files: [`${name}/f`],
      bundle: `${name}/changed.json`,
      certificateIdentity: MINI_IDENTITY,
      certificateOidcIssuer: mini.issuer.url,
      trustedRoot: trustedRoot === undefined ? "root.json" : "changed-root.json",
    },
  );
  if (findings.length === 0) expect(coverage.inspected["verified"]).toBe(1);
  return findings[0]?.ruleId ?? "verified";
}

type Path = readonly (string | number)[];

const ENTRY: Path = ["verificationMaterial", "tlogEntries", 0];
const PROOF: Path = [...ENTRY, "inclusionProof"];
const TIMESTAMP: Path = [
  "verificationMaterial",
  "timestampVerificationData",
  "rfc3161Timestamps",
  0,
  "signedTimestamp",
];

/** A copy with one value replaced; `undefined` takes it out. */
function changed(json: unknown, path: Path, change: (value: never) => unknown): unknown {
  const copy = structuredClone(json);
  let holder = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) holder = holder[part] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  holder[last] = change(holder[last] as never);
  return copy;
}

/** One bit in the middle of base64 bytes. */
const flip = (text: string): string => {
  const bytes = Buffer.from(text, "base64");
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes.toString("base64");
};
const more = (text: string): string => String(Number(text) + 1);

describe.each(["v1", "v2"])("a bundle with a %s log entry", (name) => {
  const bundle = () => bundles.get(name);

  it("verifies as it is", async () => {
    expect(await ruleOf(name, bundle())).toBe("verified");
  });

  it.each<[string, Path, (value: never) => unknown, RegExp]>([
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
    ["the timestamp", TIMESTAMP, flip, /timestamp|malformed/],
    ["the timestamp twice", TIMESTAMP.slice(0, -2), (v: unknown[]) => [v[0], v[0]], /timestamp/],
    ["no bytes in the timestamp", TIMESTAMP, () => "", /malformed/],
  ])("is refused with another %s", async (_what, path, change, rule) => {
    expect(await ruleOf(name, changed(bundle(), path, change))).toMatch(rule);
  });

  it("is refused with parts of another bundle", async () => {
    const other = bundles.get(name === "v1" ? "first" : "other");
    for (const path of [["verificationMaterial"], ENTRY, TIMESTAMP, ["messageSignature"]]) {
      const part = path.reduce<unknown>(
        (value, key) => (value as Record<string, unknown>)[key],
        other,
      );
      expect(
        await ruleOf(
          name,
          changed(bundle(), path, () => part),
        ),
      ).not.toBe("verified");
    }
  });

  it("is refused for another file", async () => {
    await writeFile(join(root, name, "g"), "another");
    const { findings } = await verifyFiles(
      { root },
      {
        files: [`${name}/g`],
        bundle: `${name}/f.sigstore.json`,
        certificateIdentity: MINI_IDENTITY,
        certificateOidcIssuer: mini.issuer.url,
        trustedRoot: "root.json",
      },
    );
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["verify.digest-mismatch"]);
  });

  it.each<[string, Path, (value: never) => unknown, RegExp]>([
    ["no CA", ["certificateAuthorities"], () => [], /untrusted-certificate/],
    [
      "a CA of later",
      ["certificateAuthorities", 0, "validFor", "start"],
      () => "2190-01-01T00:00:00Z",
      /untrusted-certificate/,
    ],
    [
      "a CA of earlier",
      ["certificateAuthorities", 0, "validFor", "end"],
      () => "2001-01-01T00:00:00Z",
      /untrusted-certificate/,
    ],
    [
      "another CA",
      ["certificateAuthorities", 0, "certChain"],
      () => JSON.parse(mini.trustedRoot).timestampAuthorities[0].certChain,
      /untrusted-certificate/,
    ],
    ["no logs", ["tlogs"], () => [], /log-entry-invalid/],
    [
      "logs of earlier",
      ["tlogs"],
      (v: never[]) =>
        v.map((log) =>
          changed(log, ["publicKey", "validFor", "end"], () => "2025-12-01T00:00:00Z"),
        ),
      /log-entry-invalid/,
    ],
    [
      "logs of another host",
      ["tlogs"],
      (v: never[]) => v.map((log) => changed(log, ["baseUrl"], () => "https://x.rekor2.mini.test")),
      /log-entry-invalid/,
    ],
    ["no certificate log", ["ctlogs", 0, "logId", "keyId"], flip, /untrusted-certificate/],
    ["no timestamp authority", ["timestampAuthorities"], () => [], /untrusted-timestamp/],
    [
      "a CA for timestamps",
      ["timestampAuthorities", 0, "certChain"],
      () => JSON.parse(mini.trustedRoot).certificateAuthorities[0].certChain,
      /untrusted-timestamp/,
    ],
  ])("is refused under a trusted root with %s", async (_what, path, change, rule) => {
    const trusted = changed(JSON.parse(mini.trustedRoot), path, change);
    expect(await ruleOf(name, bundle(), trusted)).toMatch(rule);
  });

  it("finds the timestamp's signer in the token when the root holds only its CA", async () => {
    const trusted = changed(
      JSON.parse(mini.trustedRoot),
      ["timestampAuthorities", 0, "certChain", "certificates"],
      (certificates: unknown[]) => certificates.slice(1),
    );
    expect(await ruleOf(name, bundle(), trusted)).toBe("verified");
  });

  it("refuses a root whose log has no start", async () => {
    const trusted = changed(
      JSON.parse(mini.trustedRoot),
      ["tlogs", 0, "publicKey", "validFor"],
      () => ({}),
    );
    await expect(ruleOf(name, bundle(), trusted)).rejects.toThrow(/validFor\.start is missing/);
  });
});

it("does not believe an integrated time without its promise", async () => {
  const stripped = changed(bundles.get("v1"), [...ENTRY, "inclusionPromise"], () => undefined);
  const untimed = changed(
    stripped,
    ["verificationMaterial", "timestampVerificationData"],
    () => undefined,
  );
  expect(await ruleOf("v1", untimed)).toBe("verify.untrusted-timestamp");
});
