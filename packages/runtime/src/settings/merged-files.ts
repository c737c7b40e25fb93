import type { SettingsFiles } from "@assay/core";

/**
 * The files as a merge would leave them: what the change did not touch since it branched off is that of the base, where the base
 * went on meanwhile.
 *
 * @param before The files where the change branched off.
 */
export function mergedFiles(
  own: SettingsFiles,
  before: SettingsFiles,
  base: SettingsFiles,
): SettingsFiles {
  return {
    ...own,
    async read(path, options) {
      const bytes = await own.read(path, options);
      // A link that leads nowhere there is another thing than what is here.
      const old = await before.read(path, options).catch(() => "unreadable" as const);
      return old !== "unreadable" && sameBytes(bytes, old) ? base.read(path, options) : bytes;
    },
  };
}

/** Whether two files say the same; one that is not there says something else than an empty one. */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Buffer.compare(a, b) === 0;
}
