/** Signatures over messages, as formats of JSON hold them: verified. */

export { isJwaAlgorithm, verifyJwa } from "./keys/jwa.ts";
