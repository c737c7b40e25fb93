import type { ImageHistory } from "@assay/oci";

const COMMAND = /^(?:\/bin\/sh -c #\(nop\) +)?(?:CMD|ENTRYPOINT)\b/;

/**
 * How many layers came before the image's own, by its history: an image mostly ends with what it runs (`CMD`, `ENTRYPOINT`), so the last
 * such entry before the image's own layers ends the base. A guess: bases without one, and builders that write no history, are not seen.
 */
export function layersByHistory(
  history: readonly ImageHistory[],
  layers: number,
): number | undefined {
  if (layerHistory(history, layers) === undefined) return undefined;
  const last = history.findLastIndex(({ emptyLayer }) => !emptyLayer);
  const end = history.findLastIndex(
    ({ emptyLayer, createdBy = "" }, index) =>
      index < last && emptyLayer && COMMAND.test(createdBy),
  );
  if (end < 0) return undefined;
  const count = history.slice(0, end).filter(({ emptyLayer }) => !emptyLayer).length;
  return count === 0 ? undefined : count;
}

/** The entry of each layer; `undefined` where their numbers differ, and nothing says which is whose. */
function layerHistory(
  history: readonly ImageHistory[],
  layers: number,
): readonly ImageHistory[] | undefined {
  const made = history.filter(({ emptyLayer }) => !emptyLayer);
  return made.length === layers ? made : undefined;
}
