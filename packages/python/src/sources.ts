import { UsageError, type Workspace } from "@assay/core";

/** The texts of checked files. */
export interface Sources {
  /** `undefined` where it is not there, or not to be read. */
  text(path: string): Promise<string | undefined>;
  /** A line from 1, without its end; empty where there is none. */
  line(path: string, line: number): Promise<string>;
}

const MAX_BYTES = 20 * 1024 * 1024;

/** Only the last file is kept: findings come file by file. */
export function sourcesOf(workspace: Workspace): Sources {
  let kept:
    | { readonly path: string; readonly text?: string; lines?: readonly string[] }
    | undefined;
  const at = async (path: string) => {
    if (kept?.path === path) return kept;
    const text = await read(workspace, path);
    kept = { path, ...(text !== undefined && { text }) };
    return kept;
  };
  return {
    text: async (path) => (await at(path)).text,
    async line(path, line) {
      const file = await at(path);
      file.lines ??= (file.text ?? "").split(/\r\n?|\n/);
      return file.lines[line - 1] ?? "";
    },
  };
}

async function read(workspace: Workspace, path: string): Promise<string | undefined> {
  try {
    const bytes = await workspace.readIfPresent(path, MAX_BYTES);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
