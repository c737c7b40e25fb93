import { UsageError } from "@assay/core";
import {
  type Descriptor,
  eachImage,
  type ImagePart,
  type ImageStore,
  isWritable,
  normalPlatform,
  type OtherPart,
  type StoredManifest,
  type WritableImageStore,
} from "@assay/oci";

/** An image as it was found: the manifest that a reference stood for, once and for all. */
export interface FoundImage {
  readonly store: ImageStore;
  readonly root: StoredManifest;
  /** With its digest: opens the same image again. */
  readonly reference: string;
  /** The tag that was resolved, where nothing but a tag was given. */
  readonly tag?: string | undefined;
}

/** A manifest that is signed or verified: an index, or an image of one platform. */
export interface ImageSubject {
  /** `registry/repository@sha256:…` */
  readonly name: string;
  readonly stored: StoredManifest;
  /** Of an image: by its index, or else by its config. */
  readonly platform?: string | undefined;
}

export interface AbsentSubject {
  readonly name: string;
  readonly platform: string | undefined;
  /** Where the index calls it something that is no manifest; some runtimes (Podman) go by the platform alone. */
  readonly mediaType?: string;
}

export interface ImageSubjects {
  /** The index first, then what it lists, in its order. */
  readonly all: readonly ImageSubject[];
  /** What indexes list and nobody can sign: the store does not have it, or it is no manifest. */
  readonly absent: readonly AbsentSubject[];
  /** Digests of manifests with statements that the builder left unsigned (BuildKit). */
  readonly statements: readonly string[];
}

/**
 * The image and everything in it that runs: nested indexes are walked, each manifest once.
 *
 * @throws StoreError where the store can't answer, or there is too much of it.
 */
export async function subjectsOf({
  store,
  root,
}: Pick<FoundImage, "store" | "root">): Promise<ImageSubjects> {
  const others: OtherPart[] = [];
  const parts = await eachImage(store, root, (part) => {
    if (part.reason === "missing" ? isRunnable(part) : namesPlatform(part)) others.push(part);
  });
  const nameOf = (digest: string) => `${store.name}@${digest}`;
  return {
    all: parts
      .filter((part) => isSubject(part) || part.stored === root)
      .map(({ stored, descriptor, platform = descriptor.platform }) => ({
        name: nameOf(stored.descriptor.digest),
        stored,
        ...(platform === undefined || !namesPlatform({ descriptor: { platform } })
          ? {}
          : { platform: normalPlatform(platform) }),
      })),
    absent: others.map(({ reason, descriptor: { digest, platform, mediaType } }) => ({
      name: nameOf(digest),
      platform: platform && normalPlatform(platform),
      ...(reason === "blob" && { mediaType }),
    })),
    statements: parts
      .filter((part) => part.kind === "attestations" && !isSubject(part))
      .map(({ stored }) => stored.descriptor.digest),
  };
}

type Listed = { readonly descriptor: Pick<Descriptor, "annotations" | "platform"> };

/** What stands alone is signed as it is (a chart, or a document); what is listed, where somebody may run it. */
function isSubject(part: ImagePart): boolean {
  return part.kind === "index" || part.kind === "image" || namesPlatform(part);
}

/** BuildKit marks what it lists beside the images. */
function isRunnable({ descriptor }: Listed): boolean {
  const { annotations, platform } = descriptor;
  return platform === undefined
    ? annotations?.["vnd.docker.reference.type"] === undefined
    : namesPlatform({ descriptor });
}

/** What names a platform is run there, whatever it says that it is. */
function namesPlatform({ descriptor: { platform } }: Listed): boolean {
  return (
    platform !== undefined && (platform.os !== "unknown" || platform.architecture !== "unknown")
  );
}

/** @throws UsageError where the image has no digest of its own: nothing can be signed by it, and nothing was. */
export function requireDigest({ name, isSynthetic }: ImageStore): void {
  if (isSynthetic !== true) return;
  throw new UsageError(`${name} has no digest that could be signed`, {
    hint: "An archive of `docker save` holds no manifest: push the image, or write it as an OCI layout, and take that.",
  });
}

/**
 * A store that signatures can be put into.
 *
 * @throws UsageError where the image has no digest of its own, or the store can only be read.
 */
export function writableStore({ store }: Pick<FoundImage, "store">): WritableImageStore {
  requireDigest(store);
  if (isWritable(store)) return store;
  throw new UsageError(`${store.name} can only be read: a signature has no place there`, {
    hint: "Sign the image in a registry or in an OCI layout that is a folder.",
  });
}
