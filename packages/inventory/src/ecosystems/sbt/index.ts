import { folderOf } from "../../paths.ts";
import type { Ecosystem } from "../ecosystem.ts";
import { mavenCentral, mavenInstalled } from "../maven/installed.ts";

/** Packages of Maven and Ivy repositories, as the plugin sbt-dependency-lock locks them for sbt. */
export const sbt: Ecosystem = {
  id: "sbt",
  title: "sbt",
  names: { group: /^[^:]+(?=:)/, separator: ":" },
  formats: [
    {
      id: "sbt",
      title: "sbt",
      files: [/\.sbt\.lock$/],
      rewrite: "sbt dependencyLockWrite",
      load: async () => (await import("./read.ts")).readSbtLock,
    },
  ],
  manifests: [
    {
      files: ["build.sbt"],
      asks: sbtAsks,
      lockAdvice:
        "Add the plugin sbt-dependency-lock, run `sbt dependencyLockWrite` and commit the `build.sbt.lock` of each project.",
      build: outermost,
    },
  ],
  installFolders: [".ivy2", ".coursier"],
  installed: mavenInstalled,
  registry: mavenCentral,
};

/** sbt adds Scala's library by itself, unless it is said not to. */
function sbtAsks(text: string): boolean {
  const code = text.replace(/\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|(?<!:)\/\/[^\n]*/g, "").trim();
  const isWithoutScala = /\bautoScalaLibrary\s*:=\s*false\b/.test(code);
  return code !== "" && (!isWithoutScala || /\blibraryDependencies\b/.test(code));
}

/** The outermost folder above a build file that has one too: those below it are its projects. */
function outermost(path: string, present: ReadonlySet<string>): string {
  let found = folderOf(path);
  for (let folder = found; folder !== ""; ) {
    folder = folderOf(folder);
    if (present.has(folder === "" ? "build.sbt" : `${folder}/build.sbt`)) found = folder;
  }
  return found;
}
