import { isRecord, UsageError } from "@assay/core";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { NpmEntry, NpmLockfile, NpmProblem } from "./entry.ts";
import { readEntry } from "./fields.ts";
import { isInstalledKey } from "./resolution.ts";

/** A `package.json` of the project: beside the lockfile, or in a folder that it links to. */
export interface NpmManifest {
  /** Relative to the root of the inventory. */
  readonly path: string;
  readonly entry: NpmEntry;
}

/** The project's manifests by the key of their entry, as far as they are there. */
export async function readManifests(
  input: ReaderInput,
  { entries }: Pick<NpmLockfile, "entries">,
): Promise<{
  readonly manifests: ReadonlyMap<string, NpmManifest>;
  readonly problems: readonly NpmProblem[];
}> {
  const manifests = new Map<string, NpmManifest>();
  const problems: NpmProblem[] = [];
  for (const { key, line, flags } of entries.values()) {
    const path = fromLockfileFolder(
      input.path,
      key === "" ? "package.json" : `${key}/package.json`,
    );
    if (isInstalledKey(key) || flags.has("link") || path === undefined) continue;
    const manifest = await readManifest(input, path);
    if (typeof manifest === "string") {
      const reason = `nobody can say whether it fits ${path}: ${manifest}`;
      problems.push({ key, line, reason });
    } else if (manifest !== undefined) {
      manifests.set(key, { path, entry: readEntry(key, undefined, manifest).entry });
    }
  }
  return { manifests, problems };
}

/** A clause where it is there and can't be used. */
async function readManifest(
  { readText }: ReaderInput,
  path: string,
): Promise<Record<string, unknown> | string | undefined> {
  try {
    const text = await readText(path);
    if (text === undefined) return undefined;
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : "it is no JSON object";
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    return "it is no JSON";
  }
}
