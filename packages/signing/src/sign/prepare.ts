import { type CommandContext, UsageError } from "@assay/core";
import { loadTrustedRoot, type TrustedRoot } from "@assay/sigstore";
import { keyReference } from "@assay/sigstore/key-services";
import {
  type KeyAlgorithm,
  openKeyService,
  parsePrivateKey,
  readKeyText,
  type SigningKey,
} from "@assay/sigstore/keys";
import {
  circuitBreaker,
  type IdentityToken,
  identityToken,
  keylessSession,
  parseSigningConfig,
  readTrustFile,
  rekorV1,
  rekorV2,
  timestampAuthority,
  type Witness,
} from "@assay/sigstore/sign";
import { planFromConfig } from "../services/config-plan.ts";
import { requireConsent } from "../services/consent.ts";
import { planFromInputs, type SigningPlan, withTime } from "../services/plan.ts";
import type { SignerOptions } from "./options.ts";
import { certificateOf, ownCertificate, type SignerCertificate } from "./own-certificate.ts";
import { tokenSource } from "./token-source.ts";

/** A key, with its certificate where the run is keyless. */
export interface SignerCredential {
  readonly key: SigningKey;
  readonly certificate: SignerCertificate | undefined;
}

/** What is ready before the first file is signed. */
export interface SigningSession {
  readonly plan: SigningPlan;
  readonly trustedRoot: TrustedRoot | undefined;
  /** What the token says that the certificate was issued for; none with a key. */
  readonly claims: IdentityToken["claims"] | undefined;
  /** Renewed when a certificate is about to expire; `outlived` is the key of one that has. */
  credential(outlived?: SigningKey): Promise<SignerCredential>;
  witnesses(algorithm: KeyAlgorithm): readonly Witness[];
}

/**
 * Opens the key, or gets an identity token and a certificate. Reads every file and asks for consent before the first
 * request goes out.
 *
 * @throws UsageError for wrong inputs, a missing token or missing consent; ExternalError when a service fails.
 */
export async function openSession(
  given: CommandContext,
  options: SignerOptions,
): Promise<SigningSession> {
  const context: CommandContext = { ...given, http: circuitBreaker(given.http) };
  const plan = await readPlan(context, options);
  const trustedRoot =
    options.trustedRoot === undefined
      ? undefined
      : await loadTrustedRoot(options.trustedRoot, context.root);
  const { http } = context;
  return {
    plan,
    trustedRoot,
    ...(await credentials(context, options, plan)),
    witnesses: (algorithm) => [
      ...plan.logs.map(({ url, version }) =>
        version === 1
          ? rekorV1(http, url, algorithm)
          : rekorV2(http, url, algorithm, trustedRoot?.logs ?? []),
      ),
      ...plan.timestampUrls.map((url) => timestampAuthority(http, url)),
    ],
  };
}

/** @throws UsageError where there is no such key, or it does not open. */
export async function openKey(
  context: CommandContext,
  { key = "", keyPassword }: SignerOptions,
): Promise<SigningKey> {
  if (key.includes("-----BEGIN")) {
    throw new UsageError("`key` holds a key itself instead of where it is", {
      hint: "Put it into a secret, pass that with `env:`, and give `env://NAME`.",
    });
  }
  if (keyReference(key) !== undefined) return await openKeyService(key, context);
  const { text, source } = await readKeyText(context, key, "key");
  return await parsePrivateKey(text, keyPassword, source);
}

/** The key, with its own certificate where one is given. */
export async function openSigner(
  context: CommandContext,
  options: SignerOptions,
): Promise<SignerCredential> {
  const key = await openKey(context, options);
  if (options.certificate === undefined) return { key, certificate: undefined };
  const { text, source } = await readKeyText(context, options.certificate, "certificate");
  return { key, certificate: ownCertificate(text, source, key, context.clock.wall()) };
}

/** @throws UsageError for services that don't go together, or give no time to a certificate. */
export async function readPlan(
  context: CommandContext,
  options: SignerOptions,
): Promise<SigningPlan> {
  const plan = await planOf(context, options);
  if (options.certificate === undefined) return plan;
  if (options.key !== undefined) return withTime(plan);
  throw new UsageError("`certificate` is given without `key`", {
    hint: "Give the key that it is for. Keyless signing gets a certificate of its own.",
  });
}

async function planOf(context: CommandContext, options: SignerOptions): Promise<SigningPlan> {
  const hasKey = options.key !== undefined;
  const { signingConfig, fulcioUrl, rekorUrls, tsaUrl } = options;
  if (signingConfig === undefined) {
    for (const [name, url] of [
      ["fulcio-url", fulcioUrl],
      ["tsa-url", tsaUrl],
    ] as const) {
      if (url !== undefined) checkUrl(name, url);
    }
    for (const url of rekorUrls) checkUrl("rekor-url", url);
    return planFromInputs(options, hasKey);
  }
  if (fulcioUrl !== undefined || rekorUrls.length > 0 || tsaUrl !== undefined) {
    throw new UsageError("`signing-config` is given together with URLs of services", {
      hint: "Give either `signing-config`, or `fulcio-url`, `rekor-url` and `tsa-url`.",
    });
  }
  const bytes = await readTrustFile(signingConfig, context.root, "signing config");
  return planFromConfig(parseSigningConfig(bytes, signingConfig), hasKey, context.clock.wall());
}

function checkUrl(input: string, url: string): void {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return;
  throw new UsageError(`\`${input}\` is "${url}"; it must be an http(s) URL`);
}

async function credentials(
  context: CommandContext,
  options: SignerOptions,
  plan: SigningPlan,
): Promise<Pick<SigningSession, "claims" | "credential">> {
  const { certificateAuthority } = plan;
  if (options.key !== undefined || certificateAuthority === undefined) {
    requireConsent(plan, context.event, undefined, options.allowPublicLog);
    const credential = await openSigner(context, options);
    return { claims: undefined, credential: async () => credential };
  }
  const source = tokenSource(options, context.root, context.environment);
  const identity = await identityToken(context, source);
  requireConsent(plan, context.event, identity.visibility, options.allowPublicLog);
  const session = keylessSession(context, certificateAuthority, source, identity);
  return {
    claims: identity.claims,
    async credential(outlived) {
      const { key, certificate } = await session.credential(outlived);
      return { key, certificate: certificateOf(certificate.leaf, certificate.issuers) };
    },
  };
}
