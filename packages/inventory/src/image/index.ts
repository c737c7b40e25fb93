export { broughtBy, componentBroughtBy } from "./base/attribution.ts";
export type { BaseImage } from "./base/base-image.ts";
export type { ImageInventory, ImageLayer } from "./image.ts";
export { imageMaterial, type ReadImage } from "./material.ts";
export {
  type ImageInventories,
  type ImageInventoriesOptions,
  imageInventories,
  type ReadPlatformImage,
  withImageInventories,
  withOpenedImage,
} from "./of-image.ts";
export type { PlatformImages } from "./platforms.ts";
export { readImageInventory } from "./read-image.ts";
export type {
  Distribution,
  ExecutableFile,
  ImageComponent,
  ImageObserver,
  ImagePlace,
} from "./reader.ts";
