import type { Ecosystem } from "../ecosystem.ts";
import { mavenCentral, mavenInstalled } from "../maven/installed.ts";
import { buildFolder, CATALOG, LOCKFILE, SCRIPT } from "./files.ts";

const LOCK_ADVICE =
  "Switch locking on for every project of the build (`dependencyLocking { lockAllConfigurations() }`), run `./gradlew dependencies --write-locks` (`:name:dependencies` for each subproject) and commit the lockfiles.";

/** Packages of Maven repositories, as Gradle locks them. */
export const gradle: Ecosystem = {
  id: "gradle",
  title: "Gradle",
  names: { group: /^[^:]+(?=:)/, separator: ":" },
  formats: [
    {
      id: "gradle",
      title: "Gradle",
      files: [LOCKFILE],
      rewrite: "./gradlew dependencies --write-locks",
      load: async () => (await import("./read.ts")).readGradleLockfile,
    },
    {
      id: "gradle-consistent-versions",
      title: "Gradle Consistent Versions",
      files: ["versions.lock"],
      rewrite: "./gradlew writeVersionsLock",
      load: async () => (await import("./consistent-versions.ts")).readVersionsLock,
    },
  ],
  manifests: [
    {
      files: [SCRIPT],
      asks: async (text) => (await import("./asks.ts")).scriptAsks(text),
      lockAdvice: LOCK_ADVICE,
      build: buildFolder,
    },
    {
      files: [CATALOG],
      asks: async (text) => (await import("./asks.ts")).catalogAsks(text),
      lockAdvice: LOCK_ADVICE,
      build: buildFolder,
    },
  ],
  installFolders: [".gradle"],
  installed: mavenInstalled,
  registry: mavenCentral,
};
