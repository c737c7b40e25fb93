import { plural } from "@assay/core";
import type { Skipped } from "../../graph.ts";
import type { ImageLayer } from "../image.ts";

const SHOWN = 20;

/** What is odd in layers, some of each by name: an image may be made of nothing else. */
export function problemList(layers: readonly ImageLayer[]) {
  const byLayer = new Map<number, { shown: Skipped[]; others: number }>();
  const nameOf = (layer: number) => `layer ${layer + 1} (${layers[layer]?.digest})`;
  return {
    add(layer: number, path: string, reason: string): void {
      const known = byLayer.get(layer) ?? { shown: [], others: 0 };
      byLayer.set(layer, known);
      if (known.shown.length === SHOWN) {
        known.others++;
        return;
      }
      const where = nameOf(layer);
      known.shown.push(
        path === ""
          ? { kind: "unreadable", item: where, reason: `it ${reason}` }
          : { kind: "unreadable", item: path, reason: `${reason}, in ${where}` },
      );
    },
    list(): readonly Skipped[] {
      return [...byLayer].flatMap(([layer, { shown, others }]) =>
        others === 0
          ? shown
          : [
              ...shown,
              {
                kind: "unreadable" as const,
                item: nameOf(layer),
                reason: `${plural(others, "more problem")} like these`,
              },
            ],
      );
    },
  };
}
