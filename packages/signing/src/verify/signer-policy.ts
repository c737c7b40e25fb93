import { type CheckContext, UsageError } from "@assay/core";
import { identityPattern, identityWildcard, type SignerPolicy } from "@assay/sigstore";
import { readTrustedKey } from "@assay/sigstore/keys";
import type { VerifyRunOptions } from "./options.ts";
import { filled, templateValues } from "./templates.ts";
import { trustedRootOf } from "./trusted-root.ts";

/**
 * Who must have signed, from the inputs: a key, or an identity with its issuer and a trusted root.
 *
 * @throws UsageError when neither or both are given, or what belongs to one is missing.
 */
export async function signerPolicy(
  context: CheckContext,
  options: VerifyRunOptions,
): Promise<SignerPolicy> {
  const { key, certificateOidcIssuer } = options;
  const { certificateIdentity, certificateIdentityPattern, certificateIdentityWildcard } = options;
  const identities = [
    certificateIdentity,
    certificateIdentityPattern,
    certificateIdentityWildcard,
  ].filter(isGiven);
  const isIdentity =
    identities.length > 0 ||
    certificateOidcIssuer !== undefined ||
    Object.keys(options.claims).length > 0;
  if (key !== undefined && isIdentity) {
    throw new UsageError("`key` is given together with a certificate identity", {
      hint: "Files are signed either with a key or by an identity: verify each kind in a run of its own.",
    });
  }
  if (key !== undefined) {
    const read = (reference: string) => readTrustedKey(context, reference);
    const others = await Promise.all((options.otherKeys ?? []).map(read));
    const base = { kind: "key", key: await read(key), others } as const;
    const root = await trustedRootOf(context, options, options.trustedRoot);
    return root === undefined ? base : { ...base, root };
  }
  if (identities.length !== 1) {
    throw new UsageError(
      identities.length === 0
        ? "Nothing says who must have signed"
        : "More than one of `certificate-identity`, `certificate-identity-pattern` and `certificate-identity-regexp` is given",
      {
        hint: "Give `key`, or one of `certificate-identity`, `certificate-identity-pattern` and `certificate-identity-regexp` with `certificate-oidc-issuer`.",
      },
    );
  }
  if (!isGiven(certificateOidcIssuer)) {
    throw new UsageError("`certificate-identity` is given without `certificate-oidc-issuer`", {
      hint: "For GitHub Actions it is https://token.actions.githubusercontent.com.",
    });
  }
  const root = await trustedRootOf(context, options, options.trustedRoot);
  if (root === undefined) {
    throw new UsageError("An identity can't be verified without `trusted-root`", {
      hint: "On the command line `--tuf-url public` takes that of Sigstore's public instance. Else fetch it with `cosign trusted-root create --with-default-services --out trusted_root.json` (or `gh attestation trusted-root`), review it, and commit it. For a private instance its operator has one.",
    });
  }
  const values = templateValues(context, options);
  const fill = (text: string, input: string) => filled(text, values, input);
  return {
    kind: "certificate",
    root,
    identity: {
      issuer: certificateOidcIssuer,
      ...(isGiven(certificateIdentity)
        ? { subject: fill(certificateIdentity, "certificate-identity") }
        : {
            pattern: isGiven(certificateIdentityWildcard)
              ? identityWildcard(fill(certificateIdentityWildcard, "certificate-identity-pattern"))
              : identityPattern(certificateIdentityPattern ?? ""),
          }),
      claims: Object.fromEntries(
        Object.entries(options.claims).map(([name, text]) => [
          name,
          fill(text, `certificate-${name}`),
        ]),
      ),
    },
  };
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
