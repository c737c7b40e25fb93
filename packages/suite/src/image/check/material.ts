import { type CheckResult, type CommandContext, plural } from "@assay/core";
import type { InventoryMaterial } from "@assay/inventory";
import {
  type ImageInventoriesOptions,
  imageMaterial,
  type ReadPlatformImage,
  withImageInventories,
} from "@assay/inventory/image";
import { type ImageSbomOptions, imageSbom, placeOf } from "@assay/sbom/image";
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
    const material = imageMaterial(read.images, now, placeOf(inventories));
    const { images: added, counted } = addedPackages(read.images, options.licensesOf === "added");
    const base = sumOf(counted);
    const inventory: CheckResult = {
      ...material.result,
      notices: [
        ...(material.result.notices ?? []),
        ...(base === 0
          ? []
          : [
              `The licences of ${plural(base, "package")} that the base image brings, or the distribution where nobody knows the base, are not judged: \`--licenses-of all\` does it${options.formats.length === 0 ? "" : ", and the bills of materials list them"}. ${licenceCounts(counted)}`,
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

const MAX_LICENCES = 5;
const MAX_LENGTH = 40;

/** How many packages name each licence: a package of Debian may be under twenty at once. */
function licenceCounts(counted: readonly { readonly license: string; readonly count: number }[]) {
  const counts = new Map<string, number>();
  for (const { license, count } of counted) {
    const names = license.replace(/ WITH \S+/g, "").split(/ (?:AND|OR) |[()]/);
    for (const name of new Set(names))
      if (name !== "" && name.length <= MAX_LENGTH)
        counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const most = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const texts = most.slice(0, MAX_LICENCES).map(([name, count]) => `${name} (${count})`);
  return `They name${most.length > MAX_LICENCES ? " most often" : ""} ${texts.join(", ")}.`;
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
