import { UsageError } from "@assay/core";
import { isYamlMap, mapAt, textAt, textsAt, type YamlMap } from "../../../yaml/value.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { normalizeName } from "../../pypi/names.ts";
import { archiveSource, gitSource } from "../../pypi/source.ts";
import { condaEntry, sourceEntry } from "../conda-entry.ts";
import type { CondaEntry } from "../package.ts";
import { pypiEntry } from "../pypi-entry.ts";

/** An entry of `packages`, as environments and builds name it. */
export interface PixiEntry {
  readonly entry: CondaEntry;
  /** What selectors may say beside the place, where several packages lie in one. */
  readonly fields: YamlMap;
  /** What it is built in: `conda: …` and the like. */
  readonly buildPackages: readonly YamlMap[];
  readonly hostPackages: readonly YamlMap[];
  /** `sdl_example[1506b3f9] @ .` */
  readonly title: string;
}

export const KINDS = ["conda", "conda_source", "pypi"] as const;
export type PixiKind = (typeof KINDS)[number];

/** The kind and the place that a selector or an entry names. */
export function selectorOf(map: YamlMap): readonly [PixiKind, string] | undefined {
  for (const kind of KINDS) {
    const place = textAt(map, kind);
    if (place !== undefined) return [kind, place];
  }
  // Versions 4 and 5.
  const kind = textAt(map, "kind");
  const place = textAt(map, "url") ?? textAt(map, "path");
  const isKnown = kind === "conda" || kind === "pypi";
  return isKnown && place !== undefined ? [kind, place] : undefined;
}

/** One entry of `packages`; a clause where it is none. */
export function pixiEntry(input: ReaderInput, map: YamlMap): PixiEntry | string {
  const selector = selectorOf(map);
  if (selector === undefined) return "it names no package";
  const [kind, place] = selector;
  const entry =
    kind === "pypi"
      ? pypi(input, map, place)
      : kind === "conda_source" || !/\.(?:conda|tar\.bz2)$/.test(place.replace(/[?#].*/, ""))
        ? source(input, map, place)
        : condaEntry(input, {
            location: place,
            ...condaFields(map),
            provides: textsAt(map, "purls").flatMap(pypiName),
          });
  if (typeof entry === "string") return entry;
  return {
    entry,
    fields: map,
    buildPackages: mapsAt(map, "build_packages"),
    hostPackages: mapsAt(map, "host_packages"),
    title: place,
  };
}

function condaFields(map: YamlMap) {
  return {
    name: textAt(map, "name"),
    version: textAt(map, "version"),
    build: textAt(map, "build"),
    subdir: textAt(map, "subdir"),
    sha256: textAt(map, "sha256"),
    md5: textAt(map, "md5"),
    license: textAt(map, "license"),
    ...dependsOf(map),
    line: map.line,
  };
}

function dependsOf(map: YamlMap) {
  const extras = mapAt(map, "extra_depends");
  return {
    depends: textsAt(map, "depends"),
    extraDepends: new Map(
      [...(extras?.entries.keys() ?? [])].map((extra) => [extra, textsAt(extras, extra)]),
    ),
  };
}

function pypi(input: ReaderInput, map: YamlMap, location: string): CondaEntry | string {
  const name = textAt(map, "name");
  const entry =
    name === undefined
      ? undefined
      : pypiEntry(input, {
          location,
          name,
          version: textAt(map, "version"),
          index: textAt(map, "index"),
          sha256: textAt(map, "sha256"),
          md5: textAt(map, "md5"),
          line: map.line,
          requirements: textsAt(map, "requires_dist"),
        });
  return entry ?? "it names no package";
}

/** `name[hash] @ place` of version 7, a place alone before. */
function source(input: ReaderInput, map: YamlMap, place: string): CondaEntry | string {
  const [, named, location = place] = /^([\w.-]+)\[\w*\] @ (.+)$/.exec(place) ?? [];
  const name = named ?? textAt(map, "name");
  if (name === undefined) return "it names no package";
  const from = mapAt(map, "source") ?? mapAt(map, "package_build_source");
  const repository = textAt(from, "git");
  const archive = textAt(from, "url");
  return sourceEntry(input, {
    name: name.toLowerCase(),
    version: textAt(map, "version"),
    location,
    license: textAt(map, "license"),
    ...dependsOf(map),
    line: map.line,
    code:
      repository !== undefined
        ? gitSource(repository, textAt(from, "rev"))
        : (archive && archiveSource(archive)) || undefined,
  });
}

/** `pkg:pypi/name?source=…` of conda packages that stand for one of PyPI. */
function pypiName(purl: string): readonly string[] {
  const [, name] = /^pkg:pypi\/([^@?#]+)/.exec(purl) ?? [];
  return name === undefined ? [] : [normalizeName(name)];
}

/** The maps of a list. @throws UsageError where it holds anything else */
export function mapsAt(map: YamlMap | undefined, key: string): readonly YamlMap[] {
  const value = map?.entries.get(key);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isYamlMap))
    throw new UsageError(`\`${key}\` is no list of packages`);
  return value;
}
