import type { ConfigReader } from "../command/command.ts";
import type { Location } from "../findings/finding.ts";

/** What the config file of a run says, and where it says it. */
export interface ConfigFile extends ConfigReader {
  /** The file as it was read, to quote lines of it. */
  readonly text?: string;
  /** What the file itself says at a dotted key such as `report.formats`, or as a whole (`""`); defaults are not filled in. */
  value(key: string): unknown;
}

/** The config of a repository that has no config file. */
export const NO_CONFIG: ConfigFile = {
  section: () => undefined,
  value: () => undefined,
  place: () => undefined,
};

/** `path:line:column`, as editors and terminals link it. */
export function formatPlace({ path, startLine, startColumn }: Location): string {
  return [path, startLine, startColumn].filter((part) => part !== undefined).join(":");
}

/** Where the config file is looked for, in this order. */
export const CONFIG_PATHS = [".github/assay.yml", "assay.yml"] as const;
