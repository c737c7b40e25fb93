import { generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type LeafRequest,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readBundle, rulesOf, sign, type TestRun, verify } from "../test/run.ts";
import type { VerifyRunOptions } from "../verify/options.ts";
import type { SignOptions } from "./options.ts";

let mini: MiniSigstore;
let root: string;
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const spki = publicKey.export({ format: "der", type: "spki" });
const SUBJECT = "https://acme.test/release";
const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await writeFile(join(root, "f"), "content");
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "root.json"), mini.trustedRoot);
});

/** A leaf of the trusted root's CA as one that is no Fulcio issues it. */
async function certificate(more: Partial<LeafRequest> = {}): Promise<void> {
  const leaf = mini.authority.issue({
    spki,
    subject: { uri: SUBJECT },
    issuer: "",
    withoutIssuer: true,
    withoutLogEntry: true,
    ...more,
  });
  await writeFile(join(root, "k.pem"), pem(leaf));
}

const run = (more: Partial<TestRun> = {}): TestRun => ({
  root,
  hosts: [`http://${new URL(mini.url).host}`],
  ...more,
});
const signed = (more: Partial<SignOptions> = {}, at: Partial<TestRun> = {}) =>
  sign(run(at), {
    files: ["f"],
    key: "k.key",
    certificate: "k.pem",
    tsaUrl: mini.tsaUrl,
    trustedRoot: "root.json",
    ...more,
  });
const verified = async (more: Partial<VerifyRunOptions> = {}) =>
  rulesOf(
    await verify(
      { root },
      {
        files: ["f"],
        certificateIdentity: SUBJECT,
        certificateOidcIssuer: "none",
        trustedRoot: "root.json",
        ...more,
      },
    ),
  );

describe("a key with its own certificate", () => {
  it.each<[string, Partial<LeafRequest>]>([
    [SUBJECT, {}],
    ["dev@acme.test", { names: [[1, "dev@acme.test"]] }],
    ["release.acme.test", { names: [[2, "release.acme.test"]] }],
  ])(
    "signs as %s: the leaf alone stands in the bundle, and no SCT is asked for",
    async (subject, more) => {
      await certificate(more);
      const { failures, verifyWith } = await signed({ rekorUrls: [mini.rekorV1Url] });
      expect(failures).toEqual([]);
      const bundle = (await readBundle(root, "f")) as {
        verificationMaterial: object;
      };
      expect(Object.keys(bundle.verificationMaterial)).toContain("certificate");
      expect(await verified({ certificateIdentity: subject })).toEqual([]);
      expect(await verified({ certificateIdentity: "other@acme.test" })).toEqual([
        "verify.identity-mismatch",
      ]);
      const fulcio = { certificateIdentity: subject, certificateOidcIssuer: mini.issuer.url };
      expect(await verified(fulcio)).toEqual(["verify.untrusted-certificate"]);
      expect(verifyWith?.map(({ command }) => command)).toEqual([
        `assay verify --certificate-identity ${subject} --certificate-oidc-issuer none --trusted-root root.json -- f`,
        `cosign verify-blob --bundle f.sigstore.json --certificate-identity ${subject} --insecure-ignore-sct '--certificate-oidc-issuer-regexp=.*' --trusted-root root.json f`,
      ]);
      expect((await signed()).coverage.inspected).toMatchObject({ kept: 1 });
    },
  );

  it("names no issuer: one that is called none is refused before anything is signed", async () => {
    await certificate({ issuer: "none", withoutIssuer: false });
    await expect(signed()).rejects.toThrow("the certificate does not say who asked for it");
  });

  it("says in a dry run whom it signs as", async () => {
    await certificate();
    const { notices } = await signed({ dryRun: true });
    expect(notices).toContainEqual(`Signer: ${SUBJECT}, by its certificate.`);
  });

  it.each<[string, Partial<LeafRequest>, Partial<SignOptions>, RegExp]>([
    ["of another key", { spki: otherKey() }, {}, /k\.pem is for another key/],
    [
      "for nothing but servers",
      { extendedKeyUsages: ["1.3.6.1.5.5.7.3.1"] },
      {},
      /instead of code signing alone/,
    ],
    [
      "for all and nothing",
      { extendedKeyUsages: [] },
      {},
      /\(none\) instead of code signing alone/,
    ],
    ["of a CA", { isCa: true }, {}, /is that of a CA/],
    [
      "with two names",
      {
        names: [
          [1, "a@acme.test"],
          [6, SUBJECT],
        ],
      },
      {},
      /does not say who asked/,
    ],
    ["without a key", {}, { key: undefined }, /`certificate` is given without `key`/],
    ["without a time", {}, { tsaUrl: undefined }, /A signature with a certificate needs a time/],
    ["that is a key", {}, { certificate: "k.key" }, /holds no `CERTIFICATE` in PEM/],
  ])(
    "is refused with a certificate %s, before anything is signed",
    async (_, more, options, message) => {
      await certificate(more);
      const before = mini.journal.length;
      await expect(signed(options)).rejects.toMatchObject({
        kind: "usage",
        message: expect.stringMatching(message),
        hint: expect.any(String),
      });
      expect(mini.journal.slice(before)).toEqual([]);
    },
  );

  it.each([-3600_000, 3600_000])(
    "is refused with one that is not valid %d ms from now",
    async (distance) => {
      await certificate();
      const wall = () => new Date(Date.now() + distance);
      await expect(signed({}, { clock: { now: wall, wall } })).rejects.toThrow(
        /k\.pem is valid from .*Z to .*Z, and it is /,
      );
    },
  );
});

function otherKey(): Buffer {
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return other.publicKey.export({ format: "der", type: "spki" });
}
