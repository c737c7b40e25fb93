/** What the commands of images do, for whoever does several of them in one run. */

export type { Predicate } from "../attest/predicate.ts";
export type { SignerOptions } from "../sign/options.ts";
export type { SigningSession } from "../sign/prepare.ts";
export { openSession } from "../sign/prepare.ts";
export { attestImage, attestStatements } from "./attest-image.ts";
export type {
  ImageAttestOptions,
  ImageSignOptions,
  ImageStatement,
  ImageVerifyOptions,
} from "./options.ts";
export { signImage } from "./sign-image.ts";
export { requireVerifiable, type StrangerOptions, verifyAsStranger } from "./stranger.ts";
export type { FoundImage, ImageSubject, ImageSubjects } from "./subjects.ts";
export { subjectsOf as imageSubjects } from "./subjects.ts";
export { verifyImage } from "./verify-image.ts";
