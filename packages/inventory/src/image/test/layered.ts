import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type TarPart, tarOf } from "@assay/testkit";
import type { ImageInput, ImageLayer } from "../image.ts";
import { type ReadImageOptions, readImageInventory } from "../read-image.ts";
import type { ImageFact, ImageReader, ImageTree } from "../reader.ts";

/** A layer of a test: its entries, or the bytes of its blob. */
export type LayerOf = readonly TarPart[] | Buffer;

export function layerOf(given: LayerOf, said: Partial<ImageLayer> = {}): ImageLayer {
  const tar = Buffer.isBuffer(given) ? given : tarOf(given);
  const blob = Buffer.isBuffer(given) ? given : gzipSync(tar, { level: 1 });
  const digest = `sha256:${sha256(blob)}`;
  const diffId = Buffer.isBuffer(given) ? {} : { diffId: `sha256:${sha256(tar)}` };
  return {
    digest,
    ...diffId,
    async *open() {
      for (let at = 0; at < blob.length; at += 65536) yield blob.subarray(at, at + 65536);
    },
    ...said,
  };
}

export function imageOf(...layers: readonly LayerOf[]): ImageInput {
  return { layers: layers.map((each) => layerOf(each)) };
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export interface Gathered {
  /** `path layer since text`, as `assemble` gets them; what no container sees ends with `hidden`. */
  readonly facts: readonly string[];
  readonly tree: ImageTree;
  readonly skipped: readonly string[];
  readonly notices: readonly string[];
  readonly files: number;
  /** How many files the reader was given. */
  readonly extracted: number;
}

/** What a reader of every file called `*.txt` gets of an image. */
export async function gather(
  image: ImageInput,
  { everyVersion = false, ...options }: ReadImageOptions & { everyVersion?: boolean } = {},
): Promise<Gathered> {
  let facts: readonly ImageFact<string>[] = [];
  let tree: ImageTree | undefined;
  let extracted = 0;
  const reader: ImageReader<string> = {
    id: "text",
    everyVersion,
    wants: ({ path }) => path.endsWith(".txt"),
    async extract({ content }) {
      extracted++;
      return new TextDecoder().decode(await content.bytes(1024 * 1024));
    },
    async assemble(all, given) {
      [facts, tree] = [all, given];
      return { components: [] };
    },
  };
  const { skipped, notices, files } = await readImageInventory(image, {
    ...options,
    readers: [reader as ImageReader],
  });
  return {
    facts: facts.map(({ path, layer, since, fact, isHidden }) =>
      [path, layer, since, fact, ...(isHidden ? ["hidden"] : [])].join(" "),
    ),
    tree: tree as ImageTree,
    skipped: skipped.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`),
    notices,
    files,
    extracted,
  };
}
