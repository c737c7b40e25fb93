import { type CheckResult, type CommandContext, grouped, plural } from "@assay/core";
import { type ImageInventories, imageMaterial, type ReadImage } from "@assay/inventory/image";
import { platformText } from "@assay/oci";
import type { SbomConfig } from "../config-facts.ts";
import type { SbomFormat } from "../options.ts";
import { type ImageDocuments, imageDocuments } from "./documents.ts";
import { nameOfImage, subjectOfImage, subjectOfIndex } from "./subject-of.ts";

export interface ImageSbomOptions {
  readonly formats: readonly SbomFormat[];
  /** The only ones that were asked for; all where none is given. */
  readonly platforms?: readonly string[];
  /** What the documents call the image, without a tag. */
  readonly imageName?: string | undefined;
}

export interface ImageSbomRun {
  readonly result: CheckResult;
  readonly documents: ImageDocuments;
  /** What was read, in the order of the index. */
  readonly images: readonly ReadImage[];
  /** What is to be reported of the inventory that the documents are made from. */
  readonly inventory: CheckResult;
  /** Of the image or index that was named. */
  readonly digest?: string;
}

/** The image as it was named, with its digest. */
export function placeOf({ of }: Pick<ImageInventories, "of">): string {
  return typeof of === "string" ? of : of.reference;
}

/** The documents of an image, of each platform when that is read. */
export async function imageSbom(
  context: Pick<CommandContext, "environment" | "clock" | "config">,
  inventories: ImageInventories,
  { formats, platforms = [], imageName }: ImageSbomOptions,
): Promise<ImageSbomRun> {
  const { of, index } = inventories;
  const name = nameOfImage(of, imageName);
  const images: ReadImage[] = [];
  async function* read() {
    for await (const each of inventories.images()) {
      // Without the table of all paths of its layers, which only this image's own reading needs.
      images.push({ ...each, image: { ...each.image, isHidden: () => false } });
      yield { subject: subjectOfImage(name, each), image: each.image };
    }
  }
  const documents = await imageDocuments(context, read(), {
    formats,
    config: context.config.section<SbomConfig>("sbom"),
    // What is left out can't be said of the whole.
    index: index && platforms.length === 0 ? subjectOfIndex(name, index) : undefined,
  });
  // What stands inside of a package is a part of it.
  const whole = documents.images.map(({ subject, document }) => ({
    subject,
    components: document.components.filter(({ parent }) => parent === undefined),
  }));
  const lines = whole.map(({ subject, components }) => {
    const files = components.filter(({ type }) => type === "file").length;
    const unknown = files === 0 ? "" : `, ${grouped(files)} of them unidentified files`;
    const where = subject.platform ? platformText(subject.platform) : subject.name;
    return `${where}: ${plural(components.length, "component")}${unknown}`;
  });
  const digest =
    typeof of === "string" || of.store.isSynthetic ? undefined : of.root.descriptor.digest;
  return {
    documents,
    images,
    inventory: imageMaterial(images, context.clock.wall(), placeOf(inventories)).result,
    ...(digest === undefined ? {} : { digest }),
    result: {
      check: "sbom",
      title: "Bill of materials",
      findings: [],
      artifacts: documents.artifacts,
      coverage: {
        inspected: {
          images: images.length,
          components: whole.reduce((sum, each) => sum + each.components.length, 0),
        },
        skipped: [],
        summary: lines.join("; "),
      },
      notices: [...inventories.notices, ...documents.notices],
      sensitive: true,
    },
  };
}
