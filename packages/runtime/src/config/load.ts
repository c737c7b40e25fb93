import type { ConfigSection } from "@assay/core";
import {
  CONFIG_PATHS,
  type ConfigFile,
  NO_CONFIG,
  type SettingsFiles,
  UsageError,
} from "@assay/core";

export const MAX_CONFIG_BYTES = 1024 * 1024;

/** A config file as it was found. */
export interface ConfigText {
  /** As it was named, or relative to the root. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads and checks the config file. YAML and schemas are loaded only when there is one: a run without pays nothing.
 *
 * @throws UsageError when `named` does not exist, when there are two files, or with one problem for each mistake in the file.
 */
export async function loadConfig(
  files: SettingsFiles,
  named: string | undefined,
  loadSections: () => Promise<readonly ConfigSection[]>,
): Promise<ConfigFile> {
  const found = await findConfig(files, named);
  return found === undefined ? NO_CONFIG : readConfig(found, loadSections);
}

async function readConfig(
  { path, bytes }: ConfigText,
  loadSections: () => Promise<readonly ConfigSection[]>,
): Promise<ConfigFile> {
  const [{ parseConfig }, sections] = await Promise.all([
    import("./parse-config.ts"),
    loadSections(),
  ]);
  return parseConfig(path, decode(path, bytes), sections);
}

/** The config file that counts, unread. @throws UsageError when `named` does not exist, or when there are two files. */
async function findConfig(
  files: SettingsFiles,
  named: string | undefined,
): Promise<ConfigText | undefined> {
  if (named !== undefined) {
    const bytes = await files.read(named, { named: true, maxBytes: MAX_CONFIG_BYTES });
    if (bytes !== undefined) return { path: named, bytes };
    throw new UsageError(`The config file ${named} does not exist`, {
      hint: `Check \`config\`: it is relative to \`working-directory\`. Without it, ${CONFIG_PATHS.join(" or ")} is read.`,
    });
  }
  const found: ConfigText[] = [];
  for (const path of CONFIG_PATHS) {
    const bytes = await files.read(path, { maxBytes: MAX_CONFIG_BYTES });
    if (bytes !== undefined) found.push({ path, bytes });
  }
  if (found.length > 1) {
    throw new UsageError(`There are two config files: ${CONFIG_PATHS.join(" and ")}`, {
      hint: "Put all settings into one of them and delete the other, or name the one to read with `config`.",
    });
  }
  return found[0];
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${path} is not UTF-8 text`, { hint: "Save it as UTF-8.", cause });
  }
}
