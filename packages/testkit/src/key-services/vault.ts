import {
  type Served,
  type ServedAnswer,
  type ServedKey,
  type ServedRequest,
  serve,
} from "./serve.ts";

export interface MiniVaultOptions {
  readonly keys: Readonly<Record<string, ServedKey & { readonly type: string }>>;
  /** The only token; a login gives it. */
  readonly token: string;
  readonly namespace?: string;
  /** Logins by path, such as `auth/approle/login`, with the body that they want. */
  readonly logins?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const HASH_BYTES: Readonly<Record<string, number>> = {
  "sha2-256": 32,
  "sha2-384": 48,
  "sha2-512": 64,
};
const VERSION = 3;

/** The transit engine and the logins of Vault and OpenBao, as their API documentation has them; what is not as it should be is refused. */
export async function startMiniVault(options: MiniVaultOptions): Promise<Served> {
  return await serve((request) => answer(options, request));
}

function answer(options: MiniVaultOptions, request: ServedRequest): ServedAnswer {
  const { headers, url, method } = request;
  const refuse = (status: number, ...errors: string[]) => ({ status, body: { errors } });
  if (headers["x-vault-request"] !== "true") return refuse(412, "X-Vault-Request is missing");
  if (headers["x-vault-namespace"] !== options.namespace) return refuse(403, "wrong namespace");
  const body = request.body === "" ? {} : (JSON.parse(request.body) as Record<string, unknown>);
  const path = url.pathname.slice("/v1/".length);
  const login = options.logins?.[path];
  if (login !== undefined) {
    const isRight =
      JSON.stringify(Object.entries(login).sort()) === JSON.stringify(Object.entries(body).sort());
    return isRight && method === "POST"
      ? {
          status: 200,
          body: { auth: { client_token: options.token, lease_duration: 600, renewable: true } },
        }
      : refuse(400, "invalid role or credential");
  }
  if (headers["x-vault-token"] !== options.token) return refuse(403, "permission denied");
  const [, action, name = "", hash] = /^transit\/(keys|sign)\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const key = options.keys[name];
  if (key === undefined) return refuse(404);
  if (action === "keys" && method === "GET") {
    return {
      status: 200,
      body: {
        data: {
          type: key.type,
          latest_version: VERSION,
          keys: { [VERSION]: { public_key: publicText(key) } },
        },
      },
    };
  }
  if (action !== "sign" || (method !== "POST" && method !== "PUT")) return refuse(405);
  const digest = Buffer.from(String(body["input"]), "base64");
  const isRsa = key.type.startsWith("rsa");
  const wrong = [
    ...(digest.length === HASH_BYTES[hash ?? ""]
      ? []
      : [`input has ${digest.length} bytes for ${hash}`]),
    ...(body["prehashed"] === true ? [] : ["not prehashed"]),
    ...(Number.isInteger(body["key_version"]) ? [] : ["key_version is no number"]),
    // The default is PSS.
    ...((body["signature_algorithm"] ?? "pss") === "pkcs1v15" || !isRsa ? [] : ["not pkcs1v15"]),
  ];
  if (wrong.length > 0) return refuse(400, ...wrong);
  const signature = `vault:v${body["key_version"]}:${key.sign(digest).toString("base64")}`;
  return { status: 200, body: { data: { signature, key_version: body["key_version"] } } };
}

function publicText({ type, publicKey }: ServedKey & { readonly type: string }): string {
  return type === "ed25519"
    ? publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64")
    : publicKey.export({ format: "pem", type: "spki" }).toString();
}
