import { createHash, generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  cleanUp,
  type MiniGoogleOptions,
  type Served,
  serve,
  startMiniGoogle,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { keyServiceHosts } from "../key-services.ts";
import { algorithmOf } from "../keys/algorithm.ts";
import { signDigest } from "../keys/digest-signature.ts";
import { crc32c } from "./google.ts";
import { openKeyService } from "./open.ts";

afterAll(cleanUp);
const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
  now = NOW;
});

const NOW = new Date("2026-03-01T12:00:00Z");
let now = NOW;
const KEY = "projects/p/locations/global/keyRings/r/cryptoKeys/k";
const PROVIDER = "projects/1/locations/global/workloadIdentityPools/pool/providers/github";
const FEDERATION = { audience: `//iam.googleapis.com/${PROVIDER}`, subjectToken: jwt() };
const ACCOUNT = "release@p.iam.gserviceaccount.com";
interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}
const ec = (namedCurve: string): Pair => generateKeyPairSync("ec", { namedCurve });
const P256 = ec("P-256");

function jwt(): string {
  return ["{}", '{"sub":"repo:acme/app","iss":"https://ci.test"}', "signature"]
    .map((part) => Buffer.from(part).toString("base64url"))
    .join(".");
}

async function start(
  more: Partial<MiniGoogleOptions> = {},
  pair = P256,
  algorithm = "EC_SIGN_P256_SHA256",
) {
  const google = await startMiniGoogle({
    key: {
      name: `${KEY}/cryptoKeyVersions/10`,
      algorithm,
      publicKey: pair.publicKey,
      sign: (digest) => signDigest(pair.privateKey, algorithmOf(pair.publicKey), digest),
    },
    accessToken: "google.access.token",
    lifetimeS: 600,
    now: () => now,
    ...more,
  });
  open.push(google);
  return google;
}

/** GitHub's token service, for one audience. */
async function tokens(audience: string) {
  const served = await serve(({ url, headers }) =>
    headers.authorization === "Bearer job" && url.searchParams.get("audience") === audience
      ? { status: 200, body: { value: jwt() } }
      : { status: 403, body: {} },
  );
  open.push(served);
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${served.url}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "job",
  };
}

async function openKey(
  url: string,
  change: Readonly<Record<string, string>>,
  { key = `${KEY}/cryptoKeyVersions/10`, masked = [] }: { key?: string; masked?: string[] } = {},
) {
  const environment = {
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: url,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_STS: url,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: `${url}/`,
    ...change,
  };
  const reference = `gcpkms://${key}`;
  const clock = { now: () => now, wall: () => now };
  const http = createGuardedHttp({
    hosts: keyServiceHosts(reference, environment),
    offline: false,
    environment,
    clock,
    logger: silentLogger,
    sleep: async () => {},
  });
  const mask = (secret: string) => void masked.push(secret);
  return await openKeyService(reference, { http, environment, clock, logger: silentLogger, mask });
}
const TOKEN = { CLOUDSDK_AUTH_ACCESS_TOKEN: "google.access.token" };

async function signsRightly(
  opened: Awaited<ReturnType<typeof openKey>>,
  { publicKey }: Pair = P256,
) {
  const message = Buffer.from("what is signed");
  const { digest } = opened.publicKey.algorithm;
  const signature = await opened.sign(createHash(digest).update(message).digest());
  expect(verify(digest, message, publicKey, signature)).toBe(true);
}

