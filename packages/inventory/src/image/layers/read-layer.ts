import { createHash } from "node:crypto";
import { ExternalError, UsageError } from "@assay/core";
import { type Compression, decompressed, isForeign, readTar, type TarHandler } from "@assay/oci";
import type { ImageLayer } from "../image.ts";
import { statedCompression, whyNotRead } from "./layer-media-types.ts";
import type { ImageState } from "./layer-scan.ts";
import { layerScan } from "./layer-scan.ts";
import { tableCheck } from "./table-of-contents.ts";

export interface LayerLimits {
  /** Bytes of one layer, decompressed. */
  readonly maxLayerBytes: number;
  /** Of all layers together. */
  readonly maxImageBytes: number;
  readonly maxEntries: number;
}

export interface LayerRun {
  readonly limits: LayerLimits;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the stored layer that were read. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Decompressed so far, of all layers. */
  total: number;
}

/** Reads one layer. `layer` is its number, 0 is the oldest. @throws UsageError where it is not what the image says, damaged or too large */
export async function readLayer(
  source: ImageLayer,
  layer: number,
  state: ImageState,
  run: LayerRun,
): Promise<void> {
  const { mediaType, diffId, digest } = source;
  const item = `layer ${layer + 1} (${digest})`;
  const reason = whyNotRead(mediaType);
  if (reason !== undefined) {
    state.skipped.push({ kind: "unsupported", item, reason });
    return;
  }
  const name = `Layer ${layer + 1} (${digest})`;
  const scan = layerScan(state, layer);
  if (source.read !== undefined) {
    await source.read(scan, run.signal);
    return;
  }
  const table = tableCheck(source.annotations, scan);
  const found: { format?: Compression } = {};
  try {
    const got = await readOnce(source, name, table?.handler ?? scan, state, run, {
      onFormat: (format) => {
        found.format = format;
      },
      onStored: table?.stored,
    });
    if (diffId !== undefined && got !== diffId) throw otherContent(name, diffId, got);
  } catch (error) {
    if (!isForeign(mediaType) || !(error instanceof ExternalError)) throw error;
    const what = "it is kept elsewhere by its maker, and the registry does not have it";
    state.skipped.push({ kind: "unsupported", item, reason: what, advice: FOREIGN });
    return;
  }
  const difference = table?.difference();
  if (difference !== undefined)
    state.skipped.push({ kind: "unreadable", item, reason: difference });
  const { format } = found;
  const stated = statedCompression(mediaType);
  if (stated !== undefined && format !== stated)
    state.notices.push(`${name} says that its compression is ${stated}; it is ${format}.`);
  if (scan.hardLinks.isOpen())
    await readOnce({ ...source, size: 0 }, name, scan.hardLinks.second(), state, run);
  scan.hardLinks.end();
}

const FOREIGN = "Push the image again with its non-distributable layers.";

/** What is done the first time that a layer is read. */
interface FirstTime {
  readonly onFormat: (format: Compression) => void;
  readonly onStored?: ((bytes: Uint8Array) => void) | undefined;
}

/** The digest of what came out, where somebody asks for it. */
async function readOnce(
  { open, diffId, ownsPieces = false }: ImageLayer,
  name: string,
  handler: TarHandler,
  state: ImageState,
  run: LayerRun,
  first?: FirstTime,
): Promise<string | undefined> {
  const { limits, signal, onBytes } = run;
  const algorithm = first === undefined ? undefined : algorithmOf(diffId);
  const digest = algorithm === undefined ? undefined : createHash(algorithm);
  async function* stored() {
    for await (const bytes of open()) {
      signal?.throwIfAborted();
      onBytes?.(bytes.length);
      first?.onStored?.(bytes);
      yield bytes;
    }
  }
  const maxBytes = Math.min(limits.maxLayerBytes, limits.maxImageBytes - run.total);
  async function* plain() {
    const options = {
      name,
      maxBytes,
      ownsInput: ownsPieces,
      ...(first && { onFormat: first.onFormat }),
    };
    for await (const bytes of decompressed(stored(), options)) {
      digest?.update(bytes);
      run.total += bytes.length;
      yield bytes;
    }
  }
  await readTar(plain(), handler, { name, maxEntries: limits.maxEntries - state.entries });
  return digest === undefined ? undefined : `${algorithm}:${digest.digest("hex")}`;
}

function algorithmOf(digest: string | undefined): "sha256" | "sha512" | undefined {
  if (digest === undefined) return undefined;
  return digest.startsWith("sha512:") ? "sha512" : "sha256";
}

function otherContent(name: string, stated: string, got: string | undefined): UsageError {
  return new UsageError(
    `${name} holds other content than the image's config says: ${got}, not ${stated}`,
    {
      hint: "Do not use the image: build or pull it again. A container runtime refuses such a layer.",
    },
  );
}
