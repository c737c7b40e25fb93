import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import {
  type CheckContext,
  comesFromOutside,
  enclosingCheckout,
  isInside,
  UsageError,
} from "@assay/core";
import { EXTENSION } from "../store/format.ts";

type Run = Pick<CheckContext, "root" | "environment">;

/**
 * @param what Such as `advisory-store`.
 * @throws UsageError when a change from outside could bring what is at a path: it would be judged by its own data.
 */
export async function expectOutside(
  { root, event }: Pick<CheckContext, "root" | "event">,
  path: string,
  what: string,
): Promise<void> {
  if (!comesFromOutside(event)) return;
  const checkout = await enclosingCheckout(root);
  const place = resolve(root, path);
  const real = existsSync(place) ? realpathSync(place) : place;
  if (!isInside(checkout, place) && !isInside(realpathSync(checkout), real)) return;
  throw new UsageError(`A change from outside brings the \`${what}\` that it is judged by`, {
    hint: "Keep it outside of the checkout, or sign a snapshot and give `snapshot-key` or `snapshot-identity`.",
  });
}

/** The folder of the store: as given, else where `actions/cache` and the user's other caches are. */
export function storeFolder({ root, environment }: Run, given: string | undefined): string {
  if (given !== undefined) return resolve(root, given);
  const { RUNNER_TOOL_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = environment;
  const caches =
    RUNNER_TOOL_CACHE || XDG_CACHE_HOME || LOCALAPPDATA || join(HOME || homedir(), ".cache");
  return join(caches, "assay", "advisories");
}

export function storePath(folder: string, ecosystem: string): string {
  return join(folder, `${encodeURIComponent(ecosystem)}${EXTENSION}`);
}
