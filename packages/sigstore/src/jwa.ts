/** Signatures over messages, as formats of JSON hold them. */

export { repeatedField } from "./bundle/repeated-field.ts";
export type { MessageKey } from "./keys/jwa.ts";
export { isJwaAlgorithm, parseMessageKey, verifyJwa } from "./keys/jwa.ts";
