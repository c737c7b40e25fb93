export type { ImageInput, ImageInventory, ImageLayer } from "./image.ts";
export type {
  Distribution,
  ExecutableFile,
  ImageComponent,
  ImageEvidence,
  ImagePlace,
} from "./reader.ts";
