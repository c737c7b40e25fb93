import { UsageError } from "@assay/core";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, textsAt, type YamlValue } from "../../yaml/value.ts";

/** What one dependency of a `pubspec.yaml` asks for. */
export interface PubDependency {
  readonly name: string;
  /** `^1.2.0`; absent for any version, and for what is no registry's. */
  readonly requirement: string | undefined;
  /** It is a folder, and no version of it is locked. */
  readonly isPath: boolean;
  readonly isDev: boolean;
}

/** https://dart.dev/tools/pub/pubspec */
export interface Pubspec {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly dependencies: readonly PubDependency[];
  /** Names in `dependency_overrides`. */
  readonly overrides: readonly string[];
  /** Folders of the workspace's members, or patterns of them. */
  readonly workspace: readonly string[];
}

/** @throws UsageError when it is no YAML as people write a pubspec, or no map */
export function readPubspec(path: string, text: string): Pubspec {
  const [document] = readYaml(path, text).documents;
  const map = document?.value;
  if (!isYamlMap(map)) throw new UsageError(`${path} is no map`);
  const list = (key: string, isDev: boolean) =>
    [...(mapAt(map, key)?.entries ?? [])].map(([name, value]) => dependency(name, value, isDev));
  return {
    name: textAt(map, "name"),
    version: textAt(map, "version"),
    dependencies: [...list("dependencies", false), ...list("dev_dependencies", true)],
    overrides: [...(mapAt(map, "dependency_overrides")?.entries.keys() ?? [])],
    workspace: textsAt(map, "workspace"),
  };
}

function dependency(name: string, value: YamlValue, isDev: boolean): PubDependency {
  const map = isYamlMap(value) ? value : undefined;
  const requirement = typeof value === "string" ? value : textAt(map, "version");
  const isAny = requirement === undefined || requirement === "any" || requirement === "null";
  return {
    name,
    requirement: isAny || requirement === "" ? undefined : requirement,
    isPath: map?.entries.has("path") ?? false,
    isDev,
  };
}

/** Whether it asks for anything that is locked. @throws UsageError when it can't be read */
export function pubspecAsks(text: string): boolean {
  return readPubspec("pubspec.yaml", text).dependencies.some(({ isPath }) => !isPath);
}
