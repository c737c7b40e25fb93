import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, type MiniSigstore, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { madeBy, readBundle, rulesOf, sign, verify } from "../test/run.ts";

let mini: MiniSigstore;
let root: string;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await mkdir(join(root, "dist/deep"), { recursive: true });
  await writeFile(join(root, "dist/a.tgz"), "a");
  await writeFile(join(root, "dist/deep/b.tgz"), "b");
  await writeFile(join(root, "dist/empty.tgz"), "");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  await writeKey("k", generateKeyPairSync("ec", { namedCurve: "P-256" }));
});

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

async function writeKey(name: string, { privateKey, publicKey }: Pair): Promise<void> {
  await writeFile(join(root, `${name}.key`), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, `${name}.pub`), publicKey.export({ format: "pem", type: "spki" }));
}

describe("with a key", () => {
  it("signs and verifies without any network", async () => {
    const signed = await sign({ root }, { files: ["dist/**/*.tgz"], key: "k.key" });
    expect(signed.coverage.inspected).toEqual({ files: 3, signed: 3, kept: 0 });
    const verified = await verify({ root }, { files: ["dist/**"], key: "k.pub" });
    expect(verified.failures).toEqual([]);
    expect(verified.coverage.inspected).toEqual({ files: 3, verified: 3 });
  });

  it.each([
    ["P-384", () => generateKeyPairSync("ec", { namedCurve: "P-384" }), "SHA2_384"],
    ["P-521", () => generateKeyPairSync("ec", { namedCurve: "P-521" }), "SHA2_512"],
    ["Ed25519", () => generateKeyPairSync("ed25519"), "SHA2_512"],
    ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 }), "SHA2_256"],
  ])("works with %s, its digest, and both logs", async (_name, make, algorithm) => {
    await writeKey("other", make());
    for (const [version, url] of [
      [1, mini.rekorV1Url],
      [2, mini.rekorV2Url],
    ] as const) {
      const options = {
        files: ["dist/a.tgz"],
        key: "other.key",
        rekorUrls: [url],
        rekorVersion: version,
        tsaUrl: mini.tsaUrl,
        trustedRoot: "root.json",
        bundleSuffix: `.v${version}.sigstore.json`,
      };
      expect((await sign({ root, hosts: [mini.url] }, options)).failures).toEqual([]);
      const verified = await verify(
        { root },
        {
          files: ["dist/a.tgz"],
          key: "other.pub",
          trustedRoot: "root.json",
          requireLog: true,
          bundleSuffix: `.v${version}.sigstore.json`,
        },
      );
      expect(verified.failures).toEqual([]);
    }
    expect(await readBundle(root, "dist/a.tgz.v2")).toMatchObject({
      messageSignature: { messageDigest: { algorithm } },
    });
  });

  it("reads the key from a variable", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const KEY = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    const run = { root, environment: { KEY } };
    expect(rulesOf(await sign(run, { files: ["dist/a.tgz"], key: "env://KEY" }))).toEqual([]);
    const unset = sign({ root }, { files: ["dist/a.tgz"], key: "env://KEY" });
    await expect(unset).rejects.toThrow(/variable KEY is not set/);
  });

  it("does not verify with another key, or a changed file", async () => {
    await sign({ root }, { files: ["dist/*.tgz"], key: "k.key" });
    await writeKey("other", generateKeyPairSync("ec", { namedCurve: "P-256" }));
    const files = ["dist/a.tgz"];
    expect(rulesOf(await verify({ root }, { files, key: "other.pub" }))).toEqual([
      "verify.invalid-signature",
    ]);
    await writeFile(join(root, "dist/a.tgz"), "A");
    const { failures } = await verify({ root }, { files, key: "k.pub" });
    expect(failures).toMatchObject([
      {
        ruleId: "verify.digest-mismatch",
        message: "dist/a.tgz is not verified: its content is not what was signed",
        evidence: [{ label: "Expected" }, { label: "Found" }],
        hint: "The file changed after it was signed: get it again from its source, or sign it again.",
      },
    ]);
  });

  it("counts a log entry only when the trusted root can check it", async () => {
    await sign({ root }, { files: ["dist/a.tgz"], key: "k.key" });
    const options = { files: ["dist/a.tgz"], key: "k.pub", requireLog: true };
    await expect(verify({ root }, options)).rejects.toThrow(/without `trusted-root`/);
    for (const requireLog of [true, undefined]) {
      const judged = { ...options, trustedRoot: "root.json", requireLog };
      expect(rulesOf(await verify({ root }, judged))).toEqual(["verify.log-entry-invalid"]);
    }
    const lenient = { ...options, trustedRoot: "root.json", requireLog: false };
    expect(rulesOf(await verify({ root }, lenient))).toEqual([]);
  });

  it("distinguishes a certificate from a key", async () => {
    await sign({ root }, { files: ["dist/a.tgz"], key: "k.key" });
    const verified = await verify(
      { root },
      {
        files: ["dist/a.tgz"],
        certificateIdentity: "x",
        certificateOidcIssuer: "y",
        trustedRoot: "root.json",
      },
    );
    expect(rulesOf(verified)).toEqual(["verify.wrong-key-material"]);
  });
});

