/** What the commands of images do, for whoever does several of them in one run. */

export type { SignerOptions } from "../sign/options.ts";
export type { SigningSession } from "../sign/prepare.ts";
export { openSession } from "../sign/prepare.ts";
export { attestImage, attestStatements } from "./attest-image.ts";
export type { ImageStatement } from "./options.ts";
export { signImage } from "./sign-image.ts";
export { requireVerifiable, verifyAsStranger } from "./stranger.ts";
export type { FoundImage, ImageSubject } from "./subjects.ts";
