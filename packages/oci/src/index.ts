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
export type { TarEntry, TarHandler, TarKind, TarLimits, TarSink } from "./tar/entry.ts";
export { readTar, readTarAt } from "./tar/read.ts";
