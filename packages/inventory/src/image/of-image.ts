import { basename, resolve } from "node:path";
import {
  type ImageContext,
  type OpenedImage,
  type OpenImageOptions,
  openImage,
  parseReference,
} from "@assay/oci";
import {
  type BaseClaim,
  type BaseImage,
  type BaseOptions,
  findBaseImage,
} from "./base/base-image.ts";
import { diffIdsFor } from "./base/fetched.ts";
import { provenanceClaims } from "./base/provenance.ts";
import type { ImageInput, ImageInventory } from "./image.ts";
import { folderLayer } from "./layers/folder-layer.ts";
import type { ReadImage } from "./material.ts";
import { type PlatformImage, type PlatformImages, platformImages } from "./platforms.ts";
import { readImageInventory } from "./read-image.ts";
import type { ImageObserver } from "./reader.ts";

/** An image of one platform, with what it was built on and what it holds; of a folder, what it holds alone. */
export interface ReadPlatformImage extends ReadImage, Partial<Omit<PlatformImage, "platform">> {
  readonly base?: BaseImage;
}

export interface ImageInventoriesOptions extends OpenImageOptions {
  /** `os/architecture[/variant]`; every one where none is given. */
  readonly platforms?: readonly string[];
  /** The image that it was built on, as `openImage` takes it. Without it annotations, layers and history say it. */
  readonly baseImage?: string | undefined;
  /** Who sees the files of one image while they stream by. */
  readonly observe?: (
    image: Pick<PlatformImage, "input"> & Partial<PlatformImage>,
  ) => readonly ImageObserver[];
}

/** The images of what was opened, each read when it is asked for: nothing of one is kept for the next. */
export interface ImageInventories extends Pick<PlatformImages, "index" | "notices"> {
  /** The image that was opened; the name of a folder. */
  readonly of: OpenedImage | string;
  readonly images: () => AsyncGenerator<ReadPlatformImage>;
}

/**
 * Opens an image, or a folder that stands for one (`dir:PATH`), for as long as `use` runs.
 *
 * @throws as `openImage`, `platformImages` and `findBaseImage`
 */
export async function withImageInventories<T>(
  context: ImageContext,
  text: string,
  options: ImageInventoriesOptions,
  use: (inventories: ImageInventories) => Promise<T>,
): Promise<T> {
  const path = /^dir:(.+)$/s.exec(text)?.[1];
  if (path === undefined) {
    return await withOpenedImage(context, text, options, async (opened) =>
      use(await imageInventories(context, opened, options)),
    );
  }
  const folder = resolve(context.root, path);
  const name = basename(folder);
  return await use({
    of: name,
    notices: ["A folder has no digest: nothing binds what is said of it to an image."],
    images: async function* () {
      // Where it lies on this machine is no matter of what is in it.
      const input = { layers: [{ ...folderLayer(folder), digest: name }] };
      yield { image: await read(context, input, options) };
    },
  });
}

/** @throws as `platformImages` and `findBaseImage` */
export async function imageInventories(
  context: ImageContext,
  opened: OpenedImage,
  options: ImageInventoriesOptions = {},
): Promise<ImageInventories> {
  const { images, ...found } = await platformImages(opened, options.platforms);
  const isGiven = options.baseImage !== undefined;
  return {
    ...found,
    of: opened,
    images: async function* () {
      const provenance = isGiven ? undefined : await provenanceClaims(opened.store, opened.root);
      for (const each of images) {
        const claimed = provenance?.claims.get(each.digest ?? "") ?? [];
        const { base, notices } = await baseOf(context, opened, each, options, claimed);
        const baseLayers = base?.layers?.count;
        const input = { ...each.input, ...(baseLayers === undefined ? {} : { baseLayers }) };
        const image = await read(context, input, options, each);
        yield {
          ...each,
          ...(base === undefined ? {} : { base }),
          ...(baseLayers === undefined ? {} : { baseLayers }),
          ...(base?.layers?.by === "history" ? { isBaseGuessed: true } : {}),
          image: {
            ...image,
            notices: [...image.notices, ...notices, ...(provenance?.notices ?? [])],
          },
        };
      }
    },
  };
}

async function read(
  { signal }: Pick<ImageContext, "signal">,
  input: ImageInput,
  { observe }: ImageInventoriesOptions,
  image?: PlatformImage,
): Promise<ImageInventory> {
  const observers = observe?.({ ...image, input }) ?? [];
  return await readImageInventory(input, { signal, observers });
}

/** What an image was built on: by the user's word, or by what image and registry say of it. */
async function baseOf(
  context: ImageContext,
  { store }: OpenedImage,
  { config, manifest, platform, digest: own }: PlatformImage,
  options: ImageInventoriesOptions,
  claims: readonly BaseClaim[],
) {
  const diffIdsOf = (text: string, claimant?: string) =>
    withOpenedImage(context, text, options, (image) => diffIdsFor(image, platform, claimant));
  const { baseImage: name } = options;
  const how: BaseOptions =
    name === undefined
      ? {
          claims,
          annotations: manifest.annotations,
          // Another registry is not asked unless somebody names it: it would learn of the image.
          diffIdsOf: async ({ name: text = "", digest }) => {
            const registry = registryOf(text);
            const isSame = store.kind === "registry" && store.name.startsWith(`${registry}/`);
            // Nor is anything of this machine opened because an image says so.
            const remote = `docker://${pinned(text, digest)}`;
            return isSame ? await diffIdsOf(remote, own).catch(() => undefined) : undefined;
          },
        }
      : { given: { method: "given", name, diffIds: (await diffIdsOf(name)) ?? [] } };
  return await findBaseImage(config, how);
}

function pinned(name: string, digest: string | undefined): string {
  return digest === undefined || name.includes("@") ? name : `${name}@${digest}`;
}

function registryOf(text: string): string {
  try {
    return parseReference(text).registry;
  } catch {
    // A claim may be any text.
    return "";
  }
}

/** Opens an image for as long as `use` runs. */
export async function withOpenedImage<T>(
  context: ImageContext,
  text: string,
  options: OpenImageOptions,
  use: (opened: OpenedImage) => Promise<T>,
): Promise<T> {
  const opened = await openImage(context, text, options);
  try {
    return await use(opened);
  } finally {
    await opened.store.close();
  }
}
