import { generateKeyPairSync, sign, verify } from "node:crypto";

/** An OIDC issuer that signs and checks JWTs (RS256). */
export interface MiniIssuer {
  readonly url: string;
  issue(claims: Readonly<Record<string, unknown>>): string;
  /** The claims, when the signature, audience and times are right. */
  check(token: string): Readonly<Record<string, unknown>> | undefined;
}

const LIFETIME_S = 300;

export function createMiniIssuer(url: string, now: () => Date): MiniIssuer {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const seconds = () => Math.floor(now().getTime() / 1000);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return {
    url,
    issue: (claims) => {
      const times = { iat: seconds(), exp: seconds() + LIFETIME_S };
      const signed = `${encode({ alg: "RS256", typ: "JWT" })}.${encode({ iss: url, aud: "sigstore", ...times, ...claims })}`;
      return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    check: (token) => {
      const [header = "", body = "", signature = ""] = token.split(".");
      const isSigned = verify(
        "sha256",
        Buffer.from(`${header}.${body}`),
        publicKey,
        Buffer.from(signature, "base64url"),
      );
      if (!isSigned) return undefined;
      const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Record<
        string,
        unknown
      >;
      const isTimely = Number(claims["exp"]) > seconds() && claims["aud"] === "sigstore";
      return isTimely && claims["iss"] === url ? claims : undefined;
    },
  };
}
