import { EMAIL } from "../session.ts";

export type Signer = "identity" | "key";
/** Which log: Rekor v2, one as Rekor v1, or none. */
export type Log = "Rekor v2" | "Rekor v1" | "no log";

export interface Product {
  readonly name: string;
  /** Absent for a plain signature. */
  readonly predicateType?: string;
  readonly document?: object;
}

/** One bundle over `<stem>.bin`, and how whoever verifies it asks. */
export interface Made {
  readonly stem: string;
  readonly product: Product;
  readonly signer: Signer;
  readonly log: Log;
  readonly identity: string;
  /** The path of the issuer at the stub. */
  readonly issuer: "" | "/gh";
}

export const fileOf = ({ stem }: Pick<Made, "stem">): string => `${stem}.bin`;
export const bundleFileOf = ({ stem }: Pick<Made, "stem">): string => `${stem}.bin.sigstore.json`;

export function made(
  stem: string,
  product: Product,
  signer: Signer,
  log: Log,
  who: Partial<Pick<Made, "identity" | "issuer">> = {},
): Made {
  return { stem, product, signer, log, identity: EMAIL, issuer: "", ...who };
}