it.each([
  // RFC 3720, appendix B.4, and the check value of the CRC catalogue.
  [Buffer.alloc(32), 0x8a9136aa],
  [Buffer.alloc(32, 0xff), 0x62a8ab43],
  [Buffer.from(Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e],
  [Buffer.from(Array.from({ length: 32 }, (_, index) => 31 - index)), 0x113fdb5c],
  [Buffer.from("123456789"), 0xe3069283],
  [Buffer.alloc(0), 0],
])("the published CRC-32C vector %#", (bytes, sum) => {
  expect(crc32c(bytes)).toBe(sum);
});

it.each([
  ["EC_SIGN_P256_SHA256", P256],
  ["EC_SIGN_P384_SHA384", ec("P-384")],
  ["RSA_SIGN_PKCS1_2048_SHA256", generateKeyPairSync("rsa", { modulusLength: 2048 })],
])(
  "a digest is signed with %s, checksums both ways, and OpenSSL verifies it",
  async (algorithm, pair) => {
    const { url, journal } = await start({}, pair, algorithm);
    const masked: string[] = [];
    const opened = await openKey(url, TOKEN, { masked });
    await signsRightly(opened, pair);
    await signsRightly(opened, pair);
    expect(new Set(masked)).toEqual(new Set(["google.access.token"]));
    expect(journal).toEqual([
      `GET /v1/${KEY}/cryptoKeyVersions/10/publicKey`,
      `POST /v1/${KEY}/cryptoKeyVersions/10:asymmetricSign`,
      `POST /v1/${KEY}/cryptoKeyVersions/10:asymmetricSign`,
    ]);
  },
);

it("without a version the highest number that is enabled signs: 10 comes after 9", async () => {
  const versions = [
    [9, "ENABLED"],
    [11, "DISABLED"],
    [2, "ENABLED"],
  ] as const;
  const { url, journal } = await start({ versions });
  await signsRightly(await openKey(url, TOKEN, { key: KEY }));
  expect(journal[1]).toBe(`GET /v1/${KEY}/cryptoKeyVersions/10/publicKey`);
});

describe("who asks", () => {
  it("the token of a file, read again for each request", async () => {
    const file = join(await temporaryFolder(), "token");
    await writeFile(file, "google.access.token\n");
    const { url } = await start();
    const opened = await openKey(url, { CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: file });
    await signsRightly(opened);
    await writeFile(file, "other\n");
    await expect(signsRightly(opened)).rejects.toThrow(/refused with status 401/);
  });

  it.each([
    [undefined, 1],
    [ACCOUNT, 2],
  ])(
    "the workflow's own token, exchanged, as the account %s, again before it ends",
    async (account, asked) => {
      const { url, journal } = await start({
        federation: { ...FEDERATION, ...(account !== undefined && { account }) },
      });
      const masked: string[] = [];
      const opened = await openKey(
        url,
        {
          ...(await tokens(`https://iam.googleapis.com/${PROVIDER}`)),
          GOOGLE_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
          GOOGLE_SERVICE_ACCOUNT: account ?? "",
        },
        { masked },
      );
      await signsRightly(opened);
      expect(masked).toEqual(expect.arrayContaining([jwt(), "google.access.token"]));
      const logins = () => journal.filter((line) => /token$/i.test(line)).length;
      expect(logins()).toBe(asked);
      now = new Date(NOW.getTime() + 570_000);
      await Promise.all([signsRightly(opened), signsRightly(opened)]);
      expect(logins()).toBe(2 * asked);
    },
  );

  const impersonation = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${ACCOUNT}:generateAccessToken`;
  async function credentials(more: object): Promise<string> {
    const file = join(await temporaryFolder(), "credentials.json");
    const said = { type: "external_account", audience: FEDERATION.audience, ...more };
    await writeFile(file, JSON.stringify(said));
    return file;
  }

  it("a file of type external_account, with a token in a file", async () => {
    const file = join(await temporaryFolder(), "subject.json");
    await writeFile(file, JSON.stringify({ id_token: jwt() }));
    const format = { type: "json", subject_token_field_name: "id_token" };
    const path = await credentials({ credential_source: { file, format } });
    const { url } = await start({ federation: FEDERATION });
    await signsRightly(await openKey(url, { GOOGLE_APPLICATION_CREDENTIALS: path }));
  });

  it.each([
    ["no JSON", /token's file that GOOGLE_APPLICATION_CREDENTIALS names can't be read as JSON/],
    ["{}", /token's file that GOOGLE_APPLICATION_CREDENTIALS names answered without `id_token`/],
  ])("a token's file that holds %s is an error of its own", async (content, message) => {
    const file = join(await temporaryFolder(), "subject.json");
    await writeFile(file, content);
    const format = { type: "json", subject_token_field_name: "id_token" };
    const path = await credentials({ credential_source: { file, format } });
    const { url } = await start({ federation: FEDERATION });
    await expect(openKey(url, { GOOGLE_APPLICATION_CREDENTIALS: path })).rejects.toThrow(message);
  });

  it("a file of type external_account, as google-github-actions/auth writes it", async () => {
    const job = await tokens("https://aud.test");
    const source = `${job.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=https%3A%2F%2Faud.test`;
    const path = await credentials({
      service_account_impersonation_url: impersonation,
      credential_source: { url: source, headers: { Authorization: "Bearer job" } },
    });
    const { url } = await start({ federation: { ...FEDERATION, account: ACCOUNT } });
    await signsRightly(await openKey(url, { ...job, GOOGLE_APPLICATION_CREDENTIALS: path }));
  });

  it.each([
    [{ type: "service_account" }, /is of type service_account, and external_account is allowed/],
    [
      { credential_source: { executable: { command: "/bin/sh" } } },
      /neither from a `file` nor from/,
    ],
    [{ credential_source: { url: "https://evil.test/" } }, /neither from a `file` nor from/],
    [
      { service_account_impersonation_url: impersonation.replace("googleapis.com", "evil.test") },
      /names another `service_account_impersonation_url`/,
    ],
  ])("with a file of %j is refused, and nothing is asked", async (more, message) => {
    const { url, journal } = await start({ federation: FEDERATION });
    const path = await credentials(more);
    await expect(openKey(url, { GOOGLE_APPLICATION_CREDENTIALS: path })).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(message),
    });
    expect(journal).toEqual([]);
  });

  it("the metadata server, where a variable names it and only then", async () => {
    const { url } = await start();
    await signsRightly(await openKey(url, { GCE_METADATA_HOST: new URL(url).host }));
    await expect(openKey(url, {})).rejects.toMatchObject({
      message: "`key` is in Google Cloud KMS, and nothing says who asks",
      hint: expect.stringContaining("GCE_METADATA_HOST=metadata.google.internal"),
    });
  });
});

it.each([
  [{ CLOUDSDK_AUTH_ACCESS_TOKEN: "wrong" }, KEY, /refused with status 401: .*UNAUTHENTICATED/],
  [TOKEN, `${KEY}/cryptoKeyVersions/12`, /refused with status 404/],
  [TOKEN, "projects/p/keys/k", /names no key of gcpkms:\/\//],
])("with %j the key %s is refused", async (environment, key, message) => {
  const { url } = await start();
  await expect(openKey(url, environment, { key })).rejects.toMatchObject({
    kind: "usage",
    message: expect.stringMatching(message),
  });
});

it.each([
  "EC_SIGN_ED25519",
  "EC_SIGN_SECP256K1_SHA256",
  "RSA_SIGN_RAW_PKCS1_2048",
  "RSA_SIGN_PSS_4096_SHA512",
])("a key of %s is refused", async (algorithm) => {
  const { url } = await start({}, P256, algorithm);
  await expect(openKey(url, TOKEN)).rejects.toThrow(
    `is of the algorithm ${algorithm}, which is not`,
  );
});

it("an answer that was damaged on the way, or is for another version, is refused", async () => {
  const { url, faults } = await start();
  const name = `${KEY}/cryptoKeyVersions/10`;
  const opened = await openKey(url, TOKEN);
  const digest = createHash("sha256").update("what is signed").digest();
  const bytes = signDigest(P256.privateKey, algorithmOf(P256.publicKey), digest);
  const right = {
    name,
    signature: bytes.toString("base64"),
    signatureCrc32c: String(crc32c(bytes)),
    verifiedDigestCrc32c: true,
  };
  for (const [change, message] of [
    [{ name: `${KEY}/cryptoKeyVersions/1` }, /its `name` is not/],
    [{ signatureCrc32c: "1" }, /`signatureCrc32c` does not match/],
    [{ signatureCrc32c: undefined }, /`signatureCrc32c` does not match/],
    [{ verifiedDigestCrc32c: false }, /did not check the digest/],
    [{ verifiedDigestCrc32c: undefined }, /did not check the digest/],
  ] as const) {
    faults.push({ status: 200, body: { ...right, ...change } });
    await expect(opened.sign(digest)).rejects.toMatchObject({
      kind: "external",
      message: expect.stringMatching(message),
    });
  }
  const pem = P256.publicKey.export({ format: "pem", type: "spki" }).toString();
  const answer = { name, pem, algorithm: "EC_SIGN_P256_SHA256", pemCrc32c: "1" };
  faults.push({ status: 200, body: answer });
  await expect(openKey(url, TOKEN)).rejects.toThrow(/`pemCrc32c` does not match/);
});

it.each([
  [TOKEN, ["cloudkms.googleapis.com"]],
  [
    {
      GOOGLE_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
      ACTIONS_ID_TOKEN_REQUEST_URL: "https://t.test/",
    },
    ["cloudkms.googleapis.com", "sts.googleapis.com", "iamcredentials.googleapis.com", "t.test"],
  ],
  [
    { GCE_METADATA_HOST: "metadata.google.internal" },
    ["cloudkms.googleapis.com", "http://metadata.google.internal"],
  ],
  [{}, ["cloudkms.googleapis.com"]],
])("the hosts with %j are %j", (environment, hosts) => {
  expect(keyServiceHosts(`gcpkms://${KEY}`, environment)).toEqual(hosts);
});
