import { folderOf } from "../../paths.ts";

/** Every name that a lockfile may be given; the reader looks into those that are not Gradle's own. */
export const LOCKFILE = /\.lockfile$/;
/** Those that Gradle gives itself. */
export const OWN_LOCKFILE =
  /(?:^|[/-])gradle\.lockfile$|(?:^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/;
/** A build script: Gradle's name for it, or that of its folder. */
export const SCRIPT = /(?:^|\/)build\.gradle(?:\.kts)?$|(?:^|\/)([^/]+)\/\1\.gradle(?:\.kts)?$/;
export const CATALOG = /(?:^|\/)gradle\/[^/]+\.versions\.toml$/;
const SETTINGS = ["settings.gradle", "settings.gradle.kts", "settings.gradle.dcl"];

/**
 * The folder of the build that a file is a part of: the nearest above it with a settings file. Without one, it is the outermost with a
 * build script.
 */
export function buildFolder(path: string, present: ReadonlySet<string>): string {
  let outermost: string | undefined;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const has = (name: string) => present.has(folder === "" ? name : `${folder}/${name}`);
    if (SETTINGS.some(has)) return folder;
    if (has("build.gradle") || has("build.gradle.kts")) outermost = folder;
    if (folder === "") return outermost ?? folderOf(path);
  }
}
