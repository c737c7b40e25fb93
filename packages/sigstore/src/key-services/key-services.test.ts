import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  verify,
} from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  cleanUp,
  type Served,
  startMiniAws,
  startMiniVault,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { keyServiceHosts } from "../key-services.ts";
import { algorithmOf } from "../keys/algorithm.ts";
import { signDigest, verifyDigest } from "../keys/digest-signature.ts";
import { openKeyService } from "./open.ts";

afterAll(cleanUp);
const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});
const started = async <T extends Served>(served: Promise<T>): Promise<T> => {
  open.push(await served);
  return served;
};

const MESSAGE = Buffer.from("what is signed");
const NOW = new Date("2026-03-01T12:00:00Z");
let now = NOW;

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}
const ec = (namedCurve: string): Pair => generateKeyPairSync("ec", { namedCurve });
const served = ({ privateKey, publicKey }: Pair) => ({
  publicKey,
  sign: (digest: Buffer) => signDigest(privateKey, algorithmOf(publicKey), digest),
});

/** A run that reaches what the reference's hosts say, and nothing else. */
function runWith(
  reference: string,
  environment: Readonly<Record<string, string>>,
  masked: string[] = [],
) {
  const clock = { now: () => now, wall: () => now };
  const http = createGuardedHttp({
    hosts: keyServiceHosts(reference, environment),
    offline: false,
    environment,
    clock,
    logger: silentLogger,
    sleep: async () => {},
  });
  return {
    http,
    environment,
    clock,
    logger: silentLogger,
    mask: (secret: string) => void masked.push(secret),
  };
}
const openKey = (
  reference: string,
  environment: Readonly<Record<string, string>>,
  masked?: string[],
) => openKeyService(reference, runWith(reference, environment, masked));

async function signsRightly(opened: Awaited<ReturnType<typeof openKey>>, publicKey: KeyObject) {
  const { kind, digest: name } = opened.publicKey.algorithm;
  const digest = createHash(name).update(MESSAGE).digest();
  const signature = await opened.sign(digest);
  expect(
    opened.publicKey.key.equals(createPublicKey(publicKey.export({ format: "pem", type: "spki" }))),
  ).toBe(true);
  if (kind === "ed25519ph")
    expect(verifyDigest(publicKey, kind, name, digest, signature)).toBe(true);
  else expect(verify(name, MESSAGE, publicKey, signature)).toBe(true);
}

