import { realpathSync } from "node:fs";
import { dirname, join, parse, relative, sep } from "node:path";
import { enclosingCheckout, isInside, realPath, statusAt } from "@assay/core";

/** The checkout around the folder that a run looks at. */
export interface Checkout {
  /** Absolute real path. */
  readonly top: string;
  /**
   * The path of something from the top, with `/` separators; `undefined` where it lies elsewhere, also in another checkout
   * within this one (a second `actions/checkout` with a `path`). Links of the checkout itself are not followed: a change may have
   * brought them.
   *
   * @param full Absolute; nothing need be there.
   */
  place(full: string): Promise<string | undefined>;
}

/**
 * @param root Absolute real path of the folder that is looked at.
 * @param isContent Whether a folder, from the top, is content of the checkout itself: then a `.git` in it makes no checkout of
 * it. None is where it is not given.
 */
export async function checkoutAround(
  root: string,
  isContent: (path: string) => Promise<boolean> = async () => false,
): Promise<Checkout> {
  const top = await topOf(root);
  return {
    top,
    async place(full) {
      const inside = await withinTop(top, full);
      if (inside === undefined) return undefined;
      const other = await checkoutBetween(top, dirname(inside));
      if (other !== undefined && !isInside(other, root)) {
        if (!(await isContent(fromTop(top, other)))) return undefined;
      }
      return fromTop(top, inside);
    },
  };
}

/** The root of the checkout that a folder lies in; `undefined` where it lies in none. */
export async function checkoutTop(folder: string): Promise<string | undefined> {
  const top = await topOf(folder);
  return statusAt(join(top, ".git")) && top;
}

/** A submodule is content of the checkout around it: a change can make one of any folder. */
async function topOf(root: string): Promise<string> {
  let top = await enclosingCheckout(root);
  while (statusAt(join(top, ".git"))?.isFile() === true) {
    const around = await enclosingCheckout(dirname(top));
    if (statusAt(join(around, ".git")) === undefined) return top;
    top = around;
  }
  return top;
}

/**
 * The first link on the way to a folder that leads out of the checkout that it lies in; `undefined` where there is none. Whoever
 * brings a change may bring that, and something else than the change would be looked at.
 *
 * @param folder Absolute, links not followed.
 */
export async function linkOut(folder: string): Promise<string | undefined> {
  let at = parse(folder).root;
  for (const part of relative(at, folder).split(sep).filter(Boolean)) {
    const next = join(at, part);
    if (statusAt(next)?.isSymbolicLink() !== true) {
      at = next;
      continue;
    }
    const target = realpathSync.native(next);
    const top = await topOf(at);
    const isCheckout = statusAt(join(top, ".git")) !== undefined;
    if (isCheckout && (await topOf(target)) !== top) return next;
    at = target;
  }
  return undefined;
}

/** The nearest folder below `top` that has git's own folder in it: no change can bring one. The `.git` of a submodule is a file. */
async function checkoutBetween(top: string, folder: string): Promise<string | undefined> {
  for (let at = folder; at !== top && isInside(top, at); at = dirname(at)) {
    if (statusAt(join(at, ".git"))?.isDirectory() === true) return at;
  }
  return undefined;
}

/**
 * A path as one below `top`. The way there may begin with links of the machine (`/tmp` on macOS): from the first folder that lies
 * in the checkout on, what follows is taken as it is written.
 */
async function withinTop(top: string, full: string): Promise<string | undefined> {
  let inside: string | undefined;
  for (let at = full; ; at = dirname(at)) {
    const real = realPath(at);
    if (real !== undefined && isInside(top, real)) inside = join(real, relative(at, full));
    if (dirname(at) === at) return inside;
  }
}

function fromTop(top: string, full: string): string {
  return relative(top, full).split(sep).join("/");
}
