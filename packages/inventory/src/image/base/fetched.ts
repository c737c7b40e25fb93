import { UsageError } from "@assay/core";
import { type OpenedImage, type Platform, platformText } from "@assay/oci";
import { platformImages } from "../platforms.ts";

/**
 * The digests of the uncompressed layers of an image, for one platform; `undefined` where it has none for it, or several.
 *
 * @throws StoreError where it can't be read.
 */
export async function diffIdsFor(
  image: OpenedImage,
  platform: Platform | undefined,
): Promise<readonly string[] | undefined> {
  try {
    const wanted = platform === undefined ? [] : [platformText(platform)];
    const { images } = await platformImages(image, wanted);
    return images.length === 1 ? images[0]?.config.diffIds : undefined;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
