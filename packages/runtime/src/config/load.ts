import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { ConfigSection } from "@assay/core";
import {
  CONFIG_PATHS,
  type ConfigFile,
  isAbsent,
  NO_CONFIG,
  UsageError,
  type Workspace,
} from "@assay/core";

export const MAX_CONFIG_BYTES = 1024 * 1024;

/**
 * Reads and checks the config file. YAML and schemas are loaded only when there is one: a run without pays nothing.
 *
 * @throws UsageError when `explicitPath` does not exist, or with one problem for each mistake in the file.
 */
export async function loadConfig(
  workspace: Workspace,
  explicitPath: string | undefined,
  loadSections: () => Promise<readonly ConfigSection[]>,
): Promise<ConfigFile> {
  const found = await findConfig(workspace, explicitPath);
  if (found === undefined) return NO_CONFIG;
  const [{ parseConfig }, sections] = await Promise.all([
    import("./parse-config.ts"),
    loadSections(),
  ]);
  return parseConfig(found.path, decode(found.path, found.bytes), sections);
}

async function findConfig(workspace: Workspace, explicitPath: string | undefined) {
  if (explicitPath !== undefined) {
    const bytes = await workspace.readIfPresent(explicitPath, MAX_CONFIG_BYTES);
    if (bytes !== undefined) return { path: explicitPath, bytes };
    throw new UsageError(`The config file ${explicitPath} does not exist`, {
      hint: `Check \`config\`: it is relative to \`working-directory\`. Without it, ${CONFIG_PATHS.join(" and then ")} are looked for.`,
    });
  }
  for (const path of CONFIG_PATHS) {
    // A link to nothing counts as a file: settings that somebody wrote must not vanish in silence.
    const absent = await lstat(join(workspace.root, path)).then(() => false, isAbsent);
    if (!absent) return { path, bytes: await workspace.read(path, MAX_CONFIG_BYTES) };
  }
  return undefined;
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${path} is not UTF-8 text`, { hint: "Save it as UTF-8.", cause });
  }
}
