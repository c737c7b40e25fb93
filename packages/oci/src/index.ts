export {
  type Compression,
  decompressed,
  formatOf,
  MAX_IMAGE_BYTES,
  MAX_LAYER_BYTES,
} from "./compression/decompress.ts";
export { isForeign, isKeptElsewhere } from "./content/foreign.ts";
export type {
  Descriptor,
  ImageIndex,
  ImageManifest,
  Platform,
  StoredManifest,
} from "./descriptor.ts";
export type { StoreFailure } from "./error.ts";
export { StoreError } from "./error.ts";
export { openWritableLayout } from "./layout/folder-store.ts";
export { type ImageConfig, type ImageHistory, readImageConfig } from "./manifests/config.ts";
export { isLayerOfFiles, kindOf, MEDIA_TYPES } from "./manifests/media-types.ts";
export { parseManifest } from "./manifests/parse.ts";
export {
  bestPlatforms,
  normalPlatform,
  parsePlatform,
  platformText,
} from "./manifests/platform.ts";
export type { ImagePart, OtherPart } from "./open/each-image.ts";
export { eachImage } from "./open/each-image.ts";
export type {
  ImageContext,
  ImageTarget,
  OpenedImage,
  OpenImageOptions,
} from "./open/open-image.ts";
export { isWritable, openImage, openImageTarget } from "./open/open-image.ts";
export { digestOf } from "./references/digest.ts";
export type { ImageReference } from "./references/reference.ts";
export { parseReference } from "./references/reference.ts";
export { registryHosts } from "./registry/hosts.ts";
export { REGISTRY_INPUTS, registryOptions } from "./registry/inputs.ts";
export { openRegistry } from "./registry/open.ts";
export type { RegistryContext, RegistryOptions } from "./registry/session.ts";
export { openWritableRegistry } from "./registry/write/open.ts";
export type { ImageStore, WritableImageStore } from "./store.ts";
export type { TarEntry, TarHandler, TarKind, TarSink } from "./tar/entry.ts";
export { readTar } from "./tar/read.ts";
