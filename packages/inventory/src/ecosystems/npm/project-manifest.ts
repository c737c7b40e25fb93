import { isRecord, UsageError } from "@assay/core";
import type { ReaderInput } from "../ecosystem.ts";
import type { NpmEntry } from "./package-lock/entry.ts";
import { readEntry } from "./package-lock/fields.ts";

/** A `package.json` of the project. */
export interface ProjectManifest {
  /** Relative to the root of the inventory. */
  readonly path: string;
  /** What it asks for, with its name and version. */
  readonly entry: NpmEntry;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A manifest; `undefined` where there is none; a clause where it is there and can't be used. */
export async function readProjectManifest(
  { readText }: Pick<ReaderInput, "readText">,
  path: string,
): Promise<ProjectManifest | string | undefined> {
  try {
    const text = await readText(path);
    if (text === undefined) return undefined;
    const json: unknown = JSON.parse(text);
    if (!isRecord(json)) return "it is no JSON object";
    return { path, json, entry: readEntry("", undefined, json).entry };
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    return "it is no JSON";
  }
}
