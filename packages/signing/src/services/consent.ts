import { type TriggerEvent, UsageError } from "@assay/core";
import { isPublicGood, type SigningPlan } from "./plan.ts";

/**
 * Keeps names of private repositories out of public logs: Rekor and the certificate log of Sigstore's public instance
 * show the repository, workflow and commit to everyone, for ever.
 *
 * @param tokenVisibility What the CI's own token says, which no pull request can change.
 * @throws UsageError when the repository is not known to be public and nobody consented.
 */
export function requireConsent(
  plan: SigningPlan,
  event: TriggerEvent | null,
  tokenVisibility: string | undefined,
  allowed: boolean,
): void {
  const publicUrls = [
    ...(plan.certificateAuthority === undefined ? [] : [plan.certificateAuthority]),
    ...plan.logs.map(({ url }) => url),
  ].filter(isPublicGood);
  if (allowed || publicUrls.length === 0) return;
  const visibility = tokenVisibility ?? visibilityOf(event) ?? "unknown";
  if (visibility === "public") return;
  throw new UsageError(
    `The visibility of this repository is ${visibility}, and ${new URL(publicUrls[0] ?? "").host} writes to a public log`,
    {
      hint: "Anyone can read there who signed what, for ever. Set `allow-public-log: true` if that is meant, or use a key or a private instance (`signing-config`).",
    },
  );
}

function visibilityOf(event: TriggerEvent | null): string | undefined {
  const repository = event?.payload["repository"];
  if (typeof repository !== "object" || repository === null) return undefined;
  const { visibility, private: isPrivate } = repository as Readonly<Record<string, unknown>>;
  if (typeof visibility === "string") return visibility;
  if (typeof isPrivate === "boolean") return isPrivate ? "private" : "public";
  return undefined;
}
