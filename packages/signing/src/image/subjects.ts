import { UsageError } from "@assay/core";
import {
  eachImage,
  type ImageStore,
  isWritable,
  type OtherPart,
  platformText,
  type StoredManifest,
  type WritableImageStore,
} from "@assay/oci";
import { normalPlatform } from "./platform.ts";

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

export interface ImageSubjects {
  /** The index first, then what it lists, in its order. */
  readonly all: readonly ImageSubject[];
  /** What indexes list and the store does not have. */
  readonly absent: readonly { readonly name: string; readonly platform: string | undefined }[];
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
  const missing: OtherPart[] = [];
  const parts = await eachImage(store, root, (part) => {
    if (part.reason === "missing" && isRunnable(part)) missing.push(part);
  });
  const nameOf = (digest: string) => `${store.name}@${digest}`;
  return {
    all: parts
      // What is no image and stands alone is signed as it is: a chart, or a document.
      .filter(({ kind, stored }) => kind === "index" || kind === "image" || stored === root)
      .map(({ stored, platform }) => ({
        name: nameOf(stored.descriptor.digest),
        stored,
        ...(platform === undefined ? {} : { platform: normalPlatform(platformText(platform)) }),
      })),
    absent: missing.map(({ descriptor: { digest, platform } }) => ({
      name: nameOf(digest),
      platform: platform && normalPlatform(platformText(platform)),
    })),
    statements: parts
      .filter(({ kind }) => kind === "attestations")
      .map(({ stored }) => stored.descriptor.digest),
  };
}

/** BuildKit marks what it lists beside the images; what names a platform is run there, however it is marked. */
function isRunnable({ descriptor: { annotations, platform } }: OtherPart): boolean {
  return platform === undefined
    ? annotations?.["vnd.docker.reference.type"] === undefined
    : platform.os !== "unknown" || platform.architecture !== "unknown";
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
