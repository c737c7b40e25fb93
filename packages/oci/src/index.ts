export type {
  Descriptor,
  ImageIndex,
  ImageManifest,
  Platform,
  StoredManifest,
} from "./descriptor.ts";
export type { ImageStore, Referrers, WritableImageStore } from "./store.ts";
