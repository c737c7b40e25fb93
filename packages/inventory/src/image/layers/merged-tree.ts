import { UsageError } from "@assay/core";
import { folderOf } from "../../paths.ts";
import type { Distribution, ImageTree } from "../reader.ts";
import type { SeenPaths } from "./seen-paths.ts";

/** As many as Linux follows. */
const MAX_HOPS = 40;
/** The longest path that Linux takes. */
const MAX_PATH = 4096;
/** Links can be made so that each way through them is long: a system's whole tree takes a hundredth of it. */
const MAX_STEPS = 10_000_000;

/** Whether a path has `.`, `..` or nothing between two slashes. */
const INDIRECT = /(?:^|\/)\.{0,2}(?:\/|$)/;

function tooManySteps(): UsageError {
  return new UsageError("The image's symbolic links lead through too many folders to be followed", {
    hint: "Inspect an image without such links: they are made to keep whoever follows them busy.",
  });
}

export interface SymbolicLink {
  readonly target: string;
  readonly layer: number;
}

export interface TreeParts {
  readonly paths: SeenPaths;
  /** Symbolic links that a container would see, by path. */
  readonly links: ReadonlyMap<string, SymbolicLink>;
  readonly layers: number;
}

/** The tree without its distribution, and where a file lies that a layer names in another way. */
export interface MergedTree extends Omit<ImageTree, "distribution"> {
  /** Links of the folders followed, not that of the last name. */
  realPath(path: string): string;
}

export function mergedTree({ paths, links, layers }: TreeParts): MergedTree {
  const folders = new Map<string, string | undefined>([["", ""]]);
  let steps = 0;
  const pathOf = (folder: string, name: string) => (folder === "" ? name : `${folder}/${name}`);

  /**
   * Where a path leads, whether or not anything is there; `undefined` for a loop. Never out of the root: `..` of the root is the root, as
   * in a container.
   */
  function follow(path: string, hops: number): string | undefined {
    const parts = path.split("/").reverse();
    let at = "";
    let left = hops;
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      if (part === "" || part === ".") continue;
      if (part === "..") {
        at = folderOf(at);
        continue;
      }
      const next = pathOf(at, part);
      if (++steps > MAX_STEPS) throw tooManySteps();
      if (next.length > MAX_PATH) return undefined;
      const link = links.get(next);
      if (link === undefined) {
        at = next;
        continue;
      }
      left--;
      if (left < 0 || parts.length > MAX_PATH) return undefined;
      if (link.target.startsWith("/")) at = "";
      parts.push(...link.target.split("/").reverse());
    }
    return at;
  }

  function realFolder(folder: string): string | undefined {
    if (folders.has(folder)) return folders.get(folder);
    const real = INDIRECT.test(folder) ? follow(folder, MAX_HOPS) : stepped(folder);
    folders.set(folder, real);
    return real;
  }

  /** One step from the folder above, that is known for all folders in it. */
  function stepped(folder: string): string | undefined {
    const above = folderOf(folder);
    const parent = realFolder(above);
    if (parent === undefined) return undefined;
    const next = pathOf(parent, above === "" ? folder : folder.slice(above.length + 1));
    return links.has(next) ? follow(next, MAX_HOPS) : next;
  }

  function resolve(path: string): string | undefined {
    const clean = path.replace(/^\/+/, "");
    const folder = realFolder(folderOf(clean));
    if (folder === undefined) return undefined;
    const place = pathOf(folder, clean.slice(folderOf(clean).length).replace(/^\//, ""));
    // A plain name is where it is: only what is a link, or has `.` in its way, is followed.
    const real = links.has(place) || INDIRECT.test(place) ? follow(place, MAX_HOPS) : place;
    return real !== undefined && paths.has(real) ? real : undefined;
  }

  return {
    layers,
    resolve,
    has: (path) => resolve(path) !== undefined,
    linkAt: (path) => links.get(path)?.target,
    realPath(path) {
      const folder = folderOf(path);
      const real = realFolder(folder);
      return real === undefined || real === folder
        ? path
        : pathOf(real, path.slice(folder.length + 1));
    },
  };
}

export function withDistribution(
  tree: MergedTree,
  distribution: Distribution | undefined,
): ImageTree & MergedTree {
  return { ...tree, distribution };
}
