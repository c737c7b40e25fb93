import { createHash } from "node:crypto";
import { UsageError } from "@assay/core";
import type { Skipped } from "../../graph.ts";
import type {
  Distribution,
  ImageContent,
  ImageFact,
  ImageReader,
  ImageReading,
  ImageTree,
} from "../reader.ts";

type Content = string | Uint8Array | { readonly link: string } | undefined;

/** What one layer of a test has: content by path, a link as `{ link }`, what it removes as `undefined`. */
export type TestLayer = Readonly<Record<string, Content>>;

export interface TestImage {
  readonly distribution?: Distribution;
  /** The oldest first. */
  readonly layers: readonly TestLayer[];
}

export const DEBIAN: Distribution = { id: "debian", idLike: [], versionId: "12" };

/** What one reader makes of an image that is given as a list of layers. Files that it can't read are `skipped`, as in a real image. */
export async function readFacts<F>(
  reader: ImageReader<F>,
  { layers, distribution }: TestImage,
): Promise<ImageReading> {
  const tree = testTree(layers, distribution);
  const facts: ImageFact<F>[] = [];
  const skipped: Skipped[] = [];
  for (let layer = layers.length - 1; layer >= 0; layer -= 1)
    for (const [path, value] of Object.entries(layers[layer] ?? {}).sort()) {
      const bytes = bytesOf(value);
      if (bytes === undefined || bytes.length === 0) continue;
      const head = bytes.subarray(0, 512);
      if (!reader.wants({ path, size: bytes.length, mode: 0o644, head })) continue;
      const isHidden = layers.slice(layer + 1).some((each) => path in each);
      if (isHidden && reader.everyVersion !== true) continue;
      try {
        const content = contentOf(bytes);
        const hidden = isHidden ? { isHidden: true as const } : {};
        const fact = await reader.extract({ path, mode: 0o644, content, layer, ...hidden });
        if (fact === undefined) continue;
        const since = sinceOf(layers, path, layer);
        const { sha256 } = content;
        facts.push({ path: tree.resolve(path) ?? path, layer, since, sha256, fact });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        skipped.push({ kind: "unreadable", item: path, reason: error.message });
      }
    }
  const reading = await reader.assemble(facts, tree);
  return { ...reading, skipped: [...skipped, ...(reading.skipped ?? [])] };
}

/** Bytes as a reader gets them. */
export function contentOf(bytes: Uint8Array): ImageContent {
  return {
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: async (maxBytes) => {
      if (bytes.length > maxBytes) throw new UsageError(`More than ${maxBytes} bytes.`);
      return bytes;
    },
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

function bytesOf(value: Content): Uint8Array | undefined {
  if (typeof value === "string") return new TextEncoder().encode(value);
  return value instanceof Uint8Array ? value : undefined;
}

function sinceOf(layers: readonly TestLayer[], path: string, layer: number): number {
  const text = String(layers[layer]?.[path]);
  let since = layer;
  for (let at = layer - 1; at >= 0; at -= 1) {
    const below = layers[at] ?? {};
    if (!(path in below)) continue;
    if (String(below[path]) !== text) break;
    since = at;
  }
  return since;
}

function testTree(layers: readonly TestLayer[], distribution: Distribution | undefined): ImageTree {
  const merged = new Map<string, Content>();
  for (const [path, value] of layers.flatMap((layer) => Object.entries(layer)))
    if (value === undefined) merged.delete(path);
    else merged.set(path, value);
  const linkAt = (path: string) => {
    const value = merged.get(path);
    return typeof value === "object" && "link" in value ? value.link : undefined;
  };
  const has = (path: string) =>
    path === "" ||
    merged.has(path) ||
    [...merged.keys()].some((each) => each.startsWith(`${path}/`));
  const resolve = (path: string, hops = 0): string | undefined => {
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    let at = "";
    for (const [index, part] of parts.entries()) {
      if (part === "..") {
        at = at.slice(0, Math.max(at.lastIndexOf("/"), 0));
        continue;
      }
      const next = at === "" ? part : `${at}/${part}`;
      const link = linkAt(next);
      if (link === undefined) {
        at = next;
        continue;
      }
      const target = link.startsWith("/") ? link : `${at}/${link}`;
      if (hops > 40) return undefined;
      return resolve([target, ...parts.slice(index + 1)].join("/"), hops + 1);
    }
    return has(at) ? at : undefined;
  };
  return {
    resolve: (path) => resolve(path),
    has,
    linkAt,
    layers: layers.length,
    distribution,
  };
}
