import { plural } from "@assay/core";
import type { Skipped } from "../../graph.ts";
import type { ImageLayer } from "../image.ts";

const SHOWN = 20;
const SHOWN_FILES = 1000;

/** What is odd in layers, some of each by name: an image may be made of nothing else. */
export function problemList(layers: readonly ImageLayer[]) {
  const byLayer = new Map<number, { shown: Skipped[]; others: number }>();
  const nameOf = (layer: number) => `layer ${layer + 1} (${layers[layer]?.digest})`;
  const files: Skipped[] = [];
  let otherFiles = 0;
  return {
    /** A file that a reader could not read. */
    unread(path: string, reason: string): void {
      if (files.length === SHOWN_FILES) otherFiles++;
      else files.push({ kind: "unreadable", item: path, reason });
    },
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
      const more = { kind: "unreadable" as const, item: "(others)" };
      const others =
        otherFiles === 0
          ? []
          : [{ ...more, reason: `${plural(otherFiles, "more file")} could not be read` }];
      return [...files, ...others, ...oddities()];
    },
  };

  function oddities(): readonly Skipped[] {
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
  }
}
