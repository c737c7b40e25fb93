import { plural, UsageError } from "@assay/core";
import {
  bestPlatforms,
  type Descriptor,
  eachImage,
  type ImageConfig,
  type ImageManifest,
  type ImagePart,
  isLayerOfFiles,
  kindOf,
  type OpenedImage,
  type Platform,
  parsePlatform,
  platformText,
  readImageConfig,
} from "@assay/oci";
import type { ImageInput } from "./image.ts";

/** An image of one platform, and what its inventory is taken of. */
export interface PlatformImage {
  /** Absent where neither index nor config says it. */
  readonly platform?: Platform;
  /** Of its manifest; absent where that is made up (an archive of Docker). */
  readonly digest?: string;
  readonly mediaType: string;
  readonly manifest: ImageManifest;
  readonly config: ImageConfig;
  readonly input: ImageInput;
}

/** The images below what was opened, and what they are the images of. */
export interface PlatformImages {
  /** Where an index lists them. */
  readonly index?: {
    readonly digest: string;
    readonly mediaType: string;
    readonly annotations: Readonly<Record<string, string>>;
  };
  /** In the order of the index. */
  readonly images: readonly PlatformImage[];
  /** For people, a sentence each. */
  readonly notices: readonly string[];
}

/**
 * The images of every platform, or of those that are asked for as `os/architecture[/variant]`. What an index lists besides
 * (attestations of BuildKit, artifacts) is counted in a notice.
 *
 * @throws UsageError where there is no image, or none of a platform, or something that is none and that a machine may run all the same;
 * StoreError where one can't be read.
 */
export async function platformImages(
  { store, root, reference }: OpenedImage,
  platforms: readonly string[] = [],
): Promise<PlatformImages> {
  const parts = await eachImage(store, root);
  const all = parts.filter(({ kind }) => kind === "image");
  if (all.length === 0) {
    throw new UsageError(`${reference} holds no image of a file system`, {
      hint: "Name an image, not a chart, a signature or another artifact.",
    });
  }
  const chosen = chosenParts(all, platforms, reference);
  requireNoDisguise(parts, platforms, reference);
  const images: PlatformImage[] = [];
  for (const { stored, platform } of chosen) {
    const { manifest, descriptor } = stored;
    if (manifest.kind !== "image") continue;
    const config = await readImageConfig(store, manifest);
    const own = platform ?? config.platform;
    const digest = store.isSynthetic === true ? undefined : descriptor.digest;
    images.push({
      ...(own === undefined ? {} : { platform: own }),
      ...(digest === undefined ? {} : { digest }),
      mediaType: descriptor.mediaType,
      manifest,
      config,
      input: {
        ...(digest === undefined ? {} : { digest }),
        layers: manifest.layers.map((layer, at) => ({
          digest: layer.digest,
          mediaType: layer.mediaType,
          size: layer.size,
          ...(layer.annotations && { annotations: layer.annotations }),
          ...(config.diffIds[at] === undefined ? {} : { diffId: config.diffIds[at] }),
          open: () => store.blob(layer),
          // What stores read is new every time.
          ownsPieces: true,
        })),
      },
    });
  }
  const others = parts.filter(({ kind }) => kind === "attestations" || kind === "artifact").length;
  const left = all.length - chosen.length;
  const { manifest, descriptor } = root;
  return {
    ...(manifest.kind === "index" && {
      index: { ...descriptor, annotations: manifest.annotations },
    }),
    images,
    notices: [
      ...(left > 0
        ? [`${plural(left, "image")} of other platforms ${left === 1 ? "is" : "are"} left out.`]
        : []),
      ...(others > 0
        ? [
            `The index lists ${plural(others, "manifest")} that ${others === 1 ? "is no image" : "are no images"}, such as attestations.`,
          ]
        : []),
    ],
  };
}

/**
 * Some runtimes go by the platform that an index names, and look at no media type of the entry (Podman) or of the config (containerd): what
 * hides behind one must not pass for looked at.
 */
function requireNoDisguise(
  parts: readonly ImagePart[],
  platforms: readonly string[],
  reference: string,
): void {
  const isAsked = ({ platform }: Descriptor) =>
    platform !== undefined &&
    ![platform.os, platform.architecture].includes("unknown") &&
    (platforms.length === 0 ||
      platforms.some(
        (text) => bestPlatforms(parsePlatform(text), [platform], (each) => each).length > 0,
      ));
  const disguised = parts.flatMap(({ kind, stored: { manifest }, descriptor }) => {
    if (manifest.kind === "index")
      return manifest.manifests
        .filter(({ mediaType }) => kindOf(mediaType) === undefined)
        .map((entry) => ({ entry, type: entry.mediaType }));
    const isFiles = manifest.layers.some(({ mediaType }) => isLayerOfFiles(mediaType));
    return kind !== "image" && isFiles
      ? [{ entry: descriptor, type: manifest.config.mediaType }]
      : [];
  });
  const found = disguised.find(({ entry }) => isAsked(entry));
  if (found === undefined) return;
  const { entry, type } = found;
  const platform = entry.platform === undefined ? "" : platformText(entry.platform);
  throw new UsageError(
    `${reference} lists ${entry.digest} for ${platform}, and it says that it is no image (${type})`,
    {
      hint: "Some runtimes run it all the same. Don't use the image, or name the platforms that you use with `platform`.",
    },
  );
}

function chosenParts(
  all: readonly ImagePart[],
  platforms: readonly string[],
  reference: string,
): readonly ImagePart[] {
  if (platforms.length === 0) return all;
  const chosen = platforms.flatMap((text) => {
    const found = bestPlatforms(parsePlatform(text), all, ({ platform }) => platform);
    if (found.length > 0) return found;
    const there = all.flatMap(({ platform }) => (platform ? platformText(platform) : []));
    throw new UsageError(`${reference} has no image of the platform "${text}"`, {
      hint: `It has ${[...new Set(there)].join(", ") || "none that says its platform"}.`,
    });
  });
  return all.filter((part) => chosen.includes(part));
}
