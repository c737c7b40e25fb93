import type { YamlValueMap as YamlMap, YamlValue } from "@assay/core/yaml";

export type { YamlMap, YamlValue };

export interface YamlDocument {
  /** 1-based. */
  readonly line: number;
  readonly value: YamlValue;
}

/** A key that stands in one mapping more than once. The last one counts. */
export interface DuplicateKey {
  readonly key: string;
  readonly line: number;
}

export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === "object" && value !== null && "entries" in value && "line" in value;
}

/** The mapping below a key; `undefined` where there is none. */
export function mapAt(map: YamlMap | undefined, key: string): YamlMap | undefined {
  const value = map?.entries.get(key);
  return isYamlMap(value) ? value : undefined;
}

/** The text below a key; `undefined` where there is none, or an empty one. */
export function textAt(map: YamlMap | undefined, key: string): string | undefined {
  const value = map?.entries.get(key);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The texts of the list below a key. One text is a list of one. */
export function textsAt(map: YamlMap | undefined, key: string): readonly string[] {
  const value = map?.entries.get(key);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
