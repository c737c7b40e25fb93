import { compareText, UsageError } from "@assay/core";
import { MAX_IMAGE_BYTES, MAX_LAYER_BYTES } from "@assay/oci";
import type { Skipped } from "../graph.ts";
import { distributionOf, distributionReader } from "./distribution.ts";
import { imageGraphs } from "./graphs.ts";
import type { ImageInput, ImageInventory } from "./image.ts";
import { joinLocked } from "./language/index.ts";
import { contentBuffers } from "./layers/content.ts";
import { factStore, MAX_FACTS } from "./layers/facts.ts";
import { fetchAhead } from "./layers/fetch-ahead.ts";
import type { ImageState } from "./layers/layer-scan.ts";
import { mergedTree, withDistribution } from "./layers/merged-tree.ts";
import { MAX_LAYERS } from "./layers/path-table.ts";
import { problemList } from "./layers/problems.ts";
import { type LayerRun, readLayer } from "./layers/read-layer.ts";
import { seenPaths } from "./layers/seen-paths.ts";
import { movedDatabases } from "./os/moved.ts";
import type { ImageFact, ImageObserver, ImageReader, ImageReading } from "./reader.ts";
import { IMAGE_READERS } from "./readers.ts";
import { settle } from "./settle.ts";

export interface ReadImageOptions {
  /** Those that products are made of where it is not given. */
  readonly readers?: readonly ImageReader[];
  /** See files of every layer while they stream by. */
  readonly observers?: readonly ImageObserver[];
  readonly signal?: AbortSignal;
  /** Bytes of the stored layers that were read since the last call. */
  readonly onBytes?: (bytes: number) => void;
  /** Bytes of one layer when decompressed: 16 GiB. */
  readonly maxLayerBytes?: number;
  /** Of all layers: 64 GiB. */
  readonly maxImageBytes?: number;
  /** Files, folders and links of all layers: 5,000,000. */
  readonly maxEntries?: number;
  /** Records of packages and programs, with their older versions: 500,000. */
  readonly maxFacts?: number;
}

/**
 * What is in an image: its layers are read once, the newest first, and nothing of them is kept but what readers of packages need.
 *
 * @throws UsageError where a layer is damaged, not what the image says, or beyond the limits
 */
export async function readImageInventory(
  image: ImageInput,
  options: ReadImageOptions = {},
): Promise<ImageInventory> {
  const { readers = IMAGE_READERS, observers = [], signal, onBytes } = options;
  const { layers } = image;
  if (layers.length > MAX_LAYERS)
    throw new UsageError(`The image has ${layers.length} layers; at most ${MAX_LAYERS} are read`);
  const notices: string[] = [];
  const skipped: Skipped[] = [];
  const problems = problemList(layers);
  const state: ImageState = {
    readers: [distributionReader as ImageReader, ...readers],
    observers,
    paths: seenPaths(),
    links: new Map(),
    linkBytes: 0,
    wantedBelow: new Map(),
    files: 0,
    entries: 0,
    facts: factStore(problems.add, options.maxFacts ?? MAX_FACTS),
    bufferOf: contentBuffers(),
    skipped,
    notices,
    problem: problems.add,
    unread: problems.unread,
  };
  const { maxLayerBytes = MAX_LAYER_BYTES, maxImageBytes = MAX_IMAGE_BYTES } = options;
  const limits = { maxLayerBytes, maxImageBytes, maxEntries: options.maxEntries ?? 5_000_000 };
  const run: LayerRun = { limits, signal, onBytes, total: 0 };
  const layerAt = fetchAhead(layers);
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const source = layerAt(layer);
    if (source !== undefined) await readLayer(source, layer, state, run);
  }
  const { paths, links } = state;
  for (const [target, wishes] of state.wantedBelow)
    for (const { path, layer } of wishes) {
      if (paths.isHidden(path, layer)) continue;
      const link = links.get(target);
      if (link !== undefined) links.set(path, { target: link.target, layer });
      else
        problems.add(layer, path, `it is a hard link to ${target}, which is no file by that name`);
    }
  const merged = mergedTree({ paths, links, layers: layers.length });
  const facts = state.facts.finish(merged, paths, links);
  const found = facts.of(distributionReader as ImageReader) as readonly ImageFact<string>[];
  const tree = withDistribution(merged, distributionOf(found, merged));
  const assembled = new Map<string, ImageReading>();
  for (const reader of readers) {
    signal?.throwIfAborted();
    assembled.set(reader.id, await reader.assemble(facts.of(reader), tree));
  }
  const readings = joinLocked(assembled);
  const digestsOf = (path: string) => {
    const sha256 = facts.sha256Of(path);
    return sha256 === undefined ? [] : [`sha256:${sha256}`];
  };
  const settled = settle(readings, { tree, digestsOf });
  const moved = movedDatabases(readers, merged, paths, links);
  const all = [...skipped, ...problems.list(), ...moved, ...settled.skipped].sort((a, b) =>
    compareText(a.item, b.item),
  );
  return {
    inventory: { graphs: imageGraphs(readings, settled.components, settled.edges), skipped: all },
    components: new Map(settled.components.map((each) => [each.component.id, each])),
    parts: settled.parts,
    distribution: tree.distribution,
    layers: layers.map(({ open: _, read: __, ownsPieces: ___, ...layer }) => layer),
    unidentified: settled.unidentified,
    files: state.files,
    skipped: all,
    notices: [...notices, ...settled.notices],
    isHidden: (path, layer) => paths.isHidden(path, layer),
  };
}
