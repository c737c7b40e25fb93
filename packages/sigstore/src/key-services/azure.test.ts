import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  sign as signMessage,
  verify,
} from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  cleanUp,
  type MiniAzureOptions,
  type Served,
  startMiniAzure,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, expect, it } from "vitest";
import { keyServiceHosts } from "../key-services.ts";
import { algorithmOf } from "../keys/algorithm.ts";
import { signDigest } from "../keys/digest-signature.ts";
import { openKeyService } from "./open.ts";

afterAll(cleanUp);
let azure: Served | undefined;
afterEach(async () => {
  await azure?.close();
  now = NOW;
});

const NOW = new Date("2026-03-01T12:00:00Z");
let now = NOW;
interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}
const ec = (namedCurve: string): Pair => generateKeyPairSync("ec", { namedCurve });

/** DER of two integers, made r and s one after the other, each of `size` bytes. */
function rawOf(der: Buffer, size: number): Buffer {
  let at = (der[1] ?? 0) > 0x80 ? 3 : 2;
  const next = () => {
    const end = at + 2 + (der[at + 1] ?? 0);
    const number = der.subarray(at + 2, end);
    at = end;
    return Buffer.concat([Buffer.alloc(size), number]).subarray(-size);
  };
  return Buffer.concat([next(), next()]);
}

async function start({ privateKey, publicKey }: Pair, more: Partial<MiniAzureOptions> = {}) {
  const algorithm = algorithmOf(publicKey);
  const size = { "P-256": 32, "P-384": 48, "P-521": 66 }[algorithm.curve ?? "P-256"];
  const sign = (digest: Buffer) => {
    const signature = signDigest(privateKey, algorithm, digest);
    return algorithm.kind === "ec" ? rawOf(signature, size) : signature;
  };
  azure = await startMiniAzure({
    key: { publicKey, sign, name: "release", version: "0a1b2c" },
    tenant: "tenant",
    client: "client",
    scope: "https://vault.azure.net/.default",
    lifetimeS: 600,
    ...more,
  });
  return azure;
}

async function openKey(
  url: string,
  key: string,
  change: Readonly<Record<string, string>>,
  masked: string[] = [],
) {
  const environment = {
    AZURE_AUTHORITY_HOST: url,
    AZURE_TENANT_ID: "tenant",
    AZURE_CLIENT_ID: "client",
    ...change,
  };
  const reference = `azurekms://${new URL(url).host}/${key}`;
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

async function signsRightly(opened: Awaited<ReturnType<typeof openKey>>, publicKey: KeyObject) {
  const message = Buffer.from(`what is signed ${Math.random()}`);
  const { digest } = opened.publicKey.algorithm;
  const signature = await opened.sign(createHash(digest).update(message).digest());
  expect(verify(digest, message, publicKey, signature)).toBe(true);
}

it.each([
  ["P-256", ec("P-256")],
  ["P-384", ec("P-384")],
  ["P-521", ec("P-521")],
  ["RSA", generateKeyPairSync("rsa", { modulusLength: 2048 })],
])(
  "a digest is signed with %s, and what comes back is made DER that OpenSSL verifies",
  async (_name, pair) => {
    const { url, journal } = await start(pair, { secret: "hush" });
    const masked: string[] = [];
    const opened = await openKey(url, "release", { AZURE_CLIENT_SECRET: "hush" }, masked);
    for (let round = 0; round < 8; round++) await signsRightly(opened, pair.publicKey);
    expect(masked).toEqual(["hush", "azure.access.token"]);
    expect(journal.slice(0, 3)).toEqual([
      "POST /tenant/oauth2/v2.0/token",
      "GET /keys/release",
      "POST /keys/release/0a1b2c/sign",
    ]);
  },
);

it("a federated token asks, with the version that is named, and again before the session ends", async () => {
  const file = join(await temporaryFolder(), "token");
  await writeFile(file, "federated.token\n");
  const pair = ec("P-256");
  const { url, journal } = await start(pair, { assertion: "federated.token", lifetimeS: 120 });
  const opened = await openKey(url, "release/0a1b2c", { AZURE_FEDERATED_TOKEN_FILE: file });
  await signsRightly(opened, pair.publicKey);
  now = new Date(NOW.getTime() + 90_000);
  await signsRightly(opened, pair.publicKey);
  await signsRightly(opened, pair.publicKey);
  expect(journal.filter((line) => line.endsWith("/token"))).toHaveLength(2);
});

it.each([
  [{ AZURE_CLIENT_ID: "" }, "release", /nothing says who asks/],
  [
    { AZURE_CLIENT_SECRET: "wrong" },
    "release",
    /Microsoft Entra refused with status 401: .*invalid_client/,
  ],
  [{}, "none", /Azure Key Vault refused with status 404: .*KeyNotFound/],
  [{}, "release/ffff", /refused with status 404/],
  [{}, "a/b/c", /names no key of azurekms:\/\//],
])("with %j the key %s is refused", async (change, key, message) => {
  const { url } = await start(ec("P-256"), { secret: "hush" });
  await expect(openKey(url, key, { AZURE_CLIENT_SECRET: "hush", ...change })).rejects.toMatchObject(
    {
      kind: "usage",
      message: expect.stringMatching(message),
    },
  );
});

it("another key's signature, and the answer of another key, are refused", async () => {
  const { url, faults } = await start(ec("P-256"), { secret: "hush" });
  const opened = await openKey(url, "release", { AZURE_CLIENT_SECRET: "hush" });
  const message = Buffer.from("what is signed");
  const other = signMessage("sha256", message, {
    key: ec("P-256").privateKey,
    dsaEncoding: "ieee-p1363",
  });
  faults.push({ status: 200, body: { value: other.toString("base64url") } });
  await expect(opened.sign(createHash("sha256").update(message).digest())).rejects.toThrow(
    /doesn't verify/,
  );
  const kid = `${url}/keys/other/1`;
  faults.push(
    { status: 200, body: { access_token: "azure.access.token", expires_in: 600 } },
    { status: 200, body: { key: { kid, kty: "EC" } } },
  );
  await expect(openKey(url, "release", { AZURE_CLIENT_SECRET: "hush" })).rejects.toThrow(
    /answered with another key than release/,
  );
});