describe("nothing is dropped silently", () => {
  it("reports every pattern without a file", async () => {
    await symlink("a.tgz", join(root, "dist/link.tgz"));
    const result = await sign(
      { root },
      { files: ["dist/a.tgz", "dist/*.zip", "gone.tgz", "dist", "dist/link.tgz"], key: "k.key" },
    );
    expect(madeBy(result)).toHaveLength(1);
    expect(result.failures.map(({ message }) => message)).toEqual([
      "gone.tgz names nothing to sign: there is no such file",
      "dist names nothing to sign: it is a folder; write a pattern such as `folder/**`",
      "dist/link.tgz names nothing to sign: it is a symbolic link, and links are not followed",
      "dist/*.zip names nothing to sign: no file matches",
    ]);
  });

  it("never signs a bundle, and says so", async () => {
    await sign({ root }, { files: ["dist/*"], key: "k.key" });
    const again = await sign({ root }, { files: ["dist/*"], key: "k.key" });
    expect(madeBy(again)).toEqual([]);
    expect(again.coverage.skipped.map(({ item }) => item)).toContain("dist/a.tgz.sigstore.json");
  });

  it("takes a name with glob characters and a dash as it is", async () => {
    await writeFile(join(root, "-[x].tgz"), "x");
    const result = await sign({ root }, { files: ["-[x].tgz"], key: "k.key" });
    expect(madeBy(result)).toEqual(["-[x].tgz.sigstore.json"]);
  });

  it("refuses paths that lead out", async () => {
    const run = sign({ root }, { files: ["../x"], key: "k.key" });
    await expect(run).rejects.toThrow(/leads out of the working directory/);
  });

  it("reports a bundle whose file is gone", async () => {
    await sign({ root }, { files: ["dist/*.tgz"], key: "k.key" });
    await rm(join(root, "dist/a.tgz"));
    const { coverage } = await verify({ root }, { files: ["dist/*"], key: "k.pub" });
    expect(coverage).toMatchObject({
      skipped: [
        {
          item: "dist/a.tgz.sigstore.json",
          reason: "it is a bundle, and its file is not among those to verify",
        },
      ],
      summary: "The file is unchanged and signed by the expected signer",
    });
  });

  it("fails a verification of nothing, and of files without a bundle", async () => {
    const none = await verify({ root }, { files: ["*.zip"], key: "k.pub" });
    expect(rulesOf(none)).toEqual(["verify.nothing-to-verify"]);
    const unsigned = await verify({ root }, { files: ["dist/*.tgz"], key: "k.pub" });
    expect(rulesOf(unsigned)).toEqual(["verify.no-bundle", "verify.no-bundle"]);
  });
});

describe("who must have signed", () => {
  it.each([
    ["nobody", {}, /Nothing says who/],
    ["both", { key: "k.pub", certificateIdentity: "x" }, /together with/],
    [
      "no issuer",
      { certificateIdentity: "x", trustedRoot: "root.json" },
      /without `certificate-oidc-issuer`/,
    ],
    ["no root", { certificateIdentity: "x", certificateOidcIssuer: "y" }, /without `trusted-root`/],
    [
      "a broken pattern",
      { certificateIdentityPattern: "(", certificateOidcIssuer: "y", trustedRoot: "root.json" },
      /no regular expression/,
    ],
    ["a private key", { key: "k.key" }, /is a private key/],
  ])("is an input error with %s", async (_name, options, message) => {
    await expect(verify({ root }, { files: ["dist/a.tgz"], ...options })).rejects.toThrow(message);
  });
});
