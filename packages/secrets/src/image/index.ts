export {
  type ImagePlaceFacts,
  type ImageSecretScanner,
  type ImageTextPlace,
  imageSecretScanner,
} from "./scanner.ts";
