import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { encryptCosignKey } from "./encrypt-key.ts";
import { type PublicKey, publicKeyFrom, publicKeyPem } from "./public-key.ts";

const ec = (namedCurve: string) => () => generateKeyPairSync("ec", { namedCurve });
const rsa = (modulusLength: number) => () => generateKeyPairSync("rsa", { modulusLength });

/** Kinds of keys by the name that a person gives them, the default first. */
const KINDS = new Map<
  string,
  () => { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
>(
  Object.entries({
    "p-256": ec("P-256"),
    "p-384": ec("P-384"),
    ed25519: () => generateKeyPairSync("ed25519"),
    "rsa-2048": rsa(2048),
    "rsa-3072": rsa(3072),
    "rsa-4096": rsa(4096),
  }),
);

export const KEY_KINDS: readonly string[] = [...KINDS.keys()];

export interface KeyPair {
  readonly publicKey: PublicKey;
  /** PEM in cosign's encrypted form. */
  readonly privatePem: string;
  readonly publicPem: string;
}

/**
 * A new key pair in the form of `cosign generate-key-pair`.
 *
 * @param kind One of `KEY_KINDS`.
 */
export async function generateKeyPair(kind: string, password: string): Promise<KeyPair> {
  const make = KINDS.get(kind);
  if (make === undefined) throw new TypeError(`no kind of keys: ${kind}`);
  const pair = make();
  const publicKey = publicKeyFrom(pair.publicKey);
  const der = pair.privateKey.export({ format: "der", type: "pkcs8" });
  const privatePem = await encryptCosignKey(der, password);
  der.fill(0);
  return { publicKey, privatePem, publicPem: publicKeyPem(publicKey) };
}
