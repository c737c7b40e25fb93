/** Keys: where they are read from, and signatures over a digest. */

export { openKeyService } from "./key-services/open.ts";
export type { KeyServiceRun } from "./key-services/run.ts";
export type { DigestName, KeyAlgorithm } from "./keys/algorithm.ts";
export { verifyDigest } from "./keys/digest-signature.ts";
export { mirrored } from "./keys/ecdsa.ts";
export type { SigningKey } from "./keys/private-key.ts";
export { parsePrivateKey } from "./keys/private-key.ts";
export type { PublicKey } from "./keys/public-key.ts";
export { parsePublicKey, publicKeyFrom, publicKeyPem } from "./keys/public-key.ts";
export type { KeyPlaces } from "./keys/read-key.ts";
export { readKeyText } from "./keys/read-key.ts";
export { baseBytes, readTrustedKey } from "./keys/trusted-key.ts";
export type { ExpectedSigner } from "./trust/signer.ts";
export { expectedSigner, readTrustedRoot } from "./trust/signer.ts";
