export { type ImagePlaceFacts, imageSecretScanner } from "./scanner.ts";
