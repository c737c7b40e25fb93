/** A platform as an index names it: https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
  readonly osVersion?: string;
  readonly osFeatures?: readonly string[];
}

/** What points to a manifest or blob: https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
export interface Descriptor {
  readonly mediaType: string;
  /** `sha256:` or `sha512:` and lower-case hex, checked when it was read. */
  readonly digest: string;
  /** Bytes, a safe integer of 0 or more. */
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  /** Other places of the content. Nobody vouches for them: nothing is fetched from there unasked. */
  readonly urls?: readonly string[];
}

/** An image of one platform, or an artifact in the shape of one. */
export interface ImageManifest {
  readonly kind: "image";
  readonly mediaType: string;
  /** Its own, or else that of its config: what it is where it is no image. */
  readonly artifactType?: string;
  readonly config: Descriptor;
  /** The oldest first. */
  readonly layers: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A list of manifests: an image of several platforms, or referrers. */
export interface ImageIndex {
  readonly kind: "index";
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly manifests: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A manifest as it was read: its digest is that of the very bytes. */
export interface StoredManifest {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly manifest: ImageManifest | ImageIndex;
}
