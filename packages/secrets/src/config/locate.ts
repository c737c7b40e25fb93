import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { openWorkspace, UsageError } from "@assay/core";
import type { ConfigSource } from "./gitleaks-config.ts";

export interface LocateOptions {
  readonly root: string;
  /** The input `gitleaks-config`. */
  readonly path?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file of the repository: from the work tree, or from the base commit where the change is not trusted. */
  readonly read: (path: string) => Promise<string | undefined>;
}

export const CONFIG_FILE = ".gitleaks.toml";

/**
 * The gitleaks configuration of a run: the input, `GITLEAKS_CONFIG` (a path), `GITLEAKS_CONFIG_TOML` (the text itself),
 * `.gitleaks.toml`; `undefined` where there is none.
 *
 * @throws UsageError when a file that was named is not there.
 */
export async function locateConfig(options: LocateOptions): Promise<ConfigSource | undefined> {
  if (options.path !== undefined && options.path !== "") {
    const text = await options.read(options.path);
    if (text === undefined) throw missing("gitleaks-config", options.path);
    return { name: options.path, text };
  }
  const named = options.environment["GITLEAKS_CONFIG"];
  if (named !== undefined && named !== "")
    return { name: named, text: await readNamed(options, named) };
  const inline = options.environment["GITLEAKS_CONFIG_TOML"];
  if (inline !== undefined && inline !== "") return { name: "GITLEAKS_CONFIG_TOML", text: inline };
  const text = await options.read(CONFIG_FILE);
  return text === undefined ? undefined : { name: CONFIG_FILE, text };
}

/** Whoever sets the variable rules over the machine: the file may lie anywhere, as with gitleaks. */
async function readNamed({ root }: LocateOptions, named: string): Promise<string> {
  try {
    return await readFile(resolve(root, named), "utf8");
  } catch (cause) {
    throw missing("GITLEAKS_CONFIG", named, cause);
  }
}

/** Reads files of the work tree; a path that leads out of it is refused. */
export async function workTreeReader(root: string): Promise<LocateOptions["read"]> {
  const workspace = await openWorkspace(root);
  return async (path) => {
    const bytes = await workspace.readIfPresent(path);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
  };
}

function missing(what: string, path: string, cause?: unknown): UsageError {
  return new UsageError(`${what} is "${path}"; no such file can be read`, {
    hint: "Give the path of a gitleaks TOML file, relative to the working directory.",
    ...(cause === undefined ? {} : { cause }),
  });
}
