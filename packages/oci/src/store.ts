import type { Descriptor, StoredManifest } from "./descriptor.ts";

/**
 * Where the manifests and blobs of one repository lie: in a registry, an OCI layout or an archive. Nothing that comes from it is
 * believed unread: digests and sizes are compared while bytes stream by.
 */
export interface ImageStore {
  readonly kind: "registry" | "oci-layout" | "docker-archive";
  /** For people: `registry.example:5000/team/app`, or the path. */
  readonly name: string;
  /** A manifest's digest that is made up here, because the format has none (`docker-archive`): nothing can be signed by it. */
  readonly isSynthetic?: boolean;
  /**
   * The manifest of a tag or digest; `undefined` where the store says that there is none.
   *
   * @throws ExternalError where it can't be said, such as 401, 403, 429, 5xx: never the same as "none".
   */
  manifest(reference: string): Promise<StoredManifest | undefined>;
  /**
   * The bytes of a blob, from the first to the last. Throws where they are not what the descriptor says, at the latest at the end:
   * what was read is not to be believed before the end has come.
   */
  blob(descriptor: Descriptor): AsyncIterable<Uint8Array>;
  /** A small blob, whole. @throws ExternalError over `maxBytes`, and where digest or size differ. */
  readBlob(descriptor: Descriptor, maxBytes: number): Promise<Uint8Array>;
  /**
   * Every manifest whose `subject` is of this digest, read whole: what an index of referrers says of them is not evidence.
   * In a registry from the referrers API and from the fallback tag. Sorted by digest.
   */
  referrers(digest: string): Promise<Referrers>;
  /** Every tag; sorted. */
  tags(): Promise<readonly string[]>;
  /** Ends what is open (temporary files, descriptors). */
  close(): Promise<void>;
}

export interface Referrers {
  readonly manifests: readonly StoredManifest[];
  /** What is listed among them and refers to something else: it counts for nothing, and who verifies names it. */
  readonly others?: readonly StoredManifest[];
  /** What is odd, for people: "the fallback tag holds an image". */
  readonly notices: readonly string[];
}

/** What can also be written. */
export interface WritableImageStore extends ImageStore {
  hasBlob(descriptor: Descriptor): Promise<boolean>;
  /**
   * Puts a blob where it is not there yet; mounted from another repository of the same registry where that can be.
   *
   * @param open Gives the bytes anew each time: an upload may be begun again.
   */
  putBlob(
    descriptor: Descriptor,
    open: () => AsyncIterable<Uint8Array>,
    from?: ImageStore,
  ): Promise<void>;
  /** Puts the bytes as they are, by digest, and under a tag where one is given; a digest in its place is kept (SHA-512). */
  putManifest(bytes: Uint8Array, mediaType: string, tag?: string): Promise<Descriptor>;
  /**
   * Puts a manifest that has a `subject`, and sees to it that it is found: in the referrers API, or under the fallback tag
   * `sha256-<hex>` with `artifactType` and annotations, tried again where another writer took the entry out.
   */
  putReferrer(bytes: Uint8Array, mediaType: string): Promise<Descriptor>;
}
