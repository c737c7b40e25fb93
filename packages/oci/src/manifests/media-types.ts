/** Media types of both families: https://github.com/opencontainers/image-spec/blob/main/media-types.md */
export const MEDIA_TYPES = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  dockerList: "application/vnd.docker.distribution.manifest.list.v2+json",
  dockerManifest: "application/vnd.docker.distribution.manifest.v2+json",
  config: "application/vnd.oci.image.config.v1+json",
  dockerConfig: "application/vnd.docker.container.image.v1+json",
  empty: "application/vnd.oci.empty.v1+json",
} as const;

/** What every read of a manifest names: a registry may answer 404 to one that does not. */
export const MANIFEST_ACCEPT = [
  MEDIA_TYPES.index,
  MEDIA_TYPES.manifest,
  MEDIA_TYPES.dockerList,
  MEDIA_TYPES.dockerManifest,
].join(", ");

export function kindOf(mediaType: string): "image" | "index" | undefined {
  switch (mediaType) {
    case MEDIA_TYPES.index:
    case MEDIA_TYPES.dockerList:
      return "index";
    case MEDIA_TYPES.manifest:
    case MEDIA_TYPES.dockerManifest:
      return "image";
    default:
      return undefined;
  }
}

/** An image to run, by the type of its config. */
export function isImageConfig(mediaType: string): boolean {
  return mediaType === MEDIA_TYPES.config || mediaType === MEDIA_TYPES.dockerConfig;
}

const FILES =
  /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar|docker\.image\.rootfs\.(?:foreign\.)?diff\.tar)(?:[+.](?:gzip|zstd))?$/;

/** A layer of a root file system. */
export function isLayerOfFiles(mediaType: string): boolean {
  return FILES.test(mediaType);
}
