import { basicValue, type Credentials, findCredentials } from "../credentials/credentials.ts";
import { StoreError } from "../error.ts";
import type { ImageReference } from "../references/reference.ts";
import { type Challenge, parseChallenges } from "./challenge.ts";
import { problemsOf, quoted } from "./failure.ts";
import type { RegistryContext, RegistryResponse } from "./session.ts";
import type { Token, TokenService } from "./tokens.ts";

/** What goes into `Authorization`, learnt from the registry's challenges: nothing is sent before one came. */
export interface Authorizer {
  /** @param scopes What a token has to allow. */
  header(scopes: readonly string[]): Promise<string | undefined>;
  /** Whether there are credentials that no challenge has asked for yet. */
  isUnasked(): Promise<boolean>;
  /**
   * Learns from a 401: whether the request is worth another try.
   *
   * @param tries How often the request was refused so far, from 1.
   * @throws StoreError where it is not, with the reason.
   */
  learn(response: RegistryResponse, scopes: readonly string[], tries: number): Promise<void>;
}

export function createAuthorizer(
  context: RegistryContext,
  { registry, repository }: ImageReference,
  tokens: TokenService,
): Authorizer {
  let challenge: Challenge | undefined;
  let found: Promise<Credentials> | undefined;
  const credentials = () => {
    found ??= findCredentials(context, registry, repository);
    return found;
  };
  const kept = new Map<string, Promise<Token>>();
  /** Scopes that a registry wanted beside those that were asked for. */
  const extra = new Map<string, readonly string[]>();

  const token = async (current: Challenge, scopes: readonly string[]): Promise<string> => {
    const key = scopes.join(" ");
    const old = await kept.get(key)?.catch(() => undefined);
    if (old !== undefined && context.clock.wall().getTime() < old.refreshAt) return old.value;
    const all = [...scopes, ...(extra.get(key) ?? [])];
    const fresh = tokens.get({ challenge: current, scopes: all, credentials: await credentials() });
    kept.set(key, fresh);
    return (await fresh).value;
  };

  return {
    async header(scopes) {
      if (challenge === undefined) return undefined;
      const own = await credentials();
      if (challenge.scheme === "basic")
        return own.kind === "password"
          ? `Basic ${basicValue(own.username, own.password)}`
          : undefined;
      return `Bearer ${own.kind === "bearer" ? own.token : await token(challenge, scopes)}`;
    },
    isUnasked: async () => challenge === undefined && (await credentials()).kind !== "none",
    async learn(response, scopes, tries) {
      const { host } = response.url;
      const own = await credentials();
      const said = quoted(problemsOf(response.body));
      const fail = (reason: string, failure: "unauthorized" | "forbidden" = "unauthorized") => {
        throw new StoreError(failure, `${host} ${reason}${said}`, {
          hint: `Log in: \`docker login ${registry}\`.`,
        });
      };
      const offered = parseChallenges(response.headers["www-authenticate"] ?? "");
      const of = (scheme: string) => offered.find((offer) => offer.scheme === scheme);
      const chosen = of("bearer") ?? of("basic");
      if (chosen === undefined) {
        const names = offered.map(({ scheme }) => scheme.slice(0, 40)).join(", ") || "none";
        return fail(
          `answered 401 and offers no way to log in that is known here: Bearer or Basic (found: ${names})`,
        );
      }
      const key = scopes.join(" ");
      challenge = chosen;
      if (chosen.scheme === "basic") {
        if (own.kind === "none") fail(`wants a name and password, and ${own.source}`);
        if (own.kind !== "password")
          fail(`takes a name and password only, and ${own.source} has a token`);
        if (tries > 1) fail(`refused the name and password of ${own.source} (401)`);
        return;
      }
      const wanted = (chosen.parameters.get("scope") ?? "")
        .split(" ")
        .filter((scope) => scope !== "");
      const more = wanted.filter(
        (scope) => ![...scopes, ...(extra.get(key) ?? [])].includes(scope),
      );
      const isRetry = tries > 1;
      if (tries > 2 || (isRetry && more.length === 0) || (isRetry && own.kind === "bearer")) {
        const isScope = chosen.parameters.get("error") === "insufficient_scope";
        const whose =
          own.kind === "none"
            ? `a token without credentials (${own.source})`
            : `the credentials of ${own.source}`;
        fail(
          isScope ? `does not allow \`${key}\` to ${whose}` : `refused ${whose} (401)`,
          isScope && own.kind !== "none" ? "forbidden" : "unauthorized",
        );
      }
      if (isRetry) extra.set(key, more);
      kept.delete(key);
    },
  };
}
