import type { InstalledPackages, PackageRegistry } from "../ecosystem.ts";

/** Where packages of Maven repositories lie once they were downloaded, whichever tool did. */
export const mavenInstalled: InstalledPackages = {
  folders: [".m2/repository"],
  caches: ({ GRADLE_USER_HOME }, home) => [
    `${home}/.m2/repository`,
    `${GRADLE_USER_HOME || `${home}/.gradle`}/caches/modules-2/files-2.1`,
  ],
  search: async () => (await import("./search.ts")).searchPoms,
};

/** Of Gradle's and sbt's packages, too. */
export const mavenCentral: PackageRegistry = {
  host: "repo1.maven.org",
  archives: ["repo1.maven.org", "repo.maven.apache.org"],
  load: async () => (await import("./registry.ts")).askMavenCentral,
};
