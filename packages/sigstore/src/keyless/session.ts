import { generateKeyPairSync } from "node:crypto";
import { type Clock, type Logger, UsageError } from "@assay/core";
import { type SigningKey, signingKey } from "../keys/private-key.ts";
import { type IssuedCertificate, requestCertificate } from "./fulcio.ts";
import { type IdentityToken, identityToken, type TokenAccess, type TokenSource } from "./oidc.ts";

export interface Credential {
  readonly key: SigningKey;
  readonly certificate: IssuedCertificate;
}

/** One key pair, one token and one certificate for a whole batch, renewed before they expire. */
export interface KeylessSession {
  credential(): Promise<Credential>;
}

/** A certificate lives for ten minutes; a signature made in its last two might be logged too late. */
const USABLE_SHARE = 0.8;

export function keylessSession(
  context: TokenAccess & { readonly clock: Clock; readonly logger: Logger },
  fulcioUrl: string,
  source: TokenSource,
  first: IdentityToken,
): KeylessSession {
  let current: Promise<Credential> | undefined;
  let renewAt = Number.POSITIVE_INFINITY;
  const issue = async (identity: IdentityToken): Promise<Credential> => {
    // Made for this run and never written: what leaks later can't sign.
    const key = signingKey(generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey);
    const certificate = await requestCertificate(context.http, fulcioUrl, identity, key);
    const lifetime = certificate.notAfter.getTime() - certificate.notBefore.getTime();
    // By the age since it came, not by its dates: this machine's clock may be off.
    renewAt = context.clock.wall().getTime() + lifetime * USABLE_SHARE;
    return { key, certificate };
  };
  return {
    credential() {
      if (current === undefined) current = issue(first);
      else if (context.clock.wall().getTime() >= renewAt) {
        renewAt = Number.POSITIVE_INFINITY;
        context.logger.info("The certificate is about to expire; asking for another one");
        current = identityToken(context, source)
          .then((identity) => {
            if (source.token) refuseExpired(identity, context.clock.wall());
            return issue(identity);
          })
          .catch((error: unknown) => {
            // The next file asks again: the services may be back by then.
            renewAt = Number.NEGATIVE_INFINITY;
            throw error;
          });
      }
      return current;
    },
  };
}

/** A token that was handed in is the same as before; an expired one is not sent. A CI's is new each time. */
function refuseExpired({ expires }: IdentityToken, now: Date): void {
  if (expires === undefined || now < expires) return;
  throw new UsageError(
    `The identity token that was handed in expired at ${expires.toISOString()}, and the certificate has to be renewed with it`,
    {
      hint: "Let the CI hand out tokens (`id-token: write`), hand in one that lives as long as the run, or sign fewer files in one run. Files that are signed already are skipped.",
    },
  );
}
