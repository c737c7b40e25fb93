/** Signatures over messages, as formats of JSON hold them. */

export { isJwaAlgorithm, verifyJwa } from "./keys/jwa.ts";
export type { MessageKey } from "./keys/message-key.ts";
export { parseMessageKey } from "./keys/message-key.ts";
