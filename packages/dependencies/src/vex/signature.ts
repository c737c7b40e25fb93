import { createHash } from "node:crypto";
import { type CheckContext, UsageError } from "@assay/core";
import {
  parseBundle,
  parseTrustedRoot,
  type SignedArtifact,
  type SignerPolicy,
  VerificationError,
  verifyBundle,
} from "@assay/sigstore";
import { readTrustedKey } from "@assay/sigstore/keys";
import type { VexOptions } from "../ignores/inputs.ts";

export type Verifier = (bytes: Uint8Array, bundle: Uint8Array) => Promise<string | undefined>;

/** Whether the settings say who must have signed. */
export function wantsSignature({ vexKey, vexIdentity }: VexOptions): boolean {
  return vexKey !== undefined || vexIdentity !== undefined;
}

/**
 * A function that says why a bundle does not hold for a document, as a clause; `undefined` where it does.
 *
 * @throws UsageError where a key or trusted root is not there, or the identity is not said whole.
 */
export async function signatureVerifier(
  context: CheckContext,
  { vexKey, vexIdentity, vexOidcIssuer, vexTrustedRoot }: VexOptions,
): Promise<Verifier> {
  const root = async () => {
    const bytes = vexTrustedRoot && (await context.settings.read(vexTrustedRoot, { named: true }));
    if (bytes) return parseTrustedRoot(Buffer.from(bytes), vexTrustedRoot);
    throw new UsageError("`vex-trusted-root` names no file that is there", {
      hint: "An identity is verified by a Sigstore trusted root: `gh attestation trusted-root` writes that of the public instance.",
    });
  };
  if (vexKey === undefined && vexOidcIssuer === undefined)
    throw new UsageError("`vex-identity` is given without `vex-oidc-issuer`");
  const signer: SignerPolicy =
    vexKey !== undefined
      ? {
          kind: "key",
          key: await readTrustedKey(context, vexKey),
          ...(vexTrustedRoot !== undefined && { root: await root() }),
        }
      : {
          kind: "certificate",
          root: await root(),
          identity: { issuer: vexOidcIssuer ?? "", subject: vexIdentity ?? "" },
        };
  return async (bytes, bundle) => {
    try {
      await verifyBundle(parseBundle(bundle), artifactOf(bytes), { signer });
      return undefined;
    } catch (error) {
      if (error instanceof VerificationError) return error.message;
      throw error;
    }
  };
}

function artifactOf(bytes: Uint8Array): SignedArtifact {
  return {
    digests: async (names) =>
      new Map(
        [...names, "sha256" as const].map((name) => [
          name,
          createHash(name).update(bytes).digest(),
        ]),
      ),
    read: async () => bytes,
  };
}
