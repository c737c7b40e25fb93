/** Keys that sign messages, as formats of JSON hold signatures. */

export type { MessageKey } from "./keys/message-key.ts";
export { parseMessageKey } from "./keys/message-key.ts";
