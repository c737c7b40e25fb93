/** Keys as a person handles them: made, and looked at. */

export type { KeyDescription } from "./keys/describe-key.ts";
export { describeKey } from "./keys/describe-key.ts";
export type { KeyPair } from "./keys/generate-key.ts";
export { generateKeyPair, KEY_KINDS } from "./keys/generate-key.ts";
