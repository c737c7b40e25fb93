import { UsageError } from "@assay/core";
import type { IdentityToken } from "./oidc.ts";

/** How far this machine's clock and the issuer's may be apart, in milliseconds. */
export const SKEW = 60_000;

/**
 * Refuses a token that Fulcio would refuse with fewer words.
 *
 * @param name Where it was handed in.
 * @throws UsageError for another audience, a time to come, and what GitLab and Google leave out.
 */
export function refuseClaims(
  { claims, issuer }: IdentityToken,
  name: string,
  audience: string,
  now: Date,
): void {
  const refuse = (what: string, hint: string) =>
    new UsageError(`The identity token in ${name} ${what}`, { hint });
  const audiences = [claims["aud"] ?? audience].flat();
  if (!audiences.includes(audience)) {
    throw refuse(
      `is for the audience ${audiences.join(", ").slice(0, 200)}, and ${audience} is asked for`,
      "Ask for one of that audience (CircleCI: `circleci run oidc get`, not CIRCLE_OIDC_TOKEN), or name the other one as `oidc-audience`.",
    );
  }
  const begins = Math.max(...[claims["iat"], claims["nbf"]].map((at) => Number(at) || 0)) * 1000;
  if (begins > now.getTime() + SKEW) {
    throw refuse(
      `is not valid yet: it begins ${Math.round((begins - now.getTime()) / 1000)} s from now`,
      `Set this machine's clock, which says ${now.toISOString()}.`,
    );
  }
  if (issuer === "https://gitlab.com" && claims["ci_config_ref_uri"] === undefined) {
    throw refuse(
      "has no `ci_config_ref_uri`, which Fulcio needs of GitLab's",
      "It is left out where the CI configuration is of another project: keep it in this one, or use a key.",
    );
  }
  if (issuer === "https://accounts.google.com" && claims["email"] === undefined) {
    throw refuse(
      "has no `email`, which Fulcio needs of Google's",
      "As the service account: `gcloud auth print-identity-token --audiences=sigstore --include-email`.",
    );
  }
}
