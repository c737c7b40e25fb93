import { UsageError } from "@assay/core";

export interface LogService {
  readonly url: string;
  readonly version: 1 | 2;
}

/** The services that a run signs with. Without a certificate authority it signs with a key. */
export interface SigningPlan {
  readonly certificateAuthority: string | undefined;
  readonly logs: readonly LogService[];
  readonly timestampUrls: readonly string[];
}

/** The URLs as the inputs have them. */
export interface ServiceInputs {
  readonly fulcioUrl: string | undefined;
  readonly rekorUrls: readonly string[];
  readonly rekorVersion: 1 | 2;
  readonly tsaUrl: string | undefined;
}

/** Sigstore's public-good instance, as its own signing config names it. */
export const PUBLIC_GOOD = {
  fulcio: "https://fulcio.sigstore.dev",
  rekor: { 1: "https://rekor.sigstore.dev", 2: "https://log2025-1.rekor.sigstore.dev" },
  tsa: "https://timestamp.sigstore.dev/api/v1/timestamp",
} as const;

/**
 * The plan from explicit URLs. The public-good instance stands in only when no service is named at all: who names a
 * private Fulcio must not end up in a public log.
 *
 * @throws UsageError when a keyless signature would have no time that outlives its certificate.
 */
export function planFromInputs(inputs: ServiceInputs, hasKey: boolean): SigningPlan {
  const { fulcioUrl, rekorUrls, rekorVersion, tsaUrl } = inputs;
  const isNamed = fulcioUrl !== undefined || rekorUrls.length > 0 || tsaUrl !== undefined;
  const logs = rekorUrls.map((url) => ({ url, version: rekorVersion }));
  const timestampUrls = tsaUrl === undefined ? [] : [tsaUrl];
  if (hasKey) return { certificateAuthority: undefined, logs, timestampUrls };
  if (isNamed) {
    const certificateAuthority = fulcioUrl ?? PUBLIC_GOOD.fulcio;
    return withTime({ certificateAuthority, logs, timestampUrls });
  }
  return {
    certificateAuthority: PUBLIC_GOOD.fulcio,
    logs: [{ url: PUBLIC_GOOD.rekor[rekorVersion], version: rekorVersion }],
    timestampUrls: [PUBLIC_GOOD.tsa],
  };
}

/** @throws UsageError when no service of a keyless plan gives a time. */
export function withTime(plan: SigningPlan): SigningPlan {
  const hasTime = plan.timestampUrls.length > 0 || plan.logs.some(({ version }) => version === 1);
  if (hasTime) return plan;
  throw new UsageError(
    "A signature with a certificate needs a time, and no service here gives one",
    {
      hint: "Certificates end (Fulcio's after ten minutes). Give `tsa-url`, or a Rekor v1 log in `rekor-url`; a Rekor v2 log gives no time.",
    },
  );
}

/** Whether a service belongs to Sigstore's public instances, whose logs anyone can read for ever. */
export function isPublicGood(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return ["sigstore.dev", "sigstage.dev"].some(
    (name) => host === name || host.endsWith(`.${name}`),
  );
}
