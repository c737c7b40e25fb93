/** Images: signed, attested and verified where they lie. */

export type { Predicate } from "../attest/predicate.ts";
export type { SigningSession } from "../sign/prepare.ts";
export { openSession } from "../sign/prepare.ts";
export { attestImage, attestStatements } from "./attest-image.ts";
export type {
  ImageAttestOptions,
  ImageSignOptions,
  ImageStatement,
  ImageVerifyOptions,
} from "./options.ts";
export { IMAGE_SIGN_RULES, IMAGE_VERIFY_RULES } from "./rules.ts";
export { signImage } from "./sign-image.ts";
export type { FoundImage, ImageSubject, ImageSubjects } from "./subjects.ts";
export { subjectsOf as imageSubjects } from "./subjects.ts";
export { verifyImage } from "./verify-image.ts";
