import { type Descriptor, eachImage, type ImageStore, type StoredManifest } from "@assay/oci";
import { type Attached, findAttached } from "../attached/find.ts";

/** All that is copied with an image, in an order in which a registry takes it. */
export interface Closure {
  /** What a manifest names comes before it; a subject before what is attached to it. */
  readonly manifests: readonly StoredManifest[];
  /** Tags of older tools (`sha256-….sig`), with the digest that each names. */
  readonly tags: ReadonlyMap<string, string>;
  /** Each once. */
  readonly blobs: readonly Descriptor[];
  /** Images to run. */
  readonly images: number;
  readonly attached: readonly Attached[];
  readonly notices: readonly string[];
}

/**
 * The image, all that it lists, and all that hangs on any of it.
 *
 * @throws StoreError where something that is listed is missing, or can't be read: a copy of half an index has the digest of the whole,
 * and fails where somebody pulls the other half.
 */
export async function closureOf(store: ImageStore, root: StoredManifest): Promise<Closure> {
  const parts = await eachImage(store, root);
  const { attached, manifests: found, notices } = await findAttached(store, parts);
  const all = parts.map(({ stored }) => stored);
  for (const stored of found.values()) {
    const below = stored.manifest.kind === "index" ? await eachImage(store, stored) : [];
    all.push(stored, ...below.map((part) => part.stored));
  }
  const manifests = childrenFirst(all);
  const known = new Set(manifests.map(({ descriptor }) => descriptor.digest));
  const blobs = new Map<string, Descriptor>();
  for (const { manifest } of manifests) {
    // An index may list what is no manifest.
    const named =
      manifest.kind === "image" ? [manifest.config, ...manifest.layers] : manifest.manifests;
    for (const one of named) if (!known.has(one.digest)) blobs.set(one.digest, one);
  }
  const tags = attached.flatMap(({ tag, digest }) =>
    tag === undefined ? [] : [[tag, digest] as const],
  );
  return {
    manifests,
    tags: new Map(tags),
    blobs: [...blobs.values()],
    images: parts.filter(({ kind }) => kind === "image").length,
    attached,
    notices,
  };
}

function childrenFirst(all: readonly StoredManifest[]): readonly StoredManifest[] {
  const byDigest = new Map(all.map((stored) => [stored.descriptor.digest, stored]));
  const done = new Set<StoredManifest>();
  const visit = (stored: StoredManifest): void => {
    // No index can list itself, on whatever way: its digest would have to be known before it was.
    for (const child of stored.manifest.kind === "index" ? stored.manifest.manifests : []) {
      const below = byDigest.get(child.digest);
      if (below !== undefined && !done.has(below)) visit(below);
    }
    done.add(stored);
  };
  for (const stored of byDigest.values()) visit(stored);
  return [...done];
}
