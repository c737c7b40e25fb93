import { createHash } from "node:crypto";

export interface KeptManifest {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

interface Repository {
  readonly blobs: Map<string, Buffer>;
  readonly manifests: Map<string, KeptManifest>;
  readonly tags: Map<string, string>;
}

/** What a registry holds; tests put things into it and look at them past every protocol. */
export interface RegistryContent {
  readonly repositories: ReadonlyMap<string, Repository>;
  /** The digest. */
  putBlob(repository: string, bytes: Uint8Array | string): string;
  /** The digest. An object is written as JSON; the media type is its field where it is not given. */
  putManifest(repository: string, manifest: unknown, tag?: string, mediaType?: string): string;
  /** An image of one platform over layers as they are; tells its digest and size. */
  putImage(
    repository: string,
    image: {
      readonly layers?: readonly (Uint8Array | string)[];
      readonly layerType?: string;
      readonly config?: unknown;
      readonly tag?: string;
      readonly subject?: unknown;
      readonly artifactType?: string;
      readonly annotations?: Readonly<Record<string, string>>;
    },
  ): { readonly digest: string; readonly size: number; readonly mediaType: string };
  /** By tag or digest. */
  manifest(repository: string, reference: string): KeptManifest | undefined;
  blob(repository: string, digest: string): Buffer | undefined;
  tags(repository: string): readonly string[];
}

export const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const INDEX = "application/vnd.oci.image.index.v1+json";

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

export function repositoryOf(repositories: Map<string, Repository>, name: string): Repository {
  const found = repositories.get(name) ?? {
    blobs: new Map(),
    manifests: new Map(),
    tags: new Map(),
  };
  repositories.set(name, found);
  return found;
}

export function registryContent(repositories: Map<string, Repository>): RegistryContent {
  const content: RegistryContent = {
    repositories,
    putBlob(name, data) {
      const bytes = Buffer.from(data as string);
      repositoryOf(repositories, name).blobs.set(sha256(bytes), bytes);
      return sha256(bytes);
    },
    putManifest(name, manifest, tag, mediaType) {
      const isBytes = manifest instanceof Uint8Array || typeof manifest === "string";
      const bytes = isBytes
        ? Buffer.from(manifest as string)
        : Buffer.from(JSON.stringify(manifest));
      const own = isBytes ? undefined : (manifest as { mediaType?: string }).mediaType;
      const { manifests, tags } = repositoryOf(repositories, name);
      const digest = sha256(bytes);
      manifests.set(digest, { bytes, mediaType: mediaType ?? own ?? MANIFEST });
      if (tag !== undefined) tags.set(tag, digest);
      return digest;
    },
    putImage(name, image) {
      const put = (data: Uint8Array | string, mediaType: string) => {
        const digest = content.putBlob(name, data);
        return { mediaType, digest, size: content.blob(name, digest)?.length ?? 0 };
      };
      const config = image.config ?? {
        os: "linux",
        architecture: "amd64",
        // That of a layer that is not packed.
        rootfs: {
          type: "layers",
          diff_ids: (image.layers ?? []).map((layer) => sha256(Buffer.from(layer as string))),
        },
      };
      const manifest = {
        schemaVersion: 2,
        mediaType: MANIFEST,
        ...(image.artifactType === undefined ? {} : { artifactType: image.artifactType }),
        config: put(JSON.stringify(config), "application/vnd.oci.image.config.v1+json"),
        layers: (image.layers ?? []).map((layer) =>
          put(layer, image.layerType ?? "application/vnd.oci.image.layer.v1.tar"),
        ),
        ...(image.subject === undefined ? {} : { subject: image.subject }),
        ...(image.annotations === undefined ? {} : { annotations: image.annotations }),
      };
      const digest = content.putManifest(name, manifest, image.tag);
      return { mediaType: MANIFEST, digest, size: JSON.stringify(manifest).length };
    },
    manifest(name, reference) {
      const repository = repositories.get(name);
      return repository?.manifests.get(repository.tags.get(reference) ?? reference);
    },
    blob: (name, digest) => repositories.get(name)?.blobs.get(digest),
    tags: (name) => [...(repositories.get(name)?.tags.keys() ?? [])].sort(),
  };
  return content;
}
