import { isRecord } from "@assay/core";
import { basicValue, type Credentials } from "../credentials/credentials.ts";
import { StoreError } from "../error.ts";
import type { Challenge } from "./challenge.ts";
import { problemsOf, quoted, statusFailure } from "./failure.ts";
import type { Judge } from "./judge.ts";
import { realmUrl } from "./realm.ts";
import type { RegistryContext } from "./session.ts";
import { type Sent, sendAndFollow } from "./transport.ts";

export interface TokenRequest {
  readonly challenge: Challenge;
  readonly scopes: readonly string[];
  readonly credentials: Credentials;
}

export interface Token {
  readonly value: string;
  /** Milliseconds since 1970 by the machine's clock: another one is asked for then. */
  readonly refreshAt: number;
}

export interface TokenService {
  /** @throws StoreError */
  get(request: TokenRequest): Promise<Token>;
}

const CLIENT = "assay";
const MAX_BYTES = 64 * 1024;
const DEFAULT_LIFE_S = 60;
/** Part of a token's life after which another one is asked for. */
const USABLE = 0.8;

/**
 * https://distribution.github.io/distribution/spec/auth/token/ and https://distribution.github.io/distribution/spec/auth/oauth/: GET with
 * name and password or without, POST with an identity token (GET where the service knows no POST).
 */
export function tokenService(
  context: RegistryContext,
  judge: Judge,
  registry: URL,
  trustedRealms: readonly string[],
): TokenService {
  /** A service may give a new identity token with each answer. */
  let renewed: string | undefined;

  const ask = async ({ challenge, scopes, credentials }: TokenRequest): Promise<Sent> => {
    const { kind } = credentials;
    const realm = realmUrl(
      challenge.parameters.get("realm"),
      registry,
      trustedRealms,
      kind !== "none",
    );
    const service = challenge.parameters.get("service");
    const what = `The request for a token of ${registry.host}`;
    const fields = (more: Readonly<Record<string, string>>) =>
      Object.entries({ ...(service === undefined ? {} : { service }), ...more });
    const get = async (basic?: string) => {
      const url = new URL(realm);
      for (const [name, value] of fields({})) url.searchParams.append(name, value);
      for (const scope of scopes) url.searchParams.append("scope", scope);
      const headers = {
        accept: "application/json",
        ...(basic === undefined ? {} : { authorization: `Basic ${basic}` }),
      };
      return await sendAndFollow(context, judge, url, { headers, maxBytes: MAX_BYTES }, what);
    };
    if (credentials.kind === "password")
      return await get(basicValue(credentials.username, credentials.password));
    if (credentials.kind !== "identity") return await get();
    const secret = renewed ?? credentials.token;
    const form = new URLSearchParams(
      fields({
        grant_type: "refresh_token",
        client_id: CLIENT,
        scope: scopes.join(" "),
        refresh_token: secret,
      }),
    );
    const headers = {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    };
    const posted = await sendAndFollow(
      context,
      judge,
      realm,
      { method: "POST", headers, body: form.toString(), maxBytes: MAX_BYTES, retryUnsafe: true },
      what,
    );
    const knowsPost = posted.response.status !== 404 && posted.response.status !== 405;
    return knowsPost ? posted : await get(basicValue("<token>", secret));
  };

  return {
    async get(request) {
      const { response, url } = await ask(request);
      const { credentials } = request;
      if (response.status !== 200) throw refused(request, { response, url }, registry);
      const answer = response.json();
      const body = isRecord(answer) ? answer : {};
      const value = body["token"] || body["access_token"];
      // What stands in a header has no control characters.
      if (typeof value !== "string" || !/^[\x21-\x7e]{1,32768}$/.test(value)) {
        throw new StoreError(
          "failed",
          `The token service ${url.host} of ${registry.host} answered without a token`,
        );
      }
      context.mask(value);
      const next = body["refresh_token"];
      if (credentials.kind === "identity" && typeof next === "string" && next !== "") {
        context.mask(next);
        renewed = next;
      }
      const life = Number(body["expires_in"]) || DEFAULT_LIFE_S;
      return { value, refreshAt: context.clock.wall().getTime() + life * 1000 * USABLE };
    },
  };
}

function refused({ credentials }: TokenRequest, sent: Sent, registry: URL): StoreError {
  const { response, url } = sent;
  const what = `The token service ${url.host} of ${registry.host}`;
  const { status } = response;
  if (status !== 400 && status !== 401 && status !== 403)
    return statusFailure({ ...response, url, isElsewhere: false }, url.host, what);
  const said = quoted(problemsOf(response.body));
  return credentials.kind === "none"
    ? new StoreError(
        "unauthorized",
        `${what} gives none without credentials (${status})${said}, and ${credentials.source}`,
        { hint: `Log in: \`docker login ${registry.host}\`.` },
      )
    : new StoreError(
        "unauthorized",
        `${what} refused the credentials of ${credentials.source} (${status})${said}`,
        { hint: `Log in again: \`docker login ${registry.host}\`.` },
      );
}
