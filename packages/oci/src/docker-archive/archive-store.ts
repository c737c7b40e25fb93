import { isRecord } from "@assay/core";
import { type Compression, formatOf } from "../compression/decompress.ts";
import { readVerified, verifiedBytes } from "../content/verified.ts";
import type { Descriptor, StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { tagOf } from "../layout/entries.ts";
import type { ContentFiles } from "../layout/files.ts";
import { readWhole } from "../layout/index-file.ts";
import { MAX_MANIFEST_BYTES, strictJson } from "../manifests/json.ts";
import { MEDIA_TYPES } from "../manifests/media-types.ts";
import { parseManifest } from "../manifests/parse.ts";
import { digestOf, hashFor, isDigest } from "../references/digest.ts";
import type { ImageStore } from "../store.ts";
import { type ArchivedImage, readManifestFile } from "./manifest-file.ts";

/** An archive of `docker save`. Its manifests are made here: the format has none. */
export interface DockerArchive extends ImageStore {
  readonly isSynthetic: true;
  readonly images: readonly ArchivedImage[];
  /** The manifest that an image would have in a registry, its layers as they lie in the archive. */
  manifestOf(image: ArchivedImage): Promise<StoredManifest>;
}

/** @throws UsageError where it is no such archive. */
export async function dockerArchive(files: ContentFiles): Promise<DockerArchive> {
  const images = await readManifestFile(files);
  const place = files.place;
  const known = new Map<ArchivedImage, StoredManifest>();
  /** Where the content of a digest lies, of the images that were asked for. */
  const paths = new Map<string, string>();

  const manifestOf = async (image: ArchivedImage): Promise<StoredManifest> => {
    const done = known.get(image);
    if (done !== undefined) return done;
    const { config, diffIds } = await readConfig(files, image);
    paths.set(config.digest, image.config);
    const layers: Descriptor[] = [];
    for (const [at, path] of image.layers.entries()) {
      const layer = await describeLayer(files, path, diffIds[at] ?? "");
      paths.set(layer.digest, path);
      layers.push(layer);
    }
    const mediaType = MEDIA_TYPES.manifest;
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers }));
    const made = parseManifest(bytes, { what: `The manifest made of ${place}`, mediaType });
    known.set(image, made);
    return made;
  };

  const open = (descriptor: Descriptor) => {
    const path = paths.get(descriptor.digest);
    if (path !== undefined) return files.stream(path);
    throw new StoreError("truncated", `${descriptor.digest} is not in ${place}`);
  };

  return {
    kind: "docker-archive",
    isSynthetic: true,
    name: place,
    images,
    manifestOf,
    async manifest(reference) {
      if (!isDigest(reference)) {
        const image = images.find(({ names }) =>
          names.some((name) => name === reference || tagOf(name) === reference),
        );
        return image === undefined ? undefined : await manifestOf(image);
      }
      for (const image of images) {
        const made = await manifestOf(image);
        if (made.descriptor.digest === reference) return made;
      }
      return undefined;
    },
    blob: (descriptor) => verifiedBytes(descriptor, place, open(descriptor)),
    readBlob: (descriptor, maxBytes) =>
      readVerified(descriptor, place, maxBytes, () => open(descriptor)),
    referrers: async () => ({ manifests: [], notices: [] }),
    async tags() {
      const all = images.flatMap(({ names }) => names.map(tagOf));
      return [...new Set(all)].filter((tag) => tag !== undefined).sort();
    },
    close: () => files.close(),
  };
}

/** The config, and the digests of the uncompressed layers that it names: as many as there are layers. */
async function readConfig(files: ContentFiles, image: ArchivedImage) {
  const what = `The config ${image.config} of ${files.place}`;
  const bytes = await readWhole(files, image.config, MAX_MANIFEST_BYTES);
  if (bytes === undefined) throw new StoreError("truncated", `${what} is not there`);
  const digest = digestOf(bytes);
  const named = /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(image.config)?.[1];
  if (named !== undefined && digest !== `sha256:${named}`) {
    throw new StoreError("digest-mismatch", `${what} has other content: it is ${digest}`);
  }
  const { rootfs } = strictJson(bytes, what);
  const diffIds = isRecord(rootfs) ? rootfs["diff_ids"] : undefined;
  if (!Array.isArray(diffIds) || diffIds.length !== image.layers.length) {
    const found = Array.isArray(diffIds) ? diffIds.length : "no";
    throw new StoreError(
      "malformed",
      `${what} names ${found} layers, and manifest.json ${image.layers.length}`,
    );
  }
  const wrong = diffIds.find((id) => typeof id !== "string" || !isDigest(id));
  if (wrong !== undefined) throw new StoreError("malformed", `${what} has a diff_id that is none`);
  const config = { mediaType: MEDIA_TYPES.config, digest, size: bytes.length };
  return { config, diffIds: diffIds as readonly string[] };
}

const LAYER = "application/vnd.oci.image.layer.v1.tar";

/** A layer that is not compressed has the digest that the config says, which is compared when it is read. */
async function describeLayer(
  files: ContentFiles,
  path: string,
  diffId: string,
): Promise<Descriptor> {
  const size = await files.size(path);
  if (size === undefined) {
    throw new StoreError("truncated", `The layer ${path} is not in ${files.place}`);
  }
  const compression = await compressionOf(files, path);
  if (compression === "none") return { mediaType: LAYER, digest: diffId, size };
  const [, named] = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(path) ?? [];
  const digest = named === undefined ? await hashed(files, path) : `sha256:${named}`;
  return { mediaType: `${LAYER}+${compression}`, digest, size };
}

async function compressionOf(files: ContentFiles, path: string): Promise<Compression> {
  for await (const chunk of files.stream(path)) return formatOf(chunk);
  return "none";
}

async function hashed(files: ContentFiles, path: string): Promise<string> {
  const hash = hashFor("sha256:");
  for await (const chunk of files.stream(path)) hash.update(chunk);
  return `sha256:${hash.digest("hex")}`;
}
