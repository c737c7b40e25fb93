import { generateKeyPairSync } from "node:crypto";
import type { Logger } from "@assay/core";
import { type SigningKey, signingKey } from "../keys/private-key.ts";
import { type IssuedCertificate, requestCertificate } from "./fulcio.ts";
import { type IdentityToken, identityToken, type TokenAccess, type TokenSource } from "./oidc.ts";

export interface Credential {
  readonly key: SigningKey;
  readonly certificate: IssuedCertificate;
}

/** One key pair, one token and one certificate for a whole batch, renewed before they expire. */
export interface KeylessSession {
  /** @param outlived The key of a certificate that has expired already, whatever the clock here says. */
  credential(outlived?: SigningKey): Promise<Credential>;
}

/** A certificate lives for ten minutes; a signature made in its last two might be logged too late. */
const USABLE_SHARE = 0.8;

export function keylessSession(
  context: TokenAccess & { readonly logger: Logger },
  fulcioUrl: string,
  source: TokenSource,
  first: IdentityToken,
): KeylessSession {
  let current: Promise<Credential> | undefined;
  let renewAt = Number.POSITIVE_INFINITY;
  let inUse: SigningKey | undefined;
  const issue = async (identity: IdentityToken): Promise<Credential> => {
    // Made for this run and never written: what leaks later can't sign.
    const key = signingKey(generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey);
    const certificate = await requestCertificate(context.http, fulcioUrl, identity, key);
    const lifetime = certificate.notAfter.getTime() - certificate.notBefore.getTime();
    // By the age since it came, not by its dates: this machine's clock may be off.
    renewAt = context.clock.wall().getTime() + lifetime * USABLE_SHARE;
    inUse = key;
    return { key, certificate };
  };
  return {
    credential(outlived) {
      if (current === undefined) current = issue(first);
      else if (
        context.clock.wall().getTime() >= renewAt ||
        (outlived !== undefined && outlived === inUse)
      ) {
        renewAt = Number.POSITIVE_INFINITY;
        inUse = undefined;
        context.logger.info("The certificate is about to expire; asking for another one");
        current = identityToken(context, { ...source, isRenewal: true })
          .then(issue)
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
