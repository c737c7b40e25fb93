import { ExternalError, type HttpClient, UsageError } from "@assay/core";
import { callService } from "../services/request.ts";

/** What is read from a token before it is sent. Not verified here: Fulcio does that. */
export interface IdentityToken {
  readonly token: string;
  /** What the proof of possession signs: the verified e-mail address, else `sub`. */
  readonly subject: string;
  readonly issuer: string;
  /** `exp`, where it is an instant. */
  readonly expires: Date | undefined;
  /** `repository_visibility` of GitHub's tokens. */
  readonly visibility: string | undefined;
  /** All that it says. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What a token is asked for with. */
export interface TokenAccess {
  readonly http: HttpClient;
  /** Read by name: `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, `GITHUB_ACTIONS`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Gets a token before anything else does, so that no log or report ever shows it. */
  mask(secret: string): void;
}

export interface TokenSource {
  /** A token that was handed in. */
  readonly token?: string | undefined;
  readonly requestUrl?: string | undefined;
  readonly audience: string;
}

/**
 * The OIDC token of this run: the one that was given, else one from the CI (GitHub: `ACTIONS_ID_TOKEN_REQUEST_URL` with
 * `ACTIONS_ID_TOKEN_REQUEST_TOKEN`).
 *
 * @throws UsageError when there is neither, with the usual reasons.
 */
export async function identityToken(
  access: TokenAccess,
  source: TokenSource,
): Promise<IdentityToken> {
  if (source.token !== undefined && source.token !== "") {
    access.mask(source.token);
    return readToken(source.token.trim());
  }
  const bearer = access.environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (source.requestUrl === undefined || source.requestUrl === "" || !bearer) throw noToken(access);
  const url = new URL(source.requestUrl);
  url.searchParams.set("audience", source.audience);
  const response = await callService(access.http, {
    service: "The token service",
    url: url.href,
    headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
  });
  if (response.status !== 200) {
    throw new ExternalError(`The token service answered with status ${response.status}`, {
      hint: "Run the job again: the token that it asks with lives as long as the job.",
    });
  }
  const answer = response.json();
  const value =
    typeof answer === "object" && answer !== null
      ? (answer as { value?: unknown }).value
      : undefined;
  if (typeof value !== "string") throw new ExternalError("The token service gave no token");
  access.mask(value);
  return readToken(value);
}

function noToken({ environment }: TokenAccess): UsageError {
  if (environment["GITHUB_ACTIONS"] === "true") {
    return new UsageError("This job may not ask for an identity token", {
      hint: "Give the job `permissions: id-token: write`. A pull request from a fork never gets one: sign on push or release, not on pull_request.",
    });
  }
  return new UsageError("There is neither a key nor an identity token to sign with", {
    hint: "Give a key, or an OIDC token in SIGSTORE_ID_TOKEN.",
  });
}

/**
 * Reads the claims that the Fulcio request needs.
 *
 * @throws UsageError when it is no JWT with a usable subject.
 */
function readToken(token: string): IdentityToken {
  const claims = claimsOf(token);
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const email = text("email");
  if (
    email !== undefined &&
    claims["email_verified"] !== true &&
    claims["email_verified"] !== "true"
  ) {
    throw new UsageError("The identity token holds an e-mail address that is not verified");
  }
  const subject = email ?? text("sub");
  const issuer = text("iss");
  if (subject === undefined || issuer === undefined) {
    throw new UsageError("The identity token lacks `iss`, or both `email` and `sub`");
  }
  const { exp } = claims;
  const expires = typeof exp === "number" ? new Date(exp * 1000) : undefined;
  return {
    token,
    subject,
    issuer,
    expires: Number.isNaN(expires?.getTime()) ? undefined : expires,
    visibility: text("repository_visibility"),
    claims,
  };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const parts = token.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    if (parts.length === 3 && typeof claims === "object" && claims !== null) {
      return claims as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Told below, without the token.
  }
  throw new UsageError("The identity token is no JWT (three base64url parts with dots between)", {
    hint: "Check SIGSTORE_ID_TOKEN, or the token that was handed in.",
  });
}
