import {
  type Served,
  type ServedAnswer,
  type ServedKey,
  type ServedRequest,
  serve,
} from "./serve.ts";

export interface MiniGoogleOptions {
  /** `name` ends in `/cryptoKeyVersions/N`. */
  readonly key: ServedKey & { readonly name: string; readonly algorithm: string };
  /** Further versions of the key, by state. */
  readonly versions?: readonly (readonly [version: number, state: string])[];
  /** What an access token is: that of the variables. */
  readonly accessToken: string;
  /** Who gets one by workload identity federation. */
  readonly federation?: {
    readonly audience: string;
    readonly subjectToken: string;
    /** The service account that has to be impersonated. */
    readonly account?: string;
  };
  readonly lifetimeS: number;
  readonly now: () => Date;
}

const FEDERATED = "federated.access.token";
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
const SIZES: Readonly<Record<string, number>> = { sha256: 32, sha384: 48 };

/** Cloud KMS, the Security Token Service, IAM credentials and the metadata server of Google at one address. */
export async function startMiniGoogle(options: MiniGoogleOptions): Promise<Served> {
  return await serve((request) => {
    const { pathname } = request.url;
    if (pathname === "/v1/token") return exchange(options, request);
    if (pathname.endsWith(":generateAccessToken")) return impersonate(options, request);
    if (pathname.startsWith("/computeMetadata/")) return metadata(options, request);
    return keys(options, request);
  });
}

function refuse(status: number, message: string): ServedAnswer {
  return { status, body: { error: { code: status, message } } };
}

function exchange(
  { federation, accessToken, lifetimeS }: MiniGoogleOptions,
  { method, headers, body }: ServedRequest,
): ServedAnswer {
  if (method !== "POST" || headers.authorization !== undefined)
    return refuse(400, "invalid_request");
  const asked = JSON.parse(body) as Record<string, unknown>;
  const wanted: Readonly<Record<string, unknown>> = {
    audience: federation?.audience,
    grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
    requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
    scope: SCOPE,
    subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
    subjectToken: federation?.subjectToken,
  };
  const wrong = Object.keys(wanted).find((name) => asked[name] !== wanted[name]);
  if (wrong !== undefined) return refuse(400, `invalid ${wrong}`);
  return {
    status: 200,
    body: {
      access_token: federation?.account === undefined ? accessToken : FEDERATED,
      expires_in: lifetimeS,
      token_type: "Bearer",
      issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
    },
  };
}

function impersonate(
  { federation, accessToken, lifetimeS, now }: MiniGoogleOptions,
  { method, url, headers, body }: ServedRequest,
): ServedAnswer {
  const path = `/v1/projects/-/serviceAccounts/${federation?.account}:generateAccessToken`;
  if (method !== "POST" || url.pathname !== path) return refuse(404, "no such account");
  if (headers.authorization !== `Bearer ${FEDERATED}`)
    return refuse(403, "iam.serviceAccounts.getAccessToken denied");
  const { scope, lifetime } = JSON.parse(body) as { scope?: unknown; lifetime?: unknown };
  if (JSON.stringify(scope) !== JSON.stringify([SCOPE]) || !/^\d+s$/.test(String(lifetime))) {
    return refuse(400, "invalid scope or lifetime");
  }
  const expireTime = new Date(now().getTime() + lifetimeS * 1000).toISOString();
  return { status: 200, body: { accessToken, expireTime } };
}

function metadata(
  { accessToken, lifetimeS }: MiniGoogleOptions,
  { method, url, headers }: ServedRequest,
): ServedAnswer {
  const path = "/computeMetadata/v1/instance/service-accounts/default/token";
  if (method !== "GET" || url.pathname !== path || headers["metadata-flavor"] !== "Google") {
    return refuse(403, "Missing required header");
  }
  return {
    status: 200,
    body: { access_token: accessToken, expires_in: lifetimeS, token_type: "Bearer" },
  };
}

function keys(
  { key, versions = [], accessToken }: MiniGoogleOptions,
  { method, url, headers, body }: ServedRequest,
): ServedAnswer {
  if (headers.authorization !== `Bearer ${accessToken}`) return refuse(401, "UNAUTHENTICATED");
  const path = url.pathname.replace("/v1/", "");
  const list = key.name.replace(/\/\d+$/, "");
  if (method === "GET" && path === list && url.searchParams.get("filter") === "state=ENABLED") {
    const all = [...versions, [Number(/\d+$/.exec(key.name)?.[0]), "ENABLED"] as const];
    return {
      status: 200,
      body: {
        cryptoKeyVersions: all
          .filter(([, state]) => state === "ENABLED")
          .map(([version, state]) => ({ name: `${list}/${version}`, state })),
      },
    };
  }
  if (method === "GET" && path === `${key.name}/publicKey`) {
    const pem = key.publicKey.export({ format: "pem", type: "spki" }).toString();
    return {
      status: 200,
      body: {
        name: key.name,
        pem,
        algorithm: key.algorithm,
        pemCrc32c: String(castagnoli(Buffer.from(pem))),
      },
    };
  }
  if (method !== "POST" || path !== `${key.name}:asymmetricSign`) return refuse(404, "not found");
  const { digest = {}, digestCrc32c } = JSON.parse(body) as {
    digest?: Record<string, string>;
    digestCrc32c?: unknown;
  };
  const [[hash = "", text = ""] = []] = Object.entries(digest);
  const bytes = Buffer.from(text, "base64");
  const isOfKey = key.algorithm.endsWith(hash.toUpperCase());
  if (Object.keys(digest).length !== 1 || !isOfKey || bytes.length !== SIZES[hash]) {
    return refuse(400, "The digest is of another hash than the key's");
  }
  if (digestCrc32c !== String(castagnoli(bytes))) return refuse(400, "digest_crc32c did not match");
  const signature = key.sign(bytes);
  return {
    status: 200,
    body: {
      name: key.name,
      signature: signature.toString("base64"),
      signatureCrc32c: String(castagnoli(signature)),
      verifiedDigestCrc32c: true,
      protectionLevel: "HSM",
    },
  };
}

/** CRC-32C by a table: another way than what is tested. */
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

function castagnoli(bytes: Uint8Array): number {
  return (
    (bytes.reduce((crc, byte) => (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0), 0xffffffff) ^
      0xffffffff) >>>
    0
  );
}
