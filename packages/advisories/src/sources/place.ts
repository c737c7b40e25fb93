import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { CheckContext } from "@assay/core";
import { EXTENSION } from "../store/format.ts";

type Run = Pick<CheckContext, "root" | "environment">;

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
