/** Images of a few bytes, for tests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { walkFiles } from "@assay/core";
import type { Descriptor, Platform } from "../descriptor.ts";
import { MEDIA_TYPES } from "../manifests/media-types.ts";
import { digestOf } from "../references/digest.ts";
import type { WritableImageStore } from "../store.ts";

export interface TestBlob {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
}

export interface TestImage extends TestBlob {
  readonly blobs: readonly TestBlob[];
  readonly children: readonly TestImage[];
}

export function blobOf(content: string | Uint8Array, mediaType: string): TestBlob {
  const bytes = Buffer.from(content);
  return { descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length }, bytes };
}

/** The fields in the order in which builders write them. */
function manifestOf(fields: object, blobs: readonly TestBlob[], children: readonly TestImage[]) {
  const { mediaType, artifactType } = fields as { mediaType: string; artifactType?: string };
  const { descriptor, bytes } = blobOf(JSON.stringify({ schemaVersion: 2, ...fields }), mediaType);
  return {
    descriptor: artifactType === undefined ? descriptor : { ...descriptor, artifactType },
    ...{ bytes, blobs, children },
  };
}

/** An image of one platform whose layers have these contents. */
export function imageOf(
  layers: readonly string[],
  platform: Platform = { os: "linux", architecture: "amd64" },
  fields: object = {},
): TestImage {
  const tars = layers.map((layer) => blobOf(layer, "application/vnd.oci.image.layer.v1.tar"));
  const rootfs = { type: "layers", diff_ids: tars.map(({ descriptor }) => descriptor.digest) };
  const config = blobOf(JSON.stringify({ ...platform, rootfs }), MEDIA_TYPES.config);
  return manifestOf(
    {
      mediaType: MEDIA_TYPES.manifest,
      config: config.descriptor,
      layers: tars.map(({ descriptor }) => descriptor),
      ...fields,
    },
    [config, ...tars],
    [],
  );
}

/** An artifact that belongs to a manifest. */
export function referrerOf(
  subject: Descriptor,
  artifactType: string,
  content: string,
  annotations: Readonly<Record<string, string>> = {},
): TestImage {
  const config = blobOf("{}", MEDIA_TYPES.empty);
  const layer = blobOf(content, artifactType);
  const { mediaType, digest, size } = subject;
  return manifestOf(
    {
      mediaType: MEDIA_TYPES.manifest,
      artifactType,
      config: config.descriptor,
      layers: [layer.descriptor],
      subject: { mediaType, digest, size },
      annotations,
    },
    [config, layer],
    [],
  );
}

/** An image of several platforms. */
export function indexOf(
  children: readonly (readonly [TestImage, Partial<Descriptor>])[],
  fields: object = {},
): TestImage {
  return manifestOf(
    {
      mediaType: MEDIA_TYPES.index,
      manifests: children.map(([{ descriptor }, extra]) => ({ ...descriptor, ...extra })),
      ...fields,
    },
    [],
    children.map(([child]) => child),
  );
}

/** Blobs first, then children, then the manifest itself. */
export async function put(
  store: WritableImageStore,
  image: TestImage,
  tag?: string,
): Promise<Descriptor> {
  for (const { descriptor, bytes } of image.blobs) {
    await store.putBlob(descriptor, async function* () {
      yield bytes;
    });
  }
  for (const child of image.children) await put(store, child);
  const { mediaType } = image.descriptor;
  return "subject" in JSON.parse(Buffer.from(image.bytes).toString())
    ? await store.putReferrer(image.bytes, mediaType)
    : await store.putManifest(image.bytes, mediaType, tag);
}

/** A tar of files, and of symbolic links where the content is `{ link }`. */
export function tarOfFiles(
  files: Readonly<Record<string, string | Uint8Array | { readonly link: string }>>,
): Buffer {
  const blocks = Object.entries(files).flatMap(([path, content]) => {
    const link = typeof content === "object" && "link" in content ? content.link : undefined;
    const data = link === undefined ? Buffer.from(content as string) : Buffer.alloc(0);
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write("0000644\0", 100);
    header.write(`${data.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write("        ", 148);
    header.write(link === undefined ? "0" : "2", 156);
    header.write(link ?? "", 157);
    header.write("ustar\x0000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A tar of what is in a folder. */
export async function tarOf(folder: string): Promise<Buffer> {
  const { files } = await walkFiles(folder);
  return tarOfFiles(
    Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path))])),
  );
}
