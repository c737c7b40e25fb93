import type { ImageLayer } from "../image.ts";

/** A layer of at most so many bytes is fetched whole while a newer one is read: nothing of it has to wait with a connection open. */
const MAX_BYTES = 8 * 1024 * 1024;
/** How many at a time. */
const MOST = 3;

/** Gives the layers of an image in turn, the newest first, with small ones of a registry fetched before it is their turn. */
export function fetchAhead(layers: readonly ImageLayer[]): (at: number) => ImageLayer | undefined {
  const fetched = new Map<number, Promise<Uint8Array[]>>();
  return (at) => {
    for (let next = at - 1; next >= Math.max(0, at - MOST); next--) {
      const layer = layers[next];
      if (layer === undefined || fetched.has(next) || !isSmall(layer)) continue;
      const pieces = wholeOf(layer);
      // Where it fails, it is seen when it is its turn.
      pieces.catch(() => {});
      fetched.set(next, pieces);
    }
    const layer = layers[at];
    const pieces = fetched.get(at);
    if (layer === undefined || pieces === undefined) return layer;
    fetched.set(at, Promise.resolve([]));
    return {
      ...layer,
      async *open() {
        yield* await pieces;
      },
    };
  };
}

/** Files of this machine are at hand as they are. */
function isSmall({ size = Number.POSITIVE_INFINITY, ownsPieces, read }: ImageLayer): boolean {
  return size <= MAX_BYTES && ownsPieces !== true && read === undefined;
}

async function wholeOf(layer: ImageLayer): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of layer.open()) pieces.push(piece);
  return pieces;
}