describe("Vault and OpenBao", () => {
  const pairs = {
    "ecdsa-p256": ec("P-256"),
    "ecdsa-p384": ec("P-384"),
    "ecdsa-p521": ec("P-521"),
    "rsa-2048": generateKeyPairSync("rsa", { modulusLength: 2048 }),
    ed25519: generateKeyPairSync("ed25519"),
  };
  const keys = Object.fromEntries(
    Object.entries(pairs).map(([type, pair]) => [type, { type, ...served(pair) }]),
  );

  it.each(Object.entries(pairs))(
    "sign a digest with %s, and OpenSSL verifies it",
    async (type, { publicKey }) => {
      const vault = await started(startMiniVault({ keys, token: "hvs.token" }));
      const masked: string[] = [];
      const environment = { VAULT_ADDR: vault.url, VAULT_TOKEN: "hvs.token" };
      const opened = await openKey(`hashivault://${type}`, environment, masked);
      await signsRightly(opened, publicKey);
      await signsRightly(opened, publicKey);
      expect(masked).toContain("hvs.token");
      // The key is read once.
      const hash =
        { "ecdsa-p384": "sha2-384", "ecdsa-p521": "sha2-512", ed25519: "sha2-512" }[type] ??
        "sha2-256";
      expect(vault.journal).toEqual([
        `GET /v1/transit/keys/${type}`,
        `POST /v1/transit/sign/${type}/${hash}`,
        `POST /v1/transit/sign/${type}/${hash}`,
      ]);
    },
  );

  it("refuse OpenBao's Ed25519, which signs a digest as if it were the message", async () => {
    const vault = await started(startMiniVault({ keys, token: "hvs.token" }));
    const environment = { BAO_ADDR: vault.url, BAO_TOKEN: "hvs.token" };
    await expect(openKey("openbao://ed25519", environment)).rejects.toThrow(
      "The key ed25519 in OpenBao is of type ed25519, which is not signed with here",
    );
    expect(vault.journal).toEqual(["GET /v1/transit/keys/ed25519"]);
  });

  it("ask in their namespace, by AppRole", async () => {
    const vault = await started(
      startMiniVault({
        keys,
        token: "hvs.of-role",
        namespace: "team/a",
        logins: { "auth/approle/login": { role_id: "role", secret_id: "secret" } },
      }),
    );
    const masked: string[] = [];
    const environment = {
      BAO_ADDR: vault.url,
      BAO_NAMESPACE: "team/a",
      BAO_ROLE_ID: "role",
      BAO_SECRET_ID: "secret",
    };
    const opened = await openKey("openbao://ecdsa-p256", environment, masked);
    await signsRightly(opened, pairs["ecdsa-p256"].publicKey);
    expect(masked).toEqual(["secret", "hvs.of-role"]);
    expect(vault.journal[0]).toBe("POST /v1/auth/approle/login");
  });

  it("ask by a JWT for a role, at the path of the login", async () => {
    const jwt = ["{}", '{"sub":"repo:acme/app","iss":"https://ci.test"}', ""]
      .map((part) => Buffer.from(part).toString("base64url"))
      .join(".");
    const vault = await started(
      startMiniVault({ keys, token: "t", logins: { "auth/github/login": { role: "ci", jwt } } }),
    );
    const environment = {
      VAULT_ADDR: vault.url,
      VAULT_ROLE: "ci",
      VAULT_JWT: jwt,
      VAULT_AUTH_PATH: "github",
    };
    await signsRightly(
      await openKey("hashivault://ecdsa-p256", environment),
      pairs["ecdsa-p256"].publicKey,
    );
  });

  it.each([
    [{}, "hashivault://x", /nothing says where that is/, /VAULT_ADDR or BAO_ADDR/],
    [{ VAULT_ADDR: "" }, "hashivault://ecdsa-p256", /nothing says who asks/, /Set VAULT_TOKEN/],
    [
      { VAULT_ADDR: "", VAULT_TOKEN: "wrong" },
      "hashivault://ecdsa-p256",
      /Vault refused with status 403: .*permission denied/,
      /read on transit\/keys\/ecdsa-p256 and update on/,
    ],
    [
      { VAULT_ADDR: "", VAULT_TOKEN: "t" },
      "hashivault://none",
      /Vault refused with status 404/,
      /key and its engine exist/,
    ],
    [
      { VAULT_ADDR: "", VAULT_TOKEN: "t" },
      "hashivault://aes",
      /is of type aes256-gcm96/,
      /ecdsa-p256/,
    ],
    [
      { VAULT_ADDR: "", VAULT_ROLE: "ci", VAULT_JWT: "a.e30.c" },
      "hashivault://ecdsa-p256",
      /lacks `iss`/,
      undefined,
    ],
  ])("with %j refuse %s", async (environment, reference, message, hint) => {
    const aes = { type: "aes256-gcm96", ...served(ec("P-256")) };
    const vault = await started(startMiniVault({ keys: { ...keys, aes }, token: "t" }));
    const at =
      "VAULT_ADDR" in environment ? { ...environment, VAULT_ADDR: vault.url } : environment;
    await expect(openKey(reference, at)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(message),
      ...(hint !== undefined && { hint: expect.stringMatching(hint) }),
    });
  });

  it("are asked again when they are sealed for a moment, and are an external error when they stay so", async () => {
    const vault = await started(startMiniVault({ keys, token: "t" }));
    const environment = { VAULT_ADDR: vault.url, VAULT_TOKEN: "t" };
    const sealed = { status: 503, body: { errors: ["Vault is sealed"] } };
    vault.faults.push(sealed, sealed);
    const opened = await openKey("hashivault://ecdsa-p256", environment);
    vault.faults.push(...Array.from({ length: 30 }, () => sealed));
    await expect(opened.sign(createHash("sha256").update(MESSAGE).digest())).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("status 503"),
    });
  });

  it("a public key that is none is the service's fault", async () => {
    const vault = await started(startMiniVault({ keys, token: "t" }));
    const data = { type: "ecdsa-p256", latest_version: 1, keys: { 1: { public_key: "none" } } };
    vault.faults.push({ status: 200, body: { data } });
    const environment = { VAULT_ADDR: vault.url, VAULT_TOKEN: "t" };
    await expect(openKey("hashivault://ecdsa-p256", environment)).rejects.toMatchObject({
      kind: "external",
      message: "Vault answered without a readable public key",
    });
  });

  it.each([
    [
      "another key's",
      "vault:v3:",
      /gave a signature that its own key transit\/keys\/ecdsa-p256 version 3 doesn't verify/,
    ],
    ["another version's", "vault:v2:", /signed with another version of the key than 3/],
    ["none", "", /answered without `data.signature`/],
  ])("an answer with %s signature is no signature", async (_what, prefix, message) => {
    const vault = await started(startMiniVault({ keys, token: "t" }));
    const opened = await openKey("hashivault://ecdsa-p256", {
      VAULT_ADDR: vault.url,
      VAULT_TOKEN: "t",
    });
    const digest = createHash("sha256").update(MESSAGE).digest();
    const other = served(ec("P-256")).sign(digest).toString("base64");
    vault.faults.push({
      status: 200,
      body: { data: prefix === "" ? {} : { signature: `${prefix}${other}` } },
    });
    await expect(opened.sign(digest)).rejects.toThrow(message);
  });
});

