import type { PublicKey } from "../keys/public-key.ts";
import type { TrustedRoot } from "../trust/trusted-root.ts";
import type { IdentityPolicy } from "./identity-policy.ts";

/** Who must have signed: the holder of a key, or an identity that the trusted root's CA vouches for. */
export type SignerPolicy =
  | {
      readonly kind: "key";
      readonly key: PublicKey;
      /** Keys that may have signed in its place: the next one, or the one before it. */
      readonly others?: readonly PublicKey[];
      readonly root?: TrustedRoot;
    }
  | {
      readonly kind: "certificate";
      readonly root: TrustedRoot;
      /** `undefined` checks everything but who it is: the caller compares what comes back. */
      readonly identity: IdentityPolicy | undefined;
    };

export interface VerifyOptions {
  readonly signer: SignerPolicy;
  /**
   * Whether a log entry is demanded. Where it is left out: where the trusted root names a log, as cosign does. `false`
   * lets bundles of keys go without; those of certificates never, for a stolen short-lived key is noticed nowhere else.
   */
  readonly requireLog?: boolean | undefined;
  /** SHA-256 of SubjectPublicKeyInfo in lower-case hex: what such a key signed is refused, whenever it was. */
  readonly revokedKeys?: ReadonlySet<string> | undefined;
}
