/**
 * What the real services need beside them and what isn't on the Go module proxy: an OIDC issuer and a certificate log.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { X509Certificate } from "@sigstore/core";

const POISON = "1.3.6.1.4.1.11129.2.4.3";

export interface Issuer {
  readonly url: string;
  /** An RS256 token of the issuer at `path` (`""` or `/gh`), five minutes old at most. */
  token(path: string, claims: Readonly<Record<string, unknown>>): string;
}

/**
 * An issuer at `/` and one at `/gh`. `/gh/request` hands out tokens as GitHub Actions does, for the bearer `interop`.
 */
export async function startIssuer(
  port: number,
  githubClaims: Readonly<Record<string, unknown>>,
): Promise<{ readonly issuer: Issuer; readonly server: Server }> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const url = `http://127.0.0.1:${port}`;
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "interop", alg: "RS256", use: "sig" };
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const issuer: Issuer = {
    url,
    token: (path, claims) => {
      const now = Math.floor(Date.now() / 1000);
      const body = { iss: `${url}${path}`, aud: "sigstore", iat: now, exp: now + 300, ...claims };
      const signed = `${encode({ alg: "RS256", typ: "JWT", kid: "interop" })}.${encode(body)}`;
      return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
    },
  };
  const server = await listen(port, (request) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const prefix = path.startsWith("/gh") ? "/gh" : "";
    switch (path.slice(prefix.length)) {
      case "/.well-known/openid-configuration":
        return {
          issuer: `${url}${prefix}`,
          jwks_uri: `${url}/keys`,
          authorization_endpoint: `${url}/none`,
          token_endpoint: `${url}/none`,
          response_types_supported: ["id_token"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        };
      case "/keys":
        return { keys: [jwk] };
      case "/request":
        if (request.headers.authorization !== "Bearer interop") return undefined;
        return { value: issuer.token("/gh", githubClaims) };
      default:
        return undefined;
    }
  });
  return { issuer, server };
}

/** `POST /ct/v1/add-pre-chain` (RFC 6962, section 4.2) with real SCTs, which is all that Fulcio calls. */
export async function startCertificateLog(
  port: number,
  key: KeyObject,
  spki: Buffer,
): Promise<Server> {
  return await listen(port, (request, body) => {
    if (request.url !== "/ct/v1/add-pre-chain") return undefined;
    const { chain } = JSON.parse(body) as { readonly chain: readonly string[] };
    const [entry = "", issuer = ""] = chain;
    const timestamp = Date.now();
    const signature = sign("sha256", signedEntry(entry, issuer, timestamp), key);
    const length = Buffer.from([4, 3, signature.length >> 8, signature.length & 0xff]);
    return {
      sct_version: 0,
      id: createHash("sha256").update(spki).digest("base64"),
      timestamp,
      extensions: "",
      signature: Buffer.concat([length, signature]).toString("base64"),
    };
  });
}

/** What an SCT signs for a precertificate: its TBS without the poison, and the hash of the issuer's key. */
function signedEntry(entry: string, issuer: string, timestamp: number): Buffer {
  const certificate = X509Certificate.parse(Buffer.from(entry, "base64"));
  const poison = certificate.extensions.findIndex((part) => part.subs[0]?.toOID() === POISON);
  certificate.extensions.splice(poison, 1);
  const tbs = certificate.tbsCertificate.toDER();
  const authority = X509Certificate.parse(Buffer.from(issuer, "base64"));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(timestamp));
  const length = Buffer.alloc(3);
  length.writeUIntBE(tbs.length, 0, 3);
  return Buffer.concat([
    Buffer.from([0, 0]),
    time,
    Buffer.from([0, 1]),
    createHash("sha256").update(authority.publicKey).digest(),
    length,
    tbs,
    Buffer.from([0, 0]),
  ]);
}

async function listen(
  port: number,
  answer: (request: IncomingMessage, body: string) => unknown,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const reply = answer(request, body);
    response.writeHead(reply === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(reply ?? {}));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return server;
}
