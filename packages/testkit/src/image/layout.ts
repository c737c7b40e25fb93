import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type TarPart, tarOf } from "./tar.ts";

/** An image of one platform. */
export interface LayoutImage {
  /** `linux/amd64`, `linux/arm/v7`; `linux/amd64` where it is not given. */
  readonly platform?: string;
  /** Files of each layer by path, or the entries of its tar; the oldest first. */
  readonly layers: readonly (Readonly<Record<string, string | Uint8Array>> | readonly TarPart[])[];
  /** Of the config: `Env`, `Labels`, … */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly created?: string;
  readonly history?: readonly object[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The digests of what was written. */
export interface WrittenImage {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
  readonly layers: readonly string[];
}

export interface WrittenLayout {
  /** Of what the tag names. */
  readonly digest: string;
  readonly images: readonly WrittenImage[];
}

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const INDEX = "application/vnd.oci.image.index.v1+json";

/**
 * Writes an OCI layout (https://github.com/opencontainers/image-spec/blob/main/image-layout.md) with one tag: an image, or, of several,
 * an index of them. The same images give the same bytes.
 */
export async function writeImageLayout(
  folder: string,
  images: readonly LayoutImage[],
  tag = "latest",
): Promise<WrittenLayout> {
  await mkdir(join(folder, "blobs/sha256"), { recursive: true });
  const put = async (content: string | Uint8Array, mediaType: string) => {
    const bytes = Buffer.from(content);
    const hex = createHash("sha256").update(bytes).digest("hex");
    await writeFile(join(folder, "blobs/sha256", hex), bytes);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
  };
  const written: (WrittenImage & { readonly platform: object })[] = [];
  for (const image of images) {
    const [os, architecture, variant] = (image.platform ?? "linux/amd64").split("/");
    const platform = { os, architecture, ...(variant === undefined ? {} : { variant }) };
    const layers = [];
    const diffIds: string[] = [];
    for (const files of image.layers) {
      const tar = tarOf(
        Array.isArray(files)
          ? (files as readonly TarPart[])
          : Object.entries(files).map(([name, data]): TarPart => ({ name, data })),
      );
      diffIds.push(`sha256:${createHash("sha256").update(tar).digest("hex")}`);
      layers.push(await put(gzipSync(tar), "application/vnd.oci.image.layer.v1.tar+gzip"));
    }
    const { created = "2026-01-31T12:00:00Z", history, config = {}, annotations } = image;
    const rootfs = { type: "layers", diff_ids: diffIds };
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: await put(
        JSON.stringify({ created, ...platform, config, rootfs, history }),
        "application/vnd.oci.image.config.v1+json",
      ),
      layers,
      annotations,
    };
    const stored = await put(JSON.stringify(manifest), MANIFEST);
    written.push({ ...stored, platform, layers: layers.map(({ digest }) => digest) });
  }
  const [only] = written;
  if (only === undefined) throw new RangeError("There is no image");
  const manifests = written.map(({ mediaType, digest, size, platform }) => ({
    ...{ mediaType, digest, size, platform },
  }));
  const root =
    written.length === 1
      ? only
      : await put(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }), INDEX);
  const { mediaType, digest, size } = root;
  const annotations = { "org.opencontainers.image.ref.name": tag };
  const index = { schemaVersion: 2, manifests: [{ mediaType, digest, size, annotations }] };
  await writeFile(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, "index.json"), JSON.stringify(index));
  return { digest, images: written };
}
