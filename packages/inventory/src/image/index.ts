export type { ImageInput, ImageInventory, ImageLayer } from "./image.ts";
export {
  type PlatformImage,
  type PlatformImages,
  platformImages,
  platformText,
} from "./platforms.ts";
export type {
  Distribution,
  ExecutableFile,
  ImageComponent,
  ImageEvidence,
  ImagePlace,
} from "./reader.ts";
