import { UsageError } from "@assay/core";
import { type OpenedImage, type Platform, platformText } from "@assay/oci";
import { platformImages } from "../platforms.ts";

/**
 * The digests of the uncompressed layers of an image, for one platform; `undefined` where it has none for it, or several.
 *
 * @param own The digest of an image that says itself that this is its base: no image is its own, so that none of its layers count.
 * @throws StoreError where it can't be read.
 */
export async function diffIdsFor(
  image: OpenedImage,
  platform: Platform | undefined,
  own?: string,
): Promise<readonly string[] | undefined> {
  try {
    const wanted = platform === undefined ? [] : [platformText(platform)];
    const { images } = await platformImages(image, wanted);
    const [found, second] = images;
    if (own !== undefined && found?.digest === own) return [];
    return second === undefined ? found?.config.diffIds : undefined;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
