import { readFile } from "node:fs/promises";
import {
  type Clock,
  ExternalError,
  type HttpClient,
  type HttpRequest,
  type HttpResponse,
  UsageError,
} from "@assay/core";
import { readService, type ServiceRequest } from "../services/request.ts";
import { refuseClaims, SKEW } from "./token-claims.ts";

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
  readonly clock: Clock;
  /** Read by name: `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, `BUILDKITE_AGENT_ACCESS_TOKEN`, `GITHUB_ACTIONS`, `GITLAB_CI`, `CIRCLECI`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Gets a token before anything else does, so that no log or report ever shows it. */
  mask(secret: string): void;
}

export interface TokenSource {
  /** A token that was handed in. */
  readonly token?: string | undefined;
  /** An absolute path that is read each time a token is needed: whoever wrote it may have exchanged it. Comes before `token`. */
  readonly tokenFile?: string | undefined;
  readonly requestUrl?: string | undefined;
  readonly audience: string;
  /** Where a token for Fulcio was handed in, for messages: `SIGSTORE_ID_TOKEN`, the path of the file. Its claims are checked then. */
  readonly name?: string;
  /** A certificate is renewed: for messages. */
  readonly isRenewal?: true;
}

const MAX_TOKEN_BYTES = 64 * 1024;

/**
 * The OIDC token of this run: the one that was given, else one from the CI (GitHub: `ACTIONS_ID_TOKEN_REQUEST_URL` with
 * `ACTIONS_ID_TOKEN_REQUEST_TOKEN`; Buildkite: its agent's API with `BUILDKITE_AGENT_ACCESS_TOKEN`).
 *
 * @throws UsageError when there is neither, with the usual reasons, and when the one that was given has expired.
 */
export async function identityToken(
  access: TokenAccess,
  source: TokenSource,
): Promise<IdentityToken> {
  const { tokenFile, token } = source;
  const given = tokenFile === undefined ? token : await tokenIn(tokenFile);
  if (given !== undefined && given !== "") {
    access.mask(given);
    const identity = readToken(given.trim());
    refuseExpired(access, source, identity.expires);
    if (source.name !== undefined) {
      refuseClaims(identity, source.name, source.audience, access.clock.wall());
    }
    return identity;
  }
  const value = await readService(access.http, requestOf(access, source), tokenOf);
  access.mask(value);
  return readToken(value);
}

function tokenOf(response: HttpResponse): string {
  if (response.status !== 200) {
    throw new ExternalError(`The token service answered with status ${response.status}`, {
      hint: "Run the job again: the token that it asks with lives as long as the job.",
    });
  }
  const answer = response.json();
  const value =
    typeof answer === "object" && answer !== null
      ? ((answer as { value?: unknown }).value ?? (answer as { token?: unknown }).token)
      : undefined;
  if (typeof value !== "string") throw new ExternalError("The token service gave no token");
  return value;
}

async function tokenIn(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UsageError("The file of the identity token can't be read", {
      hint: "Check `identity-token-file`.",
      cause,
    });
  });
  if (bytes.length > 0 && bytes.length <= MAX_TOKEN_BYTES) return bytes.toString("utf8").trim();
  throw new UsageError(`The file of the identity token has ${bytes.length} bytes`, {
    hint: "Give the path of a file that holds one JWT and nothing else.",
  });
}

/** A token that was handed in is used until it ends; an expired one is not sent. */
function refuseExpired(
  { clock, environment }: TokenAccess,
  { tokenFile, isRenewal, name }: TokenSource,
  expires: Date | undefined,
): void {
  if (expires === undefined || clock.wall().getTime() < expires.getTime() + SKEW) return;
  const place = name ?? (tokenFile === undefined ? undefined : "`identity-token-file`");
  const which = place === undefined ? "that was handed in" : `in ${place}`;
  throw new UsageError(
    `The identity token ${which} expired at ${expires.toISOString()}${isRenewal ? ", and the certificate has to be renewed with it" : ""}`,
    {
      hint:
        environment["GITLAB_CI"] === "true"
          ? "GitLab gives one token per job: sign earlier in the job or fewer files, raise the job's timeout, or use a key. Files that are signed already are skipped."
          : "Let the CI hand out tokens (GitHub: `id-token: write`), hand in one that lives as long as the run, give a file that is written again, or sign fewer files in one run. Files that are signed already are skipped.",
    },
  );
}

/** What the CI is asked. */
function requestOf(access: TokenAccess, source: TokenSource): ServiceRequest {
  const { environment } = access;
  const { requestUrl, audience } = source;
  const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  const agent = environment["BUILDKITE_AGENT_ACCESS_TOKEN"];
  if (!requestUrl || !(bearer || agent)) throw noToken(access);
  const url = new URL(requestUrl);
  if (bearer) url.searchParams.set("audience", audience);
  const asked: Pick<HttpRequest, "method" | "headers" | "body"> = bearer
    ? { headers: { authorization: `Bearer ${bearer}`, accept: "application/json" } }
    : {
        method: "POST",
        headers: { authorization: `Token ${agent}`, "content-type": "application/json" },
        body: JSON.stringify({ audience }),
      };
  if (!bearer && agent) access.mask(agent);
  return { service: "The token service", url: url.href, ...asked };
}

function noToken({ environment }: TokenAccess): UsageError {
  if (environment["GITHUB_ACTIONS"] === "true") {
    return new UsageError("This job may not ask for an identity token", {
      hint: "Give the job `permissions: id-token: write`. A pull request from a fork never gets one: sign on push or release, not on pull_request.",
    });
  }
  const hint =
    environment["GITLAB_CI"] === "true"
      ? "Give the job `id_tokens: { SIGSTORE_ID_TOKEN: { aud: sigstore } }`, or a key."
      : environment["CIRCLECI"] === "true"
        ? 'Run `export SIGSTORE_ID_TOKEN=$(circleci run oidc get --claims \'{"aud":"sigstore"}\')` before, or give a key. CIRCLE_OIDC_TOKEN is for another audience.'
        : "Give a key, or an OIDC token in SIGSTORE_ID_TOKEN.";
  return new UsageError("There is neither a key nor an identity token to sign with", { hint });
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
    throw new UsageError("The identity token holds an e-mail address that is not verified", {
      hint: "`email_verified` must be true: verify the address with its provider.",
    });
  }
  const subject = email ?? text("sub");
  const issuer = text("iss");
  if (subject === undefined || issuer === undefined) {
    throw new UsageError("The identity token lacks `iss`, or both `email` and `sub`", {
      hint: "Give the ID token of an OIDC provider, not an access token.",
    });
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