describe("AWS KMS", () => {
  const CREDENTIALS = {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  };
  const ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const kms = async (pair: Pair, algorithms: readonly string[], more: object = {}) =>
    await started(
      startMiniAws({
        region: "eu-west-1",
        ...CREDENTIALS,
        key: { ...served(pair), arn: ARN, names: ["alias/release"], algorithms },
        now: () => now,
        ...more,
      }),
    );
  const environmentOf = (url: string) => ({
    AWS_REGION: "eu-west-1",
    AWS_ENDPOINT_URL_KMS: url,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  });

  it.each([
    ["P-256", ec("P-256"), ["ECDSA_SHA_256"]],
    ["P-384", ec("P-384"), ["ECDSA_SHA_384"]],
    ["P-521", ec("P-521"), ["ECDSA_SHA_512"]],
    [
      "RSA, of whose algorithms PSS is the first,",
      generateKeyPairSync("rsa", { modulusLength: 3072 }),
      ["RSASSA_PSS_SHA_256", "RSASSA_PKCS1_V1_5_SHA_512", "RSASSA_PKCS1_V1_5_SHA_256"],
    ],
    ["Ed25519", generateKeyPairSync("ed25519"), ["ED25519_SHA_512", "ED25519_PH_SHA_512"]],
  ])(
    "signs a digest with %s by an alias, in requests that are signed as AWS wants them",
    async (_name, pair, algorithms) => {
      const aws = await kms(pair, algorithms);
      const masked: string[] = [];
      const opened = await openKey("awskms:///alias/release", environmentOf(aws.url), masked);
      await signsRightly(opened, pair.publicKey);
      expect(masked).toEqual([CREDENTIALS.secretAccessKey]);
      expect(aws.journal).toEqual(["POST /", "POST /"]);
    },
  );

  it("signs with a session for a role, got by a token file and again before it ends", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "token");
    await writeFile(file, "web.identity.token\n");
    const role = { arn: "arn:aws:iam::111122223333:role/ci", token: "web.identity.token" };
    const pair = ec("P-256");
    const aws = await kms(pair, ["ECDSA_SHA_256"], { role, sessionToken: "session" });
    const environment = {
      AWS_REGION: "eu-west-1",
      AWS_ENDPOINT_URL_KMS: aws.url,
      AWS_ENDPOINT_URL_STS: aws.url,
      AWS_ROLE_ARN: role.arn,
      AWS_WEB_IDENTITY_TOKEN_FILE: file,
    };
    const masked: string[] = [];
    const opened = await openKey(`awskms:///${ARN}`, environment, masked);
    await signsRightly(opened, pair.publicKey);
    expect(aws.journal).toHaveLength(3);
    now = new Date(NOW.getTime() + 14.5 * 60_000);
    await signsRightly(opened, pair.publicKey);
    now = NOW;
    expect(aws.journal).toHaveLength(5);
    expect(masked).toEqual(
      expect.arrayContaining([role.token, CREDENTIALS.secretAccessKey, "session"]),
    );
  });

  it("asks again when it is told to ask less, by whatever status", async () => {
    const pair = ec("P-256");
    const aws = await kms(pair, ["ECDSA_SHA_256"]);
    aws.faults.push(
      { status: 400, body: { __type: "ThrottlingException" } },
      { status: 500, body: { __type: "KMSInternalException" } },
    );
    await signsRightly(
      await openKey("awskms:///alias/release", environmentOf(aws.url)),
      pair.publicKey,
    );
    expect(aws.journal).toHaveLength(4);
  });

  it.each([
    [{ AWS_REGION: "" }, "awskms:///alias/release", /nothing says in which region/],
    [{ AWS_ACCESS_KEY_ID: "" }, "awskms:///alias/release", /nothing says who asks/],
    [
      { AWS_SECRET_ACCESS_KEY: "x" },
      "awskms:///alias/release",
      /refused with status 400: .*The signature does not match/,
    ],
    [
      { AWS_SESSION_TOKEN: "old" },
      "awskms:///alias/release",
      /security token included in the request is invalid/,
    ],
    [{}, "awskms:///alias/none", /refused with status 400: .*NotFoundException/],
    [{}, "awskms:///what?", /names no key of awskms:\/\//],
  ])("with %j refuses %s", async (change, reference, message) => {
    const aws = await kms(ec("P-256"), ["ECDSA_SHA_256"]);
    const environment = { ...environmentOf(aws.url), ...change };
    await expect(openKey(reference, environment)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(message),
    });
    expect(aws.journal.length).toBeLessThan(2);
  });

  it("refuses a key that encrypts", async () => {
    const aws = await kms(generateKeyPairSync("rsa", { modulusLength: 2048 }), []);
    await expect(openKey("awskms:///alias/release", environmentOf(aws.url))).rejects.toThrow(
      /does not sign with RSASSA_PKCS1_V1_5_SHA_256/,
    );
  });
});

