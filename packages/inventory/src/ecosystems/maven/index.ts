import type { Ecosystem } from "../ecosystem.ts";
import { mavenCentral, mavenInstalled } from "./installed.ts";

/** Java's packages, as Maven's POMs ask for them: there is no lockfile, the POM itself is read. */
export const maven: Ecosystem = {
  id: "maven",
  title: "Maven",
  names: { group: /^[^:]+(?=:)/, separator: ":" },
  formats: [
    {
      id: "maven-pom",
      title: "Maven",
      files: ["pom.xml"],
      load: async () => (await import("./read.ts")).readMavenPom,
    },
  ],
  installFolders: [".m2"],
  installed: mavenInstalled,
  registry: mavenCentral,
};
