import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keylessRun, readBundle, rulesOf, sign, verify } from "../test/run.ts";
import { keysOf, revokedKeys } from "./keys-of.ts";

let root: string;
let mini: MiniSigstore;
const sha256: Record<string, string> = {};

const spki = (key: KeyObject) => key.export({ format: "der", type: "spki" });

beforeAll(async () => {
  mini = await startMiniSigstore();
  root = await temporaryFolder();
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  for (const name of ["old", "new", "foreign"]) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, `${name}.key`), privateKey.export({ format: "pem", type: "pkcs8" }));
    await writeFile(join(root, `${name}.pub`), publicKey.export({ format: "pem", type: "spki" }));
    await writeFile(join(root, `by-${name}`), name);
    sha256[name] = createHash("sha256").update(spki(publicKey)).digest("hex");
    const { failures } = await sign({ root }, { files: [`by-${name}`], key: `${name}.key` });
    expect(failures).toEqual([]);
  }
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

describe("several keys", () => {
  it.each([[["old.pub", "new.pub"]], [["new.pub", "old.pub"]]])(
    "%j accept what either signed, and the record says which",
    async ([key, ...otherKeys]) => {
      const { records, failures, verifyWith } = await verify(
        { root },
        { files: ["by-*"], key, otherKeys },
      );
      expect(records.map(({ subject, signer }) => [subject.name, signer])).toEqual([
        ["by-new", { keySha256: sha256["new"] }],
        ["by-old", { keySha256: sha256["old"] }],
      ]);
      expect(failures).toMatchObject([{ item: "by-foreign", ruleId: "verify.invalid-signature" }]);
      expect(verifyWith).toEqual([
        {
          tool: "assay",
          command: `assay verify --key ${key} --key ${otherKeys[0]} -- by-new by-old`,
        },
      ]);
    },
  );

  it("accept a bundle whose hint names the other one, or nobody", async () => {
    for (const keyHint of ["", Buffer.from(sha256["new"] ?? "", "hex").toString("base64"), "x"]) {
      const bundle = (await readBundle(root, "by-old")) as {
        verificationMaterial: { publicKey: object };
      };
      bundle.verificationMaterial.publicKey = keyHint === "" ? {} : { hint: keyHint };
      await writeFile(join(root, "hint.sigstore.json"), JSON.stringify(bundle));
      const options = {
        files: ["by-old"],
        bundle: "hint.sigstore.json",
        key: "new.pub",
        otherKeys: ["old.pub"],
      };
      expect((await verify({ root }, options)).records).toMatchObject([
        { signer: { keySha256: sha256["old"] } },
      ]);
    }
  });

  it("count as several signers", async () => {
    await copyFile(join(root, "by-old"), join(root, "both"));
    await sign({ root }, { files: ["both"], key: "old.key" });
    await sign({ root }, { files: ["both"], key: "new.key", bundleSuffix: ".new.sigstore.json" });
    const options = { files: ["both"], key: "old.pub", minSignatures: 2 };
    const both = await verify({ root }, { ...options, otherKeys: ["new.pub"] });
    expect(both.failures).toEqual([]);
    const foreign = await verify({ root }, { ...options, otherKeys: ["foreign.pub"] });
    expect(rulesOf(foreign)).toEqual(["verify.too-few-signers"]);
  });
});

describe("a revoked key", () => {
  const refused = (name: string) => ({
    item: name,
    ruleId: "verify.revoked-key",
    kind: "policy",
    message: `${name} is not verified: it is signed with a revoked key (expected a key that is in use, found SHA-256 ${sha256["old"]})`,
  });

  it("is refused with its own message, whether it stands among the keys or not", async () => {
    for (const otherKeys of [["old.pub"], []]) {
      const options = {
        files: ["by-old", "by-new"],
        key: "new.pub",
        otherKeys,
        revokedKeys: [sha256["old"] ?? ""],
      };
      const { failures, records } = await verify({ root }, options);
      expect(failures).toMatchObject([refused("by-old")]);
      expect(records).toMatchObject([{ subject: { name: "by-new" } }]);
    }
  });

  it("is refused where the bundle names another one", async () => {
    const bundle = (await readBundle(root, "by-old")) as {
      verificationMaterial: { publicKey: object };
    };
    bundle.verificationMaterial.publicKey = {};
    await writeFile(join(root, "hint.sigstore.json"), JSON.stringify(bundle));
    const options = {
      files: ["by-old"],
      bundle: "hint.sigstore.json",
      key: "new.pub",
      otherKeys: ["old.pub"],
      revokedKeys: [`sha256:${sha256["old"]?.toUpperCase()}`],
    };
    expect((await verify({ root }, options)).failures).toMatchObject([refused("by-old")]);
  });

  it("is refused in a certificate too", async () => {
    await writeFile(join(root, "keyless"), "keyless");
    await sign(keylessRun(root, mini), {
      files: ["keyless"],
      tokenRequestUrl: mini.tokenUrl,
      fulcioUrl: mini.fulcioUrl,
      rekorUrls: [mini.rekorV1Url],
      allowPublicLog: true,
    });
    const { X509Certificate } = await import("node:crypto");
    const bundle = (await readBundle(root, "keyless")) as {
      verificationMaterial: { certificate: { rawBytes: string } };
    };
    const { publicKey } = new X509Certificate(
      Buffer.from(bundle.verificationMaterial.certificate.rawBytes, "base64"),
    );
    const digest = createHash("sha256").update(spki(publicKey)).digest("hex");
    const options = {
      files: ["keyless"],
      trustedRoot: "root.json",
      certificateIdentity: MINI_IDENTITY,
      certificateOidcIssuer: mini.issuer.url,
    };
    expect((await verify({ root }, options)).failures).toEqual([]);
    expect(rulesOf(await verify({ root }, { ...options, revokedKeys: [digest] }))).toEqual([
      "verify.revoked-key",
    ]);
  });
});

it("digests of revoked keys are hex or Base64, and nothing else", () => {
  const hex = "ab".repeat(32);
  const base64 = Buffer.from(hex, "hex").toString("base64");
  expect([...revokedKeys([hex, `sha256:${hex.toUpperCase()}`, base64])]).toEqual([hex]);
  for (const wrong of ["", "cosign.pub", hex.slice(1), `${hex}0`]) {
    expect(() => revokedKeys([wrong])).toThrow(
      /`revoked-key` is ".*"; it must be a SHA-256 in hex/,
    );
  }
});

it("PEM text among keys stays whole", () => {
  const block = ["-----BEGIN PUBLIC KEY-----", "AAAA", "BBBB", "-----END PUBLIC KEY-----"];
  expect(keysOf(["a.pub", ...block, "env://KEY", ...block])).toEqual([
    "a.pub",
    `${block.join("\n")}\n`,
    "env://KEY",
    `${block.join("\n")}\n`,
  ]);
  expect(keysOf(block.slice(0, 2))).toEqual(["-----BEGIN PUBLIC KEY-----\nAAAA"]);
});
