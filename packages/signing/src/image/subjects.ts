import { UsageError } from "@assay/core";
import type { Descriptor, ImageStore, StoredManifest, WritableImageStore } from "@assay/oci";
import { configPlatform, platformText } from "./platform.ts";

/** Indexes within indexes; deeper ones are an attack on the reader. */
const MAX_DEPTH = 4;
const MAX_MANIFESTS = 10_000;
const REFERENCE_TYPE = "vnd.docker.reference.type";
const REFERENCE_DIGEST = "vnd.docker.reference.digest";
const MANIFEST =
  /^application\/vnd\.(?:oci\.image\.(?:manifest|index)|docker\.distribution\.manifest(?:\.list)?)\.v[12]\+json$/;
const IMAGE_CONFIG =
  /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/;

/** An image as it was found: the manifest that a reference stood for, once and for all. */
export interface ImageTarget {
  readonly store: ImageStore;
  readonly root: StoredManifest;
  /** The tag that was resolved, where the reference had one and no digest. */
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
  /** Manifests with statements that the builder left unsigned (BuildKit), by digest, and what each is about. */
  readonly statements: readonly { readonly digest: string; readonly of: string | undefined }[];
}

/**
 * The image and everything in it that runs: nested indexes are walked, each manifest once.
 *
 * @throws StoreError where the store can't answer; UsageError where there is too much of it.
 */
export async function subjectsOf({ store, root }: ImageTarget): Promise<ImageSubjects> {
  const all: ImageSubject[] = [];
  const absent: { name: string; platform: string | undefined }[] = [];
  const statements: { digest: string; of: string | undefined }[] = [];
  const seen = new Set<string>([root.descriptor.digest]);
  const nameOf = (digest: string) => `${store.name}@${digest}`;
  const visit = async (stored: StoredManifest, depth: number, by?: Descriptor): Promise<void> => {
    const { manifest, descriptor } = stored;
    const name = nameOf(descriptor.digest);
    if (manifest.kind === "image") {
      const said = by?.platform && platformText(by.platform);
      all.push({ name, stored, platform: said ?? (await configPlatform(store, stored)) });
      return;
    }
    if (depth > MAX_DEPTH) throw tooMuch(`${name} lies more than ${MAX_DEPTH} indexes deep`);
    all.push({ name, stored });
    for (const child of manifest.manifests) {
      if (child.annotations?.[REFERENCE_TYPE] === "attestation-manifest") {
        statements.push({ digest: child.digest, of: child.annotations[REFERENCE_DIGEST] });
      }
      if (!isRunnable(child) || seen.has(child.digest)) continue;
      seen.add(child.digest);
      if (seen.size > MAX_MANIFESTS) throw tooMuch(`${name} lists more than ${MAX_MANIFESTS}`);
      const there = await store.manifest(child.digest);
      if (there !== undefined) await visit(there, depth + 1, child);
      else {
        const platform = child.platform && platformText(child.platform);
        absent.push({ name: nameOf(child.digest), platform });
      }
    }
  };
  await visit(root, 1);
  return { all, absent, statements };
}

/** What a machine can run, or lists such: image-spec `image-index.md`; BuildKit marks what is neither. */
function isRunnable({ mediaType, platform, annotations, artifactType }: Descriptor): boolean {
  return (
    MANIFEST.test(mediaType) &&
    annotations?.[REFERENCE_TYPE] === undefined &&
    !(platform?.os === "unknown" && platform.architecture === "unknown") &&
    (artifactType === undefined || IMAGE_CONFIG.test(artifactType))
  );
}

/**
 * A store that signatures can be put into.
 *
 * @throws UsageError where the image has no digest of its own, or the store can only be read.
 */
export function writableStore({ store }: ImageTarget): WritableImageStore {
  if (store.isSynthetic === true) {
    throw new UsageError(`${store.name} has no digest that could be signed`, {
      hint: "An archive of `docker save` holds no manifest: push the image, or write it as an OCI layout, and sign that.",
    });
  }
  if ("putReferrer" in store) return store as WritableImageStore;
  throw new UsageError(`${store.name} can only be read: a signature has no place there`, {
    hint: "Sign the image in a registry or in an OCI layout that is a folder.",
  });
}

function tooMuch(problem: string): UsageError {
  return new UsageError(`The image is too large to walk: ${problem} manifests`);
}
