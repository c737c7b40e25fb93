import { type Served, type ServedKey, serve } from "./serve.ts";

export interface MiniAzureOptions {
  /** `sign` gives r and s one after the other for EC. */
  readonly key: ServedKey & { readonly name: string; readonly version: string };
  readonly tenant: string;
  readonly client: string;
  readonly scope: string;
  /** Either does. */
  readonly assertion?: string;
  readonly secret?: string;
  readonly lifetimeS: number;
}

const TOKEN = "azure.access.token";
const BITS: Readonly<Record<string, number>> = { ES256: 32, ES384: 48, ES512: 64, RS256: 32 };

/** Key Vault and the token endpoint of Microsoft Entra at one address. */
export async function startMiniAzure(options: MiniAzureOptions): Promise<Served> {
  const { name, version, publicKey, sign } = options.key;
  const refuse = (status: number, code: string) => ({ status, body: { error: { code } } });
  return await serve(({ method, url, headers, body }) => {
    if (url.pathname === `/${options.tenant}/oauth2/v2.0/token`) {
      const form = new URLSearchParams(body);
      const byAssertion =
        options.assertion !== undefined &&
        form.get("client_assertion_type") ===
          "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" &&
        form.get("client_assertion") === options.assertion;
      const bySecret = options.secret !== undefined && form.get("client_secret") === options.secret;
      const isRight =
        form.get("grant_type") === "client_credentials" &&
        form.get("client_id") === options.client &&
        form.get("scope") === options.scope &&
        (byAssertion || bySecret);
      return isRight
        ? {
            status: 200,
            body: { access_token: TOKEN, expires_in: options.lifetimeS, token_type: "Bearer" },
          }
        : { status: 401, body: { error: "invalid_client" } };
    }
    if (headers.authorization !== `Bearer ${TOKEN}`) return refuse(401, "Unauthorized");
    if (url.searchParams.get("api-version") !== "7.4") return refuse(400, "BadParameter");
    const kid = `${url.origin}/keys/${name}/${version}`;
    if (method === "GET" && [`/keys/${name}`, `/keys/${name}/${version}`].includes(url.pathname)) {
      const { kty, ...jwk } = publicKey.export({ format: "jwk" });
      return { status: 200, body: { key: { ...jwk, kty: `${kty}-HSM`, kid, key_ops: ["sign"] } } };
    }
    if (method !== "POST" || url.pathname !== `/keys/${name}/${version}/sign`) {
      return refuse(404, "KeyNotFound");
    }
    const { alg, value } = JSON.parse(body) as Record<string, string>;
    const digest = Buffer.from(value ?? "", "base64url");
    if (digest.length !== BITS[alg ?? ""]) return refuse(400, "BadParameter");
    return { status: 200, body: { kid, value: sign(digest).toString("base64url") } };
  });
}
