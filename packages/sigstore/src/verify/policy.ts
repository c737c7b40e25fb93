import type { PublicKey } from "../keys/public-key.ts";
import type { TrustedRoot } from "../trust/trusted-root.ts";
import type { IdentityPolicy } from "./identity-policy.ts";

/** Who must have signed: the holder of a key, or an identity that the trusted root's CA vouches for. */
export type SignerPolicy =
  | { readonly kind: "key"; readonly key: PublicKey; readonly root?: TrustedRoot }
  | {
      readonly kind: "certificate";
      readonly root: TrustedRoot;
      /** `undefined` checks everything but who it is: the caller compares what comes back. */
      readonly identity: IdentityPolicy | undefined;
    };

export interface VerifyOptions {
  readonly signer: SignerPolicy;
  /** Also for key-signed bundles; certificates always need what the trusted root has logs for. */
  readonly requireLog: boolean;
}
