export { type BroughtBy, broughtBy, componentBroughtBy } from "./base/attribution.ts";
export type {
  BaseClaim,
  BaseImage,
  BaseMethod,
  BaseOptions,
  BaseResult,
} from "./base/base-image.ts";
export { findBaseImage } from "./base/base-image.ts";
export { diffIdsFor } from "./base/fetched.ts";
export type { ImageInput, ImageInventory, ImageLayer } from "./image.ts";
export { folderLayer } from "./layers/folder-layer.ts";
export { imageMaterial, type ReadImage } from "./material.ts";
export {
  type ImageInventories,
  type ImageInventoriesOptions,
  imageInventories,
  type ReadPlatformImage,
  withImageInventories,
  withOpenedImage,
} from "./of-image.ts";
export {
  type PlatformImage,
  type PlatformImages,
  platformImages,
} from "./platforms.ts";
export { type ReadImageOptions, readImageInventory } from "./read-image.ts";
export type {
  Distribution,
  ExecutableFile,
  ImageComponent,
  ImageEvidence,
  ImageFile,
  ImageObserver,
  ImagePlace,
  ImageReader,
} from "./reader.ts";
