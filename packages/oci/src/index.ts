export type {
  Descriptor,
  ImageIndex,
  ImageManifest,
  Platform,
  StoredManifest,
} from "./descriptor.ts";
export type { StoreFailure } from "./error.ts";
export { StoreError } from "./error.ts";
export type { ImageStore, Referrers, WritableImageStore } from "./store.ts";
