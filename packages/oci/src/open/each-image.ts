import type { Descriptor, Platform, StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { readPlatform } from "../manifests/descriptor.ts";
import { MAX_MANIFEST_BYTES, strictJson } from "../manifests/json.ts";
import { isImageConfig, isLayerOfFiles, kindOf } from "../manifests/media-types.ts";
import type { ImageStore } from "../store.ts";

const MAX_DEPTH = 4;
const MAX_MANIFESTS = 10_000;
/** Of all of them together, which are kept. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A manifest of an image of several platforms, or the image itself where it has one. */
export interface ImagePart {
  readonly stored: StoredManifest;
  /** As the index lists it; its own for the root. */
  readonly descriptor: Descriptor;
  /**
   * `image`: something to run. `attestations`: what BuildKit says of an image of the same index. `artifact`: anything else that is no
   * image, such as a chart or an SBOM.
   */
  readonly kind: "index" | "image" | "attestations" | "artifact";
  /** Of an image, from the index or else from its config; absent where neither says it (`unknown/unknown`). */
  readonly platform?: Platform;
  /** The digest of the image that BuildKit's attestations are about. */
  readonly about?: string;
  /** Of the index that lists it. */
  readonly parent?: string;
}

/** What an index lists and no part was made of. */
export interface OtherPart {
  readonly descriptor: Descriptor;
  readonly parent: string;
  /** `blob`: its media type is that of no manifest. `missing`: the store says that there is none. */
  readonly reason: "blob" | "missing";
}

/**
 * An image and everything below it: parents before children, in the order of the indexes, each digest once. An index may list indexes,
 * four levels deep.
 *
 * @param other Takes what is no manifest or is missing; without it what is missing throws.
 * @throws StoreError where a manifest can't be read, or there are too many.
 */
export async function eachImage(
  store: ImageStore,
  root: StoredManifest,
  other?: (part: OtherPart) => void,
): Promise<readonly ImagePart[]> {
  const seen = new Set<string>();
  const others = new Set<string>();
  const parts: ImagePart[] = [];
  let bytes = 0;

  const visit = async (
    stored: StoredManifest,
    listed: Descriptor,
    depth: number,
    parent?: string,
  ) => {
    seen.add(listed.digest);
    if (seen.size > MAX_MANIFESTS) {
      throw malformed(
        `${root.descriptor.digest} of ${store.name} has over ${MAX_MANIFESTS} manifests below it`,
      );
    }
    bytes += stored.bytes.length;
    if (bytes > MAX_BYTES) {
      throw malformed(
        `${root.descriptor.digest} of ${store.name} has manifests of over ${MAX_BYTES} bytes together`,
      );
    }
    const part = await describe(store, stored, listed);
    parts.push(parent === undefined ? part : { ...part, parent });
    if (stored.manifest.kind === "image") return;
    if (depth === MAX_DEPTH) {
      throw malformed(
        `${root.descriptor.digest} of ${store.name} has indexes over ${MAX_DEPTH} levels deep`,
      );
    }
    const listedFor = new Map(
      stored.manifest.manifests
        .filter(({ mediaType, platform }) => kindOf(mediaType) && platform && !isUnknown(platform))
        .map((each) => [each.digest, each] as const)
        .reverse(),
    );
    for (const each of stored.manifest.manifests) {
      // Of what is listed twice, what a machine would take counts.
      const child = listedFor.get(each.digest) ?? each;
      if (seen.has(child.digest)) continue;
      const at = { descriptor: child, parent: listed.digest };
      if (kindOf(child.mediaType) === undefined) {
        if (!others.has(child.digest)) other?.({ ...at, reason: "blob" });
        others.add(child.digest);
        continue;
      }
      const found = await store.manifest(child.digest);
      if (found !== undefined) await visit(found, child, depth + 1, listed.digest);
      else if (other !== undefined) {
        seen.add(child.digest);
        other({ ...at, reason: "missing" });
      } else {
        throw new StoreError(
          "failed",
          `${store.name} has no manifest ${child.digest}, which ${listed.digest} lists`,
          {
            hint: "Copy the image there again, with all of its platforms.",
          },
        );
      }
    }
  };

  await visit(root, root.descriptor, 0);
  return parts;
}

const ATTESTATION = "application/vnd.docker.attestation.manifest.v1+json";

async function describe(
  store: ImageStore,
  stored: StoredManifest,
  descriptor: Descriptor,
): Promise<ImagePart> {
  const { manifest } = stored;
  if (manifest.kind === "index") return { stored, descriptor, kind: "index" };
  const { platform: given } = descriptor;
  // Nobody is kept from running it by what it says of itself.
  const runs =
    isImageConfig(manifest.config.mediaType) &&
    (given === undefined || !isUnknown(given)) &&
    manifest.layers.some(({ mediaType }) => isLayerOfFiles(mediaType));
  const { "vnd.docker.reference.type": type, "vnd.docker.reference.digest": about } =
    descriptor.annotations ?? {};
  if (!runs && (type === "attestation-manifest" || manifest.artifactType === ATTESTATION)) {
    const digest = about ?? manifest.subject?.digest;
    return {
      stored,
      descriptor,
      kind: "attestations",
      ...(digest === undefined ? {} : { about: digest }),
    };
  }
  // An artifact may borrow the config of an image: then its own type says what it is.
  const { artifactType = manifest.config.mediaType } = manifest;
  if (!runs && [manifest.config.mediaType, artifactType].some((each) => !isImageConfig(each))) {
    return { stored, descriptor, kind: "artifact" };
  }
  const platform = given ?? (await configPlatform(store, manifest.config));
  return {
    stored,
    descriptor,
    kind: "image",
    ...(platform === undefined || isUnknown(platform) ? {} : { platform }),
  };
}

async function configPlatform(
  store: ImageStore,
  config: Descriptor,
): Promise<Platform | undefined> {
  const what = `The config ${config.digest} of ${store.name}`;
  const json = strictJson(await store.readBlob(config, MAX_MANIFEST_BYTES), what);
  if (typeof json["os"] !== "string" || typeof json["architecture"] !== "string") return undefined;
  return readPlatform(json, "the config", (reason) => malformed(`${what} ${reason}`));
}

function isUnknown({ os, architecture }: Platform): boolean {
  return [os, architecture].some((text) => text === "" || text === "unknown");
}

function malformed(message: string): StoreError {
  return new StoreError("malformed", message);
}
