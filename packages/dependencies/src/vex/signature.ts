import type { CheckContext } from "@assay/core";
import { bytesArtifact, parseBundle, VerificationError, verifyBundle } from "@assay/sigstore";
import { expectedSigner } from "@assay/sigstore/keys";
import type { VexOptions } from "../ignores/inputs.ts";

export type Verifier = (bytes: Uint8Array, bundle: Uint8Array) => Promise<string | undefined>;

/** Whether the settings say who must have signed. */
export function wantsSignature({ vexKey, vexIdentity }: VexOptions): boolean {
  return vexKey !== undefined || vexIdentity !== undefined;
}

/**
 * A function that says why a bundle does not hold for a document, as a clause; `undefined` where it does.
 *
 * @throws UsageError where a key or trusted root is not there, or who must have signed is not clear.
 */
export async function signatureVerifier(
  context: CheckContext,
  { vexKey: key, vexIdentity: subject, vexOidcIssuer: issuer, vexTrustedRoot: root }: VexOptions,
): Promise<Verifier> {
  const { policy: signer } = await expectedSigner(context, "vex", { key, subject, issuer, root });
  return async (bytes, bundle) => {
    try {
      await verifyBundle(parseBundle(bundle), bytesArtifact(bytes), { signer });
      return undefined;
    } catch (error) {
      if (error instanceof VerificationError) return error.message;
      throw error;
    }
  };
}
