import { UsageError } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, type YamlMap } from "../../yaml/value.ts";
import type { ReaderInput } from "../ecosystem.ts";

/**
 * The top of a YAML lockfile, its version (0 where it has none), and keys that stand in it twice.
 *
 * @param newest the newest version that is known
 * @throws UsageError when it is no map, or is of a newer version
 */
export function lockDocument(
  { path, text }: ReaderInput,
  newest: number,
  command: string,
): {
  readonly map: YamlMap;
  readonly version: number;
  readonly duplicates: readonly LockProblem[];
} {
  const { documents, duplicates } = readYaml(path, text);
  const map = documents[0]?.value;
  if (documents.length !== 1 || !isYamlMap(map))
    throw new UsageError(`${path} is no map of YAML in one document`);
  const stated = map.entries.get("version") ?? "0";
  const version = typeof stated === "string" && /^\d{1,4}$/.test(stated) ? Number(stated) : -1;
  if (version < 0 || version > newest)
    throw new UsageError(
      `${path} is of the version ${JSON.stringify(stated).slice(0, 20)}; up to ${newest} is known`,
      { hint: `Update Assay, or write it with \`${command}\` of an older release.` },
    );
  return {
    map,
    version,
    duplicates: duplicates.map(({ key, line }) => ({
      item: key.slice(0, 200),
      line,
      reason: `it stands twice in one map (line ${line}): an entry may be hidden`,
    })),
  };
}
