import { resolve } from "node:path";
import type { SettingSource, SettingsFiles } from "@assay/core";
import type { Surroundings } from "./base-files.ts";

/** One file that was asked for. */
export interface SettingRead {
  readonly path: string;
  readonly named: boolean;
  readonly from: SettingSource["from"];
  /** `undefined` where nothing was there. */
  readonly bytes: Uint8Array | undefined;
}

export interface TracedFiles extends SettingsFiles {
  /** What decided so far, by path. */
  readonly reads: ReadonlyMap<string, SettingRead>;
}

/** Remembers what was read, so that a report can say where every setting came from. */
export function traced(files: SettingsFiles, { checkout, folder }: Surroundings): TracedFiles {
  const reads = new Map<string, SettingRead>();
  return {
    ...files,
    reads,
    async read(path, options = {}) {
      const bytes = await files.read(path, options);
      const { named = false, decides = true } = options;
      if (!decides) return bytes;
      const isElsewhere = named && (await checkout.place(resolve(folder, path))) === undefined;
      reads.set(path, { path, named, bytes, from: isElsewhere ? "input" : files.from });
      return bytes;
    },
  };
}
