import { UsageError } from "@assay/core";
import type { ConfigSource } from "./gitleaks-config.ts";

export interface LocateOptions {
  /** The input `gitleaks-config`. */
  readonly path?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file that the run may believe; one that an input or variable names may lie anywhere. */
  readonly read: (path: string, named?: boolean) => Promise<string | undefined>;
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
    const text = await options.read(options.path, true);
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

async function readNamed({ read }: LocateOptions, named: string): Promise<string> {
  const text = await read(named, true).catch((cause: unknown) => {
    throw missing("GITLEAKS_CONFIG", named, cause);
  });
  if (text === undefined) throw missing("GITLEAKS_CONFIG", named);
  return text;
}

function missing(what: string, path: string, cause?: unknown): UsageError {
  return new UsageError(`${what} is "${path}"; no such file can be read`, {
    hint: "Give the path of a gitleaks TOML file, relative to the working directory.",
    ...(cause === undefined ? {} : { cause }),
  });
}
