import { type CheckResult, type CommandContext, plural } from "@assay/core";
import type { InventoryMaterial } from "@assay/inventory";
import {
  type ImageInventoriesOptions,
  imageMaterial,
  type ReadPlatformImage,
  withImageInventories,
} from "@assay/inventory/image";
import { type ImageSbomOptions, imageSbom } from "@assay/sbom/image";
import { addedPackages } from "./added-packages.ts";
import { type ImageSecretsOptions, imageSecrets } from "./secrets.ts";

export interface ImageCheckOptions extends ImageSbomOptions, ImageInventoriesOptions {
  readonly platforms: readonly string[];
  readonly image: string;
  /** Whose licences are judged; nobody's where they are not asked for. */
  readonly licensesOf: "added" | "all" | "none";
  /** Whether and how texts are searched for secrets. */
  readonly secrets: ImageSecretsOptions | false;
}

/** An image that was read once, for all checks. */
export interface CheckedImage {
  readonly results: readonly CheckResult[];
  /** Of all packages. */
  readonly material: InventoryMaterial;
  /** Of those whose licences are judged. */
  readonly licensed: InventoryMaterial;
  readonly digest?: string;
  readonly componentCount: number;
}

/** Reads the image: each layer once, for documents, packages and secrets. */
export async function checkImage(
  context: CommandContext,
  options: ImageCheckOptions,
): Promise<CheckedImage> {
  const secrets = options.secrets && (await imageSecrets(context, options.secrets));
  const observed = secrets ? { ...options, observe: secrets.observe } : options;
  return await withImageInventories(context, options.image, observed, async (inventories) => {
    async function* images(): AsyncGenerator<ReadPlatformImage> {
      for await (const each of inventories.images()) {
        if (secrets) secrets.read(each);
        yield each;
      }
    }
    const read = await imageSbom(context, { ...inventories, images }, options);
    const now = context.clock.wall();
    const material = imageMaterial(read.images, now);
    const { images: added, counted } = addedPackages(read.images, options.licensesOf === "added");
    const base = sumOf(counted);
    const inventory: CheckResult = {
      ...material.result,
      notices: [
        ...(material.result.notices ?? []),
        ...(base === 0
          ? []
          : [
              `The licences of ${plural(base, "package")} that the base image brings, or the distribution where nobody knows the base, are not judged; \`--licenses-of all\` judges them. ${licenceCounts(counted)}`,
            ]),
      ],
    };
    return {
      results: [
        inventory,
        ...(options.formats.length === 0 ? [] : [read.result]),
        ...(secrets ? [secrets.finish()] : []),
      ],
      material: { ...material, result: inventory },
      licensed: { ...imageMaterial(added, now), result: inventory },
      ...(read.digest === undefined ? {} : { digest: read.digest }),
      componentCount: read.result.coverage.inspected["components"] ?? 0,
    };
  });
}

const MAX_LICENCES = 10;
/** A Debian package may be under twenty licences at once. */
const MAX_LENGTH = 40;

function licenceCounts(counted: readonly { readonly license: string; readonly count: number }[]) {
  const short = counted.filter(({ license }) => license.length <= MAX_LENGTH);
  const shown = short.slice(0, MAX_LICENCES);
  const more = sumOf(counted) - sumOf(shown);
  const texts = shown.map(({ license, count }) => `${license} ${count}`);
  return `They say: ${[...texts, ...(more > 0 ? [`others ${more}`] : [])].join(", ")}.`;
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
