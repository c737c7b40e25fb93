import {
  eachImage,
  type ImageConfig,
  type ImageManifest,
  type ImagePart,
  type OpenedImage,
  type OtherPart,
  readImageConfig,
} from "@assay/oci";
import { type Attached, findAttached } from "../attached/find.ts";

/** A manifest of the image, with what it is made of. */
export interface InspectedPart extends ImagePart {
  /** Bytes of its manifest, its config and its layers as they are stored. */
  readonly size: number;
  /** Of an image. */
  readonly config?: ImageConfig;
  /** What it was built on, and who says so. */
  readonly base?: {
    readonly name?: string;
    readonly digest?: string;
    readonly by: "annotation" | "label";
  };
}

export interface InspectedImage {
  readonly image: OpenedImage;
  readonly parts: readonly InspectedPart[];
  readonly others: readonly OtherPart[];
  readonly attached: readonly Attached[];
  /** Bytes of all of it, what parts share counted once; without what is attached. */
  readonly size: number;
  readonly notices: readonly string[];
}

/** Reads manifests and configs, and no layer. @throws StoreError */
export async function inspectImage(image: OpenedImage): Promise<InspectedImage> {
  const { store, root } = image;
  const others: OtherPart[] = [];
  const found = await eachImage(store, root, (part) => others.push(part));
  const parts: InspectedPart[] = [];
  const notices: string[] = [];
  const sizes = new Map<string, number>();
  for (const part of found) {
    const { manifest, descriptor } = part.stored;
    const content = [
      descriptor,
      ...(manifest.kind === "image" ? [manifest.config, ...manifest.layers] : []),
    ];
    for (const { digest, size } of content) sizes.set(digest, size);
    const config =
      part.kind === "image" && manifest.kind === "image"
        ? await readImageConfig(store, manifest)
        : undefined;
    parts.push({
      ...part,
      size: sum(content.map(({ size }) => size)),
      ...(config === undefined ? {} : { config }),
      ...baseOf(manifest as ImageManifest, config),
    });
  }
  for (const { descriptor, reason } of others) {
    if (reason === "missing")
      notices.push(`${store.name} lacks ${descriptor.digest}, which the index lists.`);
  }
  const { attached, notices: said } = await findAttached(store, found);
  return {
    image,
    parts,
    others,
    attached,
    size: sum([...sizes.values()]),
    notices: [...notices, ...said],
  };
}

const BASE_NAME = "org.opencontainers.image.base.name";
const BASE_DIGEST = "org.opencontainers.image.base.digest";

/** Labels are inherited: those of an image may be its base's, and then speak of that one's base. */
function baseOf({ annotations }: ImageManifest, config: ImageConfig | undefined) {
  for (const [by, texts] of [
    ["annotation", annotations],
    ["label", config?.labels ?? {}],
  ] as const) {
    const { [BASE_NAME]: name, [BASE_DIGEST]: digest } = texts;
    if (name === undefined && digest === undefined) continue;
    return {
      base: {
        by,
        ...(name === undefined ? {} : { name }),
        ...(digest === undefined ? {} : { digest }),
      },
    };
  }
  return {};
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
