import { compareText } from "@assay/core";
import { ancestors, type Owners } from "./owners.ts";
import type { ExecutableFile, ImageReading } from "./reader.ts";

/**
 * Programs that belong to a package by the place of its record: by a path, the files and folders (`…/`) that come with what it is about.
 * `…/*.dll` stands for the libraries of one folder.
 */
const BROUGHT: readonly (readonly [RegExp, (folder: string, name: string) => readonly string[]])[] =
  [
    // Java's runtimes.
    [/^(.*\/)()release$/, (folder) => [folder]],
    // Native parts of gems.
    [
      /^(.*\/|)specifications\/(?:default\/)?([^/]+)\.gemspec$/,
      (home, name) => [`${home}gems/${name}/`, `${home}extensions/`],
    ],
    // .NET: frameworks with their host and SDK, and applications.
    [
      /^(.*\/|)shared\/([^/]+)\/[^/]+\/\2\.deps\.json$/,
      (home) => ["shared/", "host/", "sdk/", "packs/", "dotnet"].map((each) => `${home}${each}`),
    ],
    [
      /^(.*\/|)([^/]+)\.deps\.json$/,
      (folder, name) => [
        `${folder}*.dll`,
        `${folder}${name}`,
        `${folder}${name}.exe`,
        `${folder}runtimes/`,
      ],
    ],
    // Packages of R.
    [/^(.*\/library\/[^/]+\/)()DESCRIPTION$/, (folder) => [folder]],
  ];

/** Programs and libraries that no package and no record has, each once, sorted by path. */
export function unexplained(
  executables: readonly ExecutableFile[],
  readings: ReadonlyMap<string, ImageReading>,
  owners: Owners,
): readonly ExecutableFile[] {
  const explained = new Set<string>();
  for (const { explained: paths, components } of readings.values()) {
    for (const path of paths ?? []) explained.add(path);
    for (const { places } of components)
      for (const { path } of places) for (const each of broughtBy(path)) explained.add(each);
  }
  const byPath = new Map(executables.map((file) => [file.path, file]));
  return [...byPath.values()]
    .filter(({ path }) => {
      if (explained.has(path) || owners.of(path).length > 0) return false;
      const folders = ancestors(path);
      const [own = ""] = folders;
      if (path.endsWith(".dll") && explained.has(`${own}*.dll`)) return false;
      return !folders.some((folder) => explained.has(folder));
    })
    .sort((a, b) => compareText(a.path, b.path));
}

function broughtBy(record: string): readonly string[] {
  for (const [path, brings] of BROUGHT) {
    const [, folder, name = ""] = path.exec(record) ?? [];
    if (folder !== undefined) return brings(folder, name);
  }
  return [];
}