describe("hosts", () => {
  it.each([
    ["k.key", {}, []],
    ["env://KEY", {}, []],
    ["hashivault://k", { VAULT_ADDR: "https://vault.acme.test:8200/" }, ["vault.acme.test:8200"]],
    [
      "openbao://k",
      { VAULT_ADDR: "https://v.test", BAO_ADDR: "http://127.0.0.1:8200" },
      ["http://127.0.0.1:8200"],
    ],
    ["hashivault://k", {}, []],
    [
      "hashivault://k",
      {
        VAULT_ADDR: "https://v.test",
        VAULT_ROLE: "r",
        ACTIONS_ID_TOKEN_REQUEST_URL: "https://t.test/x",
      },
      ["v.test", "t.test"],
    ],
    [
      "hashivault://k",
      {
        VAULT_ADDR: "https://v.test",
        VAULT_TOKEN: "t",
        ACTIONS_ID_TOKEN_REQUEST_URL: "https://t.test/x",
      },
      ["v.test"],
    ],
    [
      "awskms:///alias/k",
      { AWS_REGION: "eu-west-1" },
      ["kms.eu-west-1.amazonaws.com", "sts.eu-west-1.amazonaws.com"],
    ],
    [
      "awskms:///arn:aws-cn:kms:cn-north-1:111122223333:alias/k",
      {
        AWS_REGION: "eu-west-1",
        AWS_ACCESS_KEY_ID: "A",
        ACTIONS_ID_TOKEN_REQUEST_URL: "https://t.test",
      },
      ["kms.cn-north-1.amazonaws.com.cn"],
    ],
    [
      "awskms://kms.acme.test/alias/k",
      { AWS_REGION: "r-1" },
      ["kms.acme.test", "sts.r-1.amazonaws.com"],
    ],
    ["awskms:///not a key", {}, []],
    [
      "azurekms://acme.vault.azure.net/k",
      { ACTIONS_ID_TOKEN_REQUEST_URL: "https://t.test" },
      ["acme.vault.azure.net", "login.microsoftonline.com", "t.test"],
    ],
  ])("of %s with %j are %j", (reference, environment, hosts) => {
    expect(keyServiceHosts(reference, environment)).toEqual(hosts);
  });

  it("names what is not used here", async () => {
    const reference = "pkcs11:token=release";
    await expect(openKey(reference, {})).rejects.toMatchObject({
      message: expect.stringContaining("is in a key service that is not used here"),
      hint: "Allowed are hashivault://, openbao://, awskms://, gcpkms:// and azurekms://.",
    });
  });
});
